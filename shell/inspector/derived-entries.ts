import { computed, type ReadonlySignal } from '@preact/signals-core'
import type { Runtime } from '../../engine/app/runtime.ts'
import { isRecord } from '../../schema/check/kinds.ts'
import { checkFormula } from '../../schema/formula/check.ts'
import type { FunctionType } from '../../schema/formula/formula-check.ts'
import { parseText } from '../../schema/formula/text.ts'
import { ANY, type Type, typeOfValue } from '../../schema/formula/types.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'

/** One entry of `derived` (B15), as it is at the moment. */
export interface DerivedEntry {
  readonly name: string
  /** As its author wrote it; a value that is no text as JSON. */
  readonly formula: string
  /** Null for a value, the names of its parameters for a function of the app's own. */
  readonly params: readonly string[] | null
  /** What it reads, `todos[].done`, and the clock where it does. */
  readonly reads: readonly string[]
  /** Null for a function. Watching it keeps it computed. */
  readonly value: ReadonlySignal<Json> | null
}

const SECTIONS = ['constants', 'state', 'data', 'derived', 'actions', 'strings'] as const

export function derivedEntries(runtime: Runtime, document: JsonObject): readonly DerivedEntry[] {
  const section = document.derived
  if (!isRecord(section)) return []
  const read = (name: string): Json => runtime.names.find(name)?.read([]) ?? null
  const names = new Map<string, Type>()
  for (const declared of SECTIONS)
    for (const name of Object.keys((document[declared] as JsonObject | undefined) ?? {}))
      if (!names.has(name)) names.set(name, declared === 'state' ? typeOfValue(runtime.store.peek([name])) : ANY)
  const functions = new Map<string, FunctionType>()
  for (const [name, raw] of Object.entries(section)) {
    const params = paramsOf(raw)
    if (params) functions.set(name, { params: params.map(param => ({ name: param, type: ANY })), result: ANY })
  }
  return Object.entries(section).map(([name, raw]) => {
    const params = paramsOf(raw)
    const written = isRecord(raw) && Object.hasOwn(raw, 'value') ? (raw.value ?? null) : raw
    const formula = typeof written === 'string' ? bare(written) : JSON.stringify(written)
    const own = params ? new Map([...names, ...params.map(param => [param, ANY] as const)]) : names
    return {
      name,
      formula,
      params,
      reads: typeof written === 'string' ? readsOf(runtime, written, own, functions).filter(path => !params?.some(param => isBelow(path, param))) : [],
      value: params ? null : computed(() => read(name)),
    }
  })
}

/** `${x}` → `x`: the check writes each formula with its braces. */
function bare(text: string): string {
  return text.startsWith('${') && parseText(text).whole ? text.slice(2, -1) : text
}

function paramsOf(raw: Json): readonly string[] | null {
  const params = isRecord(raw) && Object.hasOwn(raw, 'value') ? raw.params : undefined
  return params !== undefined && isRecord(params) && Object.keys(params).length > 0 ? Object.keys(params) : null
}

function readsOf(runtime: Runtime, text: string, names: ReadonlyMap<string, Type>, functions: ReadonlyMap<string, FunctionType>): readonly string[] {
  const { tree } = runtime.formulas.formula(text)
  if (!tree) return []
  const { reads, calls, clock } = checkFormula(tree, { names, functions })
  const paths = reads.map(({ name, path }) => name + path.map(key => (key === '[]' ? key : `.${key}`)).join(''))
  return [...new Set([...paths, ...calls.map(name => `${name}()`), ...(clock === null ? [] : [clock === 'day' ? 'the date' : 'the clock'])])].sort()
}

function isBelow(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`)
}
