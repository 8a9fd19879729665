import { type ReadonlySignal, signal } from '@preact/signals-core'
import { createEditStream } from '../../schema/edit/edit-stream.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import type { Failure } from '../../schema/issue.ts'
import type { JsonObject, Path } from '../../schema/json/json.ts'
import type { ChangedApp, GenerateEvent, Picture } from '../../schema/protocol/generate.ts'
import type { SelfTestVerdict } from '../self-test/run-self-test.ts'
import type { Generate } from '../services/generate.ts'
import { toFailure } from '../services/page-failure.ts'
import type { Session } from '../session/session-contract.ts'
import type { Made } from '../session/versions.ts'
import type { Usage } from '../storage/installed-app.ts'

/** What one request to change an app has come to. */
export type ChangeState =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'asking'
      readonly label: string | null
      /** Each operation that has closed and holds, in words. */
      readonly changes: readonly string[]
    }
  | {
      readonly kind: 'applied'
      readonly changes: readonly string[]
      readonly say: string | null
      readonly setAside: readonly string[]
      readonly usage: Usage | null
      readonly before: JsonObject
    }
  /** Nothing had to change, or there is a question: its words. */
  | { readonly kind: 'said'; readonly say: string }
  | { readonly kind: 'cannot'; readonly why: string; readonly examples: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface ChangeAsked {
  readonly prompt: string
  /** What “this” means. */
  readonly pointed?: Path | undefined
  readonly pictures?: readonly Picture[] | undefined
  /** What of the data is shown to the model. */
  readonly data?: string | undefined
  /** It is for tests of the app that fail: they are run on what the edit makes, before it is applied. */
  readonly mend?: boolean
}

export interface ChangePorts {
  readonly generate: Generate
  readonly selfTest: (document: JsonObject, signal: AbortSignal) => Promise<SelfTestVerdict>
}

export interface Change {
  readonly state: ReadonlySignal<ChangeState>
  /** Nothing of the app changes until the whole edit is there and holds. One at a time: while one is under way, another is not begun. */
  ask(asked: ChangeAsked): Promise<void>
  /** Ends what is under way; the app stays as it is. */
  stop(): void
  /** Back to the beginning, for the next one. */
  clear(): void
}

/** The last requests say enough of how the app came to be. */
const MOST_BEFORE = 20

export function createChange(session: Pick<Session, 'installed' | 'app' | 'checks' | 'versions'>, { generate, selfTest }: ChangePorts): Change {
  const state = signal<ChangeState>({ kind: 'ready' })
  let running: AbortController | null = null

  async function run({ prompt, pointed, pictures, data, mend = false }: ChangeAsked, abort: AbortSignal): Promise<ChangeState> {
    const record = session.installed.peek()
    const document = session.app.peek()?.document.peek()
    if (!record || !document) return fail('not-here', 'This app is not on this desktop yet, so that it cannot be changed.')
    const before = record.versions.flatMap(({ lineage }) => (lineage.prompt === null ? [] : [lineage.prompt.slice(0, 2000)])).slice(-MOST_BEFORE)
    const checks = session.checks.peek()
    const problems = (checks?.kind === 'ended' ? checks.failed : []).map(({ name, message }) => `Its own test “${name}” fails: ${message}`)
    const change: ChangedApp = {
      document,
      hash: record.hash,
      before,
      problems,
      ...(pointed ? { pointed } : {}),
      ...(data === undefined ? {} : { data }),
    }
    const asking = (more: Partial<Extract<ChangeState, { kind: 'asking' }>>) => {
      const { value } = state
      if (value.kind === 'asking') state.value = { ...value, ...more }
    }
    const begin = () => {
      asking({ changes: [] })
      return createEditStream(document, {
        hash: record.hash,
        onOp({ change: words }) {
          const { value } = state
          if (words !== null && value.kind === 'asking') asking({ changes: [...value.changes, cleanText(words).text] })
        },
      })
    }
    let stream = begin()
    let text = ''
    let made: Omit<Made, 'prompt'> = { provider: null, model: null, label: null }
    const take = (event: GenerateEvent): ChangeState | null => {
      switch (event.type) {
        case 'start':
          made = { provider: event.provider, model: event.model, label: event.label }
          asking({ label: event.label })
          return null
        case 'restart':
          made = { ...made, provider: event.provider ?? made.provider, model: event.model ?? made.model }
          asking({ label: event.label })
          stream = begin()
          text = ''
          return null
        case 'text':
          text += event.text
          stream.push(event.text)
          return null
        case 'usage':
          made = { ...made, usage: { inputTokens: event.inputTokens, outputTokens: event.outputTokens, seconds: event.seconds } }
          return null
        case 'cannot':
          return { kind: 'cannot', why: event.why, examples: event.examples }
        case 'error':
          return { kind: 'failed', failure: event.failure }
        default:
          return null
      }
    }
    for await (const event of generate({ prompt, change, ...(pictures?.length ? { pictures } : {}) }, abort)) {
      const end = take(event)
      if (end) return end
    }
    if (abort.aborted) return { kind: 'ready' }
    const { document: next, issues, edit } = stream.end()
    const fault = issues.find(({ severity }) => severity === 'error')
    if (!next || !edit) return fail('refused', `The change does not hold, so the app stays as it is. ${fault?.message ?? 'Ask again, in other words.'}`)
    if (edit.ops.length === 0) return { kind: 'said', say: edit.say === undefined ? 'Nothing had to change.' : cleanText(edit.say).text }
    if (mend) {
      const { failed } = await selfTest(next, abort)
      if (abort.aborted) return { kind: 'ready' }
      const [still] = failed
      if (still)
        return fail('not-mended', `The change that was proposed does not mend it: “${still.name}” still fails. ${still.message} The app stays as it is.`)
    }
    const outcome = await session.versions.applyEdit(text, { prompt, ...made })
    if (outcome.kind === 'declined') return fail('declined', 'What the change needs was not allowed, so the app stays as it is.')
    if (outcome.kind === 'refused') return fail('refused', outcome.issues[0]?.message ?? 'The change does not hold, so the app stays as it is.')
    const say = outcome.say === null ? null : cleanText(outcome.say).text
    return {
      kind: 'applied',
      changes: outcome.changes.map(words => cleanText(words).text),
      say,
      setAside: outcome.setAside,
      usage: made.usage ?? null,
      before: document,
    }
  }

  return {
    state,
    async ask(asked) {
      if (running) return
      const controller = new AbortController()
      running = controller
      state.value = { kind: 'asking', label: null, changes: [] }
      let end: ChangeState
      try {
        end = await run(asked, controller.signal)
      } catch (cause) {
        end = controller.signal.aborted ? { kind: 'ready' } : { kind: 'failed', failure: toFailure(cause) }
      }
      if (running !== controller) return
      running = null
      state.value = end
    },
    stop() {
      running?.abort()
      running = null
      state.value = { kind: 'ready' }
    },
    clear() {
      if (!running) state.value = { kind: 'ready' }
    },
  }
}

const fail = (code: string, message: string): ChangeState => ({ kind: 'failed', failure: { code, message } })
