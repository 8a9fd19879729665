import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { catalog } from '../../components/index.ts'
import { createApp, createBlueprintStream } from '../../engine/index.ts'
import type { ToolPort } from '../../engine/ports.ts'
import { BlueprintView } from '../../engine/react/index.ts'
import { loadBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { type Answers, createStagePorts, type Report } from './stage-ports.ts'

export interface StageProps {
  /** The app, as a person would write it. */
  readonly document: JsonObject
  /** How many characters at the end of its text have not arrived; it has arrived whole where it is left out. */
  readonly missing?: number | undefined
  /** BCP 47; also gives the direction. */
  readonly language?: string
  readonly persisted?: JsonObject | undefined
  readonly answers?: Answers | undefined
  /** What its tools do; those that compute, where it is left out. */
  readonly tools?: ToolPort | undefined
  readonly report?: Report
}

const nothing: Report = () => {}
const noAnswers: Answers = {}

/** Runs an app by the very engine of the desktop. What its check finds is said in its place. */
export function BlueprintStage({ document, missing, language = 'en-US', persisted, answers = noAnswers, tools, report = nothing }: StageProps): ReactNode {
  const text = JSON.stringify(document)
  const [staged, setStaged] = useState<Staged | null>(null)
  useLayoutEffect(() => {
    const made = stage(text, { missing, language, persisted, answers, tools, report })
    setStaged(made)
    return made.end
  }, [text, missing, language, persisted, answers, tools, report])
  useEffect(() => staged?.arrive?.(), [staged])
  if (!staged) return null
  if (staged.found.length > 0)
    return (
      <ul className="stage-issues" aria-label="What the check found">
        {staged.found.map(message => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    )
  return <BlueprintView app={staged.app!} catalog={catalog} />
}

interface Staged {
  readonly app?: ReturnType<typeof createApp>
  readonly found: readonly string[]
  /** Lets its text arrive, once it is looked at. */
  readonly arrive?: () => void
  readonly end: () => void
}

function stage(
  text: string,
  {
    missing,
    language,
    persisted,
    answers,
    tools,
    report,
  }: Required<Pick<StageProps, 'language' | 'report'>> & Pick<StageProps, 'missing' | 'persisted' | 'tools'> & { readonly answers: Answers },
): Staged {
  const ports = createStagePorts({ language, timeZone: 'UTC', currency: 'EUR' }, answers, report, tools)
  if (missing !== undefined) {
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports })
    return { app, found: [], arrive: () => stream.push(text.slice(0, -missing)), end: () => app.dispose() }
  }
  const { document, issues } = loadBlueprint(text)
  const errors = issues.filter(issue => issue.severity === 'error')
  if (!document || errors.length > 0) return { found: errors.map(issue => `${issue.code}: ${issue.message}`), end: () => {} }
  const app = createApp({ document, ports })
  const unsubscribe = [
    app.onCommit(({ patches }) => {
      for (const { path, value } of patches) report(path.join('.'), value)
    }),
    app.onToast(({ text }) => report('toast', text)),
  ]
  app.setConfirm(async question => {
    report('confirm', question.text)
    return true
  })
  app.start(persisted)
  return {
    app,
    found: [],
    end() {
      for (const stop of unsubscribe) stop()
      app.dispose()
    },
  }
}
