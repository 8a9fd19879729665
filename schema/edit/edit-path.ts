/** The paths of `put` and `drop` (B80): names with points between them, or a list of names and indexes. */
import { isList, isRecord, kindText, listed, own } from '../check/kinds.ts'
import { didYouMean } from '../formula/did-you-mean.ts'
import { documentSchema } from '../generated/document-schema.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import type { Refusal } from './edit.ts'
import { SHORT_ID } from './node-ids.ts'

export interface PathFound {
  readonly path: Path
  /** What stands there; undefined where `put` makes it. */
  readonly old: Json | undefined
  /** Records on the way that are not there yet, which the language knows: a section, `app.theme`. */
  readonly missing: readonly Path[]
}

/** Sections in the order in which they are written (B1). */
export const sectionOrder: readonly string[] = Object.keys(documentSchema.properties ?? {})

/** Where a written path leads; with `make`, its last step may be new. */
export function findPath(document: JsonObject, written: Json, make: boolean): PathFound | Refusal {
  const steps = isList(written) ? (written as readonly (string | number)[]) : String(written).split('.')
  if (steps.includes(''))
    return { code: 'edit-path', at: [], message: `The path ${shownPath(steps)} has an empty name in it. A name that holds points needs the path as a list.` }
  let value: Json | undefined = document
  let path: Path = []
  const missing: Path[] = []
  for (const [index, step] of steps.entries()) {
    const last = index === steps.length - 1
    const next = stepInto(value, step, path, last && make)
    if ('refusal' in next) return refuse(steps, index, next.refusal, next.names ?? [], written)
    path = [...path, next.key]
    const inner: Json | undefined = next.value
    if (inner === undefined && !last) {
      if (!make || !isKnownRecord(path)) return refuse(steps, index, `There is nothing at ${shownPath(path)}`, namesIn(value), written)
      missing.push(path)
      value = {}
    } else value = inner
  }
  if (value === undefined && !make) return refuse(steps, steps.length - 1, `There is nothing at ${shownPath(path)}`, [], written)
  return { path, old: value, missing }
}

type StepFound = { readonly key: string | number; readonly value: Json | undefined } | { readonly refusal: string; readonly names?: readonly string[] }

function stepInto(value: Json | undefined, step: string | number, path: Path, mayBeNew: boolean): StepFound {
  if (isList(value)) {
    if (step === '-' && mayBeNew) return { key: value.length, value: undefined }
    const index = typeof step === 'number' ? step : /^(0|[1-9]\d*)$/.test(step) ? Number(step) : -1
    const most = mayBeNew ? value.length : value.length - 1
    if (index >= 0 && index <= most) return { key: index, value: value[index] }
    const range = value.length === 0 ? 'it is empty' : `its elements are 0 to ${value.length - 1}`
    return { refusal: `${shownPath(path)} is a list, and ${range}: there is no ${JSON.stringify(step)}` }
  }
  if (!isRecord(value)) return { refusal: `${shownPath(path)} is ${kindText(value)}, and nothing stands in it: put the whole of ${shownPath(path)}` }
  const key = String(step)
  if (path.length === 0 && !sectionOrder.includes(key)) return { refusal: `An app has no section "${key}"`, names: sectionOrder }
  if (Object.hasOwn(value, key) || mayBeNew) return { key, value: own(value, key) }
  return isKnownRecord([...path, key])
    ? { key, value: undefined }
    : { refusal: `There is no "${key}" in ${path.length === 0 ? 'the app' : shownPath(path)}`, names: namesIn(value) }
}

function refuse(steps: Path, index: number, message: string, names: readonly string[], written: Json): Refusal {
  const near = didYouMean(String(steps[index]), names)
  if (near === undefined) return { code: 'edit-path', at: [], message: `${message}${names.length > 0 ? `. It has ${listed(names.slice(0, 12))}.` : '.'}` }
  const repaired = steps.map((step, place) => (place === index ? near : step))
  const suggestion = repaired.join('.')
  return { code: 'edit-path', at: [], message: `${message}: did you mean "${suggestion}"?`, suggestion, instead: isList(written) ? repaired : suggestion }
}

/** Whether the document's schema says that a record stands there, so that it may come to be on the way. */
function isKnownRecord(path: Path): boolean {
  let schema = documentSchema as (typeof documentSchema)['$defs'][string] | undefined
  for (const step of path) {
    const inner = schema?.properties
    schema = inner && Object.hasOwn(inner, step) ? inner[step] : undefined
    if (schema?.$ref) schema = documentSchema.$defs[schema.$ref.slice('#/$defs/'.length)]
  }
  return schema?.type === 'object'
}

const namesIn = (value: Json | undefined): readonly string[] => (isRecord(value) ? Object.keys(value).filter(name => name !== SHORT_ID) : [])
const shownPath = (path: Path): string => (path.every(step => !String(step).includes('.')) ? `"${path.join('.')}"` : JSON.stringify(path))
