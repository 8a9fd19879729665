import { signal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { Switch } from '../desktop/Switch.tsx'

const off = signal(false)

export function SoundSettings(): ReactNode {
  const desk = useDesk()
  const platform = useSignalValue(desk.platform)
  const muted = useSignalValue(platform?.muted ?? off)
  const change = () => {
    platform?.setMuted(!muted).catch(() => {
      desk.say({ from: null, text: 'The browser did not keep this choice for next time.', tone: 'warn', undo: null })
    })
  }
  return (
    <Switch on={muted} onChange={change}>
      Mute all apps
    </Switch>
  )
}
