import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSeed } from '../../tests/random-seed.ts'
import { applyChange } from '../editor/text-edit.ts'
import { formatMarkdown, type MarkdownFormat } from './format-markdown.ts'

/** A text with `[` and `]` round what is selected, before and after. */
function format(kind: MarkdownFormat, marked: string): string {
  const from = marked.indexOf('‹')
  const to = marked.indexOf('›') - 1
  const { change, select } = formatMarkdown(kind, marked.replace(/[‹›]/g, ''), { from, to })
  const text = applyChange(marked.replace(/[‹›]/g, ''), change)
  return `${text.slice(0, select.from)}‹${text.slice(select.from, select.to)}›${text.slice(select.to)}`
}

describe('formatMarkdown', () => {
  it.each([
    ['bold', 'a ‹word› b', 'a **‹word›** b'],
    ['bold', 'a **‹word›** b', 'a ‹word› b'],
    ['bold', 'a ‹**word**› b', 'a ‹word› b'],
    ['bold', 'a ‹word ›b', 'a **‹word›** b'],
    ['bold', '‹›', '**‹bold text›**'],
    ['italic', '‹so›', '_‹so›_'],
    ['italic', '_‹so›_', '‹so›'],
    ['heading', 'one\ntw‹›o', 'one\n## tw‹›o'],
    ['heading', '## tw‹›o', 'tw‹›o'],
    ['heading', '‹›', '## ‹›'],
    ['list', '‹a\n\nb›', '‹- a\n\n- b›'],
    ['list', '‹- a\n- b›', '‹a\nb›'],
    ['link', 'see ‹here›', 'see [here](‹https://›)'],
    ['link', '‹https://a.example›', '[‹text›](https://a.example)'],
    ['link', '‹›', '[‹text›](https://)'],
  ] as const)('%s: %s', (kind, before, after) => expect(format(kind, before)).toBe(after))

  it('selects a place that is there, whatever was selected', () => {
    const kinds = fc.constantFrom<MarkdownFormat>('bold', 'italic', 'heading', 'list', 'link')
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '*', '_', '#', '-', '\n'), maxLength: 14 })
    fc.assert(
      fc.property(kinds, text, fc.nat(14), fc.nat(14), (kind, before, one, other) => {
        const [from, to] = [Math.min(one, other, before.length), Math.min(Math.max(one, other), before.length)]
        const { change, select } = formatMarkdown(kind, before, { from, to })
        const after = applyChange(before, change)
        expect(0 <= select.from && select.from <= select.to && select.to <= after.length).toBe(true)
        expect(0 <= change.from && change.from <= change.to && change.to <= before.length).toBe(true)
      }),
      { seed: randomSeed() },
    )
  })
})
