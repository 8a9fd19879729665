import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { arrowHead, layoutGraph, lineHeight, nodeBeside, type PlacedNode, pathThrough } from './graph-layout.ts'
import type { GraphModel } from './graph-model.ts'

export interface GraphPictureProps {
  readonly model: GraphModel
  readonly label: string
  readonly onPress: ((index: number) => void) | undefined
}

const arrows: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])

/** It gets smaller to fit its box, down to this share; then it is scrolled. */
const smallest = 0.72

/** The picture. Where nodes can be pressed one of them takes the focus, and arrows go from one to the next. */
export function GraphPicture({ model, label, onPress }: GraphPictureProps) {
  const picture = useMemo(() => layoutGraph(model), [model])
  const svg = useRef<SVGSVGElement>(null)
  const [stop, setStop] = useState('')
  const current = picture.nodes.find(({ node }) => node.id === stop) ?? picture.nodes[0]

  const keyed = (event: KeyboardEvent, placed: PlacedNode): void => {
    const step = arrows.get(event.key)
    if (step) {
      const next = nodeBeside(picture.nodes, placed, step[0], step[1])
      if (next) {
        setStop(next.node.id)
        svg.current?.querySelector<SVGElement>(`[data-place="${next.node.index}"]`)?.focus()
      }
    } else if (event.key === 'Enter' || event.key === ' ') onPress?.(placed.node.index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no set of fields
    <div className="cy-graph-box" role="group" tabIndex={onPress ? undefined : 0} aria-label={onPress ? undefined : label}>
      <svg
        ref={svg}
        className="cy-graph-picture"
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        style={{ maxInlineSize: picture.width, minInlineSize: Math.round(picture.width * smallest) }}
        role={onPress ? 'group' : undefined}
        aria-label={onPress ? label : undefined}
        aria-hidden={onPress ? undefined : true}
      >
        {picture.edges.map(({ edge, points, label: place }, index) => (
          <g key={index} className="cy-graph-edge">
            <path className="cy-graph-line" d={pathThrough(points)} />
            <path className="cy-graph-head" d={arrowHead(points)} />
            {place ? (
              <text x={place.x} y={place.y} textAnchor="middle" dominantBaseline="central">
                {edge.label.length > 26 ? `${edge.label.slice(0, 25)}…` : edge.label}
              </text>
            ) : null}
          </g>
        ))}
        {picture.nodes.map(placed => {
          const { node, lines, x, y, width, height } = placed
          return (
            <g
              key={node.id}
              className="cy-graph-node"
              data-tone={node.tone}
              data-place={node.index}
              data-tip={lines.some(line => line.endsWith('…')) ? node.label : undefined}
              {...(onPress
                ? {
                    role: 'button',
                    'aria-label': node.label,
                    tabIndex: placed === current ? 0 : -1,
                    onClick: () => {
                      setStop(node.id)
                      onPress(node.index)
                    },
                    onKeyDown: (event: KeyboardEvent) => keyed(event, placed),
                  }
                : {})}
            >
              <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={10} />
              {lines.map((line, index) => (
                <text key={index} x={x} y={y + (index - (lines.length - 1) / 2) * lineHeight} textAnchor="middle" dominantBaseline="central">
                  {line}
                </text>
              ))}
            </g>
          )
        })}
      </svg>
    </div>
  )
}
