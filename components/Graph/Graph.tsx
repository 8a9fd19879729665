import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import type { GraphProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { asList } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import { GraphConnections } from './GraphConnections.tsx'
import { readGraph } from './graph-model.ts'
import './Graph.css'

// What finds the places is large, and most apps have no graph.
const GraphPicture = lazy(async () => ({ default: (await import('./GraphPicture.tsx')).GraphPicture }))

/** Nodes and what leads from one to another, as a picture, and as a list for those who do not see it. */
export function Graph(props: GraphProps<ReactNode>) {
  const say = useSay()
  const model = useMemo(() => readGraph(props.nodes, props.edges), [props.nodes, props.edges])
  const label = props.ariaLabel ?? (textOf(props.label) || say('Graph'))
  const press = props.onPress
  const onPress = press ? (index: number) => press({ node: (asList(props.nodes)[index] ?? null) as Json }) : undefined
  return (
    <figure {...rootProps(props, 'cy-graph')} aria-label={label}>
      {model.nodes.length === 0 ? (
        <p className="cy-graph-none">{say('Nothing to connect yet')}</p>
      ) : (
        <>
          <Suspense fallback={<div className="cy-graph-coming" data-tests-wait="" />}>
            <GraphPicture model={model} label={label} onPress={onPress} />
          </Suspense>
          <GraphConnections model={model} />
          {model.total > model.nodes.length ? (
            <figcaption className="cy-graph-more">
              {say('The first {count} of {total} are drawn.', { count: model.nodes.length, total: model.total })}
            </figcaption>
          ) : null}
        </>
      )}
    </figure>
  )
}
