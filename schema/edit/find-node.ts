/** Finding the one component that an operation means (B80). */
import { entriesOf, isList, isRecord, isText, own } from '../check/kinds.ts'
import { equalJson } from '../check/validator-runtime.ts'
import { didYouMean } from '../formula/did-you-mean.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import { describeNode } from './describe.ts'
import type { Refusal, Target } from './edit.ts'
import { SHORT_ID, shortIdOf } from './node-ids.ts'
import { type NodePlace, nodePlaces } from './node-places.ts'

/** What an operation means: a component, or with `at` what sits in one of its properties. */
export interface Found {
  readonly path: Path
  readonly value: Json
  readonly place: NodePlace
}

const relations = ['in', 'has', 'at']
/** Candidates that a message lists. */
const MOST_LISTED = 5

/** The one that `target` names in a document with short ids, or why it names none or several. */
export function findNode(document: JsonObject, target: Target): Found | Refusal {
  const places = nodePlaces(document)
  const found = matching(places, target)
  if (!Array.isArray(found)) return found as Refusal
  const [place, second] = found as readonly NodePlace[]
  if (place === undefined) return refuseNone(places, target)
  if (second !== undefined) return refuseMany(found as readonly NodePlace[], target)
  const steps = isRecord(target) ? own(target, 'at') : undefined
  return steps === undefined ? { path: place.path, value: place.node, place } : findInside(place, steps)
}

/** Whether a target names exactly one component. */
export function isNamed(document: JsonObject, target: Target): boolean {
  const found = matching(nodePlaces(document), target)
  return Array.isArray(found) && found.length === 1
}

function matching(places: readonly NodePlace[], target: Target): readonly NodePlace[] | Refusal {
  if (isText(target)) return named(places, target)
  const wanted = Object.keys(target).filter(key => !relations.includes(key))
  let found: readonly NodePlace[] = places.filter(({ node }) => wanted.every(key => equalProperty(node, key, target[key] as Json)))
  const [around, inside] = [own(target, 'in'), own(target, 'has')]
  for (const [key, inner] of [
    ['in', around],
    ['has', inside],
  ] as const) {
    if (inner === undefined) continue
    if (!isText(inner) && !isRecord(inner)) return { code: 'wrong-type', at: [key], message: `"${key}" is a component's id or properties of it, as "node" is.` }
    const others = matching(places, inner)
    if (!Array.isArray(others)) return { ...(others as Refusal), at: [key, ...(others as Refusal).at] }
    const anchors = new Set<NodePlace>(others)
    const holders = new Set(key === 'has' ? [...anchors].flatMap(ancestors) : [])
    found = found.filter(place => (key === 'in' ? ancestors(place).some(other => anchors.has(other)) : holders.has(place)))
  }
  return found
}

/** An id that the author wrote comes first, then `root`, then a short id. */
function named(places: readonly NodePlace[], name: string): readonly NodePlace[] {
  const written = places.filter(({ node }) => isRecord(node) && own(node, 'id') === name)
  if (written.length > 0) return written
  if (name === 'root') {
    const roots = places.filter(({ parent, path }) => parent === null && (path[0] === 'view' || path[0] === 'pages'))
    const view = roots.filter(({ path }) => path[0] === 'view')
    return view.length > 0 ? view : roots
  }
  return places.filter(({ node }) => shortIdOf(node) === name)
}

function ancestors(place: NodePlace): readonly NodePlace[] {
  const found: NodePlace[] = []
  for (let up = place.parent; up !== null; up = up.parent) found.push(up)
  return found
}

/** A bare text is a Text; short ids inside a value that is compared do not count. */
function equalProperty(node: JsonObject | string, key: string, value: Json): boolean {
  const written = isText(node) ? (key === 'type' ? 'Text' : key === 'text' ? node : undefined) : own(node, key)
  if (written === undefined || typeof written !== typeof value) return false
  return typeof value === 'object' ? equalJson(bare(written), bare(value)) : written === value
}

function bare(value: Json): Json {
  if (isList(value)) return value.map(bare)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .filter(key => key !== SHORT_ID)
      .map(key => [key, bare(value[key] as Json)]),
  )
}

/** `"at": ["columns", { "field": "date" }]`: down through properties, indexes and the one element with these properties. */
function findInside(place: NodePlace, steps: Json): Found | Refusal {
  if (!isList(steps) || steps.length === 0)
    return { code: 'wrong-type', at: ['at'], message: '"at" is a list that leads inwards: ["columns", { "field": "date" }].' }
  let value: Json = place.node
  let path: Path = place.path
  for (const [index, step] of steps.entries()) {
    const at: Path = ['at', index]
    const next = inwards(value, step)
    if (next === undefined) return { code: 'edit-node-none', at, ...missedInside(value, step) }
    if (next === 'many')
      return { code: 'edit-node-many', at, message: `Several elements have these properties: say more of the one that is meant, or its index.` }
    path = [...path, next]
    value = (isList(value) ? value[Number(next)] : own(value as JsonObject, String(next))) as Json
  }
  return { path, value, place }
}

function inwards(value: Json, step: Json): string | number | 'many' | undefined {
  if (isText(step)) return isRecord(value) && Object.hasOwn(value, step) ? step : undefined
  if (!isList(value)) return undefined
  if (typeof step === 'number') return Object.hasOwn(value, step) ? step : undefined
  if (!isRecord(step)) return undefined
  const hits = [...value.entries()].filter(([, element]) => Object.keys(step).every(key => isRecord(element) && equalProperty(element, key, step[key] as Json)))
  return hits.length > 1 ? 'many' : hits[0]?.[0]
}

function missedInside(value: Json, step: Json): { readonly message: string; readonly suggestion?: string | undefined } {
  if (isText(step)) {
    const names = isRecord(value) ? Object.keys(value).filter(key => key !== SHORT_ID) : []
    const suggestion = didYouMean(step, names)
    return {
      message: `There is no "${step}" there${suggestion ? `: did you mean "${suggestion}"?` : names.length > 0 ? `. It has ${names.join(', ')}.` : '.'}`,
      suggestion,
    }
  }
  if (!isList(value)) return { message: 'What stands there is no list: name a property first.' }
  const elements = value.slice(0, MOST_LISTED).map((element, index) => `${index}: ${JSON.stringify(bare(element)).slice(0, 80).toWellFormed()}`)
  return { message: `No element of the list is like that. ${elements.length === 0 ? 'It is empty.' : `It holds ${elements.join(' · ')}`}` }
}

function refuseMany(found: readonly NodePlace[], target: Target): Refusal {
  const how = isText(target)
    ? 'Give each an id of its own, or use short ids.'
    : 'Add properties that only the one has, "in" what it stands or what it "has" inside, or use its short id.'
  return { code: 'edit-node-many', at: [], message: `${found.length} components are meant by this: ${listPlaces(found)}. ${how}` }
}

function refuseNone(places: readonly NodePlace[], target: Target): Refusal {
  if (isText(target)) {
    const ids = places.flatMap(({ node }) => (isRecord(node) ? [own(node, 'id'), shortIdOf(node)].filter(isText) : []))
    const suggestion = didYouMean(target, ids)
    return {
      code: 'edit-node-none',
      at: [],
      message: `There is no component "${target}"${suggestion ? `: did you mean "${suggestion}"?` : '. Name it by its id, its short id, "root", or properties of it.'}`,
      suggestion,
    }
  }
  const near = nearest(places, target)
  const first = near[0]
  const best = first === undefined ? undefined : shortIdOf(first.node)
  const relation = own(target, 'in') !== undefined || own(target, 'has') !== undefined ? ' there' : ''
  const listing = near.length === 0 ? 'Nothing in the app is like it.' : `Nearest: ${listPlaces(near)}.`
  return { code: 'edit-node-none', at: [], message: `No component is like that${relation}. ${listing}`, suggestion: best }
}

/** Those that share most of what the selector says, nearest first. */
function nearest(places: readonly NodePlace[], target: JsonObject): readonly NodePlace[] {
  const wanted = entriesOf(target).filter(([key]) => !relations.includes(key))
  return places
    .map(place => ({ place, score: wanted.reduce((sum, [key, value]) => sum + likeness(place.node, key, value), 0) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ place }) => place)
}

function likeness(node: JsonObject | string, key: string, value: Json): number {
  if (equalProperty(node, key, value)) return key === 'type' ? 2 : 4
  const written = isRecord(node) ? own(node, key) : key === 'text' ? node : undefined
  if (!isText(written) || !isText(value)) return 0
  return didYouMean(value, [written]) !== undefined || written.includes(value) || value.includes(written) ? 1.5 : 0
}

function listPlaces(places: readonly NodePlace[]): string {
  const shown = places.slice(0, MOST_LISTED).map(({ node, path }) => {
    const id = shortIdOf(node)
    return `${id === undefined ? '' : `${id} `}${describeNode(node)} at ${formatPointer(path)}`
  })
  if (places.length > shown.length) shown.push(`${places.length - shown.length} more`)
  return shown.join(' · ')
}
