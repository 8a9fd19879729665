import { catalog } from '../../components/index.ts'
import { ToolFailure } from '../../engine/ports.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import type { JsonObject } from '../../schema/json/json.ts'
import type { MathPort } from '../../tools/ports.ts'
import type { RunReport } from './messages.ts'
import { createPureTools } from './pure-tools.ts'

/** Runs the tests of a document that passed the check, in this page; tells of each as it ends. */
export async function runTestsHere(app: JsonObject, report: (message: RunReport) => void): Promise<void> {
  await runBlueprintTests({
    document: app,
    catalog,
    pure: createPureTools(await mathFor(app)),
    container: document.body.appendChild(document.createElement('div')),
    onVerdict: verdict => report({ verdict }),
  })
}

/** Mathematics is large, and loaded for those apps alone that use it. */
async function mathFor(app: JsonObject): Promise<MathPort> {
  if (!JSON.stringify(app).includes('"math.')) return { run: () => Promise.reject(new ToolFailure('no-math', 'This app names no tool of mathematics.')) }
  return (await import('../../tools/math/math-in-place.ts')).mathInPlace
}
