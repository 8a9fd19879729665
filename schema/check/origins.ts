/** Which formulas stand for places in the state, so that what they give can be written to (B43). */
import type { Expression } from '../formula/expression.ts'
import { libraryName } from '../formula/library-names.ts'
import { findBinding, type Origin, type Scope } from './scope.ts'

/** Functions that give some of a list's elements, each still the same element. */
const keepsElements: ReadonlySet<string> = new Set(['filter', 'sort', 'take', 'skip', 'reverse', 'uniq'])
const picksElement: ReadonlySet<string> = new Set(['find', 'first', 'last'])

/** The place that an expression stands for, a list's or an element's. */
export function originOf(tree: Expression, scope: Scope, derivedOrigin: (name: string) => Origin): Origin {
  const inner = (node: Expression): Origin => originOf(node, scope, derivedOrigin)
  switch (tree.kind) {
    case 'name': {
      const binding = findBinding(scope, tree.name)
      if (binding === undefined || binding.kind === 'part-param') return undefined
      if (binding.kind === 'state') return tree.name
      if (binding.kind === 'derived') return derivedOrigin(tree.name)
      return binding.kind === 'item' ? binding.origin : null
    }
    case 'member':
      return below(inner(tree.object), `.${tree.key}`)
    case 'index':
      return below(inner(tree.object), '[]')
    case 'conditional':
      return same(inner(tree.then), inner(tree.else))
    case 'logical':
      return tree.op === '??' ? same(inner(tree.left), inner(tree.right)) : null
    case 'call': {
      const name = libraryName(tree.name)
      const [list] = tree.args
      if (list === undefined || list.kind === 'lambda') return null
      if (keepsElements.has(name)) return inner(list)
      return picksElement.has(name) ? below(inner(list), '[]') : null
    }
    default:
      return null
  }
}

export function below(origin: Origin, step: string): Origin {
  return typeof origin === 'string' ? origin + step : origin
}

function same(a: Origin, b: Origin): Origin {
  if (a === undefined || b === undefined) return undefined
  return a === b ? a : null
}
