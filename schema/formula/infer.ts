/** The types of a formula's nodes, and with them what it reads and what is wrong with it. */
import type { Argument, Entry, Expression, Index, Literal, Member, RecordLiteral, Span, Spread, Unary } from './expression.ts'
import type { FormulaAdvice } from './formula-advice.ts'
import type { CheckOptions, FormulaCheck, TypeScope } from './formula-check.ts'
import { checkNumber, inferBinary } from './infer-binary.ts'
import { inferCall } from './infer-call.ts'
import {
  findLocal,
  findName,
  type Inference,
  inferLambda,
  inferUsed,
  type Locals,
  localNames,
  read,
  report,
  reportUnknown,
  scopeNames,
  type Value,
} from './inference.ts'
import { findLibraryFunction } from './library.ts'
import { parseFormula } from './parse.ts'
import { arity } from './signature.ts'
import { ANY, BOOL, describeType, FILE_FIELDS, isNullable, joinTypes, listOf, NUMBER, nullable, TEXT, type Type, typeOfValue } from './types.ts'

export function inferFormula(root: Argument, scope: TypeScope, options: CheckOptions, advice: FormulaAdvice | null): Omit<FormulaCheck, 'clock'> {
  const inference: Inference = {
    scope,
    options,
    advice,
    root,
    issues: [],
    reads: new Map(),
    names: new Set(),
    calls: new Set(),
    infer,
  }
  const types = (options.lambda ?? []).map(type => ({ type }))
  const { type } = root.kind === 'lambda' ? inferLambda(inference, root, types, null) : inferUsed(inference, root, null)
  const { issues, reads, names, calls } = inference
  return { type, reads: [...reads.values()], names: [...names], calls: [...calls], issues }
}

function infer(inference: Inference, node: Expression, locals: Locals | null): Value {
  switch (node.kind) {
    case 'literal':
      noteHoleInQuotes(inference, node)
      return { type: typeOfValue(node.value) }
    case 'name':
      return inferName(inference, node.name, node, locals)
    case 'member':
      return inferMember(inference, node, locals)
    case 'index':
      return inferIndex(inference, node, locals)
    case 'list':
      return { type: listOf(node.items.length === 0 ? ANY : node.items.map(item => inferItem(inference, item, locals)).reduce(joinTypes)) }
    case 'record':
      return { type: inferRecord(inference, node, locals) }
    case 'unary':
      inferUnary(inference, node, locals)
      return { type: node.op === '!' ? BOOL : NUMBER }
    case 'binary':
      return { type: inferBinary(inference, node, locals) }
    case 'logical': {
      const left = inferUsed(inference, node.left, locals)
      const right = inferUsed(inference, node.right, locals)
      return merged(node.op === '??' ? withoutNull(left) : left, right)
    }
    case 'conditional': {
      noteAlwaysTrue(inference, node.test, inferUsed(inference, node.test, locals).type)
      return merged(inferUsed(inference, node.then, locals), inferUsed(inference, node.else, locals))
    }
    case 'template':
      for (const part of node.parts) if (typeof part !== 'string') inferUsed(inference, part, locals)
      return { type: TEXT }
    case 'call':
      return inferCall(inference, node, locals)
  }
}

/** A text in plain quotes that was meant to be a template. */
function noteHoleInQuotes(inference: Inference, { value, ...span }: Literal): void {
  if (typeof value !== 'string' || !value.includes('${') || value.includes('`') || value.includes('\\')) return
  const text = `\`${value}\``
  if (!parseFormula(text).ok) return
  const message = 'Inside quotes ${…} is text and computes nothing: a text with values in it stands in backticks.'
  report(inference, span, { code: 'not-computed', severity: 'note', message, fix: { title: 'Write it in backticks', text } })
}

function inferUnary(inference: Inference, node: Unary, locals: Locals | null): void {
  const { type } = inferUsed(inference, node.value, locals)
  if (node.op === '!') noteAlwaysTrue(inference, node.value, type)
  else checkNumber(inference, node.value, type)
}

/** A list or a record as a condition: an empty one is true too. */
function noteAlwaysTrue(inference: Inference, node: Expression, type: Type): void {
  if ((type.kind !== 'list' && type.kind !== 'record') || isNullable(type)) return
  const message = `A ${type.kind} is always true, an empty one too. Whether it has ${type.kind === 'list' ? 'elements' : 'fields'}, !empty(x) tells.`
  report(inference, node, { code: 'always-true', severity: 'note', message })
}

/** Either of two values: the joined type, and the source where both have the same. */
function merged(a: Value, b: Value): Value {
  const type = joinTypes(a.type, b.type)
  const same = a.source !== undefined && b.source !== undefined && a.source.name === b.source.name && a.source.path.join('\0') === b.source.path.join('\0')
  return same && a.source !== undefined ? { type, source: a.source } : { type }
}

function withoutNull(value: Value): Value {
  const { type } = value
  if (type.kind === 'null') return { ...value, type: ANY }
  if (type.kind === 'any' || !type.nullable) return value
  const { nullable: _, ...solid } = type
  return { ...value, type: solid }
}

function inferName(inference: Inference, name: string, node: Span, locals: Locals | null): Value {
  const local = findLocal(locals, name)
  if (local !== undefined) return local
  inference.names.add(name)
  const type = findName(inference.scope, name)
  if (type !== undefined) return { type, source: { name, path: [] } }
  const foreign = inference.advice?.nameMeantBy(name)
  if (foreign !== undefined) {
    report(inference, node, {
      code: 'unknown-name',
      message: `${name} is written ${foreign} here.`,
      suggestion: foreign,
      fix: { title: `Write ${foreign}`, text: foreign },
    })
  } else if ([...scopeNames(inference.scope, 'functions')].includes(name) || findLibraryFunction(name) !== undefined) {
    const alone = findLibraryFunction(name)?.signatures.some(signature => arity(signature).least === 0)
    report(inference, node, {
      code: 'unknown-name',
      message: `${name} is a function: call it, ${name}(…). As a value there is no ${name}.`,
      suggestion: `${name}()`,
      ...(alone && { fix: { title: `Write ${name}()`, text: `${name}()` } }),
    })
  } else if (inference.advice?.isForeignObject(name)) {
    report(inference, node, {
      code: 'unknown-name',
      message: `There is no ${name}: the functions of the library are called by their own names, as in round(x).`,
    })
  } else {
    const candidates = [...localNames(locals), ...scopeNames(inference.scope, 'names')]
    const dotted = withoutDot(inference, name, locals)
    if (dotted !== undefined)
      report(inference, node, { code: 'unknown-name', message: `There is no ${name} here. Did you mean ${dotted}?`, word: name, suggestion: dotted })
    else reportUnknown(inference, node, 'unknown-name', `There is no ${name} here.`, name, candidates)
  }
  return { type: ANY }
}

/** `carddue` for `card.due`: a name with one of its fields, as two words. */
function withoutDot(inference: Inference, name: string, locals: Locals | null): string | undefined {
  for (let i = 1; i < name.length; i += 1) {
    const [object, key] = [name.slice(0, i), name.slice(i)]
    const type = findLocal(locals, object)?.type ?? findName(inference.scope, object)
    if (type?.kind === 'record' && type.fields.has(key)) return `${object}.${key}`
    if (key === 'length' && (type?.kind === 'list' || type?.kind === 'text')) return `${object}.${key}`
  }
  return undefined
}

/** `state.todos`: names of the document stand alone. */
function withoutState(inference: Inference, { object, key, from, to }: Member, locals: Locals | null): Value | null {
  if (object.kind !== 'name' || !/^\$?(?:state|props|data|store|app|vars|derived|constants)$/.test(object.name)) return null
  if (findLocal(locals, object.name) !== undefined || findName(inference.scope, object.name) !== undefined || findName(inference.scope, key) === undefined)
    return null
  const message = `There is no ${object.name} here: names of the state stand alone, as in ${key}.`
  report(
    inference,
    { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    { code: 'unknown-name', message, suggestion: key, fix: { title: `Write ${key}`, text: key } },
  )
  return inferName(inference, key, object, locals)
}

function inferMember(inference: Inference, node: Member, locals: Locals | null): Value {
  const foreign = node.object.kind === 'name' ? inference.advice?.fieldMeantBy(`${node.object.name}.${node.key}`) : undefined
  if (foreign !== undefined && findLocal(locals, 'Math') === undefined && findName(inference.scope, 'Math') === undefined) {
    const message = `There is no Math here: write ${foreign}.`
    report(inference, node, { code: 'unknown-name', message, suggestion: foreign, fix: { title: `Write ${foreign}`, text: foreign } })
    return { type: NUMBER }
  }
  const bare = withoutState(inference, node, locals)
  if (bare !== null) return bare
  const object = infer(inference, node.object, locals)
  const { type } = object
  if (node.key === 'length' && (type.kind === 'list' || type.kind === 'text' || type.kind === 'date' || type.kind === 'null')) {
    read(inference, object)
    return { type: isNullable(type) ? nullable(NUMBER) : NUMBER }
  }
  const source: Pick<Value, 'source'> = object.source === undefined ? {} : { source: { name: object.source.name, path: [...object.source.path, node.key] } }
  // The object itself was not read as a whole, only this field of it; where the origin is lost, its own reads were counted when it was made.
  if (type.kind === 'any' || type.kind === 'null') return { type: ANY, ...source }
  if (type.kind === 'record' || type.kind === 'file') {
    const fields = type.kind === 'record' ? type.fields : FILE_FIELDS
    const field = fields.get(node.key)
    if (field !== undefined) return { type: type.nullable ? nullable(field) : field, ...source }
    if (type.kind === 'record' && type.open) return { type: ANY, ...source }
    if (!reportMethod(inference, node))
      reportUnknown(inference, keySpan(node), 'unknown-field', `There is no field ${node.key} in ${brief(type)}.`, node.key, [...fields.keys()])
    return { type: ANY }
  }
  if (!reportMethod(inference, node)) {
    if (type.kind === 'list') reportFieldOfList(inference, node, type.of)
    else report(inference, keySpan(node), { code: 'unknown-field', message: `A ${describeType(type)} has no fields, so there is no ${node.key}.` })
  }
  return { type: ANY }
}

/** `todos.done`, where each element has a `done` or none has. */
function reportFieldOfList(inference: Inference, node: Member, element: Type): void {
  const { key } = node
  if (key.toLowerCase() === 'length' || inference.advice?.didYouMean(key, ['length']) !== undefined) {
    const message = `How many elements it has is its length, not ${key}.`
    report(inference, keySpan(node), { code: 'unknown-field', message, word: key, suggestion: 'length' })
    return
  }
  const fields = element.kind === 'record' ? [...element.fields.keys()] : []
  const near = fields.includes(key) ? key : inference.advice?.didYouMean(key, fields)
  const list = inference.advice?.textOf(node.object)
  const one = near ?? key
  const message = `${list === undefined || list.length > 40 ? 'This' : list} is a list, and has no ${key} itself.`
  const ways = `For that of all elements write ${short(list)}.map(x => x.${one}), for that of one first(${short(list)}).${one} or ${short(list)}[0].${one}.`
  report(inference, keySpan(node), { code: 'unknown-field', message: `${message} ${ways}`, ...(near !== undefined && { suggestion: `map(x => x.${near})` }) })
}

function short(formula: string | undefined): string {
  return formula === undefined || formula.length > 40 ? 'list' : formula
}

/** A library function written like a field: `todos.count`. */
function reportMethod(inference: Inference, node: Member): boolean {
  if (findLibraryFunction(node.key) === undefined) return false
  const message = `${node.key} is a function: write .${node.key}().`
  report(inference, keySpan(node), {
    code: 'unknown-field',
    message,
    suggestion: `${node.key}()`,
    fix: { title: `Write ${node.key}()`, text: `${node.key}()` },
  })
  return true
}

function keySpan(node: Member): Span {
  return node.to === undefined ? {} : { from: node.to - node.key.length, to: node.to }
}

function brief(type: Type): string {
  const text = describeType(type)
  return text.length > 120 ? 'this record' : text
}

function inferIndex(inference: Inference, node: Index, locals: Locals | null): Value {
  const object = infer(inference, node.object, locals)
  const index = inferUsed(inference, node.index, locals)
  const { type } = object
  const key = node.index.kind === 'literal' ? node.index.value : null
  if (type.kind === 'record' && typeof key === 'string') {
    const field = type.fields.get(key)
    const source: Pick<Value, 'source'> = object.source === undefined ? {} : { source: { name: object.source.name, path: [...object.source.path, key] } }
    if (field !== undefined) return { type: type.nullable ? nullable(field) : field, ...source }
    if (!type.open) reportUnknown(inference, node.index, 'unknown-field', `There is no field ${key} in ${brief(type)}.`, key, [...type.fields.keys()])
    return { type: ANY, ...source }
  }
  const source: Pick<Value, 'source'> = object.source === undefined ? {} : { source: { name: object.source.name, path: [...object.source.path, '[]'] } }
  if (type.kind === 'list') {
    if (index.type.kind === 'record' || index.type.kind === 'list')
      report(inference, node.index, { code: 'wrong-type', message: `The place in a list is a number, not ${brief(index.type)}.` })
    return { type: nullable(type.of), ...source }
  }
  if (type.kind === 'record') return { type: type.open || type.fields.size === 0 ? ANY : nullable([...type.fields.values()].reduce(joinTypes)), ...source }
  if (type.kind === 'text' || type.kind === 'date') {
    report(inference, node, {
      code: 'unknown-field',
      message: "A text has no elements: write slice(text, i, i + 1) for one character, split(text, '') for all.",
    })
    return { type: ANY }
  }
  return { type: ANY, ...source }
}

function inferItem(inference: Inference, item: Expression | Spread, locals: Locals | null): Type {
  if (item.kind !== 'spread') return inferUsed(inference, item, locals).type
  const { type } = inferUsed(inference, item.value, locals)
  if (type.kind === 'list') return type.of
  if (type.kind !== 'any' && type.kind !== 'null')
    report(inference, item, { code: 'wrong-type', message: `Only a list can be spread into a list, not ${brief(type)}.` })
  return ANY
}

function inferRecord(inference: Inference, node: RecordLiteral, locals: Locals | null): Type {
  const fields = new Map<string, Type>()
  let open = false
  const add = (item: Entry | Spread) => {
    if (item.kind === 'entry') {
      if (typeof item.key !== 'string') {
        inferUsed(inference, item.key, locals)
        open = true
      }
      const { type } = inferUsed(inference, item.value, locals)
      if (typeof item.key === 'string') fields.set(item.key, type)
      return
    }
    const { type } = inferUsed(inference, item.value, locals)
    if (type.kind !== 'record') open = true
    else {
      if (type.open || type.nullable) open = true
      for (const [key, field] of type.fields) fields.set(key, type.nullable ? nullable(field) : field)
    }
  }
  node.entries.forEach(add)
  return { kind: 'record', fields, ...(open ? { open: true as const } : {}) }
}
