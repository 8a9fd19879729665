import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTextEdits, createOffsetMap, type TextEdit } from './text-edits.ts'

const edit = (offset: number, length: number, insert: string): TextEdit => ({ offset, delete: length, insert })

/** A text, and edits of it that do not overlap. */
const edited = fc.string({ maxLength: 30 }).chain(text =>
  fc.tuple(
    fc.constant(text),
    fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }).chain(places => {
      const sorted = places.toSorted((a, b) => a - b)
      const pairs = sorted.flatMap((from, index) => (index % 2 === 0 ? [[from, sorted[index + 1] ?? from] as const] : []))
      return fc.tuple(...pairs.map(([from, to]) => fc.string({ maxLength: 4 }).map(insert => edit(from, to - from, insert))))
    }),
  ),
)

describe('applyTextEdits', () => {
  it('does not depend on the order in which the edits are given', () => {
    fc.assert(fc.property(edited, ([text, edits]) => applyTextEdits(text, edits.toReversed()) === applyTextEdits(text, edits)))
  })

  it('refuses edits that overlap or reach beyond the text', () => {
    expect(() => applyTextEdits('abc', [edit(0, 2, ''), edit(1, 1, '')])).toThrow(RangeError)
    expect(() => applyTextEdits('abc', [edit(2, 2, '')])).toThrow(RangeError)
  })
})

describe('createOffsetMap', () => {
  it('leads from every character that was kept back to where it was', () => {
    fc.assert(
      fc.property(edited, ([text, edits]) => {
        const toWritten = createOffsetMap(edits)
        // Each character a different one, so that it can be found again; what is inserted is none of them.
        const places = Array.from(text, (_, index) => String.fromCharCode(0x4e00 + index)).join('')
        const after = applyTextEdits(places, edits)
        for (const [index, character] of Array.from(after).entries())
          if (character >= '\u4e00' && character <= '\u4eff') expect(toWritten(index)).toBe(character.charCodeAt(0) - 0x4e00)
        for (let index = 0; index <= after.length; index += 1) expect(toWritten(index)).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
