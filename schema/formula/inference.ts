/** What one check of a formula gathers, and how its parts look names up and report. */
import type { Argument, Expression, Lambda, Span } from './expression.ts'
import type { FormulaAdvice } from './formula-advice.ts'
import type { CheckOptions, FormulaIssue, ReadPath, TypeScope } from './formula-check.ts'
import { ANY, type Type } from './types.ts'

/** What is known of a value: its type, and where in the names of the scope it came from. */
export interface Value {
  readonly type: Type
  readonly source?: ReadPath
}

/** What one check gathers; passed along as the tree is walked. */
export interface Inference {
  readonly scope: TypeScope
  readonly options: CheckOptions
  /** Null where nobody wants to know what was meant. */
  readonly advice: FormulaAdvice | null
  readonly root: Argument
  readonly issues: FormulaIssue[]
  /** By their text, so that each is there once. */
  readonly reads: Map<string, ReadPath>
  readonly names: Set<string>
  readonly calls: Set<string>
  /** Infers one node; the field is how the parts of the walk reach each other. */
  readonly infer: (inference: Inference, node: Expression, locals: Locals | null) => Value
}
/** The parameters of the lambdas round a node, inner ones first. */
export interface Locals {
  readonly values: ReadonlyMap<string, Value>
  readonly parent: Locals | null
}

export function report(inference: Inference, node: Span, issue: Omit<FormulaIssue, 'from' | 'to' | 'severity'> & { severity?: 'note' }): void {
  const found: FormulaIssue = { severity: 'error', ...issue, from: node.from ?? 0, to: node.to ?? 0 }
  // A node may be looked at twice, as where a rewrite names it twice.
  const same = (other: FormulaIssue) => other.code === found.code && other.from === found.from && other.to === found.to && other.message === found.message
  if (!inference.issues.some(same)) inference.issues.push(found)
}

/** The same check, whose issues lead nowhere: for types that are wanted before all is known. */
export function quietly(inference: Inference): Inference {
  return { ...inference, issues: [] }
}

/** Infers a node whose value is used as it is, so that what it stands for counts as read. */
export function inferUsed(inference: Inference, node: Expression, locals: Locals | null): Value {
  const value = inference.infer(inference, node, locals)
  read(inference, value)
  return value
}

export function read(inference: Inference, { source }: Value): void {
  if (source !== undefined) inference.reads.set([source.name, ...source.path].join('\0'), source)
}

/** The body of a lambda, with its parameters bound to what the call gives them. */
export function inferLambda(inference: Inference, lambda: Lambda, given: readonly Value[], locals: Locals | null): Value {
  const values = new Map<string, Value>()
  for (const [i, param] of lambda.params.entries()) {
    values.set(param, given[i] ?? { type: ANY })
    if (findLocal(locals, param) !== undefined || findName(inference.scope, param) !== undefined) {
      const message = `Inside this lambda ${param} is its parameter and hides the ${param} outside. Rename it if both are wanted.`
      report(inference, lambda, { code: 'shadowed-name', severity: 'note', message })
    }
  }
  return inferUsed(inference, lambda.body, { values, parent: locals })
}

export function findLocal(locals: Locals | null, name: string): Value | undefined {
  for (let inner = locals; inner !== null; inner = inner.parent) {
    const value = inner.values.get(name)
    if (value !== undefined) return value
  }
  return undefined
}

export function findName(scope: TypeScope, name: string): Type | undefined {
  for (let inner: TypeScope | undefined = scope; inner !== undefined; inner = inner.parent) {
    const type = inner.names.get(name)
    if (type !== undefined) return type
  }
  return undefined
}

export function* scopeNames(scope: TypeScope, which: 'names' | 'functions'): Iterable<string> {
  for (let inner: TypeScope | undefined = scope; inner !== undefined; inner = inner.parent) yield* inner[which]?.keys() ?? []
}

export function* localNames(locals: Locals | null): Iterable<string> {
  for (let inner = locals; inner !== null; inner = inner.parent) yield* inner.values.keys()
}

/** Reports a name that is not known, with the nearest candidate, or with all of them where they are few. */
export function reportUnknown(inference: Inference, node: Span, code: string, message: string, name: string, candidates: readonly string[]): void {
  const suggestion = inference.advice?.didYouMean(name, candidates)
  if (suggestion !== undefined) report(inference, node, { code, message: `${message} Did you mean ${suggestion}?`, word: name, suggestion })
  else {
    const some = [...new Set(candidates)].slice(0, 12)
    report(inference, node, {
      code,
      word: name,
      message: some.length === 0 ? message : `${message} There ${some.length === 1 ? 'is' : 'are'} ${some.join(', ')}${candidates.length > 12 ? ' …' : ''}.`,
    })
  }
}
