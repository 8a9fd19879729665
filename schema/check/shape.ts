/** The sections of a document against `schema/blueprint.schema.json`: their kinds, their fields, what is required. */

import { didYouMean } from '../formula/did-you-mean.ts'
import { documentSchema } from '../generated/document-schema.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import { isList, isRecord, kindText, listed, own, shown } from './kinds.ts'
import { changeTo, renameTo } from './repairs.ts'
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
  if (own(document, 'view') === undefined && own(document, 'pages') === undefined)
    report.error('missing-view', [], 'There is nothing to show: write "view" (one component) or "pages".')
}

function checkAgainst(value: Json, written: ShapeSchema, at: Path, report: Report): void {
  const schema = written.$ref ? (documentSchema.$defs[written.$ref.slice('#/$defs/'.length)] as ShapeSchema) : written
  if (schema.anyOf) {
    checkAnyOf(value, schema, at, report)
    return
  }
  const wanted = wantedKind(value, schema)
  if (wanted !== null) {
    report.error('wrong-type', at, `${nameOf(at)} is ${wanted}; this is ${kindText(value)}.${hint(schema)}`)
    return
  }
  if (schema.const !== undefined && !equalJson(value, schema.const)) {
    report.error('wrong-value', at, `${nameOf(at)} is ${JSON.stringify(schema.const)}; this is ${shown(value)}.`)
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
    const trial = createReport()
    checkAgainst(value, option, at, trial)
    return trial
  })
  if (trials.some(trial => !trial.hasErrors)) return
  const here = formatPointer(at)
  const near = trials.filter(trial => !trial.findings.some(finding => finding.at === here && (finding.code === 'wrong-type' || finding.code === 'wrong-value')))
  // Of several forms of the right kind, the one with the fewest faults is the one that was meant.
  const best = near.toSorted((a, b) => a.findings.length - b.findings.length)[0]
  const misspelt = best ?? trials.find(trial => trial.findings.some(finding => finding.at === here && finding.suggestion !== undefined))
  if (misspelt) report.take(misspelt.findings)
  else report.error('wrong-type', at, `${nameOf(at)} is ${kindText(value)}, which cannot stand here.${hint(schema)}`)
}

function checkRecord(value: JsonObject, schema: ShapeSchema, at: Path, report: Report): void {
  const properties = schema.properties ?? {}
  for (const name of schema.required ?? [])
    if (!Object.hasOwn(value, name)) report.error('missing-property', at, `${nameOf(at)} needs "${name}".${hint(properties[name])}`)
  for (const key of Object.keys(value)) {
    const inner = Object.hasOwn(properties, key) ? (properties[key] as ShapeSchema) : schema.additionalProperties
    if (inner === false) reportUnknownKey(key, Object.keys(properties), at, report)
    else if (typeof inner === 'object') checkAgainst(value[key] as Json, inner, [...at, key], report)
  }
}

function reportUnknownKey(key: string, names: readonly string[], at: Path, report: Report): void {
  const suggestion = didYouMean(key, names)
  const what = at.length === 0 ? 'section' : 'property'
  const place = [...at, key]
  report.error(
    at.length === 0 ? 'unknown-section' : 'unknown-property',
    place,
    `There is no ${what} "${key}"${at.length === 0 ? '' : ` in ${nameOf(at)}`}${suggestion ? `: did you mean "${suggestion}"?` : `. It has ${listed(names)}.`}`,
    renameTo(place, suggestion),
  )
}

function reportEnum(value: Json, allowed: readonly Json[], at: Path, report: Report): void {
  const names = allowed.map(String)
  const suggestion = typeof value === 'string' ? didYouMean(value, names) : undefined
  report.error('wrong-value', at, `${nameOf(at)} is one of ${listed(names)}; this is ${shown(value)}.`, changeTo(at, suggestion))
}

function checkBounds(value: Json, schema: ShapeSchema, at: Path, report: Report): void {
  const size = isRecord(value) ? Object.keys(value).length : isList(value) || typeof value === 'string' ? value.length : value
  if (typeof size !== 'number') return
  const min = schema.minimum ?? schema.minLength ?? schema.minItems ?? schema.minProperties
  const max = schema.maximum ?? schema.maxLength ?? schema.maxItems ?? schema.maxProperties
  const unit = typeof value === 'number' ? '' : typeof value === 'string' ? ' characters' : isList(value) ? ' elements' : ' entries'
  if (min !== undefined && size < min) report.error('out-of-bounds', at, `${nameOf(at)} has at least ${min}${unit}; this is ${size}.`)
  if (max !== undefined && size > max) report.error('out-of-bounds', at, `${nameOf(at)} has at most ${max}${unit}; this is ${size}.`)
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

const hint = (schema: ShapeSchema | undefined): string => {
  const described = schema?.$ref ? documentSchema.$defs[schema.$ref.slice('#/$defs/'.length)] : schema
  return described?.description ? ` Expected: ${described.description}` : ''
}

/** The place in words: its nearest name. */
function nameOf(at: Path): string {
  const last = at.at(-1)
  if (last === undefined) return 'The document'
  return typeof last === 'number' ? `Element ${last + 1} of ${nameOf(at.slice(0, -1))}` : `"${last}"`
}
