import { act, cleanup, fireEvent } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createTestApp } from '../../engine/test-app.ts'
import { library } from '../../schema/formula/library.ts'
import type { Json } from '../../schema/json/json.ts'
import { printTime } from '../print-time.ts'
import { draw } from './draw.tsx'
import { findings } from './inert-dom.ts'
import { naughtyStrings } from './payloads.ts'
import { filledNode, standaloneComponents } from './slot-documents.ts'

const naughty = [
  ...naughtyStrings(),
  // More marks on one letter than anybody reads, halves of pairs, and very long words.
  `z${'\u0301'.repeat(10_000)}`,
  '\ud800',
  'a\udc00b',
  '\u202e\u2066'.repeat(500),
  '👩‍👩‍👧'.repeat(2_000),
  'w'.repeat(60_000),
  '\u0000\u001b[31m',
]
const state = { typed: { type: 'any', init: null, persist: true } } as const

describe('[S37] naughty strings', () => {
  it('come back from an input as they went in, and show as they are', () => {
    const inputs = ['TextField', 'TextArea']
    const drawn = draw({
      state: { a: '', b: '' },
      view: {
        type: 'Stack',
        children: [...inputs.map((type, index) => ({ type, label: type, bind: 'ab'[index] ?? 'a' })), { type: 'Text', id: 'echo', text: '${a}' }],
      },
    })
    const [first, second] = drawn.container.querySelectorAll<HTMLInputElement>('input, textarea')
    for (const text of naughty) {
      act(() => {
        if (first) fireEvent.change(first, { target: { value: text } })
        if (second) fireEvent.change(second, { target: { value: text } })
      })
      // A field of one line has no line breaks: the browser takes them out before the app sees them.
      expect(drawn.app.state()).toEqual({ a: first?.value, b: second?.value })
      expect(first?.value).toBe(text.replaceAll(/[\r\n]/g, ''))
      expect(drawn.container.querySelector('.cy-text')?.textContent).toBe(drawn.app.state().a)
    }
    expect(drawn.complaints).toEqual([])
    expect(findings(document.body)).toEqual([])
  })

  it.each(standaloneComponents.filter(({ input }) => input !== undefined).map(spec => [spec.name, spec] as const))('as the value of %s', (_, spec) => {
    const view = { ...filledNode(spec, () => 'x'), bind: 'typed' }
    for (const [index, text] of naughty.entries()) {
      if (index % 12 !== 0 && text.length < 5_000) continue
      for (const typed of [text, [text], { start: text, end: text }] as Json[]) {
        const { complaints, unmount } = draw({ state, view }, { persisted: { typed } })
        expect([...findings(document.body), ...complaints], JSON.stringify(text.slice(0, 100))).toEqual([])
        unmount()
      }
    }
  })

  it('in every text of every component, a few at a time', () => {
    let next = 0
    const text = () => (naughty[next++ % naughty.length] ?? '').slice(0, 300).replaceAll('${', '$${')
    for (const spec of standaloneComponents) {
      const { complaints } = draw({ view: filledNode(spec, text) })
      expect([...findings(document.body), ...complaints]).toEqual([])
      cleanup()
    }
    expect(next).toBeGreaterThan(naughty.length)
  })

  it('through every function of the library', async () => {
    const { value, app } = createTestApp({ state }, { persisted: { typed: '' } })
    const names = [...library.keys()]
    expect(names.length).toBeGreaterThan(80)
    const started = performance.now()
    let answered = 0
    for (const text of naughty) {
      // A turn of its own, as each press has.
      await Promise.resolve()
      app.write(['typed'], text)
      for (const name of names)
        for (const given of [`${name}(typed)`, `${name}(typed, typed)`, `${name}([typed, typed], typed)`, `typed.${name}(2, 3)`]) {
          const result = value(given)
          if (result !== null) answered++
          if (result === undefined || typeof result === 'function') expect(result, given).toBe(null)
        }
    }
    expect(answered).toBeGreaterThan(naughty.length * 80)
    expect(app.phase.value).toBe('running')
    await Promise.resolve()
    // A fault is a diagnostic with words of ours, never one that nobody foresaw.
    expect(app.issues.value.filter(({ code }) => code === 'internal')).toEqual([])
    printTime(started)
  }, 60_000)
})
