/** The arguments of a step, each computed as its slot says (B50). */
import type { CalledSpec, SlotSpec } from '../../schema/catalog.ts'
import { fitArguments } from '../../schema/fit-slot.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { setOwn } from '../../schema/json/own.ts'
import { evaluateFormula, evaluatePlain } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import type { OriginEnv } from '../formula/contract.ts'
import { ToolFailure } from '../ports.ts'

/** The computed arguments of a tool of the engine's own. */
export function evaluateArguments(runtime: Runtime, tool: CalledSpec, step: JsonObject, env: OriginEnv): JsonObject {
  const given: { [key: string]: Json } = {}
  for (const [name, { kind }] of Object.entries(tool.arguments)) {
    if (!Object.hasOwn(step, name)) continue
    const raw = step[name] ?? null
    setOwn(given, name, kind === 'formula' ? evaluateFormula(raw, env, runtime.formulas) : kind === 'plain' ? evaluatePlain(raw, env, runtime.formulas) : raw)
  }
  return fitArguments(tool.arguments, given)
}

const FORMS: ReadonlySet<string> = new Set(['do', 'when', 'out', 'catch'])
const PLAIN: SlotSpec = { kind: 'plain', type: 'any' }

/** A tool outside of the engine, as a step calls it: what it takes is known to who does it (`ToolPort`), and all of it is computed (B50). */
export function outerTool(name: string, step: JsonObject): CalledSpec {
  return {
    name,
    arguments: Object.fromEntries(
      Object.keys(step)
        .filter(key => !FORMS.has(key))
        .map(key => [key, PLAIN]),
    ),
  }
}

/** The place in the state that a path slot names (B50). Throws a `ToolFailure` where it names none. */
export function resolvePath(runtime: Runtime, raw: Json | undefined, env: OriginEnv): Path {
  if (typeof raw !== 'string' || raw.trim() === '') throw new ToolFailure('no-path', 'A step does not say which value it writes.')
  const origin = runtime.formulas.formula(raw).elementOrigin(env)
  const root = origin?.path[0]
  if (!origin || root === undefined) throw new ToolFailure('not-writable', `“${raw}” is not a place in the app’s data, so nothing was written.`)
  return origin.path
}
