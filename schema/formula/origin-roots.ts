/** Whether a formula's value can be written through (B43), as far as its text alone tells. */
import type { Expression } from './expression.ts'
import type { ReadPath } from './formula-check.ts'
import { libraryName } from './library-names.ts'

const KEEPS_LIST: ReadonlySet<string> = new Set(['filter', 'sort', 'take', 'skip', 'reverse', 'uniq', 'without', 'slice'])
const PICKS_ELEMENT: ReadonlySet<string> = new Set(['find', 'first', 'last'])

/**
 * The names, with the constant members after them, that the value comes from: one for a chain of `filter`, `sort`, `find` …, one for each branch
 * of `? :` and `??`. Whether those names stand for state, or for derived values that do, is the caller's to know. Null where the value has no origin.
 *
 * `todos.filter(t => t.open)` gives `[{ name: 'todos', path: [] }]`; `contacts.find(c => c.id == x).name` gives `[{ name: 'contacts', path: ['[]', 'name'] }]`.
 * A computed or numeric key is written `[]`.
 */
export function originRoots(node: Expression): readonly ReadPath[] | null {
  switch (node.kind) {
    case 'name':
      return [{ name: node.name, path: [] }]
    case 'member':
      return node.key === 'length' ? null : extended(node.object, node.key)
    case 'index':
      return extended(node.object, node.index.kind === 'literal' && typeof node.index.value === 'string' ? node.index.value : '[]')
    case 'conditional':
      return both(node.then, node.else)
    case 'logical':
      return node.op === '??' ? both(node.left, node.right) : null
    case 'call': {
      const [of] = node.args
      const name = libraryName(node.name)
      if (of === undefined || of.kind === 'lambda') return null
      if (KEEPS_LIST.has(name)) return originRoots(of)
      return PICKS_ELEMENT.has(name) ? extended(of, '[]') : null
    }
    default:
      return null
  }
}

function extended(object: Expression, key: string): readonly ReadPath[] | null {
  return originRoots(object)?.map(root => ({ name: root.name, path: [...root.path, key] })) ?? null
}

function both(one: Expression, other: Expression): readonly ReadPath[] | null {
  const [first, second] = [originRoots(one), originRoots(other)]
  if (first === null || second === null) return null
  const same = (a: ReadPath, b: ReadPath) => a.name === b.name && a.path.join('\0') === b.path.join('\0')
  return [...first, ...second.filter(root => !first.some(known => same(known, root)))]
}
