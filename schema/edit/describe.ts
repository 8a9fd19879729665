/** What an edit does, in words for the person and for messages. */
import { isRecord, isText, own } from '../check/kinds.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'

/** Properties by which a person knows a component, best first. */
const telling = ['label', 'text', 'title', 'name', 'placeholder', 'bind', 'id']
const MOST_CHARACTERS = 40

/** A component in a few words: `Button “Add”`. */
export function describeNode(node: Json): string {
  if (isText(node)) return `the text ${quoted(node)}`
  if (!isRecord(node)) return 'something'
  const type = own(node, 'type')
  const said = telling.map(key => own(node, key)).find(isText)
  const kind = isText(type) ? type : 'a record'
  const alone = Object.values(node).find(isText)
  const word = said ?? (isText(type) ? undefined : alone)
  return word === undefined ? kind : `${kind} ${quoted(word)}`
}

/** `TextField “Due”`, `TextField “Due” and 2 more`. */
export function describeNodes(nodes: readonly Json[]): string {
  const more = nodes.length - 1
  return `${describeNode(nodes[0] ?? null)}${more > 0 ? ` and ${more} more` : ''}`
}

export const quoted = (text: string): string => `“${text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1).toWellFormed()}…` : text}”`

const entryNouns: ReadonlyMap<string, string> = new Map([
  ['constants', 'constant'],
  ['state', 'state entry'],
  ['data', 'data source'],
  ['derived', 'derived value'],
  ['pages', 'page'],
  ['parts', 'part'],
  ['actions', 'action'],
  ['keys', 'shortcut'],
  ['timers', 'timer'],
  ['effects', 'effect'],
  ['strings', 'texts in'],
])

/** What stands at a path: `the action “add”`, `“steps.0” of the action “add”`, `“app.name”`; `of` is the word that leads to what it stands in. */
export function describePath(path: Path, document: JsonObject, of = 'of'): string {
  const [section, name, ...rest] = path
  if (section === undefined) return 'the app'
  if (name === undefined) return `the section “${section}”`
  if (section === 'capabilities') return `the permission ${describeCapability(document, path)}`
  if (section === 'tests') return `its own check ${Number(name) + 1}`
  const noun = entryNouns.get(String(section))
  if (noun === undefined) return quoted(path.join('.'))
  const whole = `the ${noun} ${quoted(String(name))}`
  // Of a type, its fields are what a person knows.
  const fields = section === 'state' && rest[0] === 'type' ? rest.filter((step, index) => index > 0 && !/^\d+$/.test(String(step))) : []
  return rest.length === 0 ? whole : `${quoted((fields.length > 0 ? fields : rest).join('.'))} ${of} ${whole}`
}

function describeCapability(document: JsonObject, [, index]: Path): string {
  const list = own(document, 'capabilities')
  const entry = Array.isArray(list) ? (list[Number(index)] as Json | undefined) : undefined
  const use = isRecord(entry) ? own(entry, 'use') : undefined
  return isText(use) ? quoted(use) : `${Number(index) + 1}`
}
