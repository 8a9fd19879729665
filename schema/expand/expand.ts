/** The same app without parts (B45). */
import { entriesOf, isRecord, own, recordOf } from '../check/kinds.ts'
import { childrenOf, type Expression, type ExpressionNode } from '../formula/expression.ts'
import { treeToFormula } from '../formula/tree-to-formula.ts'
import { blocks } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { orderDocument } from '../layout/order.ts'
import { createNodeExpander } from './nodes.ts'
import { readParts, typesIn, wordsIn } from './parts.ts'
import { ExpandProblem } from './problem.ts'
import { bindFixed, documentScope } from './scope.ts'
import { createRewriter } from './texts.ts'

export type Expanded =
  | { readonly document: JsonObject }
  /** A part that cannot be written out where it is used, though it can be drawn there: what is in the way, and what to rename. */
  | { readonly problem: { readonly at: Path; readonly message: string } }

/** A value of the document that is longer than this as a formula gets a name under "derived" instead of being repeated. */
const LONG = 100

/**
 * A blueprint with each use of a part or block replaced by its view. It is drawn the same, does the same
 * and passes the same tests; expanding it again changes nothing.
 *
 * - Parameters are replaced by what the use gives. A name that would mean something else inside is kept
 *   apart: names of elements, of results and of lambdas are changed where they would catch one.
 * - Long values of the document get a name under "derived", which keeps what a reference refers to.
 * - An `id` in a part stays as it is written, also where the part is used several times, as it does when the part is drawn.
 * - `index`, the parameters of pages and the names that a component gives cannot be changed: where one of
 *   them would catch a name, nothing is written out and the problem says which.
 *
 * @param document one that has no errors
 */
export function expandBlueprint(document: JsonObject): Expanded {
  const parts = readParts(document)
  if (parts.size === 0 && !usesBlock(document)) return { document: withoutParts(document) }
  const taken = new Set(wordsIn(document))
  const fresh = (name: string): string => {
    const stem = name.replace(/\d+$/, '')
    for (let count = 2; ; count++) {
      const candidate = `${stem}${count}`
      if (taken.has(candidate)) continue
      taken.add(candidate)
      return candidate
    }
  }
  const documentNames = new Set(
    ['constants', 'state', 'data', 'derived', 'actions'].flatMap(section => entriesOf(own(document, section)).map(([name]) => name)),
  )
  const named = new Map<string, string>()
  const nameOf = (tree: Expression, like: string): Expression => {
    const text = treeToFormula(tree)
    const stem = nameLike(like)
    const known = named.get(text)
    const name = known ?? (taken.has(stem) ? fresh(stem) : stem)
    taken.add(name)
    named.set(text, name)
    return { kind: 'name', name }
  }
  const added = { state: new Map<string, Json>(), actions: new Map<string, Json>() }
  const add = (section: 'state' | 'actions', entry: Json, like: string): string => {
    const stem = nameLike(like)
    const name = taken.has(stem) ? fresh(stem) : stem
    taken.add(name)
    added[section].set(name, entry)
    return name
  }
  const rewrite = createRewriter(fresh, nameOf)
  const expander = createNodeExpander({
    parts,
    rewrite,
    documentNames,
    fresh,
    state: (entry, like) => add('state', entry, like),
    action: (steps, like) => add('actions', steps, like),
    abbreviate: (tree, like) => (holdsLambda(tree) || (tree.kind !== 'literal' && treeToFormula(tree).length > LONG) ? nameOf(tree, like) : tree),
  })

  const page = (value: Json, at: Path): Json => {
    if (!isRecord(value)) return value
    const scope = entriesOf(own(value, 'params')).reduce((outer, [name]) => bindFixed(outer, name), documentScope)
    return mapValue(value, 'view', view => expander.node(view, [...at, 'view'], scope))
  }
  try {
    let result = withoutParts(document)
    for (const section of ['view', 'glance']) result = mapValue(result, section, view => expander.node(view, [section], documentScope))
    result = mapValue(result, 'pages', pages =>
      isRecord(pages) ? recordOf(entriesOf(pages).map(([name, value]) => [name, page(value, ['pages', name])])) : pages,
    )
    return { document: withEntries(withEntries(withDerived(result, named), 'state', added.state), 'actions', added.actions) }
  } catch (error) {
    if (error instanceof ExpandProblem) return { problem: { at: error.at, message: error.message } }
    throw error
  }
}

function withoutParts(document: JsonObject): JsonObject {
  return Object.hasOwn(document, 'parts') ? recordOf(entriesOf(document).filter(([key]) => key !== 'parts')) : document
}

function mapValue(record: JsonObject, key: string, change: (value: Json) => Json): JsonObject {
  return recordOf(entriesOf(record).map(([name, value]) => [name, name === key ? change(value) : value]))
}

/** Before what is shown, as the document has it already or anew. */
function withDerived(document: JsonObject, named: ReadonlyMap<string, string>): JsonObject {
  if (named.size === 0) return document
  const added = [...named].map(([text, name]): [string, Json] => [name, `\${${text}}`])
  const derived = recordOf([...entriesOf(own(document, 'derived')), ...added])
  if (Object.hasOwn(document, 'derived')) return mapValue(document, 'derived', () => derived)
  return recordOf(
    entriesOf(document).flatMap(([key, value]) =>
      key === 'view' || (key === 'pages' && !Object.hasOwn(document, 'view'))
        ? [['derived', derived] as const, [key, value] as const]
        : [[key, value] as const],
    ),
  )
}

/** In its place among the sections (B1), as the document has it already or anew. */
function withEntries(document: JsonObject, section: string, entries: ReadonlyMap<string, Json>): JsonObject {
  if (entries.size === 0) return document
  const all = recordOf([...entriesOf(own(document, section)), ...entries])
  return Object.hasOwn(document, section) ? mapValue(document, section, () => all) : orderDocument({ ...document, [section]: all })
}

function nameLike(like: string): string {
  const words = like.match(/[\p{ID_Start}_$][\p{ID_Continue}$]*/gu) ?? ['value']
  return words.map((word, index) => (index === 0 ? word.slice(0, 1).toLowerCase() : word.slice(0, 1).toUpperCase()) + word.slice(1)).join('')
}

function usesBlock(document: JsonObject): boolean {
  return ['view', 'pages', 'glance'].some(section => [...typesIn(own(document, section) ?? null)].some(type => blocks.has(type)))
}

function holdsLambda(tree: ExpressionNode): boolean {
  return tree.kind === 'lambda' || childrenOf(tree).some(holdsLambda)
}
