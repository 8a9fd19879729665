import { type ReadonlySignal, signal } from '@preact/signals-core'
import { ToolFailure } from '../../engine/ports.ts'

/** No app listens longer than this at once, ms. */
const longest = 60_000

/** What is used of the browser's `SpeechRecognition`, which the compiler's own library does not know. */
export interface Recognition {
  lang: string
  interimResults: boolean
  continuous: boolean
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  /** Ends it, with what was heard. */
  stop(): void
  /** Ends it, with nothing. */
  abort(): void
}

/** Which app listens now, and how a person ends that. */
export interface Listening {
  readonly instance: string
  /** Ends it with what was heard so far. */
  stop(): void
}

/** The microphone of the desktop: one app listens at a time, and its window shows it. */
export interface Listener {
  readonly now: ReadonlySignal<Listening | null>
  /** What the person says, until they are silent or press Stop. Rejects with a `ToolFailure`. */
  listen(instance: string, lang: string, signal: AbortSignal): Promise<string>
}

const failures: ReadonlyMap<string, readonly [code: string, message: string]> = new Map([
  ['not-allowed', ['refused', 'The browser does not give this page the microphone. That is changed in its settings for this page.']],
  ['service-not-allowed', ['refused', 'This browser does not let pages turn speech into text. Type instead.']],
  ['audio-capture', ['no-microphone', 'There is no microphone that the browser could listen with. Connect one, or type instead.']],
  ['no-speech', ['nothing-heard', 'Nothing was heard. Speak soon after you press, or type instead.']],
  ['network', ['network', 'This browser sends what it hears to a server of its maker, which did not answer. Try again later, or type instead.']],
  ['language-not-supported', ['no-language', 'This browser does not understand that language. Choose another, or type instead.']],
])

/** `create` gives the browser's recogniser, or null where it has none. */
export function createListener(create: () => Recognition | null = browserRecognition): Listener {
  const now = signal<Listening | null>(null)
  return {
    now,
    async listen(instance, lang, abort) {
      if (now.peek() !== null) throw new ToolFailure('busy', 'Another app is listening just now. Wait until it is done, or press Stop in its window.')
      if (abort.aborted) throw new ToolFailure('stopped', 'The app was stopped.')
      const recognition = create()
      if (!recognition) throw new ToolFailure('unavailable', 'This browser cannot turn speech into text. Chrome, Edge and Safari can; type instead.')
      return new Promise((resolve, reject) => {
        let heard = ''
        let failure: ToolFailure | null = null
        const timer = setTimeout(() => recognition.stop(), longest)
        const onAbort = () => {
          failure = new ToolFailure('stopped', 'The app was stopped.')
          recognition.abort()
          end()
        }
        const end = () => {
          clearTimeout(timer)
          abort.removeEventListener('abort', onAbort)
          recognition.onresult = recognition.onerror = recognition.onend = null
          now.value = null
          if (failure) reject(failure)
          else if (heard === '') reject(toFailure('no-speech'))
          else resolve(heard)
        }
        recognition.lang = lang
        recognition.interimResults = false
        recognition.continuous = false
        recognition.onresult = ({ results }) => {
          heard = Array.from(results, result => result[0]?.transcript.trim() ?? '')
            .filter(part => part !== '')
            .join(' ')
        }
        recognition.onerror = ({ error }) => {
          // A person who pressed Stop is no error: what was heard counts.
          if (error !== 'aborted') failure = toFailure(error)
        }
        recognition.onend = end
        abort.addEventListener('abort', onAbort, { once: true })
        try {
          recognition.start()
          now.value = { instance, stop: () => recognition.stop() }
        } catch (cause) {
          failure = new ToolFailure('unavailable', 'This browser could not begin to listen. Reload the page and try again, or type instead.', { cause })
          end()
        }
      })
    },
  }
}

function toFailure(error: string): ToolFailure {
  const [code, message] = failures.get(error) ?? ['unavailable', 'This browser stopped listening. Try again, or type instead.']
  return new ToolFailure(code, message)
}

function browserRecognition(): Recognition | null {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as typeof globalThis &
    Partial<Record<'SpeechRecognition' | 'webkitSpeechRecognition', new () => Recognition>>
  const Found = SpeechRecognition ?? webkitSpeechRecognition
  return Found ? new Found() : null
}
