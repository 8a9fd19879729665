/** Values of the wrong kind, and things that are not there. */
import type { Json, Path } from '../../schema/json/json.ts'
import { formatPointer } from '../../schema/json/pointer.ts'
import type { Chance } from './chance.ts'
import { edited, isRecord, type Mutant, type Mutator, removed, replaced } from './mutant.ts'
import type { Sample } from './samples.ts'
import { type SlotSite, sitesOf, testSteps } from './sites.ts'

/** One of the slots that `change` has another value for, with that value. */
function changeSlot(sample: Sample, chance: Chance, change: (site: SlotSite) => Json | undefined): Mutant | null {
  const places = sitesOf(sample.document).slots.flatMap(site => {
    const value = change(site)
    return value === undefined ? [] : [{ at: site.at, value }]
  })
  const place = chance.pick(places)
  return place === null ? null : replaced(sample, place.at, place.value)
}

/** Every value of the document that stands where only its own kind can: settings, first values, tests. */
function shapeValues(sample: Sample): readonly { readonly at: Path; readonly value: Json }[] {
  const { app, state } = sample.document
  const found: { at: Path; value: Json }[] = []
  if (isRecord(app)) {
    for (const key of ['name', 'icon', 'about', 'category']) if (Object.hasOwn(app, key)) found.push({ at: ['app', key], value: app[key] as Json })
    if (isRecord(app.window)) for (const [key, value] of Object.entries(app.window)) found.push({ at: ['app', 'window', key], value })
  }
  if (isRecord(state))
    for (const [name, entry] of Object.entries(state))
      if (isRecord(entry)) {
        for (const key of ['persist', 'history']) if (Object.hasOwn(entry, key)) found.push({ at: ['state', name, key], value: entry[key] as Json })
        if (typeof entry.type === 'string' && /^(number|bool|text)\??$/.test(entry.type) && entry.init !== null && entry.init !== undefined)
          found.push({ at: ['state', name, 'init'], value: entry.init })
      }
  for (const { at, step } of testSteps(sample)) for (const [key, value] of Object.entries(step)) if (!free.has(key)) found.push({ at: [...at, key], value })
  return found
}

/** Keys of a test's step that take a text or a number. */
const free: ReadonlySet<string> = new Set(['fill', 'choose', 'sees', 'notSees', 'wait'])

/** A slot's value or another that may be of one kind only, changed. */
function changeEither(sample: Sample, chance: Chance, change: (value: Json) => Json | undefined, slots: (site: SlotSite) => boolean): Mutant | null {
  const places = [...shapeValues(sample), ...sitesOf(sample.document).slots.filter(slots)].flatMap(({ at, value }) => {
    const next = change(value)
    return next === undefined ? [] : [{ at, next }]
  })
  const place = chance.pick(places)
  return place === null ? null : replaced(sample, place.at, place.next)
}

const ofType =
  (...types: readonly string[]) =>
  ({ slot }: SlotSite): boolean =>
    (slot.kind === 'plain' || slot.kind === 'literal' || slot.kind === 'formula') &&
    !slot.open &&
    (slot.types ?? [slot.type]).every(type => types.includes(type))

/** A required property taken away, of those that `fits` says yes to. */
function drop(sample: Sample, chance: Chance, fits: (name: string) => boolean): Mutant | null {
  const places = sitesOf(sample.document).nodes.flatMap(({ at, node, spec }) =>
    Object.entries(spec.slots)
      .filter(([name, slot]) => slot.required && Object.hasOwn(node, name) && fits(name))
      .map(([name]) => [...at, name]),
  )
  const at = chance.pick(places)
  return at === null ? null : removed(sample, at)
}

const listed = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

export const valueMutators: readonly Mutator[] = [
  {
    name: 'text for a number',
    make: (sample, chance) => changeEither(sample, chance, value => (typeof value === 'number' ? String(value) : undefined), ofType('number')),
  },
  {
    name: 'number with a unit',
    make: (sample, chance) => changeSlot(sample, chance, site => (typeof site.value === 'number' && ofType('number')(site) ? `${site.value}px` : undefined)),
  },
  {
    name: 'number for a text',
    make: (sample, chance) =>
      changeEither(
        sample,
        chance,
        value => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) && String(Number(value)) === value ? Number(value) : undefined),
        () => false,
      ),
  },
  {
    name: 'text for true or false',
    make: (sample, chance) =>
      changeEither(
        sample,
        chance,
        value => (typeof value === 'boolean' ? (chance.below(2) === 0 ? String(value) : value ? 'True' : 'False') : undefined),
        ofType('bool'),
      ),
  },
  {
    name: 'yes or 1 for true',
    make: (sample, chance) =>
      changeSlot(sample, chance, site =>
        typeof site.value === 'boolean' && ofType('bool')(site) ? (chance.below(2) === 0 ? (site.value ? 'yes' : 'no') : site.value ? 1 : 0) : undefined,
      ),
  },
  {
    name: 'one for a list',
    make: (sample, chance) => {
      const lists = [
        ...sitesOf(sample.document).slots.filter(
          ({ value, slot }) => Array.isArray(value) && value.length === 1 && (slot.type === 'list' || slot.kind === 'nodes'),
        ),
        ...sitesOf(sample.document).nodes.flatMap(({ at, node }) =>
          listed(node.children).length === 1 ? [{ at: [...at, 'children'], value: node.children as Json }] : [],
        ),
      ]
      const place = chance.pick(lists)
      return place === null ? null : replaced(sample, place.at, listed(place.value)[0] as Json)
    },
  },
  {
    name: 'words for a list',
    make: (sample, chance) =>
      changeSlot(sample, chance, ({ value, slot }) =>
        Array.isArray(value) && slot.type === 'list' && value.length > 1 && value.every(word => typeof word === 'string') ? value.join(', ') : undefined,
      ),
  },
  {
    name: 'list for one',
    make: (sample, chance) =>
      changeEither(sample, chance, value => (typeof value === 'string' || typeof value === 'number' ? [value] : undefined), ofType('text', 'enum', 'number')),
  },
  {
    name: 'list for a component',
    make: (sample, chance) => changeSlot(sample, chance, ({ value, slot }) => (slot.kind === 'node' && isRecord(value) ? [value] : undefined)),
  },
  {
    name: 'record for a text',
    make: (sample, chance) => changeSlot(sample, chance, site => (typeof site.value === 'string' && ofType('text')(site) ? { text: site.value } : undefined)),
  },
  {
    name: 'null for what is required',
    make: (sample, chance) => changeSlot(sample, chance, site => (site.slot.required && ofType('text', 'number')(site) ? null : undefined)),
  },
  {
    name: 'first value of another type',
    make: (sample, chance) => {
      const { state } = sample.document
      const places = Object.entries(isRecord(state) ? state : {}).flatMap(([name, entry]): { at: Path; value: Json }[] => {
        if (!isRecord(entry) || !Array.isArray(entry.type) || !Array.isArray(entry.init)) return []
        return [{ at: ['state', name, 'init'], value: entry.init.length === 0 ? '' : (entry.init[0] as Json) }]
      })
      const place = chance.pick(places)
      return place === null ? null : replaced(sample, place.at, place.value)
    },
  },
  { name: 'missing label', make: (sample, chance) => drop(sample, chance, name => name === 'label') },
  { name: 'missing property', make: (sample, chance) => drop(sample, chance, name => name !== 'label') },
  {
    name: 'missing type',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).nodes)
      return place === null ? null : removed(sample, [...place.at, 'type'])
    },
  },
  {
    name: 'missing do',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).calls)
      return place === null ? null : removed(sample, [...place.at, 'do'])
    },
  },
  {
    name: 'missing argument',
    make: (sample, chance) => {
      const places = sitesOf(sample.document).calls.flatMap(({ at, call, tool }) =>
        Object.keys(call)
          .filter(key => tool.arguments[key]?.required)
          .map(key => [...at, key]),
      )
      const at = chance.pick(places)
      return at === null ? null : removed(sample, at)
    },
  },
  {
    name: 'missing bind',
    make: (sample, chance) => {
      const place = chance.pick(sitesOf(sample.document).nodes.filter(({ node, spec }) => spec.input !== undefined && Object.hasOwn(node, 'bind')))
      return place === null ? null : removed(sample, [...place.at, 'bind'])
    },
  },
  {
    name: 'missing capability',
    make: (sample, chance) => {
      const index = chance.pick(listed(sample.document.capabilities).map((_, place) => place))
      return index === null ? null : edited(sample, [{ remove: formatPointer(['capabilities', index]) }], [['capabilities', index], ['capabilities']])
    },
  },
  {
    name: 'missing section capabilities',
    make: sample =>
      listed(sample.document.capabilities).length === 0
        ? null
        : {
            ...edited(sample, [{ remove: '/capabilities' }], [[]]),
            place: { pointers: ['', '/capabilities', ...needs(sample)] },
          },
  },
  { name: 'missing version', make: sample => removed(sample, ['blueprint']) },
  { name: 'missing name of the app', make: sample => removed(sample, ['app', 'name']) },
  {
    name: 'missing companion of a test step',
    make: (sample, chance) => {
      const places = testSteps(sample).flatMap(({ at, step }) => ['into', 'in', 'to'].filter(key => Object.hasOwn(step, key)).map(key => [...at, key]))
      const at = chance.pick(places)
      return at === null ? null : removed(sample, at)
    },
  },
  {
    // In a list that is no state nothing moves by itself, and the place is as good as a key.
    name: 'missing key of a repeat',
    make: (sample, chance) => {
      const { state } = sample.document
      const lists = new Set(Object.keys(isRecord(state) ? state : {}).map(name => `\${${name}}`))
      const place = chance.pick(
        sitesOf(sample.document).nodes.filter(
          ({ node }) => typeof node.key === 'string' && typeof node.each === 'string' && lists.has(node.each) && node.key !== 'id',
        ),
      )
      return place === null ? null : removed(sample, [...place.at, 'key'])
    },
  },
]

/** Where a capability can be said to be missing: at each use of it. */
function needs(sample: Sample): readonly string[] {
  const { state } = sample.document
  return [
    ...sitesOf(sample.document).calls.map(({ at }) => formatPointer(at)),
    ...Object.keys(isRecord(state) ? state : {}).map(name => formatPointer(['state', name])),
    ...sitesOf(sample.document)
      .slots.filter(({ slot }) => slot.format === 'src')
      .map(({ at }) => formatPointer(at)),
  ]
}
