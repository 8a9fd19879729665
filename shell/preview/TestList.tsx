import { Check, Circle, Play, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StepFailure, TestVerdict } from '../../engine/react/test-run/test-verdict.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { Preview, TestRun } from './preview.ts'

/** The app's own tests: which hold, and what a failing one expected and saw. */
export function TestList({ preview }: { readonly preview: Preview }): ReactNode {
  const run = useSignalValue(preview.tests)
  const shown = useSignalValue(preview.shown)
  if (run === null || shown === null) return null
  const tests = shown.document.tests as readonly JsonObject[]
  return (
    <section className="preview-part" aria-labelledby="tests">
      <header>
        <h2 id="tests">Tests</h2>
        <p role="status">{summaryOf(run)}</p>
        <button type="button" className="ui-icon-button" aria-label="Run the tests again" title="Run the tests again" onClick={preview.runTests}>
          <Play size={14} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </header>
      <ol className="preview-tests">
        {tests.map((test, at) => (
          <TestItem key={`${at} ${String(test.name)}`} name={String(test.name)} verdict={run.verdicts[at]} />
        ))}
      </ol>
    </section>
  )
}

function summaryOf({ total, verdicts, phase }: TestRun): string {
  const passed = verdicts.filter(verdict => verdict.passed).length
  if (phase === 'running') return `${verdicts.length} of ${total}…`
  return `${passed} of ${total} passed${phase === 'unfinished' ? '; the others did not finish in time' : ''}`
}

function TestItem({ name, verdict }: { readonly name: string; readonly verdict: TestVerdict | undefined }): ReactNode {
  const state = verdict === undefined ? 'waiting' : verdict.passed ? 'passed' : 'failed'
  return (
    <li data-state={state}>
      <span className="preview-test-mark" role="img" aria-label={state}>
        {state === 'passed' ? <Check size={15} strokeWidth={2} /> : state === 'failed' ? <X size={15} strokeWidth={2} /> : <Circle size={9} strokeWidth={2} />}
      </span>
      <p>{name}</p>
      {verdict?.failure ? <FailedStep failure={verdict.failure} /> : null}
    </li>
  )
}

function FailedStep({ failure: { step, expected, seen } }: { readonly failure: StepFailure }): ReactNode {
  return (
    <dl className="preview-failure">
      {step ? (
        <>
          <dt>Step {step.number}</dt>
          <dd className="ui-mono">{JSON.stringify(step.written)}</dd>
        </>
      ) : null}
      <dt>Expected</dt>
      <dd>{expected}</dd>
      <dt>Seen</dt>
      <dd>{seen}</dd>
    </dl>
  )
}
