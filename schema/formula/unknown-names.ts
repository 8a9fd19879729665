import { type Argument, childrenOf, type Entry, type Expression, type Spread } from './expression.ts'
import { findLocal, findName, type Inference, type Locals } from './inference.ts'

/** The names in a tree that stand for nothing: no parameter, nothing in scope. */
export function unknownNames(inference: Inference, tree: Expression, locals: Locals | null): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: Argument | Spread | Entry, hidden: ReadonlySet<string>): void => {
    if (node.kind === 'name' && !hidden.has(node.name) && findLocal(locals, node.name) === undefined && findName(inference.scope, node.name) === undefined)
      found.add(node.name)
    const inner = node.kind === 'lambda' ? new Set([...hidden, ...node.params]) : hidden
    for (const child of childrenOf(node)) visit(child, inner)
  }
  visit(tree, new Set())
  return found
}
