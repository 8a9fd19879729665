import type { Fix, FixEdit } from '../issue.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { parsePointer } from '../json/pointer.ts'
import { isList, isRecord, own, recordOf } from './kinds.ts'

/**
 * The document with a fix applied; nothing is mutated. `set` at `…/-` appends, and makes the list
 * where there is none, or null; `rename` keeps the key's place. An edit whose place is not there throws a
 * RangeError: a fix belongs to the document that it was found in. So does an edit of the text, which
 * `applyFixToText` applies.
 */
export function applyFix(document: Json, fix: Fix): Json {
  return fix.edits.reduce(applyEdit, document)
}

function applyEdit(document: Json, edit: FixEdit): Json {
  if ('offset' in edit) throw new RangeError('This edit is one of the text: apply it to that.')
  // The checker makes fixes out of plain JSON only; their type leaves the value open for other callers.
  if ('set' in edit) return change(document, tokensOf(edit.set), parent => setIn(parent, edit.value as Json))
  if ('remove' in edit) return change(document, tokensOf(edit.remove), removeIn)
  return change(document, tokensOf(edit.rename), parent => renameIn(parent, edit.to))
}

interface Place {
  readonly container: Json | undefined
  readonly key: string
}

function tokensOf(pointer: string): readonly string[] {
  const tokens = parsePointer(pointer)
  if (tokens === null) throw new RangeError(`${pointer} is no JSON Pointer.`)
  return tokens
}

/** Rebuilds the containers along the path; `apply` gives the innermost container anew. */
function change(document: Json, tokens: readonly string[], apply: (place: Place) => Json): Json {
  const [key, ...rest] = tokens
  if (key === undefined) return apply({ container: undefined, key: '' })
  if (rest.length === 0) return apply({ container: document, key })
  const inner = isList(document) ? document[Number(key)] : isRecord(document) ? own(document, key) : undefined
  if (inner === undefined && !(rest.length === 1 && rest[0] === '-')) throw new RangeError(`There is nothing at "${key}".`)
  return setIn({ container: document, key }, change(inner ?? [], rest, apply))
}

function setIn({ container, key }: Place, value: Json): Json {
  if (container === undefined) return value
  if (container === null && key === '-') return [value]
  if (isList(container)) return key === '-' ? [...container, value] : container.with(indexIn(container, key), value)
  const record = recordAt(container)
  return Object.hasOwn(record, key)
    ? recordOf(Object.keys(record).map(name => [name, name === key ? value : (record[name] as Json)]))
    : recordOf([...Object.keys(record).map(name => [name, record[name] as Json] as const), [key, value]])
}

function removeIn({ container, key }: Place): Json {
  if (isList(container)) return container.toSpliced(indexIn(container, key), 1)
  const record = recordAt(container)
  return recordOf(
    Object.keys(record)
      .filter(name => name !== key)
      .map(name => [name, record[name] as Json]),
  )
}

function renameIn({ container, key }: Place, to: string): Json {
  const record = recordAt(container)
  if (!Object.hasOwn(record, key)) throw new RangeError(`There is no "${key}" to rename.`)
  return recordOf(
    Object.keys(record)
      .filter(name => name !== to || name === key)
      .map(name => [name === key ? to : name, record[name] as Json]),
  )
}

function indexIn(list: readonly Json[], key: string): number {
  const index = /^\d+$/.test(key) ? Number(key) : -1
  if (index < 0 || index >= list.length) throw new RangeError(`There is no element ${key}.`)
  return index
}

function recordAt(container: Json | undefined): JsonObject {
  if (!isRecord(container)) throw new RangeError('There is no record to edit.')
  return container
}
