import { type PointerEvent, useMemo, useRef, useState } from 'react'
import { cssColor } from '../theme/color.ts'
import { useSay } from '../words/say.ts'
import { SketchTools } from './SketchTools.tsx'
import { outline, strokePath } from './stroke-path.ts'
import { countPoints, makeStroke, mostPoints, type PenPoint, type Stroke, touches } from './strokes.ts'

export interface SketchPadProps {
  readonly strokes: readonly Stroke[]
  /** Units. */
  readonly width: number
  readonly height: number
  readonly label: string
  readonly tools: boolean
  /** Null where nothing can be drawn. */
  readonly onStrokes: ((strokes: readonly Stroke[]) => void) | null
}

/** What is in the hand: a colour to draw with, or the eraser. */
export interface Pen {
  readonly kind: 'pen' | 'eraser'
  readonly color: string
  /** 0 to 2: thin, medium, thick. */
  readonly weight: number
}

/** A line on its way, or what the eraser has gone over. */
interface Draft {
  readonly pointer: number
  readonly line: readonly PenPoint[]
  readonly gone: ReadonlySet<Stroke>
}

/** The width of a line as a share of the sketch's shorter side. */
const weights = [0.008, 0.016, 0.034] as const
const noStrokes: ReadonlySet<Stroke> = new Set()

/** The paper and its tools. A line is written when the pen is lifted: the app's state knows whole strokes only. */
export function SketchPad({ strokes, width, height, label, tools, onStrokes }: SketchPadProps) {
  const say = useSay()
  const [pen, setPen] = useState<Pen>({ kind: 'pen', color: 'black', weight: 1 })
  const [draft, showDraft] = useState<Draft | null>(null)
  // What the hand does is kept apart from what of it has been drawn: several of its moves come between two drawings.
  const hand = useRef<Draft | null>(null)
  const [said, setSaid] = useState('')
  const svg = useRef<SVGSVGElement>(null)
  const short = Math.min(width, height)
  const size = Math.max(0.5, Math.round(short * (weights[pen.weight] ?? weights[1]) * 10) / 10)
  const full = useMemo(() => countPoints(strokes) >= mostPoints, [strokes])

  const pointsOf = (event: PointerEvent): readonly PenPoint[] => {
    const box = svg.current?.getBoundingClientRect()
    if (!box || box.width === 0 || box.height === 0) return []
    // Between two frames a pen tells of several places.
    const all = event.nativeEvent.getCoalescedEvents?.() ?? []
    return (all.length > 0 ? all : [event.nativeEvent]).map(each => ({
      x: ((each.clientX - box.left) / box.width) * width,
      y: ((each.clientY - box.top) / box.height) * height,
      pressure: each.pointerType === 'pen' && each.pressure > 0 ? each.pressure : 0.5,
    }))
  }
  const setDraft = (next: Draft | null): void => {
    hand.current = next
    showDraft(next)
  }
  const erased = (points: readonly PenPoint[], gone: ReadonlySet<Stroke>): ReadonlySet<Stroke> => {
    const hit = strokes.filter(stroke => !gone.has(stroke) && points.some(point => touches(stroke, point, short * 0.015)))
    return hit.length === 0 ? gone : new Set([...gone, ...hit])
  }
  const down = (event: PointerEvent<SVGSVGElement>): void => {
    if (!onStrokes || hand.current || event.button !== 0) return
    if (full && pen.kind === 'pen') {
      setSaid(say('This drawing is full. Erase something to go on.'))
      return
    }
    event.currentTarget.setPointerCapture?.(event.pointerId)
    const line = pointsOf(event)
    setSaid('')
    setDraft({ pointer: event.pointerId, line, gone: pen.kind === 'eraser' ? erased(line, noStrokes) : noStrokes })
  }
  const moved = (event: PointerEvent): void => {
    const before = hand.current
    if (before?.pointer !== event.pointerId) return
    const points = pointsOf(event)
    setDraft(pen.kind === 'eraser' ? { ...before, gone: erased(points, before.gone) } : { ...before, line: [...before.line, ...points] })
  }
  const up = (event: PointerEvent): void => {
    const done = hand.current
    if (done?.pointer !== event.pointerId) return
    setDraft(null)
    if (pen.kind === 'eraser') {
      if (done.gone.size > 0) onStrokes?.(strokes.filter(stroke => !done.gone.has(stroke)))
    } else if (done.line.length > 0) onStrokes?.([...strokes, makeStroke(done.line, pen.color, size)])
  }

  const drawing = draft && pen.kind === 'pen' ? { color: pen.color, size, points: draft.line.flatMap(({ x, y, pressure }) => [x, y, pressure]) } : null
  const count = strokes.length
  const words = say(count === 0 ? '{name}: nothing drawn yet' : count === 1 ? '{name}: a drawing of 1 stroke' : '{name}: a drawing of {count} strokes', {
    name: label,
    count,
  })
  return (
    <>
      {tools && onStrokes ? (
        <SketchTools
          label={label}
          pen={pen}
          onPen={setPen}
          empty={count === 0}
          onUndo={() => {
            onStrokes(strokes.slice(0, -1))
            setSaid(say('The last stroke is gone.'))
          }}
          onClear={() => {
            onStrokes([])
            setSaid(say('Everything is gone.'))
          }}
        />
      ) : null}
      <svg
        ref={svg}
        className="cy-sketch-paper"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words}
        data-pen={onStrokes ? pen.kind : undefined}
        onPointerDown={down}
        onPointerMove={moved}
        onPointerUp={up}
        onPointerCancel={up}
      >
        {strokes.map((stroke, index) => (
          <path key={index} d={strokePath(stroke)} fill={inkOf(stroke.color)} opacity={draft?.gone.has(stroke) ? 0.2 : undefined} />
        ))}
        {drawing ? <path d={outline(drawing, false)} fill={inkOf(drawing.color)} /> : null}
      </svg>
      <span className="cy-sketch-said" aria-live="polite" data-full={full && said !== '' ? '' : undefined}>
        {said}
      </span>
    </>
  )
}

/** The CSS of a stroke's colour. */
export function inkOf(color: string): string {
  return color === 'black' ? 'var(--text)' : (cssColor(color) ?? 'var(--text)')
}
