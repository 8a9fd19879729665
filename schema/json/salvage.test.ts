import fc from 'fast-check'
import { parse as parsePartial } from 'partial-json'
import { describe, expect, it } from 'vitest'
import type { Json } from './json.ts'
import { createReplyFilter, extractDocument } from './reply-filter.ts'
import { salvage } from './salvage.ts'

const document = '{"blueprint":1,"app":{"name":"A } \\" {"},"view":{"type":"Text","text":"`x`"}}'

describe('extractDocument', () => {
  it.each([
    ['alone', document],
    ['fenced', `\`\`\`json\n${document}\n\`\`\``],
    ['after prose with braces', `Here {you} go, with \${state} and {"type":"Text"}:\n\n${document}`],
    ['before prose', `${document}\n\nIt has {two} parts: {"a":1}.`],
    ['between both, fenced', `Sure!\n\`\`\`\n${document}\n\`\`\`\nEnjoy {it}.`],
    ['after a byte order mark', `\uFEFF${document}`],
    ['after a thought with a draft in it', `<think>maybe {"blueprint":1}? {"app"…</think>\n\n${document}`],
    ['after a longer thought', `\n<thinking>{"blueprint":1,</thinking>Here: ${document}`],
    ['twice', `${document}\n${document}`],
  ])('finds a document %s', (_, reply) => {
    expect(extractDocument(reply).text).toBe(document)
  })

  it('keeps what is said around it', () => {
    expect(extractDocument(`Sure! ${document} Done.`).dropped).toBe('Sure!  Done.')
    expect(extractDocument('No apps today, {sorry}.')).toEqual({ text: '', dropped: 'No apps today, {sorry}.' })
    expect(extractDocument('<think>{"blueprint":1}').text).toBe('')
  })

  it('leaves what is wrong inside to the parser', () => {
    expect(extractDocument('{ blueprint: 1 }').text).toBe('{ blueprint: 1 }')
    expect(extractDocument("Here:\n{ 'blueprint': 1 }").text).toBe("{ 'blueprint': 1 }")
    expect(extractDocument('```json\n{blueprint: 1}\n```').text).toBe('{blueprint: 1}')
    expect(extractDocument('```json\n{"blueprint":1,"app":{"name":"A"}\n```\nDone').text).toBe('{"blueprint":1,"app":{"name":"A"}\n')
    expect(extractDocument('{"blueprint":1,"view":{').text).toBe('{"blueprint":1,"view":{')
    expect(extractDocument('Result: {"name":"x"} ok').text).toBe('{"name":"x"}')
  })

  it('gives the same for every cut', () => {
    const replies = fc.array(
      fc.constantFrom(
        document,
        '{',
        '}',
        '"',
        '`',
        '```json\n',
        ' ',
        '\uFEFF',
        '<think>',
        '</think>',
        '{"app',
        '{"edit":1}',
        '{blueprint',
        ':',
        'x',
        '{ "type":',
        ' '.repeat(90),
      ),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(replies, fc.array(fc.nat(), { maxLength: 8 }), (parts, cuts) => {
        const reply = parts.join('')
        const filter = createReplyFilter()
        const places = [...cuts.map(cut => cut % (reply.length + 1)), 0, reply.length].sort((a, b) => a - b)
        const text =
          places
            .slice(1)
            .map((end, i) => filter.push(reply.slice(places[i], end)))
            .join('') + filter.end()
        const whole = extractDocument(reply)
        expect({ text, dropped: filter.dropped }).toEqual(whole)
        expect(whole.text.length + whole.dropped.length).toBe(reply.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('says when the document has closed', () => {
    const filter = createReplyFilter()
    filter.push(document.slice(0, -1))
    expect(filter.complete).toBe(false)
    filter.push('}')
    expect(filter.complete).toBe(true)
  })
})

describe('salvage', () => {
  it('keeps what a cut-off text holds, as partial-json reads it', () => {
    for (let cut = 15; cut < document.length; cut++) {
      const saved = salvage(document.slice(0, cut))
      expect(saved?.value).toMatchObject({ blueprint: 1 })
      expect(saved?.note).toContain('cut off')
    }
    const cut = document.slice(0, 60)
    expect(salvage(cut)?.value).toEqual(parsePartial(cut))
  })

  it('reads on where a comma or bracket is missing', () => {
    expect(salvage('{"a":"1" "b":[2,"c" 3], "d":')?.value).toEqual({ a: '1', b: [2, 'c', 3] })
    expect(salvage('{"a":{"b":[1,2},"c":3}')?.value).toEqual({ a: { b: [1, 2] }, c: 3 })
  })

  it('gives null where there is nothing', () => {
    for (const text of ['', 'prose', '{', '[', '}', '"']) expect(salvage(text)?.value ?? null).toBe(null)
  })

  it('[S9] makes plain data only', () => {
    const { value } = salvage('{"__proto__":{"polluted":1},"a":{"__proto__":{"b":1},"c":NaN,"d":[Infinity')!
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    const a = (value as { a: Json }).a
    expect(Object.getPrototypeOf(a)).toBe(Object.prototype)
    expect((value as Record<string, unknown>).polluted).toBe(undefined)
    expect(({} as Record<string, unknown>).polluted).toBe(undefined)
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map(text => text.slice(0, text.length / 2)),
        ),
        text => void salvage(text),
      ),
    )
    expect(salvage('['.repeat(200_000))).not.toBe(undefined)
  })
})
