/** The types of calls: of the library, by its signatures, and of the app's own functions. */
import type { Argument, Call, Span } from './expression.ts'
import { bind, describePattern, firstMisfit, misfits, paramAt, substitute } from './fit.ts'
import type { FunctionType, TypeScope } from './formula-check.ts'
import {
  findLocal,
  findName,
  type Inference,
  inferLambda,
  inferUsed,
  type Locals,
  localNames,
  quietly,
  read,
  report,
  reportUnknown,
  scopeNames,
  type Value,
} from './inference.ts'
import { findLibraryFunction, type LibraryFunction, libraryCallNames } from './library.ts'
import { arity, type Parameter, type Signature } from './signature.ts'
import { ANY, describeType, joinTypes, type Type } from './types.ts'
import { unknownNames } from './unknown-names.ts'

/** They give elements of their first list as they are, so a lambda over the result still reads the same place. */
const KEEPS_LIST = new Set(['filter', 'sort', 'take', 'skip', 'reverse', 'uniq', 'slice', 'without'])
const PICKS_ELEMENT = new Set(['find', 'first', 'last'])

export function inferCall(inference: Inference, node: Call, locals: Locals | null): Value {
  const object = inference.advice?.inferForeignObject(inference, node, locals)
  if (object) return object
  const own = findFunction(inference.scope, node.name)
  const library = findLibraryFunction(node.name)
  if (library !== undefined) return inferLibraryCall(inference, node, library, locals)
  if (own !== undefined) return inferOwnCall(inference, node, own, locals)
  const isValue = !node.method && (findLocal(locals, node.name) ?? findName(inference.scope, node.name)) !== undefined
  const foreign = isValue ? null : inference.advice?.inferForeignCall(inference, node, locals)
  if (foreign) return foreign
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

function reportUnknownCall(inference: Inference, node: Call, locals: Locals | null): void {
  const { name, args } = node
  const value = findLocal(locals, name)?.type ?? findName(inference.scope, name)
  if (value !== undefined && !node.method) {
    const [index] = args
    const asIndex = value.kind === 'list' && args.length === 1 && index !== undefined && index.kind !== 'lambda'
    const text = asIndex ? inference.advice && `${name}[${inference.advice.textOf(index)}]` : args.length === 0 ? name : null
    report(inference, node, {
      code: 'unknown-function',
      message: `${name} is a value and cannot be called. ${asIndex ? `For one element write ${text ?? `${name}[i]`}.` : 'Leave the brackets out.'}`,
      ...(text !== null && { fix: { title: `Write ${text}`, text } }),
    })
    return
  }
  const candidates = [...scopeNames(inference.scope, 'functions'), ...libraryCallNames()]
  const dotted = node.method ? undefined : withoutDot(inference, name, locals)
  if (dotted !== undefined) {
    report(inference, node, { code: 'unknown-function', message: `There is no function ${name}. Did you mean ${dotted}?`, word: name, suggestion: dotted })
    return
  }
  reportUnknown(inference, callSpan(node), 'unknown-function', `There is no function ${name}.`, name, candidates)
}

/** `todosfilter(…)` for `todos.filter(…)`. */
function withoutDot(inference: Inference, name: string, locals: Locals | null): string | undefined {
  for (let i = 1; i < name.length; i += 1) {
    const [object, method] = [name.slice(0, i), name.slice(i)]
    if (findLibraryFunction(method) !== undefined && (findLocal(locals, object) ?? findName(inference.scope, object)) !== undefined)
      return `${object}.${method}`
  }
  return undefined
}

/** Where the name of the function stands: behind what a method has before its dot. */
function callSpan(node: Call): Span {
  const before = node.method ? node.args[0]?.to : node.from
  return before === undefined || node.to === undefined ? {} : { from: before, to: node.to }
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
  report(inference, callSpan(node), {
    code: 'wrong-arguments',
    word: node.name,
    message: `${node.name}(${names}) takes ${wanted} argument${wanted === '1' ? '' : 's'}${own}, not ${count}.`,
  })
  return false
}

function inferLibraryCall(inference: Inference, node: Call, entry: LibraryFunction, locals: Locals | null): Value {
  if (entry.stepsOnly && inference.options.steps !== true) {
    const message = `${node.name}() gives another value each time, so it is allowed in steps only: put what it gives into the state in a handler.`
    report(inference, callSpan(node), { code: 'steps-only', word: node.name, message })
  }
  // Lambdas wait until what they are given is known.
  const whole = withParams(inference, node, entry)
  const call = { ...whole, args: whole.args.map((arg, i) => arrowed(inference, entry, whole, arg, i, locals)) }
  return inferLibraryArguments(inference, call, entry, locals)
}

/** `map(xs, x, i => …)`, whose two parameters lack their parentheses: reported, and read as the call that was meant. */
function withParams(inference: Inference, node: Call, entry: LibraryFunction): Call {
  const i = node.args.findIndex((arg, at) => arg.kind === 'name' && entry.signatures.some(signature => paramAt(signature, at)?.pattern.kind === 'lambda'))
  const [first, second] = [node.args[i], node.args[i + 1]]
  if (first?.kind !== 'name' || second?.kind !== 'lambda' || second.params.length !== 1 || second.params[0] === first.name) return node
  if (entry.signatures.some(signature => paramAt(signature, i + 1)?.pattern.kind === 'lambda')) return node
  const [only] = second.params
  const params = [first.name, only as string]
  const text = `(${params.join(', ')})`
  const message = `A lambda of two parameters has them in parentheses: ${text} => ….`
  const span = first.from === undefined || second.from === undefined ? {} : { from: first.from, to: second.from + (only as string).length }
  report(inference, span, { code: 'wrong-arguments', message, fix: { title: `Write ${text}`, text } })
  return { ...node, args: node.args.toSpliced(i, 2, { ...second, params }) }
}

/** An argument that should be a lambda and has no parameter, as in `filter(todos, t.done)`: reported, and read as the lambda that was meant. */
function arrowed(inference: Inference, entry: LibraryFunction, node: Call, arg: Argument, i: number, locals: Locals | null): Argument {
  if (arg.kind === 'lambda' || arg.kind === 'literal' || !entry.signatures.some(signature => paramAt(signature, i)?.pattern.kind === 'lambda')) return arg
  const [name, ...more] = unknownNames(inference, arg, locals)
  const known = [...localNames(locals), ...scopeNames(inference.scope, 'names')]
  if (name === undefined || more.length > 0 || arg.kind === 'name' || inference.advice?.didYouMean(name, known) !== undefined) return arg
  const message = `Here ${node.name} wants a lambda: write ${name} => … with the name for an element before it.`
  // `filter(todos, t (t.done))` has the name and lacks the arrow.
  const named = arg.kind === 'call' && arg.name === name && !arg.method
  const place = arg.from === undefined ? undefined : arg.from + (named ? name.length : 0)
  const text = named ? ' =>' : `${name} => `
  report(inference, arg, { code: 'wrong-type', message, fix: { title: `Insert ${name} =>`, text, ...(place !== undefined && { from: place, to: place }) } })
  const [body] = named ? arg.args : [arg]
  return {
    kind: 'lambda',
    params: [name],
    body: body === undefined || body.kind === 'lambda' ? arg : body,
    ...(arg.from !== undefined && { from: arg.from }),
    ...(arg.to !== undefined && { to: arg.to }),
  }
}

function inferLibraryArguments(inference: Inference, node: Call, entry: LibraryFunction, locals: Locals | null): Value {
  const values = node.args.map(arg => (arg.kind === 'lambda' ? null : inference.infer(inference, arg, locals)))
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
    if (!reportSwapped(inference, node, entry, values))
      reportMisfit(inference, arg, node.name, param.name, describePattern(param.pattern), values[wrong]?.type ?? null)
  }
  const listSource = values[0]?.source
  const element: Value = {
    type: substitute({ kind: 'variable', name: 'T' }, bindings),
    ...(listSource === undefined ? {} : { source: { name: listSource.name, path: [...listSource.path, '[]'] } }),
  }
  const lambdas = (inner: Inference, bound: Map<string, Type>) =>
    node.args.map((arg, i) => inferLambdaArgument(inner, entry, arg, paramAt(signature, i), values[i] ?? null, element, bound, locals))
  // What is gathered may take on fields as it goes, so its type is known only after one quiet pass.
  const begin = bindings.get('A')
  if (begin?.kind === 'record' || begin?.kind === 'list') {
    const first = new Map(bindings)
    first.set('A', begin.kind === 'record' ? { ...begin, open: true } : ANY)
    const gathered = lambdas(quietly(inference), first).find(type => type !== null) ?? ANY
    bindings.set('A', joinTypes(begin, gathered))
  }
  lambdas(inference, bindings)
  // Where an argument could be anything, which of several signatures it is cannot be told, nor what it gives.
  const unclear = fitting.length > 1 && values.some(value => value?.type.kind === 'any')
  const results = (unclear ? fitting : [signature]).map(candidate => substitute(candidate.result, bindings))
  const type = entry.name === 'merge' ? mergedType(values) : results.reduce(joinTypes)
  if (listSource !== undefined && KEEPS_LIST.has(entry.name)) return { type, source: listSource }
  if (element.source !== undefined && PICKS_ELEMENT.has(entry.name)) return { type, source: element.source }
  return { type }
}

/** Two arguments in each other's places, as in `join(', ', names)`. */
function reportSwapped(inference: Inference, node: Call, entry: LibraryFunction, values: readonly (Value | null)[]): boolean {
  if (node.method) return false
  for (let i = 0; i + 1 < node.args.length; i += 1) {
    const swap = <X>(list: readonly X[]): X[] => list.with(i, list[i + 1] as X).with(i + 1, list[i] as X)
    const [first, second] = [node.args[i], node.args[i + 1]]
    const call: Call = { ...node, args: swap(node.args) }
    const fits = entry.signatures.some(
      one => node.args.length >= arity(one).least && node.args.length <= arity(one).most && firstMisfit(one, call, swap(values)) === -1,
    )
    if (!fits || first?.from === undefined || second?.to === undefined) continue
    const pieces = [second, ', ', first]
    const names = entry.signatures[0]?.params.map(param => param.name).join(', ')
    const message = `The arguments of ${node.name}(${names}) stand in another order.`
    report(inference, callSpan(node), {
      code: 'wrong-type',
      word: node.name,
      message,
      fix: { title: 'Swap the arguments', text: pieces, from: first.from, to: second.to },
    })
    return true
  }
  return false
}

/** What a lambda gives; null where the argument is none. */
function inferLambdaArgument(
  inference: Inference,
  entry: LibraryFunction,
  arg: Argument,
  param: Parameter | undefined,
  value: Value | null,
  element: Value,
  bindings: Map<string, Type>,
  locals: Locals | null,
): Type | null {
  const pattern = param?.pattern
  if (arg.kind === 'lambda') {
    if (pattern?.kind !== 'lambda') return inferLambda(inference, arg, [], locals).type
    // In sort, two parameters compare two elements, as in JavaScript.
    const compares = entry.name === 'sort' && arg.params.length === 2
    const given = pattern.params.map((inner): Value => {
      if (inner.kind !== 'variable') return { type: substitute(inner, bindings) }
      if (inner.name === 'T' && entry.name !== 'with') return element
      return { type: substitute(inner, bindings) }
    })
    if (arg.params.length > given.length) {
      const message = `The lambda of ${entry.name} is given ${given.length} value${given.length === 1 ? '' : 's'}, so ${arg.params.slice(given.length).join(', ')} would always be null.`
      report(inference, arg, { code: 'wrong-arguments', message })
    }
    const result = inferLambda(inference, arg, compares ? [element, element] : given, locals)
    bind(pattern.result, result.type, bindings)
    return result.type
  }
  if (pattern?.kind === 'lambda' && arg.kind === 'literal' && typeof arg.value === 'string' && value !== null) {
    const type = fieldNamed(inference, arg, arg.value, element.type)
    if (element.source !== undefined) read(inference, { type, source: { name: element.source.name, path: [...element.source.path, ...arg.value.split('.')] } })
    bind(pattern.result, type, bindings)
  }
  return null
}

/** The type of the field that a text in place of a lambda names; its dots lead into records. */
function fieldNamed(inference: Inference, arg: Argument, name: string, element: Type): Type {
  if (element.kind === 'record' && element.fields.has(name)) return element.fields.get(name) as Type
  let type = element
  for (const key of name.split('.')) {
    if (type.kind !== 'record') return ANY
    const field = type.fields.get(key)
    if (field === undefined) {
      if (!type.open) reportUnknown(inference, arg, 'unknown-field', `There is no field ${key} in the elements.`, key, [...type.fields.keys()])
      return ANY
    }
    type = field
  }
  return type
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

function reportMisfit(inference: Inference, arg: Argument, name: string, param: string, wanted: string, found: Type | null): void {
  const what = found === null ? 'a lambda' : describeType(found).slice(0, 80)
  report(inference, arg, { code: 'wrong-type', message: `${name}: ${param} should be ${wanted}, not ${what}.` })
}
