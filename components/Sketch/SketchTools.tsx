import { Button } from 'react-aria-components/Button'
import { Toolbar } from 'react-aria-components/Toolbar'
import { Icon } from '../Icon/Icon.tsx'
import { cssColor } from '../theme/color.ts'
import type { Phrase } from '../words/phrases.ts'
import { useSay } from '../words/say.ts'
import type { Pen } from './SketchPad.tsx'

export interface SketchToolsProps {
  readonly label: string
  readonly pen: Pen
  readonly onPen: (pen: Pen) => void
  readonly empty: boolean
  readonly onUndo: () => void
  readonly onClear: () => void
}

const colors: readonly (readonly [color: string, label: Phrase])[] = [
  ['black', 'Ink'],
  ['red', 'Red'],
  ['amber', 'Amber'],
  ['green', 'Green'],
  ['blue', 'Blue'],
  ['violet', 'Violet'],
]
const weights = ['Thin', 'Medium', 'Thick'] as const

/** Pen, eraser, colours, widths, undo and clear, in one bar that arrow keys go through. */
export function SketchTools({ label, pen, onPen, empty, onUndo, onClear }: SketchToolsProps) {
  const say = useSay()
  const drawing = pen.kind === 'pen'
  return (
    <Toolbar className="cy-sketch-tools" aria-label={say('Tools of {name}', { name: label })}>
      <span className="cy-sketch-group">
        <Tool label={say('Pen')} icon="pencil" on={drawing} onPress={() => onPen({ ...pen, kind: 'pen' })} />
        <Tool label={say('Eraser')} icon="eraser" on={!drawing} onPress={() => onPen({ ...pen, kind: 'eraser' })} />
      </span>
      <span className="cy-sketch-group">
        {colors.map(([color, name]) => (
          <Button
            key={color}
            className="cy-sketch-tool"
            aria-label={say(name)}
            aria-pressed={drawing && pen.color === color}
            data-tip={say(name)}
            onPress={() => onPen({ ...pen, kind: 'pen', color })}
          >
            <span className="cy-sketch-color" style={{ background: color === 'black' ? 'var(--text)' : (cssColor(color) ?? undefined) }} />
          </Button>
        ))}
      </span>
      <span className="cy-sketch-group">
        {weights.map((name, weight) => (
          <Button
            key={name}
            className="cy-sketch-tool"
            aria-label={say(name)}
            aria-pressed={drawing && pen.weight === weight}
            data-tip={say(name)}
            onPress={() => onPen({ ...pen, kind: 'pen', weight })}
          >
            <span className="cy-sketch-weight" data-weight={weight} />
          </Button>
        ))}
      </span>
      <span className="cy-sketch-group">
        <Tool label={say('Undo last stroke')} icon="undo-2" disabled={empty} onPress={onUndo} />
        <Tool label={say('Clear')} icon="trash-2" disabled={empty} onPress={onClear} />
      </span>
    </Toolbar>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: string
  readonly on?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
}

function Tool({ label, icon, on, disabled = false, onPress }: ToolProps) {
  return (
    <Button
      className="cy-sketch-tool"
      aria-label={label}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      data-tip={label}
      isDisabled={disabled}
      onPress={onPress}
    >
      <Icon name={icon} size="s" />
    </Button>
  )
}
