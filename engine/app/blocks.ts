/** The blocks (B52) of an app: their views, which are loaded with the first app that uses one, and their own state. */
import { signal } from '@preact/signals-core'
import type { DrawnSpec } from '../../schema/catalog.ts'
import { blocks } from '../../schema/generated/run-catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'

const views = signal<ReadonlyMap<string, Json> | null>(null)
let loading: Promise<void> | null = null

/** Loads what blocks are drawn as. An app that is drawn before shows an outline in their place. */
export function loadBlockViews(): Promise<void> {
  loading ??= import('../../schema/generated/block-views.ts').then(
    module => {
      views.value = module.blockViews
    },
    (error: unknown) => {
      // The next app that uses one tries again.
      loading = null
      throw error
    },
  )
  return loading
}

/** What the block is drawn as; undefined while that is loaded, and whoever draws is told when it is there. */
export function blockView(name: string, failed: (error: unknown) => void): Json | undefined {
  if (views.value === null) loadBlockViews().catch(failed)
  return views.value?.get(name)
}

/** The name in the store of an entry of a block's own; no author can write it. */
export function blockEntry(place: string, name: string): string {
  return `${place} ${name}`
}

/** Whether a document uses a block anywhere. */
export function usesBlocks(document: JsonObject): boolean {
  return blockUses(document).length > 0
}

/** The uses of blocks in the views of a document, in the order in which they are written. A part of the same name stands in a block's place. */
export function blockUses(document: JsonObject): readonly { readonly node: JsonObject; readonly spec: DrawnSpec }[] {
  const parts = document.parts !== null && typeof document.parts === 'object' ? document.parts : {}
  const found: { node: JsonObject; spec: DrawnSpec }[] = []
  const visit = (value: Json | undefined): void => {
    if (value === null || typeof value !== 'object') return
    if (Array.isArray(value)) {
      for (const element of value as readonly Json[]) visit(element)
      return
    }
    const node = value as JsonObject
    const spec = typeof node.type === 'string' && !Object.hasOwn(parts, node.type) ? blocks.get(node.type) : undefined
    if (spec) found.push({ node, spec })
    for (const key of Object.keys(node)) visit(node[key])
  }
  for (const section of ['view', 'pages', 'glance']) visit(document[section])
  return found
}
