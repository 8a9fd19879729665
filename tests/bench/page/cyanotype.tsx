/** Cyanotype behind the face that is measured, drawing with the plain views. */
import { Fragment, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import type { Runtime } from '../../../engine/app/runtime.ts'
import { createApp, createBlueprintStream } from '../../../engine/index.ts'
import { BlueprintView, type CatalogComponent, type ComponentCatalog } from '../../../engine/react/index.ts'
import { loadBlueprint } from '../../../schema/check/load-blueprint.ts'
import type { JsonObject } from '../../../schema/json/json.ts'
import { boundLeaves, repeatedRows, toBlueprint } from '../documents.ts'
import type { Engine, Leaves, Mountable } from './engine.ts'
import { ports } from './ports.ts'
import { Button, Card, Column, Field, Line, Text } from './views.tsx'

interface Input {
  readonly label?: string
  readonly value?: unknown
  readonly onChange: (event: { readonly value: string }) => void
}

const views = new Map<string, CatalogComponent>([
  ['Stack', Column],
  ['Card', Card],
  ['Text', Text],
  ['Button', Button],
  ['Stat', ({ label, value }: { readonly label?: string; readonly value?: unknown }) => <Line left={label ?? ''} right={value} />],
  ['TextField', ({ label, value, onChange }: Input) => <Field label={label ?? ''} value={value} onInput={text => onChange({ value: text })} />],
])

export const catalog: ComponentCatalog = {
  get: name => views.get(name),
  Root: ({ children }: { readonly children?: ReactNode }) => <Fragment>{children}</Fragment>,
  FaultTile({ title, message }) {
    throw new Error(`${title}: ${message}`)
  },
  Pending: () => null,
}

export const cyanotype: Engine = {
  text: toBlueprint,
  start(place) {
    const stream = createBlueprintStream({ nextFrame: run => requestAnimationFrame(run) })
    const app = createApp({ stream, ports })
    flushSync(() => createRoot(place).render(<BlueprintView app={app} catalog={catalog} />))
    let arrived = ''
    const feed = {
      push(piece: string) {
        arrived += piece
      },
      flush() {
        if (arrived === '') return
        const text = arrived
        arrived = ''
        flushSync(() => stream.push(text))
      },
      end() {
        feed.flush()
        flushSync(() => stream.end())
        const fault = app.issues.value.find(issue => issue.severity === 'error')
        if (fault) throw new Error(fault.message)
        flushSync(() => app.start())
      },
    }
    return feed
  },
}

export interface Running {
  readonly app: Runtime
  readonly root: Root
}

/** A whole blueprint, checked. */
export function load(text: string): JsonObject {
  const { document, issues } = loadBlueprint(text)
  const fault = issues.find(issue => issue.severity === 'error')
  if (!document || fault) throw new Error(fault?.message ?? 'This is no blueprint.')
  return document
}

/** A checked blueprint, running and drawn. */
export function run(place: Element, document: JsonObject): Running {
  // Every app is made by `createApp`, whose apps are runtimes.
  const app = createApp({ document, ports }) as Runtime
  app.start()
  const root = createRoot(place)
  flushSync(() => root.render(<BlueprintView app={app} catalog={catalog} />))
  return { app, root }
}

export function boundTexts(place: Element, count: number): Leaves {
  const { app } = run(place, load(boundLeaves(count)))
  return { change: (index, value) => flushSync(() => app.write(['values', Math.floor(index / 10), `k${index % 10}`], value)) }
}

export function repeat(count: number): Mountable {
  const document = load(repeatedRows(count))
  return {
    mount(place) {
      const { app, root } = run(place, document)
      return () => {
        root.unmount()
        app.dispose()
      }
    },
  }
}
