/**
 * What only the check reads, in lines, beside those of `run-notation.ts`.
 *
 * - Of a slot: its place, then, each only where it has it, its bounds as `min~max`, `w` for whole numbers, `o` for open, what else it has as JSON.
 * - Of a tool: a letter for what it costs and letters for its marks, the type that it gives without quotes, what else it has as JSON.
 * - Of a component, its aliases: what is meant, `=`, what is written instead, and so on.
 */
import type { ToolSpec } from './catalog.ts'
import type { Json } from './json/json.ts'
import type { ToolCost } from './tool-costs.ts'
import type { SlotRest, ToolRest } from './whole-catalog.ts'

const COSTS: readonly ToolCost[] = ['instant', 'quick', 'timed', 'network', 'model', 'person']
const MARKS = [
  ['r', 'read'],
  ['g', 'gesture'],
  ['e', 'engine'],
] as const

const bound = (text: string | undefined): number | undefined => (text === undefined || text === '' ? undefined : Number(text))

export function readSlotRests(lines: string): ReadonlyMap<number, SlotRest> {
  return new Map(
    lines.split('\n').map(line => {
      const [, place, low, high, whole, open, more] = /^(\d+)(?: ([^ ~]*)~(\S*))?( w)?( o)?(?: (\{.*))?$/.exec(line) ?? []
      const [min, max] = [bound(low), bound(high)]
      return [
        Number(place),
        {
          ...(min !== undefined && { min }),
          ...(max !== undefined && { max }),
          ...(whole && { whole: true as const }),
          ...(open && { open: true as const }),
          ...(more && (JSON.parse(more) as SlotRest)),
        },
      ]
    }),
  )
}

/** Null where it has none. */
export function writeSlotRest(place: number, { min, max, whole, open, ...more }: SlotRest): string | null {
  const words = [
    ...(min === undefined && max === undefined ? [] : [`${min ?? ''}~${max ?? ''}`]),
    ...(whole ? ['w'] : []),
    ...(open ? ['o'] : []),
    ...(Object.keys(more).length === 0 ? [] : [JSON.stringify(more)]),
  ]
  return words.length === 0 ? null : `${place} ${words.join(' ')}`
}

export function readToolRest(text: string): ToolRest {
  const [, cost, marks = '', type = '', more] = /^(.)(\w*) (\S+)(?: (.*))?$/.exec(text) ?? []
  return {
    // A type that is no single word is JSON that lost its quotes.
    result: /^[{[]/.test(type) ? type.replace(/[\w?]+/g, '"$&"') : type,
    cost: COSTS.find(known => known[0] === cost) as ToolCost,
    ...Object.fromEntries(MARKS.flatMap(([letter, name]) => (marks.includes(letter) ? [[name, true]] : []))),
    ...(more && (JSON.parse(more) as object)),
  }
}

export function writeToolRest({ result, cost, read, gesture, engine, ...more }: ToolRest): string {
  const marks = { read, gesture, engine }
  const letters = MARKS.map(([letter, name]) => (marks[name] ? letter : '')).join('')
  return `${cost[0]}${letters} ${result.replaceAll('"', '')}${Object.keys(more).length === 0 ? '' : ` ${JSON.stringify(more)}`}`
}

export function readAliases(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(';').flatMap(entry => {
      const [meant = '', written = ''] = entry.split('=')
      return written.split(' ').map(name => [name, meant])
    }),
  )
}

export function writeAliases(aliases: Readonly<Record<string, string>>): string {
  const written = new Map<string, string[]>()
  for (const [name, meant] of Object.entries(aliases)) written.set(meant, [...(written.get(meant) ?? []), name])
  return [...written].map(([meant, names]) => `${meant}=${names.join(' ')}`).join(';')
}

/** `"[text]"` as `["text"]`, also inside: the one form in which the catalog has the type of a result. */
export function resultText(type: Json | undefined): ToolSpec['result'] {
  const plain = withLists(type ?? null)
  return plain === null ? 'null' : typeof plain === 'string' ? plain : JSON.stringify(plain)
}

function withLists(type: Json): Json {
  if (typeof type === 'string') return type.startsWith('[') && type.endsWith(']') ? [withLists(type.slice(1, -1))] : type
  if (Array.isArray(type)) return type.map(withLists)
  if (typeof type !== 'object' || type === null) return type
  return Object.fromEntries(Object.entries(type).map(([name, inner]) => [name, withLists(inner as Json)]))
}
