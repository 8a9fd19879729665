import type { Json, JsonObject } from '../../schema/json/json.ts'
import { documentNodes } from '../inspector/document-nodes.ts'
import { elementOfNode, findDrawn, nodeAt } from '../inspector/node-at.ts'

/** How long it takes to develop, ms; `ChangeBar.css` has the same. */
const DEVELOPS = 900
/** A change of everything is seen anyway. */
const MOST = 40

/** The components of `after` that `before` did not have as they are, innermost ones alone. */
export function changedNodes(before: JsonObject, after: JsonObject): readonly JsonObject[] {
  const text = (value: Json) => JSON.stringify(value)
  const known = new Set(documentNodes(before).map(({ definition }) => text(definition)))
  const changed = documentNodes(after).filter(({ definition }) => !known.has(text(definition)))
  // In the order of the document, what stands in a node comes right behind it.
  return changed
    .filter(({ depth }, at) => !((changed[at + 1]?.depth ?? 0) > depth && isInside(changed[at + 1]?.path, changed[at]?.path)))
    .map(({ definition }) => definition)
}

const isInside = (inner: readonly unknown[] = [], outer: readonly unknown[] = []): boolean => outer.every((key, at) => inner[at] === key)

/** What an edit changed turns blue and develops again. */
export function developChanged(root: Element, before: JsonObject, after: JsonObject): void {
  // Once what changed has been drawn.
  requestAnimationFrame(() => {
    for (const definition of changedNodes(before, after).slice(0, MOST)) {
      const drawn = findDrawn(root, definition)
      const found = drawn && nodeAt(drawn)
      if (!found) continue
      const element = elementOfNode(drawn, found)
      element.setAttribute('data-develops', '')
      setTimeout(() => element.removeAttribute('data-develops'), DEVELOPS)
    }
  })
}
