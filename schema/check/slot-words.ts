/** What a slot wants, in words, for messages. */
import type { SlotKind, SlotSpec, SlotType } from '../catalog.ts'
import { listed } from './kinds.ts'

const types: Readonly<Record<SlotType, string>> = {
  text: 'a text',
  number: 'a number',
  bool: 'true or false',
  enum: 'one of its words',
  list: 'a list',
  record: 'a record',
  any: 'a value',
}

const kinds: ReadonlyMap<SlotKind, string> = new Map([
  ['lambda', 'a formula of one element, as in t => t.done'],
  ['path', 'a place in the state, as in draft.title'],
  ['name', 'a name'],
  ['node', 'a component'],
  ['nodes', 'components'],
  ['steps', 'steps'],
  ['data', 'the name of an entry of "data"'],
  ['action', 'the name of an action'],
  ['page', 'the name of a page'],
])

/** `a number`, `a text or a list`, `plain, money or percent`. */
export function slotWords(spec: SlotSpec): string {
  const kind = kinds.get(spec.kind)
  if (kind !== undefined) return kind
  const words = (spec.types ?? [spec.type]).map(type => (type === 'enum' ? listed(spec.values ?? []) : types[type]))
  return listed([...words, ...(spec.open ? (spec.values ?? []) : [])])
}
