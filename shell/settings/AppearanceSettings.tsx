import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { Appearance } from '../desktop/desk.ts'
import { useDesk } from '../desktop/desk-context.ts'

const choices: readonly { readonly value: Appearance; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export function AppearanceSettings(): ReactNode {
  const desk = useDesk()
  const appearance = useSignalValue(desk.appearance)
  return (
    <div className="choice" role="radiogroup" aria-label="Appearance">
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name="appearance" checked={appearance === value} onChange={() => desk.setAppearance(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
