/**
 * Cyanotype as one engine more in the harness with which its peers were measured: built by the harness's own
 * `build.mjs` as `ENTRY`, drawing with the harness's views, so that the DOM of all engines is the same.
 */
import { install } from '@bench/harness'
import * as views from '@bench/html'
import { Fragment, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Runtime } from '../../engine/app/runtime.ts'
import { createApp, createBlueprintStream } from '../../engine/index.ts'
import { BlueprintView, type CatalogComponent, type ComponentCatalog } from '../../engine/react/index.ts'
import { blueprint, boundLeaves } from './documents.ts'
import { ports } from './page/ports.ts'

/** The harness's tree of one app. */
type HarnessNode =
  | { readonly type: 'Column'; readonly children: readonly HarnessNode[] }
  | { readonly type: 'Card'; readonly props: { readonly title: string }; readonly children: readonly HarnessNode[] }
  | { readonly type: 'Text'; readonly props: { readonly text: string } }
  | { readonly type: 'Input'; readonly props: { readonly label: string; readonly bind: string } }
  | { readonly type: 'Button'; readonly props: { readonly label: string } }
  | { readonly type: 'Row'; readonly props: { readonly text: string; readonly meta: string } }

/** What the harness asks of an engine. */
export interface PeerEngine {
  /** An app in the form that the engine reads. */
  text(app: HarnessNode): string
  /** `count` texts in cards of ten, bound to `k0`, `k1`, …, which hold `v0`, `v1`, …. */
  boundText(count: number): string
  initialFor(count: number): object
  create(place: Element): {
    push(piece: string): void
    flush(): void
    end(): void
    set(name: string, value: string): void
  }
}

interface Props {
  readonly children?: ReactNode
  readonly title?: string
  readonly text?: string
  readonly label?: string
  readonly value?: unknown
  readonly onPress?: () => void
  readonly onChange: (event: { readonly value: string }) => void
}

// Called and not mounted, as the harness's other adapters do: one component a view.
const drawn = new Map<string, CatalogComponent>([
  ['Stack', ({ children }: Props) => views.Column({ children })],
  ['Card', ({ title = '', children }: Props) => views.Card({ title, children })],
  ['Text', ({ text = '' }: Props) => views.Text({ text })],
  ['Button', ({ label = '', onPress = () => {} }: Props) => views.Button({ label, onClick: onPress })],
  ['Stat', ({ label = '', value }: Props) => views.Row({ text: label, meta: value })],
  ['TextField', ({ label = '', value, onChange }: Props) => views.Input({ label, value, onInput: text => onChange({ value: text }) })],
])

const catalog: ComponentCatalog = {
  get: name => drawn.get(name),
  Root: ({ children }: { readonly children?: ReactNode }) => <Fragment>{children}</Fragment>,
  FaultTile({ title, message }) {
    throw new Error(`${title}: ${message}`)
  },
  Pending: () => null,
}

const engine: PeerEngine = {
  text: app => blueprint({ form: { type: 'any', init: {} } }, toNode(app)),
  boundText: boundLeaves,
  initialFor: () => ({}),
  create(place) {
    const stream = createBlueprintStream({ nextFrame: run => requestAnimationFrame(run) })
    // Every app is made by `createApp`, whose apps are runtimes.
    const app = createApp({ stream, ports }) as Runtime
    flushSync(() => createRoot(place).render(<BlueprintView app={app} catalog={catalog} />))
    let arrived = ''
    const flush = () => {
      if (arrived === '') return
      const text = arrived
      arrived = ''
      flushSync(() => stream.push(text))
    }
    return {
      push(piece) {
        arrived += piece
      },
      flush,
      end() {
        flush()
        flushSync(() => stream.end())
        const fault = app.issues.value.find(issue => issue.severity === 'error')
        if (fault) throw new Error(fault.message)
        flushSync(() => app.start())
      },
      set(name, value) {
        const index = Number(name.slice(1))
        app.write(['values', Math.floor(index / 10), `k${index % 10}`], value)
      },
    }
  },
}

function toNode(node: HarnessNode): object {
  switch (node.type) {
    case 'Column':
      return { type: 'Stack', children: node.children.map(toNode) }
    case 'Card':
      return { type: 'Card', title: node.props.title, children: node.children.map(toNode) }
    case 'Text':
      return { type: 'Text', text: node.props.text }
    case 'Input':
      return { type: 'TextField', label: node.props.label, bind: `form.${node.props.bind}` }
    case 'Button':
      return { type: 'Button', label: node.props.label }
    case 'Row':
      return { type: 'Stat', label: node.props.text, value: node.props.meta }
  }
}

// The harness flushes what an engine has set with this.
Object.assign(window, { RDFS: flushSync })
install({ cyanotype: engine }, views.R)
