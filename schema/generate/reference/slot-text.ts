import type { SlotSpec } from '../../catalog.ts'
import { code } from './markdown.ts'

const kinds: Readonly<Partial<Record<SlotSpec['kind'], string>>> = {
  formula: 'formula',
  lambda: 'formula of one element',
  path: 'path',
  name: 'a name',
  node: 'component',
  nodes: 'components',
  steps: 'steps',
  data: 'name of an entry of `data`',
  action: 'name of an action',
  page: 'name of a page',
}

/** What a property or argument holds, in a few words. */
export function slotText(slot: SlotSpec): string {
  const kind = kinds[slot.kind]
  const events = Object.keys(slot.event ?? {})
  const said = [
    slot.kind === 'path' && slot.bind !== undefined && slot.bind !== 'any' ? `path of ${code(slot.bind)}` : (kind ?? valueText(slot)),
    ...(events.length > 0 ? [`(${events.map(name => code(`event.${name}`)).join(', ')})`] : []),
    ...(slot.default !== undefined && slot.default !== null && slot.default !== '' ? [`= ${code(JSON.stringify(slot.default))}`] : []),
    ...(slot.each ? ['per element'] : []),
  ]
  return said.join(' ')
}

function valueText(slot: SlotSpec): string {
  const bounds = [...(slot.min === undefined ? [] : [`from ${slot.min}`]), ...(slot.max === undefined ? [] : [`to ${slot.max}`])].join(' ')
  const names = (slot.types ?? [slot.type]).map(type => (type === 'enum' ? '' : type)).filter(name => name !== '')
  const values = slot.values?.map(value => code(String(value))).join(' ')
  const said = [...(values === undefined ? [] : [values]), ...(values !== undefined && !slot.open && slot.type === 'enum' ? [] : names)]
  return `${said.join(' or ')}${bounds === '' ? '' : ` ${bounds}`}`
}
