/** Paths that are written to: they must lead to a place in the state, of a type that fits (B43, B50). */
import type { Expression } from '../formula/expression.ts'
import { parseFormula } from '../formula/parse.ts'
import { ANY, describeType, parseType, type Type } from '../formula/types.ts'
import type { Path } from '../json/json.ts'
import { checkTree, reportFaults } from './formulas.ts'
import { originOf } from './origins.ts'
import { findBinding, type Scope } from './scope.ts'
import { mayBe } from './type-fit.ts'
import type { Walk } from './walk.ts'

/**
 * Checks a path as it is written and gives the type of what stands there.
 *
 * @param wanted the type that the state there must have, in the notation of B11
 */
export function checkPath(walk: Walk, text: string, at: Path, scope: Scope, wanted: string): Type {
  const parsed = parseFormula(text)
  if (!parsed.ok) {
    reportFaults(walk, parsed.faults, text, at)
    return ANY
  }
  const { tree } = parsed
  if (!isPath(tree)) {
    walk.report.error('not-a-path', at, `A path is expected here, a place in the state as in draft.title or cells[row]; "${text}" is a formula.`)
    return ANY
  }
  const type = checkTree(walk, tree, text, at, scope)?.type ?? ANY
  if (walk.pending) return ANY
  if (reportReadOnly(walk, tree, text, at, scope)) return type
  const parsedWanted = parseType(wanted)
  if (parsedWanted.ok && !mayBe(type, parsedWanted.type))
    walk.report.error('wrong-type', at, `What is edited here is ${describeType(parsedWanted.type)}; "${text}" is ${describeType(type)}.`)
  return type
}

/** Names with fields and places after them, nothing computed but the places. */
function isPath(tree: Expression): boolean {
  if (tree.kind === 'name') return true
  return (tree.kind === 'member' || tree.kind === 'index') && isPath(tree.object)
}

function reportReadOnly(walk: Walk, tree: Expression, text: string, at: Path, scope: Scope): boolean {
  const root = rootOf(tree)
  const binding = findBinding(scope, root)
  if (binding === undefined || originOf(tree, scope, walk.derivedOrigin) !== null) return false
  const what = {
    constant: `"${root}" is a constant and never changes: move it into "state".`,
    data: `"${root}" is read from outside and cannot be written: copy it into the state first.`,
    derived: `"${root}" is computed and stands for no single place in the state: write to what it is computed from.`,
    action: `"${root}" is an action, not a place in the state.`,
    param: `"${root}" is a parameter, a value of its own: write to the state, with update { in, where } for an item.`,
    item: `"${root}" does not come straight from a list in the state, so that nothing can be written into it: repeat over the list itself, or over filter, sort, take, skip, reverse or uniq of it.`,
    local: `"${root}" is a value of its own: write to the state, with update { in, where } for an item.`,
    state: '',
    'part-param': '',
  }[binding.kind]
  walk.report.error('read-only', at, `Nothing can be written to "${text}": ${what}`)
  return true
}

function rootOf(tree: Expression): string {
  if (tree.kind === 'name') return tree.name
  return tree.kind === 'member' || tree.kind === 'index' ? rootOf(tree.object) : ''
}
