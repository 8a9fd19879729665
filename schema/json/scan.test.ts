import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'
import { scanJson } from './scan.ts'
import { applyTextEdits } from './text-edits.ts'

/** The text with its slips put right, or the offset at which the reading stops. */
function read(text: string): string | number {
  const { slips, stop } = scanJson(text)
  return stop === null ? applyTextEdits(text, slips) : stop.start
}

describe('scanJson', () => {
  it('finds nothing in a text that is JSON', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        const { slips, stop, tokens } = scanJson(text)
        expect([slips, stop]).toEqual([[], null])
        expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replaceAll(/("(?:[^"\\]|\\.)*")|\s/g, '$1'))
      }),
    )
  })

  it.each([
    ['a comma before a closing bracket', '[1,{"a":2,},]', '[1,{"a":2}]'],
    ['comments', '[1, // one\n/* two */ 2 # three\n]', '[1,  \n  2  \n]'],
    ['single quotes', `{'a': 'it\\'s "b"'}`, `{"a": "it's \\"b\\""}`],
    ['quotes of a formula inside of single quotes', "['${a == 'b'}', 'c']", `["\${a == 'b'}", "c"]`],
    ['an apostrophe in single quotes', "['Don't', 'x']", `["Don't", "x"]`],
    ['typographic quotes', '{“a”: „b“}', '{"a": "b"}'],
    ['keys without quotes', '{a: 1, $b_2: {c: 3}}', '{"a": 1, "$b_2": {"c": 3}}'],
    ['words of other languages', '[True, FALSE, None]', '[true, false, null]'],
    ['line breaks and tabs in a text', '["a\nb\tc\r\n"]', '["a\\nb\\tc\\n"]'],
    ['spaces of other kinds', '[1,\u00a0\u20032]', '[1, 2]'],
    ['a remark after the end', '{} Enjoy!', '{} '],
  ])('reads %s as what it means', (_, text, meant) => {
    expect(read(text)).toBe(meant)
    expect(parseJson(read(text) as string).fault).toBe(null)
  })

  it.each([
    ['a missing comma', '[1 2]', 3],
    ['a bracket of the wrong kind', '{"a":[1}', 7],
    ['a word', '[a]', 1],
    ['a text that ends with its line, as the next line shows', '{"a": "b,\n "c": 1}', 6],
    ['a second document', '{} {}', 3],
    ['the end', '[1', 2],
  ])('stops at %s', (_, text, offset) => {
    expect(read(text)).toBe(offset)
  })

  it('goes on from any of its tokens as if it had read what is before', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const broken = `${text.slice(0, cut % (text.length + 1))} ${text}`
        const whole = scanJson(broken)
        for (const token of whole.tokens) expect(scanJson(broken, token).stop).toEqual(whole.stop)
      }),
    )
  })

  it('reads each character of a long line once or a few times', () => {
    // Counted in the tokens that come out: what is slow here has hung before.
    expect(scanJson(`[${"'a',".repeat(50_000)}]`).slips.length).toBe(50_001)
  })
})
