/** The arguments of a step, each computed as its slot says (B50). */
import type { CalledSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { setOwn } from '../../schema/json/own.ts'
import { evaluateFormula, evaluatePlain, fitSlot } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import type { OriginEnv } from '../formula/contract.ts'
import { ToolFailure } from '../ports.ts'

/** The computed arguments of a tool that has an implementation outside of the engine. */
export function evaluateArguments(runtime: Runtime, tool: CalledSpec, step: JsonObject, env: OriginEnv): JsonObject {
  const args: { [key: string]: Json } = {}
  for (const [name, slot] of Object.entries(tool.arguments)) {
    if (!Object.hasOwn(step, name)) {
      if (slot.default !== undefined) setOwn(args, name, slot.default)
      continue
    }
    const raw = step[name] ?? null
    const value =
      slot.kind === 'formula' ? evaluateFormula(raw, env, runtime.formulas) : slot.kind === 'plain' ? evaluatePlain(raw, env, runtime.formulas) : raw
    const fitting = slot.type === 'bool' || slot.type === 'any' ? value : fitSlot(value, slot)
    if (fitting !== undefined && fitting !== null) setOwn(args, name, fitting)
    else if (slot.type === 'any') setOwn(args, name, value)
    else if (slot.required) setOwn(args, name, slot.type === 'text' && value === null ? '' : value)
  }
  return args
}

/** The place in the state that a path slot names (B50). Throws a `ToolFailure` where it names none. */
export function resolvePath(runtime: Runtime, raw: Json | undefined, env: OriginEnv): Path {
  if (typeof raw !== 'string' || raw.trim() === '') throw new ToolFailure('no-path', 'A step does not say which value it writes.')
  const origin = runtime.formulas.formula(raw).elementOrigin(env)
  const root = origin?.path[0]
  if (!origin || root === undefined) throw new ToolFailure('not-writable', `“${raw}” is not a place in the app’s data, so nothing was written.`)
  return origin.path
}
