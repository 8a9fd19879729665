/** The whole catalog, from what it takes to run an app and what only the check reads; `schema/generated/catalog.ts` holds that. */
import type { CalledSpec, ComponentSpec, DrawnSpec, SlotSpec, SlotTable, ToolSpec } from './catalog.ts'

/** What only the check reads of a slot; `element` is the place of its slot. */
export type SlotRest = Omit<SlotSpec, 'kind' | 'type' | 'element'> & { readonly element?: number }
export type ComponentRest = Pick<ComponentSpec, 'parent' | 'aliases' | 'capability'>
export type ToolRest = Omit<ToolSpec, keyof CalledSpec>

/** Gives each slot of `slots` what `rest` has at the same place. One slot becomes one, wherever it stands. */
export function createWhole(slots: readonly SlotSpec[], rest: Readonly<Record<number, SlotRest>>) {
  const places = new Map(slots.map((slot, place) => [slot, place]))
  const whole = new Map<SlotSpec, SlotSpec>()

  const slotOf = (slot: SlotSpec): SlotSpec => {
    let made = whole.get(slot)
    if (!made) {
      const { element, ...more } = rest[places.get(slot) ?? -1] ?? {}
      const inner = element === undefined ? undefined : slots[element]
      made = { ...slot, ...more, ...(slot.fields && { fields: tableOf(slot.fields) }), ...(inner && { element: slotOf(inner) }) }
      whole.set(slot, made)
    }
    return made
  }
  const tableOf = (table: SlotTable): SlotTable => Object.fromEntries(Object.entries(table).map(([name, slot]) => [name, slotOf(slot)]))

  return {
    table: tableOf,
    components: (drawn: ReadonlyMap<string, DrawnSpec>, more: Readonly<Record<string, ComponentRest>>): ReadonlyMap<string, ComponentSpec> =>
      new Map([...drawn].map(([name, spec]) => [name, { ...spec, ...more[name], slots: tableOf(spec.slots) }])),
    tools: (called: ReadonlyMap<string, CalledSpec>, more: readonly ToolRest[]): ReadonlyMap<string, ToolSpec> =>
      new Map([...called].map(([name, spec], place) => [name, { ...(more[place] as ToolRest), ...spec, arguments: tableOf(spec.arguments) }])),
  }
}
