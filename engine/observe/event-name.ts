import type { JsonObject } from '../../schema/json/json.ts'

/** What began a handler, from what the author wrote: `Button #save onPress`, `List item onPress`. */
export function eventName(node: JsonObject | undefined, slot: string): string {
  if (!node) return slot
  const id = typeof node.id === 'string' ? ` #${node.id}` : ''
  return `${String(node.type)}${id} ${slot}`
}
