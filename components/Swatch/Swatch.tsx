import { type ReactNode, useContext, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { SwatchProps } from '../../schema/generated/props.ts'
import { ClipboardContext } from '../clipboard.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { cssColor } from '../theme/color.ts'
import { useSay } from '../words/say.ts'
import './Swatch.css'

/** A colour with its name. What is no colour is a tile without one. */
export function Swatch(props: SwatchProps<ReactNode>) {
  const say = useSay()
  const copy = useContext(ClipboardContext)
  const [said, setSaid] = useState('')
  const written = textOf(props.color)
  const color = cssColor(props.color)
  const label = textOf(props.label) || written
  const body = (
    <>
      <span className="cy-swatch-tile" data-none={color === null} style={color === null ? undefined : { background: color }} />
      <span className="cy-swatch-text">
        <span>{label}</span>
        {label === written && said === '' ? null : <span className="cy-swatch-code">{said || written}</span>}
      </span>
    </>
  )
  const root = rootProps(props, 'cy-swatch')
  if (!props.copy || !copy || color === null) return <span {...root}>{body}</span>
  const copyIt = (): void => {
    copy(written).then(
      () => setSaid(say('Copied')),
      () => setSaid(say('Could not be copied')),
    )
  }
  return (
    <Button {...root} aria-label={say('Copy {text}', { text: written })} onPress={copyIt}>
      {body}
    </Button>
  )
}
