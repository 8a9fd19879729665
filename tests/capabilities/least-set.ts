/**
 * The least set of capabilities that an app can run with: what is computed from its document (B67). Each of them is proved
 * by a test of the app that fails without it; one that none fails without is either not needed, or not tested.
 */
import type { Withheld } from '../../engine/react/test-run/stub-ports.ts'
import type { TestVerdict } from '../../engine/react/test-run/test-verdict.ts'
import { loadToRun } from '../../schema/check/load.ts'
import { tools } from '../../schema/generated/catalog.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { scopedCapability } from '../../tools/scoped-capability.ts'

export interface ProvedCapability {
  readonly capability: string
  /** The name of a test that fails without it; null where there is none. */
  readonly test: string | null
}

/** Runs the tests of a document with some of it withheld. */
export type RunWithout = (document: JsonObject, withheld: Withheld) => Promise<readonly TestVerdict[]>

export async function leastSet(document: JsonObject, run: RunWithout): Promise<readonly ProvedCapability[]> {
  const { capabilities } = loadToRun(document).reach
  const tests = Array.isArray(document.tests) ? (document.tests as readonly JsonObject[]) : []
  const proved: ProvedCapability[] = []
  for (const { capability } of capabilities) {
    const without = withhold(capability)
    let test: string | null = null
    for (const each of tests) {
      const [verdict] = await run({ ...document, tests: [each] }, without)
      if (verdict?.passed !== false) continue
      test = verdict.name
      break
    }
    proved.push({ capability, test })
  }
  return proved
}

/** Everything is granted but this one. */
export function withhold(capability: string): Withheld {
  return { persistence: capability === 'storage', refuses: (tool, args) => needs(tool, args).includes(capability) }
}

/** The capabilities that a call needs; none where its address is none. */
function needs(tool: string, args: JsonObject): readonly string[] {
  const spec = tools.get(tool)
  if (!spec?.capability) return []
  const { also } = spec.capability
  const second = also && typeof args[also.argument] === 'string' ? [`${also.name}:${args[also.argument]}`] : []
  try {
    return [scopedCapability(spec, args), ...second]
  } catch {
    // Such a call is refused whatever is granted.
    return second
  }
}
