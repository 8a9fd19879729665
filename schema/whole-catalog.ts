/** The whole catalog, from what it takes to run an app and what only the check reads; `schema/generated/catalog.ts` holds that. */

import type { CalledSpec, ComponentSpec, DrawnSpec, SlotSpec, SlotTable, ToolSpec } from './catalog.ts'
import { readAliases, readSlotRests, readToolRest } from './rest-notation.ts'
import { readNames, readSlots } from './run-notation.ts'

/** What only the check reads of a slot; `element` and `options` are places of slots. */
export type SlotRest = Omit<SlotSpec, 'kind' | 'type' | 'element' | 'options'> & { readonly element?: number; readonly options?: readonly number[] }
/** Its aliases in the notation of `rest-notation.ts`. */
export type WrittenRest = Omit<ComponentRest, 'aliases'> & { readonly aliases?: string }
type ComponentRest = Pick<ComponentSpec, 'parent' | 'aliases' | 'capability'>
export type ToolRest = Omit<ToolSpec, keyof CalledSpec>

/**
 * Gives each slot what `rest` has at its place: of those that run an app, and, behind them, of those in the lines of `more`.
 * One slot becomes one, wherever it stands.
 */
export function createWhole(run: readonly SlotSpec[], more: string, restLines: string) {
  const rest = readSlotRests(restLines)
  const { slots, readTable } = readSlots(more, run)
  const places = new Map(slots.map((slot, place) => [slot, place]))
  const whole = new Map<SlotSpec, SlotSpec>()

  const slotOf = (slot: SlotSpec): SlotSpec => {
    let made = whole.get(slot)
    if (!made) {
      const { element, options, ...more } = rest.get(places.get(slot) ?? -1) ?? {}
      made = {
        ...slot,
        ...more,
        ...(slot.fields && { fields: tableOf(slot.fields) }),
        ...(element !== undefined && { element: at(element) }),
        ...(options && { options: options.map(at) }),
      }
      whole.set(slot, made)
    }
    return made
  }
  const at = (place: number): SlotSpec => slotOf(slots[place] as SlotSpec)
  const tableOf = (table: SlotTable): SlotTable => Object.fromEntries(Object.entries(table).map(([name, slot]) => [name, slotOf(slot)]))

  return {
    table: tableOf,
    components: (drawn: ReadonlyMap<string, DrawnSpec>, more: Readonly<Record<string, WrittenRest>>): ReadonlyMap<string, ComponentSpec> =>
      new Map(
        [...drawn].map(([name, spec]) => {
          const { aliases, ...rest } = more[name] ?? {}
          return [name, { ...spec, ...rest, ...(aliases && { aliases: readAliases(aliases) }), slots: tableOf(spec.slots) }]
        }),
      ),
    /** `lines`: `names|arguments|the rest`; the arguments of what the engine does itself are in `called`. */
    tools: (called: ReadonlyMap<string, CalledSpec>, lines: string): ReadonlyMap<string, ToolSpec> =>
      new Map(
        lines
          .split('\n')
          .flatMap(line => {
            const [, names = '', words = '', rest = ''] = /^(.*?)\|(.*?)\|(.*)$/.exec(line) ?? []
            const table = tableOf(readTable(words))
            const more = readToolRest(rest)
            return readNames(names).map(name => {
              const own = called.get(name)
              return [name, { name, arguments: own ? tableOf(own.arguments) : table, ...more }] as const
            })
          })
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
  }
}
