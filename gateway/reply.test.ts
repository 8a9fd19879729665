import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createReply } from './reply.ts'

const document = fc
  .record({
    name: fc.string({ unit: 'grapheme' }),
    list: fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant('\\"{[`')), { maxLength: 6 }),
    text: fc.string({ minLength: 5, maxLength: 400 }),
  })
  .map(rest => JSON.stringify({ blueprint: 1, ...rest }))

function feed(text: string, cuts: readonly number[], before = ''): { readonly shown: string; readonly startedOver: boolean } {
  const reply = createReply(before)
  const places = [...new Set(cuts.map(cut => cut % (text.length + 1)))].sort((a, b) => a - b)
  let shown = before
  for (const [i, place] of [0, ...places].entries()) {
    const more = reply.push(text.slice(place, [...places, text.length][i]))
    shown = reply.startedOver && !shown.startsWith('\u0000') ? `\u0000${more}` : shown + more
  }
  const more = reply.end()
  if (reply.startedOver && !shown.startsWith('\u0000')) shown = `\u0000${more}`
  else shown += more
  expect(shown.replace('\u0000', '')).toBe(reply.text)
  return { shown: reply.text, startedOver: reply.startedOver }
}

const cuts = fc.array(fc.nat(), { maxLength: 8 })

it('gives the same document however the reply is cut, with or without a fence', () => {
  fc.assert(
    fc.property(document, cuts, fc.boolean(), (text, places, fence) => {
      expect(feed(fence ? `Sure:\n\`\`\`json\n${text}\n\`\`\`\nDone.` : text, places).shown).toBe(text)
    }),
  )
})

it('joins an exact continuation at any place without losing or doubling a character', () => {
  fc.assert(
    fc.property(document, fc.nat(), cuts, (text, place, places) => {
      const at = 1 + (place % (text.length - 1))
      expect(feed(text.slice(at), places, text.slice(0, at)).shown).toBe(text)
    }),
  )
})

it('leaves out what a continuation repeats', () => {
  const text = '{"blueprint":1,"app":{"name":"Plants","about":"Water them"},"view":{"type":"Stack"}}'
  expect(feed(text.slice(30), [], text.slice(0, 59)).shown).toBe(text)
})

it('knows a continuation that is a new document', () => {
  const text = '{"blueprint":1,"app":{"name":"Plants"}}'
  expect(feed(`\`\`\`json\n${text}`, [3, 9, 14], '{"blueprint":1,"ap')).toEqual({ shown: text, startedOver: true })
})
