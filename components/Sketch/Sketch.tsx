import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import type { SketchProps } from '../../schema/generated/props.ts'
import { asNumber } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import { readStrokes, strokeToJson } from './strokes.ts'
import './Sketch.css'

const SketchPad = lazy(async () => ({ default: (await import('./SketchPad.tsx')).SketchPad }))

/** A place to draw, in units of its own that scale to its box. */
export function Sketch(props: SketchProps<ReactNode>) {
  const say = useSay()
  const width = sizeOf(props.width, 400)
  const height = sizeOf(props.height, 300)
  const strokes = useMemo(() => readStrokes(props.value), [props.value])
  const label = props.ariaLabel ?? (textOf(props.label) || say('Sketch'))
  const { onChange } = props
  const locked = props.readOnly === true || !onChange
  // Its own width is units, not the size of its box.
  const { width: _width, ...common } = props
  const root = rootProps(common, 'cy-sketch', { '--ratio': `${width} / ${height}`, maxInlineSize: props.grow ? undefined : Math.max(width, 480) } as object)
  return (
    <div {...root}>
      <Suspense fallback={<div className="cy-sketch-paper" data-tests-wait="" />}>
        <SketchPad
          strokes={strokes}
          width={width}
          height={height}
          label={label}
          tools={props.tools !== false && !locked}
          onStrokes={locked ? null : next => onChange({ value: next.map(strokeToJson) })}
        />
      </Suspense>
    </div>
  )
}

/** Units: as few as a line can be seen in, as many as its points are exact in. */
function sizeOf(value: unknown, otherwise: number): number {
  const number = asNumber(value)
  return number !== null && number > 0 ? Math.min(10_000, Math.max(10, number)) : otherwise
}
