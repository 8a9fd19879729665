import type { SVGAttributes } from 'react'
import { useSource } from '../use-source.ts'
import { useSay } from '../words/say.ts'
import type { Shape } from './shapes.ts'

export interface ShapeViewProps {
  readonly shape: Shape
  /** How far it has been dragged, in the scene's units. */
  readonly offset: { readonly dx: number; readonly dy: number } | null
  readonly attributes: SVGAttributes<SVGElement> & { readonly 'data-shape'?: number; readonly 'data-drag'?: string }
}

/** One shape as SVG. */
export function ShapeView({ shape, offset, attributes }: ShapeViewProps) {
  const { geometry } = shape
  const look = {
    ...attributes,
    className: 'cy-scene-shape',
    fill: shape.fill,
    stroke: shape.stroke,
    strokeWidth: shape.strokeWidth,
    ...(shape.opacity < 1 ? { opacity: shape.opacity } : {}),
    ...(offset ? { transform: `translate(${offset.dx} ${offset.dy})` } : {}),
    ...(shape.rotate === 0 ? {} : { style: { rotate: `${shape.rotate}deg`, transformBox: 'fill-box', transformOrigin: 'center' } as const }),
  }
  switch (geometry.kind) {
    case 'rect':
      return <rect {...look} x={geometry.x} y={geometry.y} width={geometry.w} height={geometry.h} rx={geometry.r} />
    case 'circle':
      return <circle {...look} cx={geometry.cx} cy={geometry.cy} r={geometry.r} />
    case 'line':
      return <line {...look} x1={geometry.x1} y1={geometry.y1} x2={geometry.x2} y2={geometry.y2} strokeLinecap="round" />
    case 'text':
      return (
        <text {...look} x={geometry.x} y={geometry.y} fontSize={geometry.size} textAnchor={geometry.anchor}>
          {geometry.text}
        </text>
      )
    case 'path':
      return <path {...look} d={geometry.d} strokeLinecap="round" strokeLinejoin="round" />
    case 'image':
      return <SceneImage geometry={geometry} look={look} />
  }
}

type Image = Extract<Shape['geometry'], { readonly kind: 'image' }>

/** An image of the app's own files, or of data; any other source would tell a stranger who is looking. */
function SceneImage({ geometry, look }: { readonly geometry: Image; readonly look: SVGAttributes<SVGElement> }) {
  const say = useSay()
  const source = useSource(geometry.src)
  const box = { x: geometry.x, y: geometry.y, width: geometry.w, height: geometry.h }
  if (source.state === 'ready') return <image {...look} {...box} href={source.url} />
  return (
    <rect {...look} {...box} className="cy-scene-shape cy-scene-refused">
      {source.state === 'refused' ? <title>{say('This image is not one of the app’s files, so it is not loaded.')}</title> : null}
      {source.state === 'missing' ? <title>{say('This image is not there any more.')}</title> : null}
    </rect>
  )
}
