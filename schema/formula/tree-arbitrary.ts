/** Random expression trees for property tests, of the shapes that the parser gives. */
import fc from 'fast-check'
import type { Argument, BinaryOp, Entry, Expression, Lambda, LogicalOp, Spread } from './expression.ts'

const BINARY: readonly BinaryOp[] = ['*', '/', '%', '+', '-', '<', '<=', '>', '>=', 'in', '==', '!=']
const LOGICAL: readonly LogicalOp[] = ['&&', '||', '??']
const NAMES = ['a', 'b', 'todos', 'item', 'x', '$y', 'größe']
const KEYS = ['a', 'length', 'done', 'constructor', 'in', 'new']

/** Trees as `parseFormula` gives them, without offsets; numbers are not negative, for those are written with a sign. */
export function treeArbitrary(): fc.Arbitrary<Expression> {
  return fc.letrec<{ tree: Expression }>(tie => {
    const tree = tie('tree')
    const name = fc.constantFrom(...NAMES)
    const optional = fc.boolean().map(yes => (yes ? { optional: true as const } : {}))
    const lambda = fc
      .record({ params: fc.uniqueArray(fc.constantFrom('x', 'y', 'i'), { maxLength: 3 }), body: tree })
      .map(({ params, body }): Lambda => ({ kind: 'lambda', params, body }))
    const spread = tree.map((value): Spread => ({ kind: 'spread', value }))
    const entry = fc
      .record({ key: fc.oneof(fc.constantFrom('a', 'b c', '0', '__proto__'), tree), value: tree })
      .map(({ key, value }): Entry => ({ kind: 'entry', key, value }))
    const parts = fc.array(fc.oneof(fc.string({ minLength: 1 }), tree), { maxLength: 3 })
    return {
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc
          .oneof(fc.constant(null), fc.boolean(), fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(Math.abs), fc.string())
          .map((value): Expression => ({ kind: 'literal', value })),
        name.map((found): Expression => ({ kind: 'name', name: found })),
        fc
          .record({ object: tree, key: fc.constantFrom(...KEYS), mark: optional })
          .map(({ object, key, mark }): Expression => ({ kind: 'member', object, key, ...mark })),
        fc.record({ object: tree, index: tree, mark: optional }).map(({ object, index, mark }): Expression => ({ kind: 'index', object, index, ...mark })),
        fc.array(fc.oneof(tree, spread), { maxLength: 3 }).map((items): Expression => ({ kind: 'list', items })),
        fc.array(fc.oneof(entry, spread), { maxLength: 3 }).map((entries): Expression => ({ kind: 'record', entries })),
        fc.record({ op: fc.constantFrom('!' as const, '-' as const), value: tree }).map(({ op, value }): Expression => ({ kind: 'unary', op, value })),
        fc.record({ op: fc.constantFrom(...BINARY), left: tree, right: tree }).map((node): Expression => ({ kind: 'binary', ...node })),
        fc.record({ op: fc.constantFrom(...LOGICAL), left: tree, right: tree }).map((node): Expression => ({ kind: 'logical', ...node })),
        fc.record({ test: tree, then: tree, else: tree }).map((node): Expression => ({ kind: 'conditional', ...node })),
        parts.map((found): Expression => ({ kind: 'template', parts: joinTexts(found) })),
        fc
          .record({ name: fc.constantFrom('filter', 'count', 'own'), args: fc.array(fc.oneof(tree, lambda) as fc.Arbitrary<Argument>, { maxLength: 3 }) })
          .map((node): Expression => ({ kind: 'call', ...node })),
        fc
          .record({
            name: fc.constantFrom('filter', 'map', 'own'),
            object: tree,
            args: fc.array(fc.oneof(tree, lambda) as fc.Arbitrary<Argument>, { maxLength: 2 }),
            mark: optional,
          })
          .map(({ name: found, object, args, mark }): Expression => ({ kind: 'call', name: found, args: [object, ...args], method: true, ...mark })),
      ),
    }
  }).tree
}

function joinTexts(parts: readonly (string | Expression)[]): (string | Expression)[] {
  const joined: (string | Expression)[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined
}
