/** Habits of other languages, and things in the wrong place. */
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { formatPointer } from '../../schema/json/pointer.ts'
import type { Chance } from './chance.ts'
import { edited, isRecord, type Mutant, type Mutator, renamed, replaced } from './mutant.ts'
import type { Sample } from './samples.ts'
import { type NodeSite, sitesOf } from './sites.ts'

/** One key of a component called as others call it. */
function callOtherwise(sample: Sample, chance: Chance, key: string, names: readonly string[], fits: (site: NodeSite) => boolean = () => true): Mutant | null {
  const place = chance.pick(sitesOf(sample.document).nodes.filter(site => Object.hasOwn(site.node, key) && Object.hasOwn(site.spec.slots, key) && fits(site)))
  const name = chance.pick(names)
  if (place === null || name === null || Object.hasOwn(place.spec.slots, name)) return null
  return renamed(sample, [...place.at, key], name)
}

/** The keys of a component moved into a record of their own. */
function nest(sample: Sample, at: Path, record: JsonObject, kept: readonly string[], under: string): Mutant {
  const inner = Object.fromEntries(Object.entries(record).filter(([key]) => !kept.includes(key)))
  const outer = Object.fromEntries(Object.entries(record).filter(([key]) => kept.includes(key)))
  return edited(sample, [{ set: formatPointer(at), value: { ...outer, [under]: inner } }], [at, [...at, under]])
}

const listed = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

export const formMutators: readonly Mutator[] = [
  { name: 'onClick for onPress', make: (sample, chance) => callOtherwise(sample, chance, 'onPress', ['onClick', 'onTap', 'click', 'action', 'onclick']) },
  {
    name: 'text for the label of a button',
    make: (sample, chance) => callOtherwise(sample, chance, 'label', ['text', 'title', 'caption', 'name'], ({ spec }) => spec.name === 'Button'),
  },
  {
    name: 'content for a text',
    make: (sample, chance) =>
      callOtherwise(sample, chance, 'text', ['content', 'label', 'value', 'title'], ({ spec }) => spec.name === 'Text' || spec.name === 'Heading'),
  },
  { name: 'if or visible for show', make: (sample, chance) => callOtherwise(sample, chance, 'show', ['if', 'visible', 'when', 'showIf']) },
  { name: 'items or data for options', make: (sample, chance) => callOtherwise(sample, chance, 'options', ['items', 'choices', 'values']) },
  { name: 'for or forEach for each', make: (sample, chance) => callOtherwise(sample, chance, 'each', ['for', 'forEach', 'repeat', 'foreach']) },
  { name: 'model or state for bind', make: (sample, chance) => callOtherwise(sample, chance, 'bind', ['model', 'binding', 'bindTo', 'state']) },
  {
    name: 'body for children',
    make: (sample, chance) => {
      const place = chance.pick(
        sitesOf(sample.document).nodes.filter(
          ({ node, spec }) => Object.hasOwn(node, 'children') && !Object.hasOwn(spec.slots, 'content') && !Object.hasOwn(spec.slots, 'body'),
        ),
      )
      return place === null ? null : renamed(sample, [...place.at, 'children'], chance.pick(['content', 'body', 'child', 'childs']) ?? 'content')
    },
  },
  {
    name: 'tool for do',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).calls.filter(({ at, tool }) => !Object.hasOwn(tool.arguments, 'tool') && at[0] !== 'data'))
      return place === null ? null : renamed(sample, [...place.at, 'do'], 'tool')
    },
  },
  {
    name: 'properties in a record of their own',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).nodes.filter(({ node }) => Object.keys(node).some(key => key !== 'type' && key !== 'children')))
      return place === null ? null : nest(sample, place.at, place.node, ['type', 'children'], 'props')
    },
  },
  {
    name: 'arguments in a record of their own',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).calls.filter(({ call }) => Object.keys(call).length > 1))
      return place === null ? null : nest(sample, place.at, place.call, ['do', 'when', 'out', 'catch'], chance.below(2) === 0 ? 'args' : 'arguments')
    },
  },
  {
    name: 'style on a component',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).nodes)
      if (place === null) return null
      const [key, value] = chance.pick<readonly [string, Json]>([
        ['style', { color: 'red' }],
        ['className', 'card'],
        ['class', 'btn btn-primary'],
      ]) ?? ['style', {}]
      return edited(sample, [{ set: formatPointer([...place.at, key]), value }], [[...place.at, key]])
    },
  },
  {
    name: 'children of a leaf',
    make: (sample, chance) => {
      const places = sitesOf(sample.document).nodes.flatMap(({ at, node }) =>
        listed(node.children).flatMap((child, index, children) => {
          const next = children[index + 1]
          const leaf = sitesOf(sample.document).nodes.find(site => site.node === child)
          return leaf?.spec.children === 'none' && isRecord(next) ? [{ at: [...at, 'children'], children, index, child: leaf.node, next }] : []
        }),
      )
      const place = chance.pick(places)
      if (place === null) return null
      const { at, children, index, child, next } = place
      const inner = [...children.slice(0, index), { ...child, children: [next] }, ...children.slice(index + 2)]
      return edited(sample, [{ set: formatPointer(at), value: inner }], [[...at, index, 'children']])
    },
  },
  {
    name: 'a tool by its bare name',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).calls.filter(({ at, call }) => Object.keys(call).length === 1 && /^on[A-Z]/.test(String(at.at(-1)))))
      return place === null ? null : replaced(sample, place.at, place.call.do as Json)
    },
  },
  {
    name: 'an action as a tool',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).calls.filter(({ call }) => call.do === 'run' && typeof call.action === 'string'))
      if (place === null) return null
      const { action, do: _, ...rest } = place.call
      return edited(sample, [{ set: formatPointer(place.at), value: { do: action as Json, ...rest } }], [place.at, [...place.at, 'do']])
    },
  },
  {
    name: 'bind as a hole',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).slots.filter(({ value, slot }) => slot.kind === 'path' && typeof value === 'string'))
      return place === null ? null : replaced(sample, place.at, `\${${String(place.value)}}`)
    },
  },
  {
    name: 'bare formula in a formula slot',
    make: (sample, chance) => {
      const place = chance.pick(
        sitesOf(sample.document).slots.filter(({ value, slot }) => slot.kind === 'formula' && typeof value === 'string' && /^\$\{.*\}$/s.test(value)),
      )
      return place === null ? null : replaced(sample, place.at, String(place.value).slice(2, -1))
    },
  },
  {
    name: 'value and bind',
    make: (sample, chance) => {
      const place = chance.pick(
        sitesOf(sample.document).nodes.filter(({ node, spec }) => spec.input !== undefined && typeof node.bind === 'string' && !Object.hasOwn(node, 'value')),
      )
      return place === null
        ? null
        : edited(sample, [{ set: formatPointer([...place.at, 'value']), value: `\${${String(place.node.bind)}}` }], [[...place.at, 'value']])
    },
  },
  {
    name: 'a key of the keyboard by another name',
    make: (sample, chance) => {
      const names: Readonly<Record<string, readonly string[]>> = {
        Enter: ['Return'],
        Escape: ['Esc'],
        ArrowLeft: ['Left'],
        ArrowRight: ['Right'],
        ArrowUp: ['Up'],
        ArrowDown: ['Down'],
        space: ['Spacebar'],
        Backspace: ['Back', 'backspce'],
      }
      const { keys } = sample.document
      const place = chance.pick(Object.keys(isRecord(keys) ? keys : {}).filter(key => Object.hasOwn(names, key)))
      const name = place === null ? null : chance.pick(names[place] ?? [])
      return place === null || name === null ? null : renamed(sample, ['keys', place], name)
    },
  },
  {
    name: 'a part as a component twice removed',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).parts)
      return place === null
        ? null
        : edited(sample, [{ set: formatPointer([...place.at, 'type']), value: `parts.${String(place.node.type)}` }], [[...place.at, 'type']])
    },
  },
]
