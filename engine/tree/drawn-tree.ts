/** For tests: what a view shows, drawn without a page, so that it can be pressed and typed into. */
import type { Json } from '../../schema/json/json.ts'
import type { Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import { createNode, type Repeat } from './node.ts'
import type { Host } from './slots.ts'

export interface DrawnNode {
  readonly type: string
  readonly props: Readonly<Record<string, unknown>>
}

/** All components that are shown, each before what is in it. */
export function draw(app: Runtime): DrawnNode[] {
  const found: DrawnNode[] = []
  const host: Host = {
    node: (definition, scope) => () => visit(definition, scope),
    nodes: (definitions, scope) => () => {
      for (const definition of definitions) visit(definition, scope)
    },
  }
  function visit(definition: Json, scope: Scope): void {
    const drawn = createNode(app, definition, scope, host).value
    if (drawn.kind === 'instead') visit(drawn.definition, drawn.scope)
    if (drawn.kind === 'several') for (const each of drawn.definitions) visit(each, drawn.scope)
    if (drawn.kind !== 'component') return
    found.push({ type: drawn.spec.name, props: drawn.props })
    for (const child of drawn.children) visit(child, scope)
    if (drawn.repeat) repeated(drawn.repeat, scope)
    const listed = (drawn.props.rows ?? drawn.props.items) as readonly { readonly node?: () => void; readonly content?: () => void }[] | undefined
    if (Array.isArray(listed)) for (const row of listed) (row?.node ?? row?.content)?.()
  }
  function repeated({ rows, scopes, children, empty }: Repeat, scope: Scope): void {
    if (rows.value.rows.length === 0 && empty !== undefined) visit(empty, scope)
    for (const row of rows.value.rows) for (const child of children) visit(child, scopes.of(row))
  }
  const view = app.view()
  if (view !== undefined) visit(view, app.names)
  return found
}

/** Does what the component would do with its handler. */
export function press(node: DrawnNode | undefined, handler: string, event?: object): void {
  const run = node?.props[handler]
  if (typeof run !== 'function') throw new TypeError(`${node?.type ?? 'Nothing'} has no ${handler}.`)
  run(event)
}

/** Lets what is pending go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve()
}
