import { afterEach, expect, it, vi } from 'vitest'
import { createListener, type Recognition } from './listening.ts'

afterEach(() => vi.useRealTimers())

function fake() {
  const recognition: Recognition & { readonly log: string[] } = {
    log: [],
    lang: '',
    interimResults: true,
    continuous: true,
    onresult: null,
    onerror: null,
    onend: null,
    start: () => void recognition.log.push('start'),
    stop() {
      recognition.log.push('stop')
      recognition.onend?.()
    },
    abort() {
      recognition.log.push('abort')
    },
  }
  const hear = (...parts: string[]) => recognition.onresult?.({ results: parts.map(transcript => [{ transcript }]) })
  return { recognition, hear, end: () => recognition.onend?.(), fail: (error: string) => recognition.onerror?.({ error }) }
}
const open = () => new AbortController().signal

it('gives what was said in the language that was asked for, and shows who listens meanwhile', async () => {
  const { recognition, hear, end } = fake()
  const listener = createListener(() => recognition)
  const said = listener.listen('notes', 'pt-BR', open())
  expect(recognition).toMatchObject({ lang: 'pt-BR', interimResults: false, continuous: false, log: ['start'] })
  expect(listener.now.value?.instance).toBe('notes')
  hear(' bom dia ', 'mundo')
  end()
  expect(await said).toBe('bom dia mundo')
  expect(listener.now.value).toBe(null)
})

it('one app at a time', async () => {
  const first = fake()
  const listener = createListener(() => first.recognition)
  const said = listener.listen('notes', 'en', open())
  await expect(listener.listen('other', 'en', open())).rejects.toMatchObject({ code: 'busy' })
  first.hear('hello')
  first.end()
  expect(await said).toBe('hello')
})

it('Stop ends it with what was heard', async () => {
  const { recognition, hear } = fake()
  const listener = createListener(() => recognition)
  const said = listener.listen('notes', 'en', open())
  hear('so far')
  listener.now.value?.stop()
  expect(await said).toBe('so far')
  const nothing = listener.listen('notes', 'en', open())
  listener.now.value?.stop()
  await expect(nothing).rejects.toMatchObject({ code: 'nothing-heard' })
})

it('[S26] ends at once where the app stops, and gives nothing of what was heard', async () => {
  const { recognition, hear } = fake()
  const listener = createListener(() => recognition)
  const closed = new AbortController()
  const said = listener.listen('notes', 'en', closed.signal)
  hear('secret')
  closed.abort()
  await expect(said).rejects.toMatchObject({ code: 'stopped' })
  expect(recognition.log).toEqual(['start', 'abort'])
  expect(listener.now.value).toBe(null)
  await expect(listener.listen('notes', 'en', closed.signal)).rejects.toMatchObject({ code: 'stopped' })
})

it.each([
  ['not-allowed', 'refused'],
  ['service-not-allowed', 'refused'],
  ['audio-capture', 'no-microphone'],
  ['no-speech', 'nothing-heard'],
  ['network', 'network'],
  ['language-not-supported', 'no-language'],
  ['constructor', 'unavailable'],
])('says what to do where the browser says %s', async (error, code) => {
  const { recognition, fail, end } = fake()
  const said = createListener(() => recognition).listen('notes', 'en', open())
  fail(error)
  end()
  await expect(said).rejects.toMatchObject({ code, message: expect.stringMatching(/\. |again|Type/) })
})

it('does not listen for ever', async () => {
  vi.useFakeTimers()
  const { recognition, hear } = fake()
  const said = createListener(() => recognition).listen('notes', 'en', open())
  hear('on and on')
  vi.advanceTimersByTime(60_000)
  expect(await said).toBe('on and on')
})

it('says so where the browser has none, or cannot begin', async () => {
  await expect(createListener(() => null).listen('notes', 'en', open())).rejects.toMatchObject({ code: 'unavailable' })
  const { recognition } = fake()
  recognition.start = () => {
    throw new DOMException('already started', 'InvalidStateError')
  }
  const listener = createListener(() => recognition)
  await expect(listener.listen('notes', 'en', open())).rejects.toMatchObject({ code: 'unavailable' })
  expect(listener.now.value).toBe(null)
})
