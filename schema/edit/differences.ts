/** How one version of an app differs from another, in words for the person. */
import { entriesOf, isList, isRecord, isText, own } from '../check/kinds.ts'
import { equalJson } from '../check/validator-runtime.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { describeNode, describePath } from './describe.ts'
import { sectionOrder } from './edit-path.ts'
import { type NodePlace, nodePlaces } from './node-places.ts'

/**
 * What became of `from` on the way to `to`, a line each: entries of sections that came, went or changed, then components.
 * A component that changed is told from one that went and another that came by its id, or by its kind and
 * what it is called or where it stands.
 */
export function describeDifferences(from: JsonObject, to: JsonObject): readonly string[] {
  return [...sectionDifferences(from, to), ...nodeDifferences(from, to)]
}

const DRAWN: ReadonlySet<string> = new Set(['view', 'pages', 'glance', 'parts'])

function sectionDifferences(from: JsonObject, to: JsonObject): string[] {
  return sectionOrder.flatMap(section => {
    const [before, after] = [own(from, section), own(to, section)]
    if (section === 'blueprint' || before === undefined ? after === undefined : after !== undefined && equalJson(before, after)) return []
    if (section === 'view' || section === 'glance') return []
    if (section === 'tests' || section === 'capabilities') return [`Changes ${section === 'tests' ? 'its own checks' : 'what it asks to be allowed'}`]
    const names = new Set([...entriesOf(before), ...entriesOf(after)].map(([name]) => name))
    return [...names].flatMap(name => {
      const [old, next] = [entryOf(before, name), entryOf(after, name)]
      if (old !== undefined && next === undefined) return [`Removes ${describePath([section, name], from)}`]
      if (old === undefined) return [`Adds ${describePath([section, name], to)}`]
      // What is drawn is told of component by component.
      return equalJson(old, next as Json) || DRAWN.has(section) ? [] : [`Changes ${describePath([section, name], to)}`]
    })
  })
}

const entryOf = (section: Json | undefined, name: string): Json | undefined => (isRecord(section) ? own(section, name) : undefined)

interface Shown {
  /** The component without those in it. */
  readonly shell: string
  readonly place: NodePlace
}

function nodeDifferences(from: JsonObject, to: JsonObject): string[] {
  const gone = shownIn(from)
  const come = shownIn(to)
  for (const [shell, places] of [...gone]) {
    const same = Math.min(places.length, come.get(shell)?.length ?? 0)
    if (same === 0) continue
    gone.set(shell, places.slice(same))
    come.set(shell, (come.get(shell) ?? []).slice(same))
  }
  const left = [...gone.values()].flat()
  const lines: string[] = []
  for (const { place } of [...come.values()].flat()) {
    const called = left.findIndex(other => isSameOne(other.place.node, place.node))
    const at = called < 0 ? left.findIndex(other => isInPlaceOf(other.place, place)) : called
    const [before] = at < 0 ? [] : left.splice(at, 1)
    lines.push(before ? changeOf(before.place.node, place.node) : `Adds ${describeNode(place.node)}`)
  }
  return [...lines, ...left.map(({ place }) => `Removes ${describeNode(place.node)}`)]
}

function shownIn(document: JsonObject): Map<string, readonly Shown[]> {
  const found = new Map<string, readonly Shown[]>()
  const places = nodePlaces(document)
  const inner = new Set<unknown>(places.map(({ node }) => node).filter(isRecord))
  for (const place of places) {
    const shell = JSON.stringify(place.node, (key, value) => {
      if (key === 'children' || (value !== place.node && inner.has(value))) return undefined
      return isList(value) ? value.filter(element => !inner.has(element)) : value
    })
    found.set(shell, [...(found.get(shell) ?? []), { shell, place }])
  }
  return found
}

const TELLING = ['label', 'bind', 'text', 'title', 'name']

function isSameOne(a: NodePlace['node'], b: NodePlace['node']): boolean {
  if (isText(a) || isText(b)) return false
  if (own(a, 'type') !== own(b, 'type')) return false
  if (isText(own(a, 'id')) || isText(own(b, 'id'))) return own(a, 'id') === own(b, 'id')
  const said = TELLING.filter(key => isText(own(a, key)) || isText(own(b, key)))
  return said.length === 0 || said.some(key => own(a, key) === own(b, key))
}

/** Of the same kind, and where that stood. */
function isInPlaceOf(a: NodePlace, b: NodePlace): boolean {
  const kind = ({ node }: NodePlace) => (isText(node) ? 'Text' : own(node, 'type'))
  return kind(a) === kind(b) && a.path.join('\0') === b.path.join('\0')
}

function changeOf(before: NodePlace['node'], after: NodePlace['node']): string {
  if (isText(before) || isText(after)) return `Changes ${describeNode(after)}`
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(name => {
    const [old, next] = [own(before, name), own(after, name)]
    return name !== 'children' && (old === undefined || next === undefined || !equalJson(old, next))
  })
  return `Changes ${describeNode(after)}${names.length > 0 ? `: ${names.join(', ')}` : ''}`
}
