/**
 * The fixed library of functions (B31) as data: the checker's types, the prompt's list and the
 * reference docs read this table; the engine implements it, and a test holds that it does so for each.
 * Descriptions and examples are in `library-docs.ts`, which the page need not load.
 */
import type { ClockGrain } from './clock.ts'
import { libraryAliases, libraryName } from './library-names.ts'
import { parseSignature, type Signature } from './signature.ts'

export type Family = 'lists' | 'records' | 'numbers' | 'text' | 'time' | 'format' | 'other'
/** How the work grows with the length of a list or a text. */
export type Cost = 'constant' | 'linear' | 'sort'

export interface LibraryFunction {
  readonly name: string
  /** JavaScript's names for it. */
  readonly aliases: readonly string[]
  readonly family: Family
  readonly cost: Cost
  /** The ways to call it; the first that the arguments may fit counts. */
  readonly signatures: readonly Signature[]
  /** Allowed in steps only, so that a view is pure. */
  readonly stepsOnly?: true
  /** Its value depends on the clock. */
  readonly clock?: ClockGrain
}

// One line a signature: cost, then the signature. Where a lambda stands, a field's name does too.
const TABLE: readonly (readonly [Family, string])[] = [
  [
    'lists',
    `
linear count(of: [T] | text | record, test?: (T, number) => bool) => number
linear sum(list: [T], value?: (T, number) => number) => number
linear sum(...numbers: number) => number
linear avg(list: [T], value?: (T, number) => number) => number?
linear avg(...numbers: number) => number?
linear min(list: [T]) => T?
linear min(list: [T], value: (T, number) => U) => U?
linear min(...values: T) => T
linear max(list: [T]) => T?
linear max(list: [T], value: (T, number) => U) => U?
linear max(...values: T) => T
linear filter(list: [T], test: (T, number) => bool) => [T]
linear map(list: [T], value: (T, number) => U) => [U]
linear flatMap(list: [T], value: (T, number) => [U]) => [U]
linear flatMap(list: [[T]]) => [T]
linear find(list: [T], test: (T, number) => bool) => T?
linear findIndex(list: [T], test: (T, number) => bool) => number
linear any(list: [T], test?: (T, number) => bool) => bool
linear all(list: [T], test?: (T, number) => bool) => bool
linear reduce(list: [T], step: (A, T, number) => A, init?: A) => A
linear scan(list: [T], step: (A, T, number) => A, init?: A) => [A]
sort sort(list: [T], by?: (T, number) => any, order?: text) => [T]
linear group(list: [T], key: (T, number) => U) => [{ key: U, value: [T] }]
linear group(list: [T], key: (T, number) => U, agg: ([T]) => V) => [{ key: U, value: V }]
linear uniq(list: [T], key?: (T, number) => any) => [T]
linear zip(...lists: [T]) => [[T]]
linear take(list: [T], n: number) => [T]
linear skip(list: [T], n: number) => [T]
constant first(list: [T]) => T?
constant last(list: [T]) => T?
linear reverse(list: [T]) => [T]
linear concat(text: text, ...more: text) => text
linear concat(...lists: [T] | T) => [T]
linear range(n: number) => [number]
linear range(from: number, to: number, step?: number) => [number]
linear has(in: [T] | text | record, element: any) => bool
linear indexOf(in: [T] | text, element: any) => number
linear chunk(list: [T], size: number) => [[T]]
linear without(list: [T], ...elements: any) => [T]
linear replaceAt(list: [T], index: number, value: any) => [T]`,
  ],
  [
    'records',
    `
linear keys(record: record) => [text]
linear values(record: record) => [any]
linear entries(record: record) => [{ key: text, value: any }]
linear pick(record: record, ...keys: text | [text]) => record
linear omit(record: record, ...keys: text | [text]) => record
linear merge(...records: record) => record
constant get(from: record | [any], path: text | number | [any], otherwise?: any) => any`,
  ],
  [
    'numbers',
    `
constant round(x: number, digits?: number) => number
constant floor(x: number) => number
constant ceil(x: number) => number
constant abs(x: number) => number
constant sign(x: number) => number
constant pow(x: number, y: number) => number
constant sqrt(x: number) => number
constant exp(x: number) => number
constant ln(x: number) => number
constant log10(x: number) => number
constant sin(x: number) => number
constant cos(x: number) => number
constant tan(x: number) => number
constant clamp(x: number, least: number, most: number) => number
constant mod(x: number, y: number) => number
constant random() => number
constant pi() => number
constant number(x: any) => number?`,
  ],
  [
    'text',
    `
linear upper(text: text) => text
linear lower(text: text) => text
linear capitalize(text: text) => text
linear trim(text: text) => text
linear contains(in: text | [T] | record, part: any) => bool
linear startsWith(text: text, part: text) => bool
linear endsWith(text: text, part: text) => bool
linear replace(text: text, part: text, by: text) => text
linear split(text: text, separator?: text) => [text]
linear join(list: [T], separator?: text) => text
linear pad(x: any, width: number, fill?: text) => text
linear slice(list: [T], from?: number, to?: number) => [T]
linear slice(text: text, from?: number, to?: number) => text
linear repeat(text: text, times: number) => text
linear text(x: any) => text
linear lines(text: text) => [text]
linear words(text: text) => [text]
linear matches(text: text, pattern: text) => bool`,
  ],
  [
    'time',
    `
constant now() => time
constant today() => date
constant year(when: any) => number?
constant month(when: any) => number?
constant day(when: any) => number?
constant weekday(when: any) => number?
constant hour(when: any) => number?
constant minute(when: any) => number?
constant second(when: any) => number?
constant addDays(when: T, days: number) => T
constant addMonths(when: T, months: number) => T
constant diffDays(from: any, to: any) => number?
constant startOf(when: T, unit: text) => T
constant endOf(when: T, unit: text) => T
constant parseDate(text: text) => date?
constant timeIn(zone: text, time?: any) => { year: number, month: number, day: number, hour: number, minute: number, second: number, weekday: number, date: date, offset: number }
constant zones() => [text]
constant localZone() => text
constant atTime(date: any, time: text, zone?: text) => time?`,
  ],
  [
    'format',
    `
constant format(x: any, pattern?: text) => text
constant money(x: number, currency?: text) => text
constant percent(x: number, digits?: number) => text
constant plural(n: number, one: text, other: text) => text`,
  ],
  [
    'other',
    `
constant empty(x: any) => bool
constant type(x: any) => text
constant with(value: T, body: (T) => U) => U
constant id() => text
linear calc(text: text) => number?
linear t(text: text, values?: record) => text
linear json(x: any, indent?: number) => text
linear parseJson(text: text) => any`,
  ],
]

const STEPS_ONLY = new Set(['id', 'random'])
const CLOCK = new Map<string, ClockGrain>([
  ['now', 'second'],
  ['today', 'day'],
])

/** All functions by their own names, in the order of the reference. */
export const library: ReadonlyMap<string, LibraryFunction> = readTable()

function readTable(): ReadonlyMap<string, LibraryFunction> {
  const found = new Map<string, LibraryFunction & { signatures: Signature[] }>()
  for (const [family, lines] of TABLE) {
    for (const line of lines.trim().split('\n')) {
      const space = line.indexOf(' ')
      const signature = parseSignature(line.slice(space + 1))
      const { name } = signature
      const known = found.get(name)
      if (known !== undefined) {
        known.signatures.push(signature)
        continue
      }
      const clock = CLOCK.get(name)
      found.set(name, {
        name,
        aliases: [...libraryAliases].filter(([, own]) => own === name).map(([alias]) => alias),
        family,
        cost: line.slice(0, space) as Cost,
        signatures: [signature],
        ...(STEPS_ONLY.has(name) ? { stepsOnly: true as const } : {}),
        ...(clock === undefined ? {} : { clock }),
      })
    }
  }
  return found
}

/** The library's function of this name, its JavaScript names included. */
export function findLibraryFunction(name: string): LibraryFunction | undefined {
  return library.get(libraryName(name))
}

/** Every name that can be called without the app defining it. */
export function libraryCallNames(): string[] {
  return [...library.keys(), ...libraryAliases.keys()]
}
