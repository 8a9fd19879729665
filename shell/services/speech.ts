import { ToolFailure } from '../../engine/ports.ts'

/** What one app may have waiting to be said. */
const mostWaiting = 20
/** How long the browser is given to find its voices, ms. */
const patience = 2000

export interface Speech {
  /**
   * Says a text after what this app is saying already; resolves when it is its turn to wait, not when it is said. Aborting
   * ends it, and what waits. Rejects with a `ToolFailure` where there is no voice.
   */
  say(text: string, lang: string | null, signal: AbortSignal): Promise<void>
}

/** The voice of one app. `language` is the person's own. */
export function createSpeech(language: string, synthesis: SpeechSynthesis | null = globalThis.speechSynthesis ?? null): Speech {
  const waiting = new Set<SpeechSynthesisUtterance>()

  return {
    async say(text, lang, signal) {
      if (!synthesis || typeof SpeechSynthesisUtterance === 'undefined') throw new ToolFailure('unavailable', 'This browser has no voice.')
      if (waiting.size >= mostWaiting) throw new ToolFailure('too-much', 'This app has more to say than it has said yet. Wait until it is done.')
      const voices = await findVoices(synthesis)
      if (signal.aborted) return
      if (voices.length === 0) throw new ToolFailure('unavailable', 'This device has no voice to say it with. Voices are installed in its settings.')
      const wanted = lang ?? language
      const voice = bestVoice(voices, wanted)
      if (!voice && lang !== null)
        throw new ToolFailure('no-voice', `This device has no voice for ${languageName(lang, language)}. Voices are installed in its settings.`)
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.lang = wanted
      if (voice) utterance.voice = voice
      const stop = () => {
        if (!waiting.delete(utterance)) return
        // There is no way to take one text back: what other apps are saying ends with it.
        synthesis.cancel()
      }
      const done = () => {
        waiting.delete(utterance)
        signal.removeEventListener('abort', stop)
      }
      utterance.addEventListener('end', done)
      utterance.addEventListener('error', done)
      signal.addEventListener('abort', stop, { once: true })
      waiting.add(utterance)
      synthesis.speak(utterance)
    },
  }
}

/** Some browsers have their voices at once, some a moment after they are first asked. */
function findVoices(synthesis: SpeechSynthesis): Promise<readonly SpeechSynthesisVoice[]> {
  const voices = synthesis.getVoices()
  if (voices.length > 0) return Promise.resolve(voices)
  return new Promise(resolve => {
    const settle = () => {
      clearTimeout(timer)
      synthesis.removeEventListener('voiceschanged', settle)
      resolve(synthesis.getVoices())
    }
    const timer = setTimeout(settle, patience)
    synthesis.addEventListener('voiceschanged', settle)
  })
}

/** The same language and region, else the same language; one that needs no network before one that does. */
export function bestVoice(voices: readonly SpeechSynthesisVoice[], lang: string): SpeechSynthesisVoice | undefined {
  const plain = (tag: string) => tag.toLowerCase().replaceAll('_', '-')
  const language = (tag: string) => plain(tag).split('-')[0]
  const score = (voice: SpeechSynthesisVoice) => (plain(voice.lang) === plain(lang) ? 4 : 0) + (voice.localService ? 2 : 0) + (voice.default ? 1 : 0)
  return voices.filter(voice => language(voice.lang) === language(lang)).sort((a, b) => score(b) - score(a))[0]
}

function languageName(tag: string, shownIn: string): string {
  try {
    return new Intl.DisplayNames([shownIn], { type: 'language' }).of(tag) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return `“${tag}”`
    throw error
  }
}
