/** A value in a slot, read as the slot's kind says (B21, B50). */

import type { SlotSpec, SlotTable, SlotType } from '../catalog.ts'
import { parseFormula } from '../formula/parse.ts'
import { isFormulaText } from '../formula/text.ts'
import { ANY, BOOL, DATE, describeType, joinTypes, listOf, NULL, NUMBER, parseType, recordOf, TEXT, type Type } from '../formula/types.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { checkAddress } from './addresses.ts'
import { type AsMeant, readAsMeant } from './as-meant.ts'
import { checkFormulaText, checkLambdaText, checkPlainText } from './formulas.ts'
import { isList, isRecord, isText, kindText, listed, shown } from './kinds.ts'
import { checkName } from './names.ts'
import type { Near } from './nearest.ts'
import { checkPath } from './paths.ts'
import { changeTo, orElse, setTo } from './repairs.ts'
import { innerScope, type Scope } from './scope.ts'
import { slotWords } from './slot-words.ts'
import { mayFill } from './type-fit.ts'
import type { SlotPlace, Walk } from './walk.ts'

/** Checks the value of one slot, whatever its kind; gives its type as far as it is known. */
export function checkSlot(walk: Walk, value: Json, spec: SlotSpec, at: Path, place: SlotPlace): Type {
  const scope = spec.each ? (place.rowScope?.() ?? place.scope) : place.scope
  const inner: SlotPlace = { ...place, scope }
  switch (spec.kind) {
    case 'plain':
      return checkPlain(walk, value, spec, at, inner)
    case 'literal':
      return checkLiteralSlot(walk, value, spec, at)
    case 'formula':
      return checkFormulaSlot(walk, value, spec, at, inner)
    case 'lambda':
      if (isText(value)) checkLambdaText(walk, value, at, scope, { steps: place.steps !== undefined, ...(place.lambda && { lambda: place.lambda }) })
      else reportKind(walk, value, 'a formula of one element, as in t => t.done', at)
      return ANY
    case 'path':
      return checkPathSlot(walk, value, spec, at, inner)
    case 'name':
      checkName(walk.report, value, at)
      return ANY
    case 'node':
      if (!spec.values?.includes(value as string)) walk.node(value, at, scope, place.node)
      return ANY
    case 'nodes':
      if (isList(value)) for (const [index, child] of value.entries()) walk.node(child, [...at, index], scope, place.node)
      else walk.node(value, at, scope, place.node)
      return ANY
    case 'steps':
      walk.steps(value, at, eventScope(spec, scope), { owner: place.node.owner, gesture: true })
      return ANY
    default:
      checkReference(walk, value, spec, at)
      return ANY
  }
}

/** What happened, under the name `event` (B44). */
function eventScope(spec: SlotSpec, scope: Scope): Scope {
  const fields = Object.entries(spec.event ?? {}).map(([name, written]): [string, Type] => {
    const parsed = parseType(written)
    return [name, parsed.ok ? parsed.type : ANY]
  })
  return innerScope(scope, [['event', { kind: 'local', type: recordOf(fields) }]])
}

function checkPathSlot(walk: Walk, value: Json, spec: SlotSpec, at: Path, place: SlotPlace): Type {
  if (isText(value)) return checkPath(walk, value, at, place.scope, spec.bind ?? 'any')
  if (isList(value) && spec.element) {
    for (const [index, element] of value.entries()) checkPathSlot(walk, element, spec.element, [...at, index], place)
    return ANY
  }
  reportKind(walk, value, 'a path, a place in the state as in draft.title', at)
  return ANY
}

function checkReference(walk: Walk, value: Json, spec: SlotSpec, at: Path): void {
  const { definitions } = walk
  const [names, what] =
    spec.kind === 'data'
      ? ([definitions.data, 'data'] as const)
      : spec.kind === 'page'
        ? ([new Set(definitions.pages.keys()), 'pages'] as const)
        : ([new Set(definitions.actions.keys()), 'actions'] as const)
  if (!isText(value)) {
    reportKind(walk, value, `the name of an entry of "${what}"`, at)
    return
  }
  if (walk.pending || names.has(value)) return
  const near = walk.report.advice?.nearest(value, names)
  walk.report.error(
    `unknown-${spec.kind}`,
    at,
    `There is no "${value}" in "${what}"${orElse(near, names.size > 0 ? `. There is ${listed([...names].slice(0, 12))}.` : '.')}`,
    changeTo(at, near),
  )
}

function checkFormulaSlot(walk: Walk, value: Json, spec: SlotSpec, at: Path, place: SlotPlace): Type {
  if (isRecord(value) && spec.type === 'record') {
    for (const key of Object.keys(value)) checkFormulaSlot(walk, value[key] as Json, { kind: 'formula', type: 'any' }, [...at, key], place)
    return ANY
  }
  if (!isText(value)) {
    if (isList(value) || isRecord(value)) return checkPlain(walk, value, { ...spec, kind: 'plain' }, at, place)
    return checkLiteral(walk, value, spec, at)
  }
  if (value.trim() === '') {
    walk.report.error('empty-formula', at, 'A formula is expected here; this is empty.')
    return ANY
  }
  const type = checkFormulaText(walk, value, at, place.scope, { steps: place.steps !== undefined })?.type ?? ANY
  reportMisfit(walk, type, spec, at)
  return type
}

function reportMisfit(walk: Walk, type: Type, spec: SlotSpec, at: Path): void {
  const allowed: readonly SlotType[] = spec.types ?? [spec.type]
  if (allowed.some(slot => mayFill(type, slot))) return
  const code = spec.type === 'list' ? 'not-a-list' : 'wrong-type'
  walk.report.error(code, at, `${capital(slotWords(spec))} is expected here; this formula gives ${describeType(type)}.`)
}

function checkPlain(walk: Walk, value: Json, spec: SlotSpec, at: Path, place: SlotPlace): Type {
  if (value === null) return NULL
  if (isText(value)) return checkPlainTextSlot(walk, value, spec, at, place)
  if (!isList(value) && !isRecord(value)) return checkLiteral(walk, value, spec, at)
  const allowed: readonly SlotType[] = spec.types ?? [spec.type]
  const kind: SlotType = isList(value) ? 'list' : 'record'
  if (!allowed.includes(kind) && !allowed.includes('any')) {
    reportKind(walk, value, slotWords(spec), at, spec)
    return ANY
  }
  return isList(value) ? checkPlainList(walk, value, spec, at, place) : checkPlainRecord(walk, value, spec, at, place)
}

function checkPlainTextSlot(walk: Walk, value: string, spec: SlotSpec, at: Path, place: SlotPlace): Type {
  const reading = checkPlainText(walk, value, at, place.scope, { steps: place.steps !== undefined })
  if (reading.computed) {
    if (reading.tree || reading.type.kind === 'text') reportMisfit(walk, reading.type, spec, at)
    if (spec.format) checkAddress(walk, value, spec.format, at, reading.computed)
    return reading.type
  }
  const type = checkLiteral(walk, value, spec, at)
  // Beside addresses there are names, as of an illustration.
  if (spec.values && !value.includes(':')) {
    if (!spec.values.includes(value) && spec.format) reportEnum(walk, value, spec, at)
  } else if (type && spec.format) checkAddress(walk, value, spec.format, at, false)
  return /^\d{4}-\d\d-\d\d$/.test(value) ? DATE : TEXT
}

function checkPlainList(walk: Walk, value: readonly Json[], spec: SlotSpec, at: Path, place: SlotPlace): Type {
  const element: SlotSpec = spec.element ?? (spec.fields && !spec.types ? { kind: 'plain', type: 'record', fields: spec.fields } : anything)
  checkCount(walk, value.length, spec, at, 'elements')
  const types = value.map((inner, index) => checkSlot(walk, inner, element, [...at, index], place))
  return listOf(types.length === 0 ? ANY : types.reduce(joinTypes))
}

function checkPlainRecord(walk: Walk, value: JsonObject, spec: SlotSpec, at: Path, place: SlotPlace): Type {
  const { fields } = spec
  const types = new Map<string, Type>()
  if (!fields) {
    for (const key of Object.keys(value)) types.set(key, checkSlot(walk, value[key] as Json, anything, [...at, key], place))
    return { kind: 'record', fields: types }
  }
  const meant = readFields(walk, value, fields, at)
  for (const [name, field] of Object.entries(fields))
    if (field.required && !Object.hasOwn(meant.record, name)) walk.report.error('missing-property', at, `"${name}" is missing here, ${slotWords(field)}.`)
  for (const key of Object.keys(meant.record)) types.set(key, checkSlot(walk, meant.record[key] as Json, fields[key] as SlotSpec, meant.place(key), place))
  return { kind: 'record', fields: types }
}

const anything: SlotSpec = { kind: 'plain', type: 'any' }

function readFields(walk: Walk, value: JsonObject, fields: SlotTable, at: Path): AsMeant {
  const names = Object.keys(fields)
  const required = names.filter(name => fields[name]?.required)
  const meant = readAsMeant(value, at, { names, required, wrappers: new Set(), nearest: (...named) => walk.report.advice?.nearestProperty(...named) })
  for (const { key, near, fix } of meant.slips)
    walk.report.error('unknown-property', [...at, key], `There is no property "${key}" here${orElse(near, `. It has ${listed(names)}.`)}`, {
      suggestion: near?.name,
      fix,
    })
  return meant
}

function checkLiteralSlot(walk: Walk, value: Json, spec: SlotSpec, at: Path): Type {
  const type = checkLiteral(walk, value, spec, at)
  if (spec.format && isText(value) && !isFormulaText(value)) checkAddress(walk, value, spec.format, at, false)
  return type
}

/** A value that is as it is written; gives its type. */
function checkLiteral(walk: Walk, value: Json, spec: SlotSpec, at: Path): Type {
  if (spec.kind === 'literal' && isText(value) && isFormulaText(value)) {
    walk.report.error('not-computed', at, 'This is never computed: write it as it is, without ${ }.')
    return ANY
  }
  const type = isText(value) ? TEXT : typeof value === 'number' ? NUMBER : typeof value === 'boolean' ? BOOL : ANY
  if (spec.values?.includes(value as string)) return type
  if (spec.type === 'enum') {
    reportEnum(walk, value, spec, at)
    return type
  }
  const kind: SlotType = isText(value) ? 'text' : typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'bool' : isList(value) ? 'list' : 'record'
  const allowed: readonly SlotType[] = spec.types ?? [spec.type]
  // A number where a text is wanted is shown as text.
  if (!allowed.includes(kind) && !allowed.includes('any') && !(kind === 'number' && allowed.includes('text')))
    reportKind(walk, value, slotWords(spec), at, spec)
  else if (typeof value === 'number') checkNumber(walk, value, spec, at)
  else if (isText(value) && allowed.includes('text')) checkCount(walk, value.length, spec, at, 'characters')
  return type
}

function reportEnum(walk: Walk, value: Json, spec: SlotSpec, at: Path): void {
  const allowed = spec.values ?? []
  const [only, ...others] = isList(value) ? value : [value]
  const near = isText(only) && others.length === 0 ? nearestWord(walk, only, allowed.map(String)) : undefined
  const plain = isText(only) || typeof only === 'number' || typeof only === 'boolean'
  const word = near?.sure ? near.name : plain ? String(only) : undefined
  const fit = others.length === 0 && word !== undefined ? allowed.find(one => String(one) === word) : undefined
  walk.report.error('wrong-value', at, `${shown(value)} cannot stand here${orElse(near, `. It is ${listed(allowed)}.`)}`, {
    suggestion: near?.name,
    ...setTo(at, fit),
  })
}

/** Words of other languages of looks, and what they are called here. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    s: ['small', 'sm', 'xs'],
    m: ['medium', 'md', 'normal', 'default'],
    l: ['large', 'lg', 'big'],
    xl: ['xlarge', 'huge'],
    good: ['success', 'positive', 'green'],
    warn: ['warning', 'caution', 'orange', 'yellow'],
    bad: ['danger', 'error', 'negative', 'destructive', 'red'],
    neutral: ['muted', 'default', 'gray', 'secondary'],
    accent: ['primary', 'brand'],
    danger: ['destructive', 'negative'],
    quiet: ['ghost', 'link', 'text', 'plain', 'tertiary'],
    secondary: ['default', 'outline', 'outlined'],
    start: ['left', 'top', 'flex-start'],
    end: ['right', 'bottom', 'flex-end'],
    center: ['middle', 'centre'],
    between: ['space-between'],
    bold: ['semibold', 'heavy'],
  }),
)

function nearestWord(walk: Walk, value: string, names: readonly string[]): Near | undefined {
  const word = value.toLowerCase()
  const same = names.filter(name => name === word || synonyms.get(name)?.includes(word))
  return same[0] === undefined ? walk.report.advice?.nearest(value, names) : { name: same[0], sure: same.length === 1 }
}

function checkNumber(walk: Walk, value: number, spec: SlotSpec, at: Path): void {
  if (spec.whole && !Number.isInteger(value)) walk.report.error('wrong-value', at, `A whole number is expected here; this is ${value}.`)
  if (spec.min !== undefined && value < spec.min) walk.report.error('out-of-bounds', at, `This is at least ${spec.min}; it is ${value}.`)
  if (spec.max !== undefined && value > spec.max) walk.report.error('out-of-bounds', at, `This is at most ${spec.max}; it is ${value}.`)
}

function checkCount(walk: Walk, count: number, spec: SlotSpec, at: Path, unit: string): void {
  if (spec.min !== undefined && count < spec.min) walk.report.error('out-of-bounds', at, `This has at least ${spec.min} ${unit}; it has ${count}.`)
  if (spec.max !== undefined && count > spec.max) walk.report.error('out-of-bounds', at, `This has at most ${spec.max} ${unit}; it has ${count}.`)
}

/** A value of the wrong kind, with the value that was meant where that is plain to see. */
function reportKind(walk: Walk, value: Json, expected: string, at: Path, spec?: SlotSpec): void {
  const meant = spec && (isText(value) ? (meantFormula(value, spec) ?? meantAs(walk, value, spec)) : meantAs(walk, value, spec))
  const hint = isText(meant) && isText(value) ? ' A formula is written in ${…}.' : ''
  walk.report.error(
    'wrong-type',
    at,
    `${capital(expected)} is expected here; this is ${isList(value) || isRecord(value) ? kindText(value) : shown(value)}.${hint}`,
    setTo(at, meant),
  )
}

function meantAs(walk: Walk, value: Json, spec: SlotSpec): Json | undefined {
  return walk.report.advice?.meantValue(value, spec.types ?? [spec.type], spec.element?.types ?? [spec.element?.type ?? (spec.fields ? 'record' : 'any')])
}

function meantFormula(text: string, spec: SlotSpec): Json | undefined {
  const parsed = spec.kind === 'plain' && spec.type !== 'text' ? parseFormula(text) : null
  // One word may be a word: only what computes is taken for a formula.
  if (parsed?.ok && parsed.tree.kind !== 'name' && parsed.tree.kind !== 'literal' && parsed.tree.kind !== 'unary') return `\${${text}}`
  return undefined
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
