/** Names in expression trees put in place of others, without any of them being caught by a name of the same spelling inside (B45). */
import { type Argument, childrenOf, type Entry, type Expression, type ExpressionNode, type Spread } from '../formula/expression.ts'

/** What a name stands for; undefined where it stands for itself. Asked for names that no lambda inside the tree hides. */
export type Meaning = (name: string) => Expression | undefined

/** A name that stands for nothing else anywhere in the document, made of the given one. */
export type FreshName = (name: string) => string

/** The names in a tree that no lambda inside it binds. Names of called functions are none. */
export function freeNames(tree: ExpressionNode, bound: ReadonlySet<string> = new Set(), found: Set<string> = new Set()): ReadonlySet<string> {
  if (tree.kind === 'name' && !bound.has(tree.name)) found.add(tree.name)
  const inner = tree.kind === 'lambda' ? new Set([...bound, ...tree.params]) : bound
  for (const child of childrenOf(tree)) freeNames(child, inner, found)
  return found
}

/**
 * The tree with each free name in place of which something stands replaced by that; the same tree where
 * there is none. A parameter of a lambda that would catch a name of what is put inside it gets another name.
 */
export function substitute<T extends Argument>(tree: T, meaning: Meaning, fresh: FreshName): T {
  const hasMeaning = [...freeNames(tree)].some(name => meaning(name) !== undefined)
  // A name becomes an expression, a lambda stays a lambda, so that T holds where T is one of the two.
  return hasMeaning ? (replace(tree, meaning, fresh) as T) : tree
}

function replace(node: Argument, meaning: Meaning, fresh: FreshName): Argument {
  const inner = (child: Expression): Expression => replace(child, meaning, fresh) as Expression
  switch (node.kind) {
    case 'literal':
      return node
    case 'name':
      return meaning(node.name) ?? node
    case 'member':
      return { ...node, object: inner(node.object) }
    case 'index':
      return { ...node, object: inner(node.object), index: inner(node.index) }
    case 'list':
      return { ...node, items: node.items.map(item => (item.kind === 'spread' ? { ...item, value: inner(item.value) } : inner(item))) }
    case 'record':
      return { ...node, entries: node.entries.map(entry => replaceEntry(entry, inner)) }
    case 'unary':
      return { ...node, value: inner(node.value) }
    case 'binary':
    case 'logical':
      return { ...node, left: inner(node.left), right: inner(node.right) }
    case 'conditional':
      return { ...node, test: inner(node.test), then: inner(node.then), else: inner(node.else) }
    case 'template':
      return { ...node, parts: node.parts.map(part => (typeof part === 'string' ? part : inner(part))) }
    case 'call':
      return { ...node, args: node.args.map(argument => replace(argument, meaning, fresh)) }
    case 'lambda':
      return replaceLambda(node, meaning, fresh)
  }
}

function replaceEntry(entry: Entry | Spread, inner: (child: Expression) => Expression): Entry | Spread {
  if (entry.kind === 'spread') return { ...entry, value: inner(entry.value) }
  return { ...entry, key: typeof entry.key === 'string' ? entry.key : inner(entry.key), value: inner(entry.value) }
}

function replaceLambda(lambda: Extract<Argument, { kind: 'lambda' }>, meaning: Meaning, fresh: FreshName): Argument {
  const params = new Set(lambda.params)
  const outside = [...freeNames(lambda)]
  const coming = new Set(
    outside.flatMap(name => {
      const tree = meaning(name)
      return tree === undefined ? [] : [...freeNames(tree)]
    }),
  )
  const renamed = new Map(lambda.params.filter(param => coming.has(param)).map(param => [param, fresh(param)]))
  const inside: Meaning = name => {
    const other = renamed.get(name)
    if (other !== undefined) return { kind: 'name', name: other }
    return params.has(name) ? undefined : meaning(name)
  }
  return { ...lambda, params: lambda.params.map(param => renamed.get(param) ?? param), body: replace(lambda.body, inside, fresh) as Expression }
}
