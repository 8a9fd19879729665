/** What Storybook's controls and tables say of a component's properties: all of it comes from the component's schema. */
import type { StrictInputType } from 'storybook/internal/csf'
import type { SlotSpec } from '../../schema/catalog.ts'
import { slotText } from '../../schema/generate/reference/slot-text.ts'
import { commonSlots, components } from '../../schema/generated/catalog.ts'
import docs from '../../schema/generated/docs.json' with { type: 'json' }
import type { JsonObject } from '../../schema/json/json.ts'

interface DescribedProperty {
  readonly description?: string
}
type Descriptions = Readonly<Record<string, DescribedProperty>>

interface DescribedComponent {
  readonly description: string
  readonly instead?: string
  readonly properties: Descriptions
}

const described: ReadonlyMap<string, DescribedComponent> = new Map(Object.entries(docs.components as unknown as Record<string, DescribedComponent>))
const common: Descriptions = docs.common
const input: Descriptions = docs.input

/** The component that a title like `Components/Input/TextField` is about, if it is about one. */
export function componentOf(title: string): string | undefined {
  const name = title.split('/').at(-1) ?? ''
  return title.startsWith('Components/') && components.has(name) ? name : undefined
}

/** What the component is for, and which other serves better for what. */
export function wordsOf(name: string): { readonly about: string; readonly instead: string } {
  const { description = '', instead = '' } = described.get(name) ?? {}
  return { about: description, instead }
}

/**
 * A row of the table for each property, the component's own first. `written`: the arguments are what a blueprint says,
 * so that each can be edited; else they are what React gets, of which some are no JSON.
 */
export function argTypesOf(name: string, node: JsonObject, written: boolean): Record<string, StrictInputType> {
  const spec = components.get(name)
  const own = described.get(name)?.properties ?? {}
  if (!spec) return {}
  const rows = Object.entries(spec.slots).map(([property, slot]): [string, StrictInputType] => {
    const category = categoryOf(property, own, spec.input !== undefined)
    const description = (own[property] ?? input[property] ?? common[property])?.description ?? WORDS.get(property) ?? ''
    return [property, inputType(property, slot, category, withExample(description, node[property]), written)]
  })
  if (spec.children !== 'none') rows.push(['children', childrenType(spec.child, written)])
  return Object.fromEntries(ORDER.flatMap(category => rows.filter(([, row]) => row.table?.category === category)))
}

const OWN = 'Its own'
const INPUT = 'Every input'
const COMMON = 'Every component'
const ORDER = [OWN, INPUT, COMMON]

/** Of what the generator adds to inputs. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['bind', 'The place in the state that is edited.'],
  ['value', 'In place of bind, with onChange: the value that is shown.'],
  ['onChange', 'Runs after it was changed; the value is written before.'],
])

function categoryOf(property: string, own: Descriptions, isInput: boolean): string {
  if (Object.hasOwn(own, property)) return OWN
  if (isInput && (Object.hasOwn(input, property) || WORDS.has(property))) return INPUT
  return Object.hasOwn(commonSlots, property) ? COMMON : OWN
}

function withExample(description: string, example: unknown): string {
  if (example === undefined) return description
  const text = JSON.stringify(example)
  return text.length > 80 ? description : `${description} Example: \`${text}\`.`
}

function inputType(name: string, slot: SlotSpec, category: string, description: string, written: boolean): StrictInputType {
  return {
    name,
    description,
    type: { name: 'other', value: slot.kind, required: slot.required === true },
    table: {
      category,
      type: { summary: typeOf(slot) },
      ...(slot.default !== undefined && { defaultValue: { summary: JSON.stringify(slot.default) } }),
    },
    ...controlOf(slot, written),
  }
}

function typeOf({ default: _, ...slot }: SlotSpec): string {
  return slotText(slot).replaceAll('`', '')
}

const childrenType = (child: string | undefined, written: boolean): StrictInputType => ({
  name: 'children',
  description: child === undefined ? 'What stands in it, in order.' : `What stands in it: ${child}.`,
  table: { category: OWN, type: { summary: 'components' } },
  control: written ? { type: 'object' } : false,
})

/** Kinds whose value is no JSON by the time that React gets it. */
const DRAWN: ReadonlySet<string> = new Set(['node', 'nodes', 'steps', 'data', 'action', 'page'])

/** Texts of a blueprint may hold a formula, so every kind of value but a choice, a number and a yes or no is edited as text or as JSON. */
function controlOf(slot: SlotSpec, written: boolean): Pick<StrictInputType, 'control' | 'options'> {
  if (slot.kind === 'path' || slot.kind === 'name') return { control: { type: 'text' } }
  if (DRAWN.has(slot.kind) || slot.each || slot.names) return { control: written ? { type: 'object' } : false }
  if (slot.values && !slot.open) return { control: { type: slot.values.length <= 4 ? 'inline-radio' : 'select' }, options: [...slot.values] }
  if (slot.format === 'icon' || slot.type === 'text') return { control: { type: 'text' } }
  if (slot.kind === 'formula' && written) return { control: { type: slot.type === 'bool' ? 'boolean' : 'text' } }
  if (slot.type === 'bool') return { control: { type: 'boolean' } }
  if (slot.type === 'number') {
    const { min, max } = slot
    return { control: { type: 'number', ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(slot.whole && { step: 1 }) } }
  }
  return { control: { type: 'object' } }
}
