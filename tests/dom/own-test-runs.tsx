/** Runs one test of a small blueprint, for the tests of the test runner. */
import { expect } from 'vitest'
import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import type { TestVerdict } from '../../engine/react/test-run/test-verdict.ts'
import { loadBlueprint } from '../../schema/index.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createPureTools } from '../runner/pure-tools.ts'

const pure = createPureTools()

export interface OwnTest {
  readonly steps: readonly JsonObject[]
  readonly state?: JsonObject
  readonly tools?: JsonObject
}

/** The verdict of one test of the app whose sections are given; the document has to pass the check. */
export async function verdictOf(sections: { readonly [section: string]: Json }, test: OwnTest): Promise<TestVerdict> {
  const written = { blueprint: 1, app: { name: 'Under test' }, ...sections, tests: [{ name: 'It', ...test } as unknown as Json] }
  const { document, issues } = loadBlueprint(written)
  expect(issues.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([])
  const container = globalThis.document.body.appendChild(globalThis.document.createElement('div'))
  try {
    const [verdict] = await runBlueprintTests({ document: document as JsonObject, catalog, pure, container })
    return verdict as TestVerdict
  } finally {
    container.remove()
  }
}

/** Passes, or shows why not. */
export async function expectPass(sections: { readonly [section: string]: Json }, test: OwnTest): Promise<void> {
  const { message } = await verdictOf(sections, test)
  expect(message ?? 'passed').toBe('passed')
}

/** Fails at its last step; gives what that expected and saw. */
export async function failureOf(sections: { readonly [section: string]: Json }, test: OwnTest): Promise<{ readonly expected: string; readonly seen: string }> {
  const { passed, failure } = await verdictOf(sections, test)
  expect(passed).toBe(false)
  expect(failure?.step).toEqual({ number: test.steps.length, written: test.steps.at(-1) })
  return { expected: failure!.expected, seen: failure!.seen }
}
