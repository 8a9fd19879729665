/**
 * Derived values that are computed from each other in a long row (B15): computing the last one would compute each in the
 * middle of computing the next, until the stack is full. So some on the way are computed first, the deepest one first.
 */
import { untracked } from '@preact/signals-core'
import { childrenOf, type Expression, type ExpressionNode } from '../../schema/formula/expression.ts'

export interface DerivedOrder {
  /** `compute` makes it remember what it stands for. */
  add(name: string, tree: Expression | null, compute: (what: Computable) => void): void
  /** To be called before what `name` stands for is computed. */
  prepare(name: string, what: Computable): void
}

/** Its value, or where in the state that, or each of its elements, stands. */
export type Computable = 'value' | 'element' | 'list'

/** So many may be computed in the middle of each other; what else is on the stack has room above them. */
const STAGE = 50

export function createDerivedOrder(): DerivedOrder {
  const entries = new Map<string, { readonly tree: Expression | null; readonly compute: (what: Computable) => void }>()
  /** How many stand in the longest row below a name. */
  const known: Readonly<Record<Computable, Map<string, number>>> = { value: new Map(), element: new Map(), list: new Map() }

  /** The names that `name` uses and whose depth is not known, and what its own is as far as it is. */
  function lookBelow(name: string, depths: ReadonlyMap<string, number>): { readonly unknown: readonly string[]; readonly depth: number } {
    const unknown: string[] = []
    let depth = 0
    for (const used of usesOf(entries.get(name)?.tree ?? null)) {
      if (!entries.has(used)) continue
      const below = depths.get(used)
      if (below === undefined) unknown.push(used)
      else depth = Math.max(depth, below + 1)
    }
    return { unknown, depth }
  }

  return {
    add(name, tree, compute) {
      entries.set(name, { tree, compute })
      for (const depths of Object.values(known)) depths.clear()
    },
    prepare(name, what) {
      const depths = known[what]
      if (depths.has(name)) return
      const stages: string[] = []
      const path = [name]
      const entered = new Set(path)
      while (path.length > 0) {
        const current = path[path.length - 1] as string
        const { unknown, depth } = lookBelow(current, depths)
        // What leads to itself was refused by the check; while the document streams it gives null.
        const next = unknown.find(used => !entered.has(used))
        if (next !== undefined) {
          entered.add(next)
          path.push(next)
          continue
        }
        depths.set(current, depth)
        path.pop()
        if (depth > 0 && depth % STAGE === 0 && current !== name) stages.push(current)
      }
      untracked(() => {
        for (const stage of stages) entries.get(stage)?.compute(what)
      })
    },
  }
}

/** The names that a formula reads and calls; also the parameters of its lambdas. */
export function usesOf(tree: ExpressionNode | null): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (node: ExpressionNode): void => {
    if (node.kind === 'name' || node.kind === 'call') names.add(node.name)
    for (const child of childrenOf(node)) visit(child)
  }
  if (tree) visit(tree)
  return names
}
