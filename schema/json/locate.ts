import { createLines, type Lines } from './lines.ts'
import { parsePointer } from './pointer.ts'

/** Where a value (or key) stands in a text. `offset` and the exclusive `end` count UTF-16 units from 0; line and column are 1-based. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly offset: number
  readonly end: number
}

export interface LocateOptions {
  /** The key of the value in place of the value itself; an element of a list has none and gives its value. */
  readonly key?: boolean
}

/** A value in the text, with its members by key or index. */
interface Spot {
  readonly offset: number
  end: number
  readonly keyOffset: number
  readonly keyEnd: number
  readonly members: Map<string, Spot> | null
}

interface OpenSpot {
  readonly spot: Spot
  readonly isList: boolean
  key: { readonly name: string; readonly offset: number; readonly end: number } | null
}

/**
 * Finds places in one JSON text, which is scanned once, at the first question.
 *
 * The text may be damaged: it is read as tolerantly as its brackets and quotes allow, and for a
 * pointer to what is not there the nearest value around it is given, at worst the document. Of a key
 * that stands twice, the first counts.
 */
export function createLocator(text: string): (pointer: string, options?: LocateOptions) => Place {
  let root: Spot | undefined
  let lines: Lines | undefined
  return (pointer, options) => {
    root ??= scan(text)
    lines ??= createLines(text)
    let spot = root
    let missed = false
    for (const token of parsePointer(pointer) ?? []) {
      const next = spot.members?.get(token)
      missed = next === undefined
      if (next === undefined) break
      spot = next
    }
    const wantsKey = options?.key === true && !missed && spot.keyOffset >= 0
    const [offset, end] = wantsKey ? [spot.keyOffset, spot.keyEnd] : [spot.offset, spot.end]
    return { ...lines.place(offset), offset, end }
  }
}

/** The place of one value; for several in the same text, `createLocator` scans it only once. */
export function locate(text: string, pointer: string, options?: LocateOptions): Place {
  return createLocator(text)(pointer, options)
}

/** The place of a character, given as an offset. */
export function locateOffset(text: string, offset: number): { readonly line: number; readonly column: number } {
  return createLines(text).place(offset)
}

function scan(text: string): Spot {
  const stack: OpenSpot[] = []
  let root: Spot | undefined
  let i = 0

  const add = (offset: number, end: number, members: Map<string, Spot> | null): Spot => {
    const top = stack.at(-1)
    const key = top?.key ?? null
    const spot: Spot = { offset, end, keyOffset: key?.offset ?? -1, keyEnd: key?.end ?? -1, members }
    root ??= spot
    if (top === undefined) return spot
    const name = top.isList ? String(top.spot.members!.size) : key!.name
    if (!top.spot.members!.has(name)) top.spot.members!.set(name, spot)
    top.key = null
    return spot
  }

  while (i < text.length) {
    const top = stack.at(-1)
    const start = i
    const character = text[i]!
    const wantsKey = top !== undefined && !top.isList && top.key === null
    if (' \n\r\t,:'.includes(character)) i++
    else if (character === '}' || character === ']') {
      i++
      const closed = stack.pop()
      if (closed !== undefined) closed.spot.end = i
      if (stack.length === 0) break
    } else if ((character === '{' || character === '[') && !wantsKey) {
      i++
      stack.push({ spot: add(start, text.length, new Map()), isList: character === '[', key: null })
    } else {
      i = character === '"' ? stringEnd(text, i) : wordEnd(text, i)
      if (wantsKey) top.key = { name: decodeKey(text.slice(start, i)), offset: start, end: i }
      else add(start, i, null)
      if (stack.length === 0) break
    }
  }
  return root ?? { offset: 0, end: text.length, keyOffset: -1, keyEnd: -1, members: null }
}

/** After the closing quote of the string that opens at `start`; the end of the text where it never closes. */
function stringEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i + 1
  }
  return text.length
}

function wordEnd(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && !' \n\r\t,:{}[]"'.includes(text[i]!)) i++
  return i
}

function decodeKey(source: string): string {
  try {
    return String(JSON.parse(source))
  } catch {
    return source // a damaged or unquoted key is named as it stands
  }
}
