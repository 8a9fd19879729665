/** The types of a formula's nodes, and with them what it reads and what is wrong with it. */
import type { Argument, Binary, Entry, Expression, Index, Member, RecordLiteral, Span, Spread } from './expression.ts'
import { FOREIGN_NAMES, FOREIGN_OBJECTS } from './foreign.ts'
import type { CheckOptions, FormulaCheck, TypeScope } from './formula-check.ts'
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
import { ANY, BOOL, describeType, FILE_FIELDS, isNullable, joinTypes, listOf, NUMBER, nullable, TEXT, TIME, type Type, typeOfValue } from './types.ts'

export function inferFormula(root: Argument, scope: TypeScope, options: CheckOptions): Omit<FormulaCheck, 'clock'> {
  const inference: Inference = {
    scope,
    options,
    root,
    issues: [],
    reads: new Map(),
    names: new Set(),
    calls: new Set(),
    infer: (node, locals) => infer(inference, node, locals),
  }
  const types = (options.lambda ?? []).map(type => ({ type }))
  const { type } = root.kind === 'lambda' ? inferLambda(inference, root, types, null) : inferUsed(inference, root, null)
  const { issues, reads, names, calls } = inference
  return { type, reads: [...reads.values()], names: [...names], calls: [...calls], issues }
}

function infer(inference: Inference, node: Expression, locals: Locals | null): Value {
  switch (node.kind) {
    case 'literal':
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
      inferUsed(inference, node.value, locals)
      return { type: node.op === '!' ? BOOL : NUMBER }
    case 'binary':
      return { type: inferBinary(inference, node, locals) }
    case 'logical': {
      const left = inferUsed(inference, node.left, locals)
      const right = inferUsed(inference, node.right, locals)
      return merged(node.op === '??' ? withoutNull(left) : left, right)
    }
    case 'conditional': {
      inferUsed(inference, node.test, locals)
      return merged(inferUsed(inference, node.then, locals), inferUsed(inference, node.else, locals))
    }
    case 'template':
      for (const part of node.parts) if (typeof part !== 'string') inferUsed(inference, part, locals)
      return { type: TEXT }
    case 'call':
      return inferCall(inference, node, locals)
  }
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
  const foreign = FOREIGN_NAMES.get(name)
  if (foreign !== undefined) {
    report(inference, node, {
      code: 'unknown-name',
      message: `${name} is written ${foreign} here.`,
      suggestion: foreign,
      fix: { title: `Write ${foreign}`, text: foreign },
    })
  } else if ([...scopeNames(inference.scope, 'functions')].includes(name) || findLibraryFunction(name) !== undefined) {
    report(inference, node, {
      code: 'unknown-name',
      message: `${name} is a function: call it, ${name}(…). As a value there is no ${name}.`,
      suggestion: `${name}()`,
    })
  } else if (FOREIGN_OBJECTS.has(name)) {
    report(inference, node, {
      code: 'unknown-name',
      message: `There is no ${name}: the functions of the library are called by their own names, as in round(x).`,
    })
  } else {
    const candidates = [...localNames(locals), ...scopeNames(inference.scope, 'names')]
    reportUnknown(inference, node, 'unknown-name', `There is no ${name} here.`, name, candidates)
  }
  return { type: ANY }
}

function inferMember(inference: Inference, node: Member, locals: Locals | null): Value {
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
    const hint = type.kind === 'list' ? ' For one element write list[0], first(list) or find(list, x => …); for all of them map.' : ''
    report(inference, keySpan(node), { code: 'unknown-field', message: `A ${describeType(type)} has no fields, so there is no ${node.key}.${hint}` })
  }
  return { type: ANY }
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

function inferBinary(inference: Inference, node: Binary, locals: Locals | null): Type {
  const { op } = node
  const left = inferUsed(inference, node.left, locals).type
  const right = inferUsed(inference, node.right, locals).type
  if (op === '==' || op === '!=') {
    if (neverEqual(left, right)) {
      const message = `A ${describeType(left)} never equals a ${describeType(right)}: this is always ${op === '!='}.`
      report(inference, node, { code: 'never-equal', severity: 'note', message })
    }
    return BOOL
  }
  if (op === 'in') {
    if (right.kind === 'list' && left.kind === 'text') {
      report(inference, node, { code: 'key-not-element', severity: 'note', message: 'in asks for a key. Whether a list has an element, has(list, x) tells.' })
    }
    return BOOL
  }
  if (op === '<' || op === '<=' || op === '>' || op === '>=') return BOOL
  const solid = (type: Type) => type.kind === 'list' || type.kind === 'record' || type.kind === 'file'
  if (op === '+') {
    if ([left, right].some(type => type.kind === 'list' || type.kind === 'record')) {
      const odd = solid(left) ? left : right
      const message =
        odd.kind === 'list'
          ? 'Plus does not join lists: write [...a, ...b] or concat(a, b).'
          : 'Plus does not join records: write { ...a, ...b } or merge(a, b).'
      // Text + list is a text, as in JavaScript, and may be meant.
      report(inference, node, { code: 'wrong-type', message, ...(solid(left) && solid(right) ? {} : { severity: 'note' as const }) })
    }
    if ([left, right].some(type => type.kind === 'text' || type.kind === 'date')) return TEXT
    if (left.kind === 'any' || right.kind === 'any' || solid(left) || solid(right)) return ANY
    return left.kind === 'time' || right.kind === 'time' ? TIME : NUMBER
  }
  for (const [side, type] of [
    [node.left, left],
    [node.right, right],
  ] as const) {
    if (solid(type)) report(inference, side, { code: 'wrong-type', message: `Here should be a number, not ${brief(type)}.` })
    else if (type.kind === 'date') {
      report(inference, side, {
        code: 'wrong-type',
        message: 'A date is no number: diffDays(a, b) counts the days between two dates, addDays(date, n) moves one.',
      })
    }
  }
  return op === '-' && left.kind === 'time' && right.kind === 'number' ? TIME : NUMBER
}

function neverEqual(a: Type, b: Type): boolean {
  const family = (type: Type) => {
    if (type.kind === 'date') return 'text'
    if (type.kind === 'time') return 'number'
    return type.kind === 'file' ? 'record' : type.kind
  }
  if (isNullable(a) && isNullable(b)) return false
  if (a.kind === 'any' || b.kind === 'any' || a.kind === 'null' || b.kind === 'null') return false
  return family(a) !== family(b)
}
