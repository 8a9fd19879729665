import { type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import type { SceneProps } from '../../schema/generated/props.ts'
import { itemKeys } from '../item-keys.ts'
import { asNumber } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { useSay } from '../words/say.ts'
import { ShapeView } from './ShapeView.tsx'
import { middleOf, neighbour, type Point, placeOf, readShapes, type Shape, shapeAt } from './shapes.ts'
import './Scene.css'

/** A shape on its way: by a pointer that went down at `start`, or by the keyboard (`start` null). */
interface Drag {
  readonly shape: Shape
  readonly index: number
  readonly start: Point | null
  readonly dx: number
  readonly dy: number
}

const arrows: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])

/** Below this way, in the scene's share of a hundredth, a press was no drag. */
const still = 0.008

/**
 * Shapes in coordinates of their own.
 *
 * For the keyboard: where shapes with a label can be pressed or dragged, one of them takes the focus and arrows go from
 * one to the next; Enter presses, Space takes a draggable one up and lets it go, arrows move it in between, Escape puts
 * it back. Where none can, a scene with `onPress` is one button, pressed at its middle.
 */
export function Scene(props: SceneProps<ReactNode>) {
  const say = useSay()
  const svg = useRef<SVGSVGElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [stop, setStop] = useState(0)
  const [said, setSaid] = useState('')
  const shapes = useMemo(() => readShapes(props.shapes), [props.shapes])
  // A square until the other of the two is known.
  const width = positive(props.width ?? props.height)
  const height = positive(props.height ?? props.width)
  const label = props.ariaLabel ?? props.label ?? say('Scene')

  const canDrag = (shape: Shape): boolean => shape.drag && shape.id !== null && props.onDrag !== undefined
  const reachable = shapes.filter(shape => shape.id !== null && ((shape.label !== null && props.onPress !== undefined) || canDrag(shape)))
  const stopShape = reachable[Math.min(stop, reachable.length - 1)]

  const pointOf = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = svg.current?.getBoundingClientRect()
    if (!box || box.width === 0 || box.height === 0) return { x: 0, y: 0 }
    const scale = Math.min(box.width / width, box.height / height)
    return {
      x: round((event.clientX - box.left - (box.width - width * scale) / 2) / scale),
      y: round((event.clientY - box.top - (box.height - height * scale) / 2) / scale),
    }
  }
  const shapeOf = (event: { readonly target: EventTarget }): { shape: Shape; index: number } | null => {
    const index = Number((event.target as Element).closest('[data-shape]')?.getAttribute('data-shape') ?? Number.NaN)
    const shape = shapes[index]
    return shape ? { shape, index } : null
  }
  const drop = ({ shape, dx, dy }: Drag): void => {
    const from = placeOf(shape)
    const middle = middleOf(shape)
    const over = shapeAt(shapes, { x: middle.x + dx, y: middle.y + dy }, shape)
    props.onDrag?.({ id: shape.id ?? '', x: round(from.x + dx), y: round(from.y + dy), over: over?.id ?? null })
  }

  const pressed = (event: MouseEvent): void => {
    // A press by the keyboard is handled where the key is; what ends a drag is no press.
    if (event.detail === 0) return
    const point = pointOf(event)
    props.onPress?.({ point: { x: point.x, y: point.y }, id: shapeOf(event)?.shape.id ?? shapeAt(shapes, point, null)?.id ?? null })
  }
  const down = (event: PointerEvent<SVGSVGElement>): void => {
    const found = shapeOf(event)
    if (event.button !== 0 || !found || !canDrag(found.shape)) return
    event.currentTarget.setPointerCapture?.(event.pointerId)
    setDrag({ ...found, start: pointOf(event), dx: 0, dy: 0 })
  }
  const moved = (event: PointerEvent): void => {
    const point = pointOf(event)
    if (drag?.start) setDrag({ ...drag, dx: point.x - drag.start.x, dy: point.y - drag.start.y })
    props.onMove?.({ point: { x: point.x, y: point.y } })
  }
  const up = (): void => {
    if (!drag?.start) return
    setDrag(null)
    if (Math.hypot(drag.dx, drag.dy) > still * Math.max(width, height)) drop(drag)
  }

  const focusOn = (shape: Shape): void => {
    setStop(reachable.indexOf(shape))
    svg.current?.querySelector<SVGElement>(`[data-shape="${shapes.indexOf(shape)}"]`)?.focus()
  }
  const keyed = (event: KeyboardEvent<SVGSVGElement>): void => {
    const found = shapeOf(event)
    const step = arrows.get(event.key)
    const held = drag && drag.start === null ? drag : null
    if (!found) {
      if (!props.onPress || reachable.length > 0 || (event.key !== 'Enter' && event.key !== ' ')) return
      props.onPress({ point: { x: round(width / 2), y: round(height / 2) }, id: null })
    } else if (held && step) {
      const by = Math.max(width, height) / (event.shiftKey ? 100 : 20)
      setDrag({ ...held, dx: held.dx + step[0] * by, dy: held.dy + step[1] * by })
    } else if (held && (event.key === ' ' || event.key === 'Enter')) {
      setDrag(null)
      setSaid(say('Let go.'))
      drop(held)
    } else if (held && event.key === 'Escape') {
      setDrag(null)
      setSaid(say('Put back.'))
    } else if (step) {
      const next = neighbour(reachable, found.shape, step[0], step[1])
      if (next) focusOn(next)
    } else if (event.key === ' ' && canDrag(found.shape)) {
      setDrag({ ...found, start: null, dx: 0, dy: 0 })
      setSaid(say('{name} taken up. Arrow keys move it, Space lets it go, Escape puts it back.', { name: found.shape.label ?? say('Shape') }))
    } else if ((event.key === 'Enter' || event.key === ' ') && props.onPress) {
      const middle = middleOf(found.shape)
      props.onPress({ point: { x: round(middle.x), y: round(middle.y) }, id: found.shape.id })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const keys = itemKeys(shapes, 'id')
  const role = reachable.length > 0 ? 'group' : props.onPress ? 'button' : 'img'
  // Its own width and height are units, not the size of its box.
  const { width: _width, ...common } = props
  const root = rootProps(common, 'cy-scene', props.grow ? undefined : { maxInlineSize: widest(width, height) })
  return (
    <div {...root} data-pressable={props.onPress !== undefined}>
      <svg
        ref={svg}
        className="cy-scene-picture"
        viewBox={`0 0 ${width} ${height}`}
        role={role}
        aria-label={label}
        tabIndex={role === 'button' ? 0 : undefined}
        onClick={props.onPress ? pressed : undefined}
        onKeyDown={keyed}
        onPointerDown={down}
        onPointerMove={props.onMove || drag ? moved : undefined}
        onPointerUp={up}
        onPointerCancel={() => setDrag(null)}
      >
        {shapes.map((shape, index) => {
          const reach = reachable.includes(shape)
          return (
            <ShapeView
              key={keys[index]}
              shape={shape}
              offset={drag?.shape === shape || (drag && drag.shape.id === shape.id && shape.id !== null) ? drag : null}
              attributes={{
                'data-shape': index,
                ...(canDrag(shape) ? { 'data-drag': drag?.shape === shape ? 'held' : 'still' } : {}),
                ...(reach
                  ? { role: 'button', tabIndex: stopShape === shape ? 0 : -1, 'aria-label': shape.label ?? shape.id ?? '' }
                  : shape.label !== null && role === 'group'
                    ? { role: 'img', 'aria-label': shape.label }
                    : {}),
              }}
            />
          )
        })}
      </svg>
      <div className="cy-scene-over">{props.children}</div>
      <span className="cy-hidden" aria-live="assertive">
        {said}
      </span>
    </div>
  )
}

function positive(value: unknown): number {
  const number = asNumber(value)
  return number !== null && number > 0 ? number : 100
}

/** Pixels: at least 480 for what is written in small units, so that neither side gets longer than it was meant. */
function widest(width: number, height: number): number {
  return Math.round(Math.min(Math.max(width, 480), (Math.max(height, 480) * width) / height))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
