/** Names written wrongly: of the language's own things, and of the document's. */

import { library } from '../../schema/formula/library.ts'
import { libraryName } from '../../schema/formula/library-names.ts'
import { commonSlots } from '../../schema/generated/catalog.ts'
import type { Json, Path } from '../../schema/json/json.ts'
import { changeOne, changeWord, entries, keysOf, renameOne } from './changes.ts'
import { misspell, restyle } from './misspell.ts'
import { isRecord, type Mutator, replaced } from './mutant.ts'
import type { Sample } from './samples.ts'
import { sitesOf, testSteps, type Word } from './sites.ts'

const ofSection =
  (section: string) =>
  (sample: Sample): ReadonlySet<string> =>
    new Set(keysOf(sample.document[section]))
const stateNames = ofSection('state')
const derivedNames = ofSection('derived')
const isRoot = (word: Word): boolean => word.before !== '.' && word.after !== ':' && word.after !== '('

const propertyPlaces = (sample: Sample): readonly Path[] =>
  sitesOf(sample.document).nodes.flatMap(({ at, node, spec }) =>
    Object.keys(node)
      .filter(key => key !== 'type' && key !== 'children' && Object.hasOwn(spec.slots, key))
      .map(key => [...at, key]),
  )
const eventPlaces = (sample: Sample): readonly Path[] => propertyPlaces(sample).filter(at => /^on[A-Z]/.test(String(at.at(-1))))
const longPlaces = (sample: Sample): readonly Path[] => propertyPlaces(sample).filter(at => /[a-z][A-Z]/.test(String(at.at(-1))))
const componentPlaces = (sample: Sample): readonly Path[] => sitesOf(sample.document).nodes.map(({ at }) => [...at, 'type'])
const enumPlaces = (sample: Sample): readonly Path[] =>
  sitesOf(sample.document)
    .slots.filter(({ value, slot }) => typeof value === 'string' && slot.type === 'enum' && !slot.open && slot.values?.includes(value))
    .map(({ at }) => at)
const slotPlaces = (sample: Sample, kind: string): readonly Path[] =>
  sitesOf(sample.document)
    .slots.filter(({ value, slot }) => slot.kind === kind && typeof value === 'string')
    .map(({ at }) => at)
const actionPlaces = (sample: Sample): readonly Path[] => {
  const names = new Set(keysOf(sample.document.actions))
  return [
    ...slotPlaces(sample, 'action'),
    ...sitesOf(sample.document)
      .slots.filter(({ value, slot }) => slot.kind === 'steps' && typeof value === 'string' && names.has(value))
      .map(({ at }) => at),
  ]
}

/** Words of other design systems for a token of this one. */
const foreign: Readonly<Record<string, readonly string[]>> = {
  s: ['small', 'sm'],
  m: ['medium', 'md'],
  l: ['large', 'lg'],
  good: ['success', 'green'],
  warn: ['warning'],
  bad: ['error', 'red'],
  quiet: ['ghost', 'text'],
  start: ['left', 'flex-start'],
  end: ['right', 'flex-end'],
  center: ['middle', 'centre'],
  between: ['space-between'],
  bold: ['Bold', 'semibold'],
}

export const nameMutators: readonly Mutator[] = [
  {
    name: 'misspelt section',
    make: (sample, chance) =>
      renameOne(
        sample,
        chance,
        Object.keys(sample.document)
          .filter(key => key !== 'blueprint')
          .map(key => [key]),
        misspell,
      ),
  },
  { name: 'misspelt component', make: (sample, chance) => changeOne(sample, chance, componentPlaces(sample), misspell) },
  { name: 'component in another style', make: (sample, chance) => changeOne(sample, chance, componentPlaces(sample), restyle) },
  { name: 'misspelt property', make: (sample, chance) => renameOne(sample, chance, propertyPlaces(sample), misspell) },
  { name: 'property in another style', make: (sample, chance) => renameOne(sample, chance, longPlaces(sample), restyle) },
  { name: 'misspelt event', make: (sample, chance) => renameOne(sample, chance, eventPlaces(sample), misspell) },
  {
    name: 'misspelt tool',
    make: (sample, chance) =>
      changeOne(
        sample,
        chance,
        sitesOf(sample.document).calls.map(({ at }) => [...at, 'do']),
        misspell,
      ),
  },
  {
    name: 'misspelt argument',
    make: (sample, chance) =>
      renameOne(
        sample,
        chance,
        sitesOf(sample.document).calls.flatMap(({ at, call, tool }) =>
          Object.keys(call)
            .filter(key => Object.hasOwn(tool.arguments, key))
            .map(key => [...at, key]),
        ),
        misspell,
      ),
  },
  {
    name: 'misspelt state name in a formula',
    make: (sample, chance) => changeWord(sample, chance, word => isRoot(word) && stateNames(sample).has(word.name) && word.name.length > 2, misspell),
  },
  {
    name: 'misspelt derived name',
    make: (sample, chance) => changeWord(sample, chance, word => isRoot(word) && derivedNames(sample).has(word.name) && word.name.length > 2, misspell),
  },
  {
    name: 'state name in another style',
    make: (sample, chance) => changeWord(sample, chance, word => isRoot(word) && stateNames(sample).has(word.name) && /[A-Z]/.test(word.name), restyle),
  },
  {
    name: 'misspelt field in a formula',
    make: (sample, chance) => {
      const fields = fieldNames(sample.document.state)
      return changeWord(sample, chance, word => word.before === '.' && word.after !== '(' && word.name.length > 2 && fields.has(word.name), misspell)
    },
  },
  {
    name: 'misspelt function',
    make: (sample, chance) => changeWord(sample, chance, word => word.after === '(' && library.has(libraryName(word.name)) && word.name.length > 2, misspell),
  },
  {
    name: 'misspelt event field',
    make: (sample, chance) => changeWord(sample, chance, (word, text) => word.before === '.' && /event\.$/.test(text.slice(0, word.from)), misspell),
  },
  {
    name: 'misspelt item name',
    make: (sample, chance) => {
      const names = new Set(
        sitesOf(sample.document).nodes.flatMap(({ node }) => (typeof node.each === 'string' ? [typeof node.as === 'string' ? node.as : 'item'] : [])),
      )
      return changeWord(sample, chance, word => isRoot(word) && names.has(word.name) && word.name.length > 2, misspell)
    },
  },
  {
    name: 'misspelt lambda parameter',
    make: (sample, chance) =>
      changeWord(
        sample,
        chance,
        (word, text) => isRoot(word) && word.name.length > 2 && new RegExp(`[(,\\s]${word.name} =>`).test(text) && !text.slice(word.to).startsWith(' =>'),
        misspell,
      ),
  },
  {
    name: 'misspelt field of a column or chart',
    make: (sample, chance) => {
      const places = sitesOf(sample.document).nodes.flatMap(({ at, node, spec }) => {
        if (spec.name === 'Table' && Array.isArray(node.columns))
          return node.columns.flatMap((column, index): Path[] =>
            typeof column === 'string'
              ? [[...at, 'columns', index]]
              : isRecord(column) && !Object.hasOwn(column, 'cell')
                ? [[...at, 'columns', index, 'field']]
                : [],
          )
        return spec.name === 'Chart' ? ['x', 'y'].filter(key => typeof node[key] === 'string').map(key => [...at, key]) : []
      })
      return changeOne(sample, chance, places, misspell)
    },
  },
  {
    name: 'misspelt key of a repeat',
    make: (sample, chance) =>
      changeOne(
        sample,
        chance,
        sitesOf(sample.document)
          .nodes.filter(({ node }) => node.each !== undefined && typeof node.key === 'string')
          .map(({ at }) => [...at, 'key']),
        misspell,
      ),
  },
  { name: 'misspelt path', make: (sample, chance) => changeOne(sample, chance, slotPlaces(sample, 'path'), misspell) },
  {
    name: 'misspelt enum value',
    make: (sample, chance) =>
      changeOne(
        sample,
        chance,
        enumPlaces(sample).filter(at => String(at.at(-1)) !== 'size'),
        (word, by) => (word.length > 2 ? misspell(word, by) : word),
      ),
  },
  {
    name: 'enum value in capitals',
    make: (sample, chance) =>
      changeOne(sample, chance, enumPlaces(sample), (word, by) => (by.below(2) === 0 ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1))),
  },
  {
    name: 'enum value of another design system',
    make: (sample, chance) => {
      const places = sitesOf(sample.document).slots.filter(
        ({ value, slot }) => typeof value === 'string' && slot.type === 'enum' && Object.hasOwn(foreign, value),
      )
      const place = chance.pick(places)
      const word = place === null ? null : chance.pick(foreign[String(place.value)] ?? [])
      return place === null || word === null ? null : replaced(sample, place.at, word)
    },
  },
  { name: 'misspelt action', make: (sample, chance) => changeOne(sample, chance, actionPlaces(sample), misspell) },
  { name: 'misspelt page', make: (sample, chance) => changeOne(sample, chance, slotPlaces(sample, 'page'), misspell) },
  {
    name: 'misspelt part',
    make: (sample, chance) =>
      changeOne(
        sample,
        chance,
        sitesOf(sample.document).parts.map(({ at }) => [...at, 'type']),
        misspell,
      ),
  },
  {
    name: 'misspelt part parameter',
    make: (sample, chance) =>
      renameOne(
        sample,
        chance,
        sitesOf(sample.document).parts.flatMap(({ at, node }) =>
          Object.keys(node)
            .filter(key => !Object.hasOwn(commonSlots, key) && key !== 'type' && key !== 'children')
            .map(key => [...at, key]),
        ),
        misspell,
      ),
  },
  {
    name: 'misspelt action parameter',
    make: (sample, chance) =>
      renameOne(
        sample,
        chance,
        sitesOf(sample.document).calls.flatMap(({ at, call }) => (call.do === 'run' ? keysOf(call.with).map(key => [...at, 'with', key]) : [])),
        misspell,
      ),
  },
  {
    name: 'misspelt type',
    make: (sample, chance) => {
      const places: Path[] = []
      const visit = (value: Json | undefined, at: Path): void => {
        if (typeof value === 'string') places.push(at)
        else if (Array.isArray(value)) for (const [index, element] of value.entries()) visit(element, [...at, index])
        else for (const [key, inner] of entries(value)) visit(inner, [...at, key])
      }
      for (const [name, entry] of entries(sample.document.state)) if (isRecord(entry)) visit(entry.type, ['state', name, 'type'])
      return changeOne(sample, chance, places, misspell)
    },
  },
  {
    name: 'type of another language',
    make: (sample, chance) => {
      const words: Readonly<Record<string, readonly string[]>> = {
        text: ['string', 'str'],
        number: ['int', 'float', 'integer'],
        bool: ['boolean'],
        'number?': ['int?', 'float?'],
        'text?': ['string?'],
      }
      const places = entries(sample.document.state).flatMap(([name, entry]) => {
        const type = isRecord(entry) ? entry.type : undefined
        const record = Array.isArray(type) ? type[0] : type
        const at: Path = ['state', name, 'type', ...(Array.isArray(type) ? [0] : [])]
        if (typeof record === 'string') return [{ at, word: record }]
        return entries(record).flatMap(([field, inner]) => (typeof inner === 'string' ? [{ at: [...at, field], word: inner }] : []))
      })
      const place = chance.pick(places.filter(({ word }) => Object.hasOwn(words, word)))
      const word = place === null ? null : chance.pick(words[place.word] ?? [])
      return place === null || word === null ? null : replaced(sample, place.at, word)
    },
  },
  {
    name: 'misspelt key of a test step',
    make: (sample, chance) =>
      renameOne(
        sample,
        chance,
        testSteps(sample).flatMap(({ at, step }) => Object.keys(step).map(key => [...at, key])),
        misspell,
      ),
  },
  {
    name: 'misspelt state of a test',
    make: (sample, chance) =>
      renameOne(
        sample,
        chance,
        (Array.isArray(sample.document.tests) ? sample.document.tests : []).flatMap((test, index) =>
          keysOf(isRecord(test) ? test.state : undefined).map(key => ['tests', index, 'state', key]),
        ),
        misspell,
      ),
  },
  {
    name: 'misspelt capability',
    make: (sample, chance) =>
      changeOne(
        sample,
        chance,
        (Array.isArray(sample.document.capabilities) ? sample.document.capabilities : []).map((_, index) => ['capabilities', index, 'use']),
        misspell,
      ),
  },
  {
    name: 'misspelt theme',
    make: (sample, chance) => {
      const theme = isRecord(sample.document.app) ? sample.document.app.theme : undefined
      return changeOne(
        sample,
        chance,
        keysOf(theme).map(key => ['app', 'theme', key]),
        (word, by) => (word.startsWith('#') ? word : misspell(word, by)),
      )
    },
  },
]

function fieldNames(state: Json | undefined): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (type: Json | undefined): void => {
    if (Array.isArray(type)) for (const inner of type) visit(inner)
    for (const [key, inner] of entries(type)) {
      names.add(key)
      visit(inner)
    }
  }
  for (const [, entry] of entries(state)) if (isRecord(entry)) visit(entry.type)
  return names
}
