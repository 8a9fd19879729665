import type { Json, Path } from './json.ts'

/**
 * JSON Pointer (RFC 6901) over plain JSON. Pointers come out of documents that a model wrote, so
 * reading sees own properties and list elements only: `__proto__` is a name like any other.
 */

/** The tokens of a pointer, or null where it is none. `''` is the document: no tokens. */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return []
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null
  return pointer
    .slice(1)
    .split('/')
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The pointer to a path. `parsePointer` gives the path back, with indexes as text. */
export function formatPointer(path: Path): string {
  let pointer = ''
  for (const step of path) pointer += `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`
  return pointer
}

/** The value at a pointer or path, or undefined where there is none (a malformed pointer leads nowhere). */
export function getAt(document: Json, at: string | Path): Json | undefined {
  const path = typeof at === 'string' ? parsePointer(at) : at
  if (path === null) return undefined
  let node: Json | undefined = document
  for (const step of path) {
    if (node === undefined) return undefined
    node = childOf(node, step)
  }
  return node
}

function childOf(node: Json, step: string | number): Json | undefined {
  if (isList(node)) {
    const index = typeof step === 'number' ? step : parseIndex(step)
    return index !== null && Object.hasOwn(node, index) ? node[index] : undefined
  }
  if (node === null || typeof node !== 'object') return undefined
  return Object.hasOwn(node, step) ? node[String(step)] : undefined
}

/** A list index as RFC 6901 writes it: no sign, no leading zero. `-`, the place after the last element, is no element. */
function parseIndex(token: string): number | null {
  return /^(0|[1-9][0-9]{0,15})$/.test(token) ? Number(token) : null
}

function isList(node: Json): node is readonly Json[] {
  return Array.isArray(node)
}
