/** Surroundings for tests of formulas: data by name, a clock that stands still, and what was reported. */
import { parseFormula } from '../../schema/formula/parse.ts'
import { parseText } from '../../schema/formula/text.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { compileFormula, compileText } from './compile.ts'
import type { ClockGrain, FormulaEnv, FormulaFault } from './contract.ts'

/** Monday, 5 January 2026, 09:00 UTC. */
export const START = Date.UTC(2026, 0, 5, 9)

export interface TestEnv extends FormulaEnv {
  readonly faults: FormulaFault[]
  readonly grains: ClockGrain[]
  /** Each path read, as `name.key.key`. */
  readonly paths: string[]
}

export function testEnv(data: JsonObject = {}, changes: Partial<FormulaEnv> = {}): TestEnv {
  const faults: FormulaFault[] = []
  const grains: ClockGrain[] = []
  const paths: string[] = []
  let ids = 0
  return {
    faults,
    grains,
    paths,
    read(name, path) {
      paths.push([name, ...path].join('.'))
      return valueAt(Object.hasOwn(data, name) ? (data[name] as Json) : null, path)
    },
    call: () => null,
    now(grain) {
      grains.push(grain)
      return START
    },
    locale: { language: 'en-US', timeZone: 'UTC', currency: 'USD' },
    chance: { id: () => `id${++ids}`, random: () => 0.5 },
    meter: { lambdaCalls: 0, textMade: 0 },
    report: found => void faults.push(found),
    ...changes,
  }
}

/** A second reading of paths, so that tests do not lean on the code under test. */
export function valueAt(root: Json, path: Path): Json {
  let value: unknown = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
    value = (value as Record<string | number, unknown>)[key]
  }
  return (value ?? null) as Json
}

/** The value of a formula; throws where it does not parse, as a test means it to. */
export function run(text: string, env: FormulaEnv = testEnv()): Json {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.faults[0]?.message}`)
  return compileFormula(parsed.tree)(env)
}

export function runText(text: string, env: FormulaEnv = testEnv()): Json {
  return compileText(parseText(text))(env)
}
