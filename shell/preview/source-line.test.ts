import { describe, expect, it } from 'vitest'
import { sourceLine } from './source-line.ts'

/** The character above the caret. */
function marked(text: string, line: number, column: number): string | undefined {
  const source = sourceLine(text, line, column)
  return source ? source.shown.charAt(source.caret) : undefined
}

describe('sourceLine', () => {
  it('leaves out what a line is indented by', () => {
    expect(sourceLine('{\n\t\t"a": 1', 2, 3)).toEqual({ shown: '"a": 1', caret: 0 })
  })

  it('crops a long line around its place, and marks the same character', () => {
    const text = `  ${'a'.repeat(300)}!${'b'.repeat(300)}`
    const { shown } = sourceLine(text, 1, 303)!
    expect(shown.length).toBeLessThan(60)
    expect([marked(text, 1, 303), marked(text, 1, 3), marked(text, 1, 10)]).toEqual(['!', 'a', 'a'])
  })

  it('stands behind the end where something is missing there, and has nothing of an empty line', () => {
    expect(sourceLine('{ "a": 1,', 1, 10)).toEqual({ shown: '{ "a": 1,', caret: 9 })
    expect(sourceLine('{\n\n}', 2, 1)).toBe(null)
    expect(sourceLine('{', 7, 1)).toBe(null)
  })
})
