/** The same app without parts (B45). */
import { entriesOf, isRecord, own, recordOf } from '../check/kinds.ts'
import { childrenOf, type Expression, type ExpressionNode } from '../formula/expression.ts'
import { treeToFormula } from '../formula/tree-to-formula.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { createNodeExpander } from './nodes.ts'
import { readParts, wordsIn } from './parts.ts'
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
 * A blueprint with each use of a part replaced by the part's view. It is drawn the same, does the same
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
  if (parts.size === 0) return { document: withoutParts(document) }
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
    const words = like.match(/[\p{ID_Start}_$][\p{ID_Continue}$]*/gu) ?? ['value']
    const stem = words.map((word, index) => (index === 0 ? word.slice(0, 1).toLowerCase() : word.slice(0, 1).toUpperCase()) + word.slice(1)).join('')
    const known = named.get(text)
    const name = known ?? (taken.has(stem) ? fresh(stem) : stem)
    taken.add(name)
    named.set(text, name)
    return { kind: 'name', name }
  }
  const rewrite = createRewriter(fresh, nameOf)
  const expander = createNodeExpander({
    parts,
    rewrite,
    documentNames,
    fresh,
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
    return { document: withDerived(result, named) }
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

function holdsLambda(tree: ExpressionNode): boolean {
  return tree.kind === 'lambda' || childrenOf(tree).some(holdsLambda)
}
