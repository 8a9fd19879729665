/** Random edits of a document, most of them good, for tests of laws. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { isRecord, own } from '../check/kinds.ts'
import { loadBlueprint } from '../check/load-blueprint.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { shortIdOf, withNodeIds } from './node-ids.ts'
import { nodePlaces } from './node-places.ts'

const folders = [new URL('../../blueprints/apps/', import.meta.url), new URL('../../tests/fixtures/valid/', import.meta.url)]

/** The shipped apps and the valid fixtures, each as it is loaded. */
export const documents: readonly { readonly name: string; readonly document: JsonObject }[] = folders.flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json') && !name.endsWith('.issues.json'))
    .flatMap(name => {
      const { document, issues } = loadBlueprint(readFileSync(new URL(name, folder), 'utf8'))
      return document && issues.every(({ severity }) => severity !== 'error') ? [{ name, document }] : []
    }),
)

/** Operations on what is in the document: about half of the lists hold together. */
export function opsOf(document: JsonObject): fc.Arbitrary<readonly JsonObject[]> {
  const root: { readonly id: string; readonly node: JsonObject; readonly path: Path } = { id: 'root', node: {}, path: ['view'] }
  const nodes = [
    root,
    ...nodePlaces(withNodeIds(document)).flatMap(({ node, path }) => {
      const id = shortIdOf(node)
      return id !== undefined && isRecord(node) ? [{ id, node, path }] : []
    }),
  ]
  const node = fc.constantFrom(...nodes)
  const words = fc.constantFrom('Ink', 'Blue print', '', 'a “b” \\ "c"', '多', '__proto__')
  const added: fc.Arbitrary<Json> = words.map(text => ({ type: 'Text', text }))
  const names = fc.constantFrom('edited', 'zz', 'aa')
  const placesOf = (kind: (place: { readonly node: JsonObject; readonly path: Path }) => boolean) => {
    const fitting = nodes.filter(kind)
    return fitting.length > 0 ? fc.constantFrom(...fitting) : node
  }
  const inList = placesOf(({ path }) => typeof path.at(-1) === 'number')
  const holding = placesOf(({ node: each }) => Array.isArray(own(each, 'children')))
  const labelled = placesOf(({ node: each }) => Object.hasOwn(each, 'label') || Object.hasOwn(each, 'text'))
  const leaves = leafPaths(document).filter(([section]) => section === 'app' || section === 'constants' || section === 'strings')
  const op: fc.Arbitrary<JsonObject> = fc.oneof(
    fc.record({ put: names.map(name => `state.${name}`), value: fc.oneof(words, fc.constant({ type: ['text'], init: [] }), fc.integer()) }),
    fc.record({ put: names.map(name => ['derived', name]), value: fc.constant('${1 + 1}') }),
    fc.record({ put: fc.constantFrom<Path>(...leaves).map(path => [...path]), value: fc.oneof(words, fc.integer({ min: 0, max: 500 })) }),
    fc.record({ drop: names.map(name => `state.${name}`) }),
    fc.constant({ drop: 'tests' }),
    fc.tuple(labelled, words).map(([{ id, node: each }, text]) => ({ node: id, set: { [Object.hasOwn(each, 'label') ? 'label' : 'text']: text } })),
    node.map(({ id }) => ({ node: id, unset: ['gap'] })),
    fc.tuple(inList, added).map(([{ id }, given]) => ({ node: id, replace: given })),
    inList.map(({ id }) => ({ node: id, remove: true })),
    fc
      .tuple(inList, fc.constantFrom('before', 'after'), fc.oneof(added, fc.array(added, { minLength: 1, maxLength: 3 })))
      .map(([{ id }, side, given]) => ({ node: id, [side]: given })),
    fc
      .tuple(holding, added, fc.option(fc.constantFrom(0, 1), { nil: undefined }))
      .map(([{ id }, given, at]) => ({ node: id, into: given, ...(at !== undefined && { at }) })),
  )
  return fc.array(op, { minLength: 1, maxLength: 5 })
}

function leafPaths(value: Json, at: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((element: Json, index) => leafPaths(element, [...at, index]))
  return isRecord(value) ? Object.keys(value).flatMap(key => leafPaths(value[key] as Json, [...at, key])) : [at]
}

/** A cut of a text into pieces, some of them of one character. */
export function piecesOf(text: string): fc.Arbitrary<readonly string[]> {
  return fc.array(fc.nat(text.length), { maxLength: 12 }).map(cuts => {
    const ends = [...new Set([...cuts, text.length])].toSorted((a, b) => a - b)
    return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end))
  })
}
