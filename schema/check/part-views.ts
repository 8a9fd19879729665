/** What a part's use is drawn as, and where its children go: a component that takes only certain children looks through parts (B45, B50). */
import type { Json, JsonObject } from '../json/json.ts'
import { isList, isRecord, isText, own } from './kinds.ts'

type Views = ReadonlyMap<string, { readonly view: Json }>

/** The component that a use of this part is drawn as; undefined where that is a text, nothing, or not known. */
export function drawnAs(parts: Views, type: string): string | undefined {
  const seen = new Set<string>()
  for (let at: Json | undefined = type; isText(at); ) {
    const part: { readonly view: Json } | undefined = seen.has(at) ? undefined : parts.get(at)
    if (part === undefined) return seen.has(at) ? undefined : at
    seen.add(at)
    at = isRecord(part.view) ? own(part.view, 'type') : undefined
  }
  return undefined
}

/**
 * The component that the children of a use stand in, which go to the Slot of this name: undefined where
 * the part has no such Slot, `null` where the Slot is the part's view, so that they stand where the use does.
 */
export function slotParent(parts: Views, type: string, slot: string, seen: ReadonlySet<string> = new Set()): string | null | undefined {
  const part = seen.has(type) ? undefined : parts.get(type)
  return part && find(part.view, null)

  function find(value: Json, parent: string | null): string | null | undefined {
    if (isList(value)) return firstOf(value, inner => find(inner, parent))
    if (!isRecord(value)) return undefined
    const inner = own(value, 'type')
    if (!isText(inner)) return firstOf(Object.values(value) as Json[], each => find(each, parent))
    if (inner === 'Slot') return slotName(value, 'name') === slot ? parent : undefined
    return firstOf(Object.keys(value), key => {
      const content = value[key] as Json
      if (key !== 'children' || !parts.has(inner)) return find(content, inner)
      return firstOf(isList(content) ? content : [content], child => {
        const around = slotParent(parts, inner, isRecord(child) ? slotName(child, 'slot') : '', new Set([...seen, type]))
        return around === undefined ? undefined : find(child, around ?? parent)
      })
    })
  }
}

/** The name that a Slot has (`name`), or that a child of a use gives (`slot`); the empty one where it gives none. */
export function slotName(node: JsonObject, key: 'name' | 'slot'): string {
  const name = own(node, key)
  return isText(name) ? name : ''
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value)
    if (found !== undefined) return found
  }
  return undefined
}
