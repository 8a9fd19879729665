/** The types of calls: of the library, by its signatures, and of the app's own functions. */
import type { Argument, Call, Expression } from './expression.ts'
import { FOREIGN_FUNCTIONS, FOREIGN_HINTS, FOREIGN_OBJECTS } from './foreign.ts'
import type { FunctionType, TypeScope } from './formula-check.ts'
import { findLocal, findName, type Inference, inferLambda, inferUsed, type Locals, read, report, reportUnknown, scopeNames, type Value } from './inference.ts'
import { findLibraryFunction, type LibraryFunction, libraryCallNames } from './library.ts'
import { arity, type Parameter, type Pattern, type Signature } from './signature.ts'
import { treeToFormula } from './tree-to-formula.ts'
import { ANY, describeType, joinTypes, listOf, nullable, recordOf, type Type } from './types.ts'

/** They give elements of their first list as they are, so a lambda over the result still reads the same place. */
const KEEPS_LIST = new Set(['filter', 'sort', 'take', 'skip', 'reverse', 'uniq', 'slice', 'without'])
const PICKS_ELEMENT = new Set(['find', 'first', 'last'])

export function inferCall(inference: Inference, node: Call, locals: Locals | null): Value {
  const foreign = rewriteForeign(inference, node, locals)
  if (foreign !== null) return foreign
  const own = findFunction(inference.scope, node.name)
  const library = findLibraryFunction(node.name)
  if (library !== undefined) return inferLibraryCall(inference, node, library, locals)
  if (own !== undefined) return inferOwnCall(inference, node, own, locals)
  for (const arg of node.args) inferArgument(inference, arg, locals)
  reportUnknownCall(inference, node, locals)
  return { type: ANY }
}

function findFunction(scope: TypeScope, name: string): FunctionType | undefined {
  for (let inner: TypeScope | undefined = scope; inner !== undefined; inner = inner.parent) {
    const found = inner.functions?.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

function inferArgument(inference: Inference, arg: Argument, locals: Locals | null): Type {
  return arg.kind === 'lambda' ? inferLambda(inference, arg, [], locals).type : inferUsed(inference, arg, locals).type
}

/** `Math.round(x)` and the like: reported with the rewrite, and inferred as what it would be. */
function rewriteForeign(inference: Inference, node: Call, locals: Locals | null): Value | null {
  const [first, ...rest] = node.args
  if (!node.method || first?.kind !== 'name' || !FOREIGN_OBJECTS.has(first.name)) return null
  if (findLocal(locals, first.name) !== undefined || findName(inference.scope, first.name) !== undefined) return null
  const name = FOREIGN_FUNCTIONS.get(node.name) ?? node.name
  if (findLibraryFunction(name) === undefined) return null
  const call: Call = {
    kind: 'call',
    name,
    args: rest,
    ...(node.from === undefined ? {} : { from: node.from }),
    ...(node.to === undefined ? {} : { to: node.to }),
  }
  const text = treeToFormula(call)
  report(inference, node, {
    code: 'unknown-name',
    message: `There is no ${first.name}: write ${text}.`,
    suggestion: name,
    fix: { title: `Write ${name}(…)`, text },
  })
  return inferCall(inference, call, locals)
}

function reportUnknownCall(inference: Inference, node: Call, locals: Locals | null): void {
  const { name, args } = node
  if (name === 'if' && args.length >= 2 && args.length <= 3 && !node.method) {
    const [test, then, other = { kind: 'literal', value: null } as const] = args as Expression[]
    const tree = { kind: 'conditional', test, then, else: other } as Expression
    const bare = treeToFormula(tree)
    const text = inference.root === node ? bare : `(${bare})`
    report(inference, node, {
      code: 'unknown-function',
      message: `There is no if function: write ${bare}.`,
      suggestion: '? :',
      fix: { title: 'Write it with ? :', text },
    })
  } else if (findLocal(locals, name) !== undefined || findName(inference.scope, name) !== undefined) {
    report(inference, node, { code: 'unknown-function', message: `${name} is a value and cannot be called. Leave the brackets out.` })
  } else if (FOREIGN_HINTS.has(name)) {
    report(inference, node, { code: 'unknown-function', message: `There is no function ${name}: ${FOREIGN_HINTS.get(name)}.` })
  } else {
    const candidates = [...scopeNames(inference.scope, 'functions'), ...libraryCallNames()]
    const close = candidates.filter(candidate => candidate.toLowerCase() === name.toLowerCase())
    reportUnknown(inference, node, 'unknown-function', `There is no function ${name}.`, name, close.length > 0 ? close : candidates)
  }
}

function inferOwnCall(inference: Inference, node: Call, own: FunctionType, locals: Locals | null): Value {
  inference.calls.add(node.name)
  const least = own.params.filter(param => !param.optional).length
  checkCount(inference, node, { least, most: own.params.length }, own.params.map(param => param.name).join(', '))
  for (const [i, arg] of node.args.entries()) {
    const type = inferArgument(inference, arg, locals)
    const param = own.params[i]
    if (arg.kind === 'lambda') report(inference, arg, { code: 'wrong-type', message: `${node.name} takes no lambda: the app's own functions take values.` })
    else if (param !== undefined && misfits({ kind: 'type', type: param.type }, type))
      reportMisfit(inference, arg, node.name, param.name, describeType(param.type), type)
  }
  return { type: own.result }
}

function checkCount(inference: Inference, node: Call, { least, most }: { least: number; most: number }, names: string): boolean {
  const count = node.args.length
  if (count >= least && count <= most) return true
  const wanted = least === most ? `${least}` : most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`
  const own = node.method ? ', what stands before the dot included' : ''
  report(inference, node, {
    code: 'wrong-arguments',
    message: `${node.name}(${names}) takes ${wanted} argument${wanted === '1' ? '' : 's'}${own}, not ${count}.`,
  })
  return false
}

function inferLibraryCall(inference: Inference, node: Call, entry: LibraryFunction, locals: Locals | null): Value {
  if (entry.stepsOnly && inference.options.steps !== true) {
    const message = `${node.name}() gives another value each time, so it is allowed in steps only: put what it gives into the state in a handler.`
    report(inference, node, { code: 'steps-only', message })
  }
  // Lambdas wait until what they are given is known.
  const values = node.args.map(arg => (arg.kind === 'lambda' ? null : inference.infer(arg, locals)))
  for (const value of values) if (value !== null) read(inference, value)
  const counted = entry.signatures.filter(signature => node.args.length >= arity(signature).least && node.args.length <= arity(signature).most)
  const fitting = counted.filter(candidate => firstMisfit(candidate, node, values) === -1)
  const signature = fitting[0] ?? counted[0] ?? (entry.signatures[0] as Signature)
  const names = signature.params.map(param => `${param.rest ? '…' : ''}${param.name}${param.optional ? '?' : ''}`).join(', ')
  if (counted.length === 0) {
    const bounds = entry.signatures.map(arity)
    checkCount(inference, node, { least: Math.min(...bounds.map(bound => bound.least)), most: Math.max(...bounds.map(bound => bound.most)) }, names)
  }
  const wrong = counted.length === 0 ? -1 : firstMisfit(signature, node, values)
  const bindings = new Map<string, Type>()
  for (const [i, value] of values.entries()) {
    const param = paramAt(signature, i)
    if (value !== null && param !== undefined && i !== wrong) bind(param.pattern, value.type, bindings)
  }
  if (wrong >= 0) {
    const param = paramAt(signature, wrong) as Parameter
    const arg = node.args[wrong] as Argument
    reportMisfit(inference, arg, node.name, param.name, describePattern(param.pattern), values[wrong]?.type ?? null)
  }
  const listSource = values[0]?.source
  const element: Value = {
    type: substitute({ kind: 'variable', name: 'T' }, bindings),
    ...(listSource === undefined ? {} : { source: { name: listSource.name, path: [...listSource.path, '[]'] } }),
  }
  for (const [i, arg] of node.args.entries()) inferLambdaArgument(inference, entry, arg, paramAt(signature, i), values[i] ?? null, element, bindings, locals)
  // Where an argument could be anything, which of several signatures it is cannot be told, nor what it gives.
  const unclear = fitting.length > 1 && values.some(value => value?.type.kind === 'any')
  const results = (unclear ? fitting : [signature]).map(candidate => substitute(candidate.result, bindings))
  const type = entry.name === 'merge' ? mergedType(values) : results.reduce(joinTypes)
  if (listSource !== undefined && KEEPS_LIST.has(entry.name)) return { type, source: listSource }
  if (element.source !== undefined && PICKS_ELEMENT.has(entry.name)) return { type, source: element.source }
  return { type }
}

function inferLambdaArgument(
  inference: Inference,
  entry: LibraryFunction,
  arg: Argument,
  param: Parameter | undefined,
  value: Value | null,
  element: Value,
  bindings: Map<string, Type>,
  locals: Locals | null,
): void {
  const pattern = param?.pattern
  if (arg.kind === 'lambda') {
    if (pattern?.kind !== 'lambda') {
      inferLambda(inference, arg, [], locals)
      return
    }
    // In sort, two parameters compare two elements, as in JavaScript.
    const compares = entry.name === 'sort' && arg.params.length === 2
    const given = pattern.params.map((inner): Value => {
      if (inner.kind !== 'variable') return { type: substitute(inner, bindings) }
      if (inner.name === 'T' && entry.name !== 'with') return element
      const type = substitute(inner, bindings)
      // What is gathered may take on fields as it goes.
      return { type: inner.name === 'A' && (type.kind === 'record' || type.kind === 'list') ? ANY : type }
    })
    if (arg.params.length > given.length) {
      const message = `The lambda of ${entry.name} is given ${given.length} value${given.length === 1 ? '' : 's'}, so ${arg.params.slice(given.length).join(', ')} would always be null.`
      report(inference, arg, { code: 'wrong-arguments', message })
    }
    const result = inferLambda(inference, arg, compares ? [element, element] : given, locals)
    bind(pattern.result, result.type, bindings)
  } else if (pattern?.kind === 'lambda' && arg.kind === 'literal' && typeof arg.value === 'string' && value !== null) {
    // A field's name in place of a lambda.
    const { type } = element
    const key = arg.value
    const field = type.kind === 'record' ? type.fields.get(key) : undefined
    if (type.kind === 'record' && !type.open && field === undefined && !key.includes('.')) {
      reportUnknown(inference, arg, 'unknown-field', `There is no field ${key} in the elements.`, key, [...type.fields.keys()])
    }
    if (element.source !== undefined) read(inference, { type, source: { name: element.source.name, path: [...element.source.path, ...key.split('.')] } })
    bind(pattern.result, field ?? ANY, bindings)
  }
}

function mergedType(values: readonly (Value | null)[]): Type {
  const fields = new Map<string, Type>()
  let open = false
  for (const value of values) {
    if (value?.type.kind !== 'record') open = true
    else {
      if (value.type.open || value.type.nullable) open = true
      for (const [key, type] of value.type.fields) fields.set(key, type)
    }
  }
  return { kind: 'record', fields, ...(open ? { open: true as const } : {}) }
}

function paramAt(signature: Signature, i: number): Parameter | undefined {
  return signature.params[i] ?? (signature.params.at(-1)?.rest ? signature.params.at(-1) : undefined)
}

/** The first argument that certainly does not fit, or -1. */
function firstMisfit(signature: Signature, node: Call, values: readonly (Value | null)[]): number {
  return node.args.findIndex((arg, i) => {
    const pattern = paramAt(signature, i)?.pattern
    if (pattern === undefined) return false
    if (arg.kind === 'lambda') return pattern.kind !== 'lambda'
    return misfits(pattern, values[i]?.type ?? ANY)
  })
}

function misfits(pattern: Pattern, type: Type): boolean {
  if (type.kind === 'any' || type.kind === 'null') return false
  switch (pattern.kind) {
    case 'variable':
      return false
    case 'lambda':
      return type.kind !== 'text' && type.kind !== 'date'
    case 'list-of':
      return type.kind !== 'list' || misfits(pattern.of, type.of)
    case 'fields':
      return type.kind !== 'record'
    case 'maybe':
      return misfits(pattern.of, type)
    case 'one-of':
      return pattern.of.every(inner => misfits(inner, type))
    case 'type':
      return misfitsType(pattern.type, type)
  }
}

/** Whether no value of `type` can serve where `wanted` is asked for. Texts serve as numbers, and scalars as texts, as they do at run time. */
function misfitsType(wanted: Type, type: Type): boolean {
  const solid = type.kind === 'list' || type.kind === 'record' || type.kind === 'file'
  switch (wanted.kind) {
    case 'text':
    case 'number':
    case 'date':
    case 'time':
      return solid
    case 'list':
      return type.kind !== 'list'
    case 'record':
      return type.kind !== 'record' && type.kind !== 'file'
    case 'file':
      return type.kind !== 'record' && type.kind !== 'file'
    default:
      return false
  }
}

function bind(pattern: Pattern, type: Type, bindings: Map<string, Type>): void {
  if (pattern.kind === 'variable') {
    const before = bindings.get(pattern.name)
    bindings.set(pattern.name, before === undefined ? type : joinTypes(before, type))
  } else if (pattern.kind === 'list-of') bind(pattern.of, type.kind === 'list' ? type.of : ANY, bindings)
  else if (pattern.kind === 'maybe') bind(pattern.of, type, bindings)
  else if (pattern.kind === 'one-of') {
    const fitting = pattern.of.find(inner => !misfits(inner, type))
    if (fitting !== undefined) bind(fitting, type, bindings)
  }
}

function substitute(pattern: Pattern, bindings: ReadonlyMap<string, Type>): Type {
  switch (pattern.kind) {
    case 'variable':
      return bindings.get(pattern.name) ?? ANY
    case 'list-of':
      return listOf(substitute(pattern.of, bindings))
    case 'fields':
      return recordOf(pattern.fields.map(([key, field]) => [key, substitute(field, bindings)] as const))
    case 'maybe':
      return nullable(substitute(pattern.of, bindings))
    case 'type':
      return pattern.type
    default:
      return ANY
  }
}

function describePattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'variable':
      return 'any'
    case 'lambda':
      return `a lambda (x => …) or a field's name`
    case 'list-of':
      return 'a list'
    case 'fields':
      return 'a record'
    case 'maybe':
      return describePattern(pattern.of)
    case 'one-of':
      return pattern.of.map(describePattern).join(' or ')
    case 'type':
      return `a ${describeType(pattern.type)}`
  }
}

function reportMisfit(inference: Inference, arg: Argument, name: string, param: string, wanted: string, found: Type | null): void {
  const what = found === null ? 'a lambda' : describeType(found).slice(0, 80)
  report(inference, arg, { code: 'wrong-type', message: `${name}: ${param} should be ${wanted}, not ${what}.` })
}
