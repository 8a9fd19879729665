import type { ReactNode } from 'react'
import type { AlertProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './Alert.css'

const icons: ReadonlyMap<string, string> = new Map([
  ['info', 'info'],
  ['good', 'circle-check'],
  ['warn', 'triangle-alert'],
  ['bad', 'circle-x'],
  ['accent', 'sparkles'],
  ['neutral', 'info'],
])

/** Says something that matters now. What is bad is read out at once, the rest when there is a pause. */
export function Alert(props: AlertProps<ReactNode>): ReactNode {
  const say = useSay()
  const tone = props.tone ?? 'info'
  const title = textOf(props.title)
  const { onClose } = props
  return (
    <div {...rootProps(props, 'cy-alert')} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={props.icon ?? icons.get(tone)} />
      <div className="cy-alert-words">
        {title && <p className="cy-alert-title">{title}</p>}
        <p className="cy-alert-text">{textOf(props.text)}</p>
      </div>
      {onClose && <IconButton icon="x" label={say('Close')} size="s" onPress={() => onClose()} />}
    </div>
  )
}
