/** Derived values: their types in the order of who uses whom, the app's own functions, and circles (B15). */
import { checkFormulaWith } from '../formula/check-with.ts'
import { type Argument, childrenOf, type Expression, type ExpressionNode } from '../formula/expression.ts'
import type { FormulaAdvice } from '../formula/formula-advice.ts'
import type { FunctionType } from '../formula/formula-check.ts'
import { ANY, type Type } from '../formula/types.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { findCycles } from './cycles.ts'
import { checkFormulaText, readFormula } from './formulas.ts'
import { entriesOf, isRecord, isText, own } from './kinds.ts'
import { originOf } from './origins.ts'
import { type Binding, createScope, innerScope, type Origin, type Scope } from './scope.ts'
import { readParams } from './sections.ts'
import type { Walk } from './walk.ts'

interface Entry {
  readonly name: string
  readonly at: Path
  readonly tree: Expression
  readonly text: string
  readonly params: readonly (readonly [string, Type])[] | null
}

export interface DerivedNames {
  /** The document's names with the derived ones. */
  readonly scope: Scope
  origin(name: string): Origin
}

/** Checks every derived entry once, after those that it uses, and gives the scope of the whole document. */
export function readDerived(walk: Walk, document: JsonObject, names: ReadonlyMap<string, Binding>): DerivedNames {
  const entries = readEntries(walk, document)
  const graph = new Map([...entries].map(([name, entry]) => [name, usesOf(entry, entries)]))
  const cycles = findCycles(graph)
  for (const cycle of cycles) walk.report.error('cycle', ['derived', cycle[0] ?? ''], `A value cannot be computed from itself: ${cycle.join(' → ')}.`)
  const bindings = new Map(names)
  const functions = new Map<string, FunctionType>()
  for (const entry of entries.values()) declare(entry, ANY, bindings, functions)
  let scope = createScope(bindings, functions)
  const inCircle = new Set(cycles.flat())
  for (const name of inOrder(graph)) {
    const entry = entries.get(name)
    if (!entry) continue
    const inner =
      entry.params === null
        ? scope
        : innerScope(
            scope,
            entry.params.map(([param, type]) => [param, { kind: 'param', type }]),
          )
    const type = checkFormulaText(walk, entry.text, entry.at, inner)?.type ?? ANY
    declare(entry, inCircle.has(name) ? ANY : type, bindings, functions)
    scope = createScope(bindings, functions)
  }
  return { scope, origin: originsIn(entries, () => scope) }
}

function declare(entry: Entry, type: Type, bindings: Map<string, Binding>, functions: Map<string, FunctionType>): void {
  if (entry.params === null) bindings.set(entry.name, { kind: 'derived', type })
  else functions.set(entry.name, { params: entry.params.map(([name, param]) => ({ name, type: param })), result: type })
}

function readEntries(walk: Walk, document: JsonObject): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const [name, written] of entriesOf(own(document, 'derived'))) {
    const isFunction = isRecord(written)
    const value: Json | undefined = isFunction ? own(written, 'value') : written
    const at: Path = isFunction ? ['derived', name, 'value'] : ['derived', name]
    if (!isText(value)) continue
    const formula = readFormula(value)
    const tree: Expression = formula.ok ? formula.tree : { kind: 'literal', value: null }
    const params = isFunction ? readParams(walk, own(written, 'params'), ['derived', name, 'params']) : null
    entries.set(name, { name, at, tree, text: value, params })
  }
  return entries
}

/** The derived entries that one uses, by name or by call. */
function usesOf(entry: Entry, entries: ReadonlyMap<string, Entry>): ReadonlySet<string> {
  const uses = new Set<string>()
  const visit = (node: ExpressionNode, hidden: ReadonlySet<string>): void => {
    const name = node.kind === 'name' || node.kind === 'call' ? node.name : null
    const other = name === null || (node.kind === 'name' && hidden.has(name)) ? undefined : entries.get(name)
    if (other && (other.params !== null) === (node.kind === 'call')) uses.add(other.name)
    const inner = node.kind === 'lambda' ? new Set([...hidden, ...node.params]) : hidden
    for (const child of childrenOf(node)) visit(child, inner)
  }
  visit(entry.tree, new Set(entry.params?.map(([name]) => name)))
  return uses
}

/** Each name after those that it uses; within a circle in some order. */
function inOrder(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const order = new Set<string>()
  const entered = new Set<string>()
  const visit = (name: string): void => {
    if (entered.has(name)) return
    entered.add(name)
    for (const next of graph.get(name) ?? []) visit(next)
    order.add(name)
  }
  for (const name of graph.keys()) visit(name)
  return [...order]
}

function originsIn(entries: ReadonlyMap<string, Entry>, scope: () => Scope): (name: string) => Origin {
  const known = new Map<string, Origin>()
  const origin = (name: string): Origin => {
    if (known.has(name)) return known.get(name)
    const entry = entries.get(name)
    known.set(name, null)
    const found = entry === undefined || entry.params !== null ? null : originOf(entry.tree, scope(), origin)
    known.set(name, found)
    return found
  }
  return origin
}

/** The type of an expression in a scope, its issues left aside. */
export function typeIn(tree: Argument, scope: Scope, advice: FormulaAdvice | null): Type {
  return checkFormulaWith(tree, scope.types, {}, advice).type
}
