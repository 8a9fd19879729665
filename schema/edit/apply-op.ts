/** One operation of an edit (B80), applied to a document with short ids. */
import { isList, isRecord, isText, kindText, own, recordOf } from '../check/kinds.ts'
import { didYouMean } from '../formula/did-you-mean.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { getAt } from '../json/pointer.ts'
import { changeDocument } from './change.ts'
import { describeNode, describeNodes, describePath } from './describe.ts'
import { isRefusal, type Move, type OpForm, type Refusal, type Step, type Target, type Written } from './edit.ts'
import { findPath, sectionOrder } from './edit-path.ts'
import { type Found, findNode } from './find-node.ts'
import { SHORT_ID } from './node-ids.ts'

/** The document after an operation whose shape has been checked, or why it does not hold. */
export function applyOp(document: JsonObject, form: OpForm, op: JsonObject): Step | Refusal {
  if (form === 'put') return put(document, op.put as Json, op.value as Json)
  if (form === 'drop') return drop(document, op.drop as Json)
  const found = findNode(document, op.node as Target)
  if (isRefusal(found)) return under('node', found)
  switch (form) {
    case 'change':
      return change(document, found, (op.set ?? {}) as JsonObject, (op.unset ?? []) as readonly string[])
    case 'replace':
      return replace(document, found, op.replace as Json)
    case 'remove':
      return remove(document, found)
    case 'before':
    case 'after':
      return beside(document, found, form, op[form] as Json)
    case 'into':
      return into(document, found, op.into as Json, op.at as number | undefined)
  }
}

const under = (key: string, refusal: Refusal): Refusal => ({ ...refusal, at: [key, ...refusal.at] })

function put(document: JsonObject, written: Json, value: Json): Step | Refusal {
  const found = findPath(document, written, true)
  if (isRefusal(found)) return under('put', found)
  const { path, old, missing } = found
  const withParents = missing.reduce((next, at) => setAt(next, at, {}), document)
  const next = setAt(withParents, path, value)
  const words = old === undefined ? `Adds ${describePath(path, next, 'to')}` : `Changes ${describePath(path, next)}`
  return { document: next, change: words, moves: [{ kind: 'set', at: path }], written: [{ from: ['value'], at: path }] }
}

function drop(document: JsonObject, written: Json): Step | Refusal {
  const found = findPath(document, written, false)
  if (isRefusal(found)) return under('drop', found)
  return {
    document: takeOut(document, found.path),
    change: `Removes ${describePath(found.path, document, 'from')}`,
    moves: [{ kind: 'remove', at: found.path }],
    written: [],
  }
}

function change(document: JsonObject, { path, value }: Found, set: JsonObject, unset: readonly string[]): Step | Refusal {
  const node: Json = isText(value) ? { type: 'Text', text: value } : value
  if (!isRecord(node)) return { code: 'edit-place', at: ['node'], message: `Properties are set on a component; this is ${kindText(node)}.` }
  for (const [index, name] of unset.entries()) {
    if (Object.hasOwn(node, name)) continue
    const suggestion = didYouMean(name, Object.keys(node))
    const message = `${describeNode(node)} has no "${name}" to take away${suggestion ? `: did you mean "${suggestion}"?` : '.'}`
    return { code: 'edit-place', at: ['unset', index], message, suggestion, instead: suggestion }
  }
  const names = Object.keys(set).filter(name => name !== SHORT_ID)
  const kept = Object.keys(node).filter(name => !unset.includes(name))
  const changed = recordOf(
    [...new Set([...kept, ...names])].map(name => [name, (Object.hasOwn(set, name) && name !== SHORT_ID ? set[name] : node[name]) as Json] as const),
  )
  const moves: Move[] = [
    ...unset.map(name => ({ kind: 'remove' as const, at: [...path, name] })),
    ...names.map(name => ({ kind: 'set' as const, at: [...path, name] })),
  ]
  return {
    document: setAt(document, path, changed),
    change: `Changes ${describeNode(node)}: ${[...names, ...unset].join(', ')}`,
    moves,
    written: names.map((name): Written => ({ from: ['set', name], at: [...path, name] })),
  }
}

function replace(document: JsonObject, { path, value }: Found, next: Json): Step {
  return {
    document: setAt(document, path, next),
    change: `Replaces ${describeNode(value)} by ${describeNode(next)}`,
    moves: [{ kind: 'set', at: path }],
    written: [{ from: ['replace'], at: path }],
  }
}

function remove(document: JsonObject, { path, value, place }: Found): Step | Refusal {
  const isRoot = place.parent === null && path.length === place.path.length
  if (isRoot && path[0] !== 'glance') {
    const instead = path[0] === 'view' ? 'Replace it' : `Replace it, or drop "${path.slice(0, 2).join('.')}"`
    return { code: 'edit-place', at: ['node'], message: `${describeNode(value)} is all that is shown there, and cannot be taken away. ${instead}.` }
  }
  return { document: takeOut(document, path), change: `Removes ${describeNode(value)}`, moves: [{ kind: 'remove', at: path }], written: [] }
}

function beside(document: JsonObject, { path, value }: Found, side: 'before' | 'after', given: Json): Step | Refusal {
  const list = path.slice(0, -1)
  const index = path.at(-1)
  if (typeof index !== 'number' || !isList(getAt(document, list)))
    return {
      code: 'edit-place',
      at: ['node'],
      message: `${describeNode(value)} stands alone, so that nothing can stand ${side} it. Replace it by a Stack that holds both.`,
    }
  return insert(document, list, side === 'before' ? index : index + 1, given, [side], `${side} ${describeNode(value)}`)
}

function into(document: JsonObject, { path, value }: Found, given: Json, at: number | undefined): Step | Refusal {
  if (!isList(value) && !isRecord(value))
    return { code: 'edit-place', at: ['node'], message: `${describeNode(value)} takes no components. Put them before or after it.` }
  const children = isList(value) ? value : own(value, 'children')
  const list: Path = isList(value) ? path : [...path, 'children']
  if (children !== undefined && !isList(children))
    return { code: 'edit-place', at: ['node'], message: `The children of ${describeNode(value)} are no list: set "children".` }
  const count = children?.length ?? 0
  if (at !== undefined && at > count)
    return { code: 'out-of-bounds', at: ['at'], message: `There ${count === 1 ? 'is 1 element' : `are ${count} elements`} there: "at" is at most ${count}.` }
  const ready = children === undefined ? setAt(document, list, []) : document
  return insert(ready, list, at ?? count, given, ['into'], isList(value) ? `to ${path.at(-1)}` : `to ${describeNode(value)}`)
}

function insert(document: JsonObject, list: Path, index: number, given: Json, from: Path, where: string): Step {
  const added = isList(given) ? given : [given]
  const written = added.map((_, offset): Written => ({ from: isList(given) ? [...from, offset] : from, at: [...list, index + offset] }))
  return {
    document: changeDocument(document, list, old => (old as readonly Json[]).toSpliced(index, 0, ...added)),
    change: `Adds ${describeNodes(added)} ${where}`,
    moves: [{ kind: 'insert', list, index, count: added.length }],
    written,
  }
}

/** A new section comes where the order of the sections has it. */
function setAt(document: JsonObject, path: Path, value: Json): JsonObject {
  const next = changeDocument(document, path, () => value)
  const [section] = path
  if (path.length !== 1 || Object.hasOwn(document, String(section))) return next
  const rank = (name: string) => sectionOrder.indexOf(name)
  const names = Object.keys(document)
  const place = names.findIndex(name => rank(name) > rank(String(section)))
  const ordered = place < 0 ? [...names, String(section)] : names.toSpliced(place, 0, String(section))
  return recordOf(ordered.map(name => [name, next[name] as Json] as const))
}

const takeOut = (document: JsonObject, path: Path): JsonObject => changeDocument(document, path, () => undefined)
