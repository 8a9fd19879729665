import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import type { JsonObject } from '../../schema/json/json.ts'
import type { RunReport } from './messages.ts'
import { createPureTools } from './pure-tools.ts'

/** Runs the tests of a document that passed the check, in this page; tells of each as it ends. */
export async function runTestsHere(app: JsonObject, report: (message: RunReport) => void): Promise<void> {
  await runBlueprintTests({
    document: app,
    catalog,
    pure: createPureTools(),
    container: document.body.appendChild(document.createElement('div')),
    onVerdict: verdict => report({ verdict }),
  })
}
