/** Amounts with units: `"3 inch"`, or `{ "value": 3, "unit": "inch" }`. */
import type { Unit } from 'mathjs'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { MATH_BOUNDS } from './bounds.ts'
import { guarded } from './expression/evaluate-expression.ts'
import { tidy, unitText } from './expression/to-json.ts'
import { badNumber, badShape, finite, tooLarge } from './failures.ts'
import { math } from './mathjs.ts'
import type { MathTable } from './operation.ts'

/** A number, and units with whole powers, times and per: `9.81 m/s^2`. */
const QUANTITY = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)?\s*([^\d\s].*)?$/i
const UNIT = /^[A-Za-z°µμΩ][\w°µμΩ]*(?:\s*\^\s*[+-]?\d{1,2})?(?:(?:\s*[*/]\s*|\s+)\(?\s*[A-Za-z°µμΩ1][\w°µμΩ]*(?:\s*\^\s*[+-]?\d{1,2})?\s*\)?)*$/

/** How people write them. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['°C', 'degC'],
  ['°F', 'degF'],
  ['°', 'deg'],
  ['℃', 'degC'],
  ['℉', 'degF'],
  ['kmh', 'km/h'],
  ['kph', 'km/h'],
  ['mph', 'mile/h'],
  ['knots', 'knot'],
  ['"', 'inch'],
  ["'", 'foot'],
])

function unitNamed(text: string): string {
  const name = ALIASES.get(text.trim()) ?? text.trim()
  if (name.length > 60 || !UNIT.test(name)) throw badNumber(`“${text.slice(0, 40)}” is no unit. Write one such as cm, kg, km/h or m^2.`)
  return name
}

function parsed(text: string, said: string): Unit {
  let unit: Unit
  try {
    unit = math.unit(text)
  } catch {
    throw badNumber(`“${said.slice(0, 40)}” has no unit that is known. math.unit.list names those that are.`)
  }
  const { units } = unit as unknown as { units: readonly { power: number }[] }
  if (units.length > MATH_BOUNDS.unitParts || units.some(({ power }) => Math.abs(power) > MATH_BOUNDS.unitPower))
    throw tooLarge('That unit has too many parts or too high a power.')
  return unit
}

export function quantityAt(args: JsonObject, name: string): Unit {
  const given = args[name]
  const record = given !== null && typeof given === 'object' && !Array.isArray(given) ? (given as JsonObject) : null
  const text = record ? `${String(record.value ?? '')} ${String(record.unit ?? '')}` : String(given ?? '')
  const [whole, amount = '1', unit] = QUANTITY.exec(text) ?? []
  if (whole === undefined || text.length > 80) throw badNumber(`${name} has to be an amount with its unit, such as "3 inch".`)
  if (unit === undefined) throw badNumber(`${name} has no unit. Write it behind the number: "${amount} cm".`)
  finite(Number(amount), name)
  return parsed(`${amount} ${unitNamed(unit)}`, text.trim())
}

function unitJson(unit: Unit): Json {
  const { value, unit: name } = unit.toJSON() as { value: unknown; unit: string | null }
  const amount = tidy(finite(Number(value), 'The amount'))
  return { text: unitText(unit, 'The amount'), value: amount, unit: name ?? '' }
}

interface UnitPart {
  readonly unit: { readonly name: string }
  readonly prefix: { readonly name: string }
  readonly power: number
}

/** `m^2` for what mathjs keeps as m m. */
function merged(unit: Unit): Unit {
  const powers = new Map<string, number>()
  for (const { unit: own, prefix, power } of (unit as unknown as { units: readonly UnitPart[] }).units)
    powers.set(prefix.name + own.name, (powers.get(prefix.name + own.name) ?? 0) + power)
  const parts = [...powers].filter(([, power]) => power !== 0).map(([name, power]) => (power === 1 ? name : `${name}^${power}`))
  const { value } = unit.toJSON() as { value: number }
  return parts.length === 0 || parts.length === (unit as unknown as { units: readonly unknown[] }).units.length
    ? unit
    : parsed(`${value} ${parts.join(' * ')}`, parts.join(' '))
}

/** Numbers are what is left where all units cancel out. */
function resultJson(value: unknown): Json {
  if (typeof value === 'number') return { text: String(tidy(finite(value, 'The amount'))), value: tidy(value), unit: '' }
  return unitJson(merged(value as Unit))
}

function converted(quantity: Unit, to: string): Unit {
  const name = unitNamed(to)
  const target = parsed(name, to)
  if (!(quantity as unknown as { equalBase(other: Unit): boolean }).equalBase(target)) throw differs(quantity.formatUnits(), to)
  return guarded('convert', () => quantity.to(name)) as Unit
}

function differs(a: string, b: string): Error {
  return badShape(`${a} and ${b} do not measure the same thing. Lengths go with lengths, masses with masses.`)
}

/** Of the same kind: sums, differences, order. */
function pairAt(args: JsonObject): readonly [Unit, Unit] {
  const [a, b] = [quantityAt(args, 'a'), quantityAt(args, 'b')]
  if (!(a as unknown as { equalBase(other: Unit): boolean }).equalBase(b)) throw differs(a.formatUnits(), b.formatUnits())
  return [a, b]
}

function splitInto(quantity: Unit, names: readonly string[]): Json {
  if (names.length === 0 || names.length > 6) throw badShape('Name one to six units, the largest first, such as ["ft", "inch"].')
  const smallest = names.at(-1) ?? ''
  const total = Number((converted(quantity, smallest).toJSON() as { value: number }).value)
  const sign = total < 0 ? -1 : 1
  let left = tidy(Math.abs(total))
  return names.map((name, place): Json => {
    const one = Number((converted(parsed(`1 ${unitNamed(name)}`, name), smallest).toJSON() as { value: number }).value)
    const amount = place === names.length - 1 ? tidy(left / one) : Math.floor(left / one + 1e-12)
    left = Math.max(0, tidy(left - amount * one))
    const value = amount === 0 ? 0 : sign * amount
    return { text: `${value} ${name}`, value, unit: name }
  })
}

interface UnitEntry {
  readonly name: string
  readonly base: { readonly key?: string }
}

/** The units without their prefixes, by what they measure. */
function listOf(kind: string | null): Json {
  const names = new Set(Object.keys((math.Unit as unknown as { UNITS: object }).UNITS))
  const entries = Object.entries((math.Unit as unknown as { UNITS: Readonly<Record<string, UnitEntry>> }).UNITS)
  return entries
    .filter(([name, { name: own }]) => name === own && !(name.endsWith('s') && names.has(name.slice(0, -1))))
    .map(([name, { base }]) => ({
      unit: name,
      measures: String(base.key ?? '')
        .toLowerCase()
        .replaceAll('_', ' '),
    }))
    .filter(({ unit, measures }) => unit !== '' && (kind === null || measures === kind.toLowerCase()))
    .sort((a, b) => (a.measures === b.measures ? (a.unit < b.unit ? -1 : 1) : a.measures < b.measures ? -1 : 1))
}

export const units: MathTable = [
  ['unit.convert', args => unitJson(converted(quantityAt(args, 'quantity'), String(args.to ?? '')))],
  ['unit.add', args => resultJson(guarded('add', () => math.add(...pairAt(args))))],
  ['unit.subtract', args => resultJson(guarded('subtract', () => math.subtract(...pairAt(args))))],
  ['unit.multiply', args => resultJson(guarded('multiply', () => math.multiply(quantityAt(args, 'a'), quantityAt(args, 'b'))))],
  ['unit.divide', args => resultJson(guarded('divide', () => math.divide(quantityAt(args, 'a'), quantityAt(args, 'b'))))],
  [
    'unit.compare',
    args => {
      const [a, b] = pairAt(args)
      const [x, y] = [a, b].map(each => (each as unknown as { toSI(): Unit }).toSI().toJSON() as { value: number }).map(({ value }) => Number(value))
      return Math.abs((x ?? 0) - (y ?? 0)) <= 1e-12 * Math.max(Math.abs(x ?? 0), Math.abs(y ?? 0)) ? 0 : (x ?? 0) < (y ?? 0) ? -1 : 1
    },
  ],
  ['unit.base', args => unitJson((quantityAt(args, 'quantity') as unknown as { toSI(): Unit }).toSI())],
  ['unit.split', args => splitInto(quantityAt(args, 'quantity'), Array.isArray(args.units) ? args.units.map(String) : [])],
  ['unit.list', args => listOf(args.measures === undefined || args.measures === null ? null : String(args.measures))],
]
