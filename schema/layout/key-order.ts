/** The order in which the keys of each kind of record are written (B1). */
import type { SlotTable } from '../catalog.ts'
import { stepForms } from '../check/step-forms.ts'
import { blocks, commonSlots, components, tools } from '../generated/catalog.ts'

/** What a component is and whether, how often and for what it is drawn: before all that it looks like. */
const head: readonly string[] = ['type', 'id', 'slot', 'show', 'each', 'as', 'key', 'title', 'label']
/** What it edits, what it does, what stands in for it, what stands in it: after. */
const tail: readonly string[] = ['bind']
const edited: readonly string[] = ['bind', 'value']
export const lastKeys: readonly string[] = ['empty', 'fallback', 'children']

/** Of a component: of the catalogue by its schema; of a part by the order of its parameters. */
export function nodeKeys(type: string, params: readonly string[] | undefined): readonly string[] {
  const spec = components.get(type) ?? (params ? undefined : blocks.get(type))
  const slots = Object.keys(spec?.slots ?? commonSlots)
  const value = spec?.input === undefined ? tail : edited
  const own = [...(params ?? []), ...slots.filter(name => !Object.hasOwn(commonSlots, name))]
  const looks = slots.filter(name => Object.hasOwn(commonSlots, name))
  const ends = new Set([...value, ...lastKeys])
  const plain = [...own, ...looks].filter(name => !ends.has(name))
  const events = plain.filter(isEvent)
  return [...head, ...plain.filter(name => !isEvent(name)), ...value, ...events]
}

/** Of a step, or of an entry of `data`. */
export function stepKeys(tool: string): readonly string[] {
  const names = Object.keys(tools.get(tool)?.arguments ?? {})
  return ['do', ...names.filter(name => !isSteps(tool, name)), 'refresh', ...Object.keys(stepForms).filter(name => name !== 'catch'), ...names, 'catch']
}

/** Of a record inside a property. */
export function fieldKeys(fields: SlotTable): readonly string[] {
  return Object.keys(fields)
}

const isEvent = (name: string): boolean => /^on[A-Z]/.test(name)
const isSteps = (tool: string, name: string): boolean => tools.get(tool)?.arguments[name]?.kind === 'steps'
