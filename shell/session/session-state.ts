/**
 * What a window says about its app, as plain data, and how each event changes it. The engine's part
 * (what is drawn) is not in here; `session.ts` does what these states call for.
 */
import type { Grade } from '../../schema/catalog.ts'
import type { Failure, Issue } from '../../schema/issue.ts'
import type { GenerateEvent } from '../../schema/protocol/generate.ts'
import type { Origin, Usage } from '../storage/installed-app.ts'

/** What a window's `data-state` says. `review`: drawn and inert, waiting for a yes. */
export type SessionPhase = 'streaming' | 'review' | 'running' | 'stopped'

/** One capability that the document reaches (B67), and the reason that the app itself gives. */
export interface Reached {
  readonly capability: string
  readonly grade: Grade
  readonly tools: readonly string[]
  readonly why: string | null
}

/** Why nothing more arrives. */
export type Ending =
  | { readonly kind: 'complete' }
  /** A person pressed Stop, or the page was left in the middle. */
  | { readonly kind: 'stopped' | 'interrupted' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: boolean }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly kind: 'nothing-near'; readonly nearest: readonly { readonly id: string; readonly name: string; readonly about: string }[] }

export interface SessionState {
  readonly phase: SessionPhase
  readonly origin: Origin
  readonly prompt: string | null
  /** Who is asked: "claude-sonnet-4-5", "From the library, no model". Null until it is known. */
  readonly label: string | null
  readonly provider: string | null
  readonly model: string | null
  readonly startedAt: number
  readonly endedAt: number | null
  /** What asking came to; null until it is over, and where nobody said. */
  readonly usage: Usage | null
  /** Something to know while it goes on: "2 problems went back to the model". */
  readonly note: string | null
  readonly ending: Ending | null
  /** Known once the document is complete and good. */
  readonly hash: string | null
  readonly reach: readonly Reached[]
  /** It runs already while its tests are still to come (B68). */
  readonly early: boolean
  /** The person said Don't allow. */
  readonly declined: boolean
  /** Another tab runs this app; here it is only shown. */
  readonly readOnly: boolean
  /** Why a running app came to a stop. */
  readonly fault: Failure | null
}

export type SessionEvent =
  | { readonly type: 'asked'; readonly prompt: string; readonly at: number }
  /** The reply goes on where it stopped. */
  | { readonly type: 'resumed'; readonly at: number }
  | { readonly type: 'reply'; readonly event: GenerateEvent; readonly at: number }
  /** All but its tests is there and good, and it may run without a question. */
  | { readonly type: 'ready'; readonly reach: readonly Reached[] }
  | { readonly type: 'stopped'; readonly at: number; readonly interrupted?: boolean }
  | { readonly type: 'invalid'; readonly issues: readonly Issue[]; readonly at: number }
  /** The document is good; `waits` if it may not run without an answer. */
  | { readonly type: 'checked'; readonly hash: string; readonly reach: readonly Reached[]; readonly waits: boolean; readonly at: number }
  /** The same document can be granted more, or less, than before. */
  | { readonly type: 'reaches'; readonly reach: readonly Reached[] }
  | { readonly type: 'declined' }
  | { readonly type: 'running'; readonly readOnly: boolean }
  | { readonly type: 'faulted'; readonly failure: Failure }
  | { readonly type: 'failed'; readonly failure: Failure; readonly at: number }

export function beginSession(origin: Origin, at: number, prompt: string | null = null): SessionState {
  return {
    phase: 'streaming',
    origin,
    prompt,
    label: null,
    provider: null,
    model: null,
    usage: null,
    startedAt: at,
    endedAt: null,
    note: null,
    ending: null,
    hash: null,
    reach: [],
    early: false,
    declined: false,
    readOnly: false,
    fault: null,
  }
}

export function reduceSession(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'asked':
      return beginSession(state.origin, event.at, event.prompt)
    case 'resumed':
      return { ...state, phase: 'streaming', ending: null, endedAt: null, note: null, startedAt: event.at }
    case 'reply':
      return state.phase === 'streaming' ? reply(state, event.event, event.at) : state
    case 'ready':
      return state.phase === 'streaming' ? { ...state, early: true, reach: event.reach } : state
    case 'stopped':
      if (state.phase !== 'streaming') return state
      return { ...state, phase: 'stopped', endedAt: event.at, ending: { kind: event.interrupted ? 'interrupted' : 'stopped' } }
    case 'invalid':
      return { ...state, phase: 'stopped', early: false, endedAt: event.at, ending: { kind: 'invalid', issues: event.issues } }
    case 'checked':
      return {
        ...state,
        phase: event.waits ? 'review' : state.phase,
        endedAt: event.at,
        ending: { kind: 'complete' },
        hash: event.hash,
        reach: event.reach,
        note: null,
      }
    case 'reaches':
      return { ...state, reach: event.reach }
    case 'declined':
      return state.phase === 'review' ? { ...state, declined: true } : state
    case 'running':
      return { ...state, phase: 'running', early: false, declined: false, readOnly: event.readOnly, fault: null }
    case 'faulted':
      return state.phase === 'running' ? { ...state, phase: 'stopped', fault: event.failure } : state
    case 'failed':
      return { ...state, phase: 'stopped', endedAt: event.at, ending: { kind: 'failed', failure: event.failure, retry: false } }
  }
}

function reply(state: SessionState, event: GenerateEvent, at: number): SessionState {
  switch (event.type) {
    case 'start':
      return { ...state, label: event.label, provider: event.provider, model: event.model }
    case 'restart':
      return { ...state, early: false, reach: [], label: event.label, note: restartNote(event) }
    case 'nothing-near':
      return { ...state, phase: 'stopped', endedAt: at, ending: { kind: 'nothing-near', nearest: event.nearest } }
    case 'error':
      return { ...state, phase: 'stopped', endedAt: at, ending: { kind: 'failed', failure: event.failure, retry: event.retry } }
    case 'usage': {
      const { inputTokens, outputTokens, seconds } = event
      return { ...state, usage: { inputTokens, outputTokens, seconds } }
    }
    case 'text':
    case 'cannot':
    case 'done':
      return state
  }
}

function restartNote(event: Extract<GenerateEvent, { type: 'restart' }>): string {
  const count = event.issues.length
  if (event.why === 'repair') return `${count === 1 ? 'One problem was' : `${count || 'Some'} problems were`} found in the reply. It is being written again.`
  return event.why === 'fallback' ? `The first model did not answer. ${event.label} is asked now.` : 'The model did not answer. It is asked again.'
}

/** Its handlers run and its tools may be called. */
export function isLive(state: SessionState): boolean {
  return (state.phase === 'running' && !state.readOnly) || state.early
}
