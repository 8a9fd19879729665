import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bestVoice, createSpeech } from './speech.ts'

const voice = (lang: string, more: object = {}) => ({ lang, name: lang, localService: true, default: false, voiceURI: lang, ...more }) as SpeechSynthesisVoice

class FakeUtterance extends EventTarget {
  lang = ''
  voice: SpeechSynthesisVoice | null = null
  readonly text: string
  constructor(text: string) {
    super()
    this.text = text
  }
}

function synthesis(voices: readonly SpeechSynthesisVoice[]) {
  const said: FakeUtterance[] = []
  const fake = Object.assign(new EventTarget(), {
    voices,
    getVoices: () => fake.voices,
    speak: (utterance: unknown) => void said.push(utterance as FakeUtterance),
    cancel: vi.fn(),
  })
  return { said, fake, platform: fake as unknown as SpeechSynthesis }
}

const open = new AbortController().signal

beforeEach(() => void vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('createSpeech', () => {
  it('says a text in the language that is asked for, else in the person’s own', async () => {
    const { platform, said } = synthesis([voice('en-US'), voice('es-MX')])
    const speech = createSpeech('en-GB', platform)
    await speech.say('hola', 'es-ES', open)
    await speech.say('hello', null, open)
    expect(said.map(({ text, lang, voice }) => [text, lang, voice?.lang])).toEqual([
      ['hola', 'es-ES', 'es-MX'],
      ['hello', 'en-GB', 'en-US'],
    ])
  })

  it('says why it cannot: no speech, no voice, none for the language', async () => {
    await expect(createSpeech('en', null).say('a', null, open)).rejects.toThrow(/browser has no voice/)
    vi.useFakeTimers()
    const silent = expect(createSpeech('en', synthesis([]).platform).say('a', null, open)).rejects.toThrow(/no voice to say it with/)
    await vi.advanceTimersByTimeAsync(2000)
    await silent
    vi.useRealTimers()
    await expect(createSpeech('en', synthesis([voice('en-US')]).platform).say('hola', 'es', open)).rejects.toThrow(/no voice for Spanish/)
    await expect(createSpeech('en', synthesis([voice('en-US')]).platform).say('a', 'not a tag', open)).rejects.toThrow(/no voice for “not a tag”/)
  })

  it('waits for voices that come a moment later', async () => {
    const { platform, fake, said } = synthesis([])
    const saying = createSpeech('en', platform).say('a', null, open)
    fake.voices = [voice('en-US')]
    fake.dispatchEvent(new Event('voiceschanged'))
    await saying
    expect(said).toHaveLength(1)
  })

  it('is silent once the app closes, and leaves others alone when it has nothing to say', async () => {
    const { platform, fake, said } = synthesis([voice('en-US')])
    const speech = createSpeech('en', platform)
    const closed = new AbortController()
    await speech.say('one', null, closed.signal)
    await speech.say('two', null, closed.signal)
    said[0]?.dispatchEvent(new Event('end'))
    closed.abort()
    expect(fake.cancel).toHaveBeenCalledTimes(1)
    await speech.say('three', null, closed.signal)
    expect(said).toHaveLength(2)
    const quiet = new AbortController()
    await speech.say('four', null, quiet.signal)
    said[2]?.dispatchEvent(new Event('end'))
    quiet.abort()
    expect(fake.cancel).toHaveBeenCalledTimes(1)
  })

  it('has so much waiting to be said, and no more', async () => {
    const { platform, said } = synthesis([voice('en-US')])
    const speech = createSpeech('en', platform)
    for (let index = 0; index < 20; index++) await speech.say('a', null, open)
    await expect(speech.say('b', null, open)).rejects.toThrow(/more to say/)
    said[0]?.dispatchEvent(new Event('end'))
    await speech.say('b', null, open)
    expect(said).toHaveLength(21)
  })
})

it('takes the voice of the region before one of the language, and one of this device before one of the network', () => {
  const [far, near, mexico] = [voice('es_ES', { localService: false }), voice('es-AR'), voice('es-MX')]
  expect(bestVoice([near, far, mexico], 'es-ES')).toBe(far)
  expect(bestVoice([far, near], 'es')).toBe(near)
  expect(bestVoice([near], 'en')).toBeUndefined()
})
