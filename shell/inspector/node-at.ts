/**
 * Which node of which app an element on the page was drawn by. React knows: each element carries the fiber that made
 * it, and above that stand the views of the engine with their properties. Nothing is kept for it while nobody asks.
 *
 * The fiber is React's own and no part of its contract: where a version of React has it no more, nothing is found,
 * and the test beside this file fails.
 */
import type { Runtime } from '../../engine/app/runtime.ts'
import type { App } from '../../engine/contracts.ts'
import type { JsonObject } from '../../schema/json/json.ts'

interface Fiber {
  readonly return: Fiber | null
  readonly memoizedProps: unknown
}

export interface FoundNode {
  readonly definition: JsonObject
  readonly app: App
}

/** The innermost node that drew `element`; null where no blueprint did. */
export function nodeAt(element: Element): FoundNode | null {
  let definition: JsonObject | null = null
  for (let fiber = fiberOf(element); fiber; fiber = fiber.return) {
    const props = fiber.memoizedProps
    if (props === null || typeof props !== 'object') continue
    const given = props as { readonly definition?: unknown; readonly scope?: unknown; readonly runtime?: unknown; readonly catalog?: unknown }
    // `NodeView` alone has a definition and a scope, `DrawnApp` alone a runtime and a catalog.
    if (definition === null && given.scope !== undefined && isNode(given.definition)) definition = given.definition
    if (definition !== null && given.runtime !== undefined && given.catalog !== undefined) return { definition, app: given.runtime as Runtime }
  }
  return null
}

/** The outermost element that the same node drew. */
export function elementOfNode(element: Element, { definition }: FoundNode): Element {
  let outermost = element
  for (let above = element.parentElement; above && nodeAt(above)?.definition === definition; above = above.parentElement) outermost = above
  return outermost
}

/** The first element below `root` that this node drew; null where it is not on the page. */
export function findDrawn(root: Element, definition: JsonObject): Element | null {
  for (const element of root.querySelectorAll('*')) if (nodeAt(element)?.definition === definition) return element
  return null
}

function fiberOf(element: Element): Fiber | null {
  const key = Object.keys(element).find(name => name.startsWith('__reactFiber$'))
  return key === undefined ? null : ((element as unknown as Record<string, Fiber>)[key] ?? null)
}

function isNode(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && typeof (value as JsonObject).type === 'string'
}
