import { type BlueprintStream, createBlueprintStream } from '../../engine/index.ts'
import type { Issue } from '../../schema/issue.ts'
import type { Picture, ProviderId } from '../../schema/protocol/generate.ts'
import type { Generate } from '../services/generate.ts'
import { nextFrame } from '../services/next-frame.ts'
import type { Draft } from '../storage/installed-app.ts'
import type { SessionEvent, SessionState } from './session-state.ts'

/** Between two saves of what has arrived, ms. */
const draftEvery = 500

export interface ReplyOptions {
  readonly draftId: string
  readonly generate: Generate
  /** Who is asked; undefined where the gateway chooses. */
  readonly provider: ProviderId | undefined
  /** What the prompt speaks of; not kept over a reload. */
  readonly pictures: readonly Picture[] | undefined
  readonly state: () => SessionState
  readonly dispatch: (event: SessionEvent) => void
  /** A new document begins. */
  readonly onStream: (stream: BlueprintStream) => void
  /** All but the tests of the document is there and good (B68). */
  readonly onReady: (stream: BlueprintStream) => void
  /** The document is as complete as it gets; `issues` is what the gateway found in its text. */
  readonly onComplete: (issues: readonly Issue[], stream: BlueprintStream) => Promise<void>
  readonly onDraft: (draft: Draft | { readonly remove: string }) => void
}

/** The reply to one prompt, as it arrives; it outlives a reload as a draft. */
export interface Reply {
  /** Asks anew. */
  ask(prompt: string): Promise<void>
  /** Asks to go on from what there is. */
  goOn(prompt: string): Promise<void>
  /** Shows what an earlier visit had received. */
  load(text: string): void
  stop(): void
  /** Keeps now what would be kept soon. */
  flush(): void
  /** No draft is needed any more. */
  settle(): void
}

export function createReply(options: ReplyOptions): Reply {
  const { draftId, generate, provider, pictures, dispatch, onDraft } = options
  let current: AbortController | null = null
  let stream: BlueprintStream | null = null
  let text = ''
  let timer: ReturnType<typeof setTimeout> | null = null
  let settled = false

  const begin = (): BlueprintStream => {
    text = ''
    const fresh = createBlueprintStream({ liveBeforeTests: true, nextFrame })
    stream = fresh
    options.onStream(fresh)
    return fresh
  }

  const save = () => {
    if (timer) clearTimeout(timer)
    timer = null
    const { prompt, label } = options.state()
    if (prompt !== null && !settled) onDraft({ id: draftId, prompt, text, label, at: Date.now() })
  }
  const keep = () => {
    timer ??= setTimeout(save, draftEvery)
  }

  async function run(prompt: string, into: BlueprintStream): Promise<void> {
    current?.abort()
    const mine = new AbortController()
    current = mine
    settled = false
    save()
    for await (const event of generate(
      { prompt, ...(provider ? { provider } : {}), ...(pictures ? { pictures } : {}), ...(text === '' ? {} : { resume: text }) },
      mine.signal,
    )) {
      if (mine.signal.aborted) return
      if (event.type === 'restart') {
        text = ''
        into.restart()
      }
      if (event.type === 'text') {
        text += event.text
        const wasReady = into.ready
        into.push(event.text)
        if (into.ready && !wasReady) options.onReady(into)
        keep()
      }
      // What is missing of it are tests: the app is there.
      if (event.type === 'error' && into.ready) return options.onComplete([], into)
      dispatch({ type: 'reply', event, at: Date.now() })
      if (event.type === 'nothing-near') {
        reply.settle()
        return
      }
      if (event.type === 'error') {
        save()
        return
      }
      if (event.type === 'done') {
        save()
        into.end()
        await options.onComplete(event.issues, into)
      }
    }
  }

  const reply: Reply = {
    ask(prompt) {
      dispatch({ type: 'asked', prompt, at: Date.now() })
      return run(prompt, begin())
    },
    goOn(prompt) {
      dispatch({ type: 'resumed', at: Date.now() })
      return run(prompt, stream ?? begin())
    },
    load(arrived) {
      const fresh = begin()
      text = arrived
      fresh.push(arrived)
    },
    stop() {
      current?.abort()
      save()
      if (stream?.ready) void options.onComplete([], stream)
    },
    flush() {
      if (timer) save()
    },
    settle() {
      settled = true
      if (timer) clearTimeout(timer)
      timer = null
      onDraft({ remove: draftId })
    },
  }
  return reply
}
