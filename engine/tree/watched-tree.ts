/** For tests: an app's view kept up to date without a page, as a mounted one is, so that what is drawn again can be counted. */
import { effect, untracked } from '@preact/signals-core'
import type { Json } from '../../schema/json/json.ts'
import type { Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import { createNode, type Drawn, type Repeat } from './node.ts'
import type { Host } from './slots.ts'

export interface WatchedTree {
  /** What is drawn while `work` runs: the type of each node, as often as it is drawn. */
  during(work: () => void): readonly string[]
  /** The properties of all components of a type that are shown, in order. */
  props(type: string): readonly Readonly<Record<string, unknown>>[]
  stop(): void
}

interface Place {
  props(type: string): readonly Readonly<Record<string, unknown>>[]
  stop(): void
}

const host: Host = { node: () => null, nodes: () => null }
const NOWHERE: Place = { props: () => [], stop() {} }

export function watchView(app: Runtime): WatchedTree {
  let drawn: string[] = []

  function several(definitions: readonly Json[], scope: Scope): Place {
    const places = definitions.map(definition => node(definition, scope))
    return { props: type => places.flatMap(place => place.props(type)), stop: () => places.forEach(place => void place.stop()) }
  }

  function inside(shown: Drawn, scope: Scope): Place {
    if (shown.kind === 'instead') return node(shown.definition, shown.scope)
    if (shown.kind === 'several') return several(shown.definitions, shown.scope)
    if (shown.kind !== 'component') return NOWHERE
    return shown.repeat ? repeated(shown.repeat) : several(shown.children, scope)
  }

  function node(definition: Json, scope: Scope): Place {
    const signal = createNode(app, definition, scope, host)
    let shown: Drawn | null = null
    let within = NOWHERE
    const stop = effect(() => {
      const next = signal.value
      untracked(() => {
        drawn.push(next.kind === 'component' ? next.spec.name : next.kind)
        within.stop()
        within = inside(next, scope)
        shown = next
      })
    })
    return {
      props: type => [...(shown?.kind === 'component' && shown.spec.name === type ? [shown.props] : []), ...within.props(type)],
      stop() {
        stop()
        within.stop()
      },
    }
  }

  function repeated({ rows, scopes, children }: Repeat): Place {
    const places = new Map<string, Place>()
    const stop = effect(() => {
      const now = rows.value
      untracked(() => {
        const keys = new Set(now.rows.map(row => row.key))
        for (const [key, place] of places) {
          if (keys.has(key)) continue
          place.stop()
          places.delete(key)
        }
        scopes.keep(now)
        for (const row of now.rows) if (!places.has(row.key)) places.set(row.key, several(children, scopes.of(row)))
      })
    })
    return {
      props: type => rows.peek().rows.flatMap(row => places.get(row.key)?.props(type) ?? []),
      stop() {
        stop()
        for (const place of places.values()) place.stop()
      },
    }
  }

  const root = node(app.view() ?? null, app.names)
  return {
    during(work) {
      drawn = []
      work()
      return drawn
    },
    props: type => root.props(type),
    stop: () => root.stop(),
  }
}
