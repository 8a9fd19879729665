/** The sections of a document against `schema/blueprint.schema.json`: their kinds, their fields, what is required. */

import type { SlotType } from '../catalog.ts'
import { documentSchema } from '../generated/document-schema.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import type { Advice } from './advice.ts'
import { isList, isRecord, isText, kindText, listed, shown } from './kinds.ts'
import type { Near } from './nearest.ts'
import { changeTo, orElse, removeAt, renameTo, setTo } from './repairs.ts'
import { createReport, type Report } from './report.ts'
import type { ShapeSchema } from './shape-schema.ts'
import { equalJson } from './validator-runtime.ts'

/** Reports what of the document is not as its schema says. */
export function checkShape(document: Json, report: Report): void {
  if (!isRecord(document)) {
    report.error('not-a-blueprint', [], `A blueprint is a record, { "blueprint": 1, "app": … }; this is ${kindText(document)}.`)
    return
  }
  checkAgainst(document, documentSchema, [], report)
  const sections = new Set(Object.keys(document).map(key => sectionMeantBy(key, document, report.advice) ?? key))
  if (!sections.has('view') && !sections.has('pages')) report.error('missing-view', [], 'There is nothing to show: write "view" (one component) or "pages".')
}

function checkAgainst(value: Json, written: ShapeSchema, at: Path, report: Report): void {
  const schema = written.$ref ? (documentSchema.$defs[written.$ref.slice('#/$defs/'.length)] as ShapeSchema) : written
  if (schema.anyOf) {
    checkAnyOf(value, schema, at, report)
    return
  }
  const wanted = wantedKind(value, schema)
  if (wanted !== null) {
    report.error(
      'wrong-type',
      at,
      `${capital(nameOf(at))} is ${wanted}; this is ${shown(value)}.${hint(schema, report)}`,
      setTo(at, meantBy(value, schema, report)),
    )
    return
  }
  if (schema.const !== undefined && !equalJson(value, schema.const)) {
    report.error('wrong-value', at, `${capital(nameOf(at))} is ${JSON.stringify(schema.const)}; this is ${shown(value)}.`, setTo(at, schema.const))
    return
  }
  if (schema.enum && !schema.enum.some(allowed => equalJson(allowed, value))) {
    reportEnum(value, schema.enum, at, report)
    return
  }
  checkBounds(value, schema, at, report)
  if (isRecord(value)) checkRecord(value, schema, at, report)
  if (isList(value) && schema.items) for (const [index, element] of value.entries()) checkAgainst(element, schema.items, [...at, index], report)
}

/** The one allowed form that the value is of in kind is the one that it is held to. */
function checkAnyOf(value: Json, schema: ShapeSchema, at: Path, report: Report): void {
  const trials = (schema.anyOf ?? []).map(option => {
    const trial = createReport({ advice: report.advice })
    checkAgainst(value, option, at, trial)
    return trial
  })
  if (trials.some(trial => !trial.hasErrors)) return
  const here = formatPointer(at)
  const near = trials.filter(trial => !trial.findings.some(finding => finding.at === here && (finding.code === 'wrong-type' || finding.code === 'wrong-value')))
  // Of several forms of the right kind, the one with the fewest faults is the one that was meant; what is missing weighs double.
  const weight = ({ findings }: Report): number =>
    findings.reduce((sum, finding) => sum + (finding.code === 'missing-property' && finding.at === here ? 2 : 1), 0)
  const best = near.toSorted((a, b) => weight(a) - weight(b))[0]
  const misspelt = best ?? trials.find(trial => trial.findings.some(finding => finding.at === here && finding.suggestion !== undefined))
  if (misspelt) report.take(misspelt.findings)
  else report.error('wrong-type', at, `${capital(nameOf(at))} is ${kindText(value)}, which cannot stand here.${hint(schema, report)}`)
}

function checkRecord(value: JsonObject, schema: ShapeSchema, at: Path, report: Report): void {
  const properties = schema.properties ?? {}
  const missing = new Set((schema.required ?? []).filter(name => !Object.hasOwn(value, name)))
  for (const key of Object.keys(value)) {
    const inner = Object.hasOwn(properties, key) ? (properties[key] as ShapeSchema) : schema.additionalProperties
    if (inner === false) {
      const near = nearestKey(key, value, schema, report.advice)
      reportUnknownKey(key, near, value, schema, at, report)
      if (!near?.sure || Object.hasOwn(value, near.name)) continue
      missing.delete(near.name)
      checkAgainst(value[key] as Json, properties[near.name] as ShapeSchema, [...at, key], report)
    } else if (typeof inner === 'object') checkAgainst(value[key] as Json, inner, [...at, key], report)
  }
  for (const name of missing) report.error('missing-property', at, `${capital(nameOf(at))} needs "${name}".${hint(properties[name], report)}`)
}

function reportUnknownKey(key: string, near: Near | undefined, record: JsonObject, schema: ShapeSchema, at: Path, report: Report): void {
  const place = [...at, key]
  report.error(
    at.length === 0 ? 'unknown-section' : 'unknown-property',
    place,
    `There is no ${at.length === 0 ? `section "${key}"` : `property "${key}" in ${nameOf(at)}`}${orElse(near, `. It has ${listed(Object.keys(schema.properties ?? {}))}.`)}`,
    record[key] === null ? removeAt(place) : renameTo(place, near, record),
  )
}

/** The key that was meant: one that is not there yet before one that is. */
function nearestKey(key: string, record: JsonObject, schema: ShapeSchema, advice: Advice | null): Near | undefined {
  if (!advice) return undefined
  const names = Object.keys(schema.properties ?? {})
  const missing = (schema.required ?? []).filter(name => !Object.hasOwn(record, name))
  return (
    advice.nearestProperty(
      key,
      names.filter(name => !Object.hasOwn(record, name)),
      missing,
    ) ?? advice.nearest(key, names)
  )
}

/** The section that a misspelt one was meant as; undefined where that is not certain. */
export function sectionMeantBy(key: string, document: JsonObject, advice: Advice | null): string | undefined {
  if (Object.hasOwn(documentSchema.properties ?? {}, key)) return undefined
  const near = nearestKey(key, document, documentSchema, advice)
  return near?.sure && !Object.hasOwn(document, near.name) ? near.name : undefined
}

/** The value as the schema wants it, where that loses nothing. */
function meantBy(value: Json, schema: ShapeSchema, report: Report): Json | undefined {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  const element = schema.items?.type
  return report.advice?.meantValue(
    value,
    types.map(type => slotTypes.get(type) ?? 'any').filter(type => type !== 'any'),
    typeof element === 'string' ? [slotTypes.get(element) ?? 'any'] : ['any'],
  )
}
const slotTypes: ReadonlyMap<string, SlotType> = new Map([
  ['string', 'text'],
  ['number', 'number'],
  ['boolean', 'bool'],
  ['array', 'list'],
  ['object', 'record'],
])

function reportEnum(value: Json, allowed: readonly Json[], at: Path, report: Report): void {
  const names = allowed.map(String)
  const near = isText(value) && report.advice ? nearestWord(value, names, report.advice) : undefined
  report.error('wrong-value', at, `${capital(nameOf(at))} cannot be ${shown(value)}${orElse(near, `. It is one of ${listed(names)}.`)}`, changeTo(at, near))
}

function nearestWord(word: string, names: readonly string[], advice: Advice): Near | undefined {
  const meant = advice.typeMeantBy(word)
  if (meant !== undefined && names.includes(meant)) return { name: meant, sure: true }
  // Of a type and the same that may be null it is the one that is written so.
  return advice.nearest(
    word,
    names.filter(name => name.endsWith('?') === word.endsWith('?')),
  )
}

function checkBounds(value: Json, schema: ShapeSchema, at: Path, report: Report): void {
  const size = isRecord(value) ? Object.keys(value).length : isList(value) || typeof value === 'string' ? value.length : value
  if (typeof size !== 'number') return
  const min = schema.minimum ?? schema.minLength ?? schema.minItems ?? schema.minProperties
  const max = schema.maximum ?? schema.maxLength ?? schema.maxItems ?? schema.maxProperties
  const unit = typeof value === 'number' ? '' : typeof value === 'string' ? ' characters' : isList(value) ? ' elements' : ' entries'
  if (min !== undefined && size < min) report.error('out-of-bounds', at, `${capital(nameOf(at))} has at least ${min}${unit}; this is ${size}.`)
  if (max !== undefined && size > max) report.error('out-of-bounds', at, `${capital(nameOf(at))} has at most ${max}${unit}; this is ${size}.`)
}

/** The kind that the schema wants, in words, where the value is of another. */
function wantedKind(value: Json, schema: ShapeSchema): string | null {
  if (schema.type === undefined) return null
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type
  const is = value === null ? 'null' : isList(value) ? 'array' : typeof value
  if (types.includes(is)) return null
  return listed(types.map(type => kindNames.get(type) ?? type))
}
const kindNames: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a record'],
])

const hint = (schema: ShapeSchema | undefined, { advice }: Report): string => {
  const described = schema?.$ref ? documentSchema.$defs[schema.$ref.slice('#/$defs/'.length)] : schema
  const words = described && advice?.describe(described)
  return words ? ` Expected: ${words}` : ''
}

/** The place in words: its nearest name. */
function nameOf(at: Path): string {
  const last = at.at(-1)
  if (last === undefined) return 'the document'
  return typeof last === 'number' ? `element ${last + 1} of ${nameOf(at.slice(0, -1))}` : `"${last}"`
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
