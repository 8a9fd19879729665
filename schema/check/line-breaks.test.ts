import { expect, it } from 'vitest'
import { escapeLineBreaks } from './line-breaks.ts'

it('[B31] writes a line break in a text of a formula as \\n', () => {
  expect(escapeLineBreaks("join(xs, '\n')", true)).toBe("join(xs, '\\n')")
  expect(escapeLineBreaks("${join(xs, '\n')}\nand ${'it\\'s\n'}", false)).toBe("${join(xs, '\\n')}\nand ${'it\\'s\\n'}")
  expect(escapeLineBreaks("${xs.map(x => ({ a: '\n' }))}", false)).toBe("${xs.map(x => ({ a: '\\n' }))}")
})

it('leaves every other line break as it is', () => {
  for (const text of ["it's\nplain", '${a +\n b}', "$${'\n'}", '${`\n`}']) expect(escapeLineBreaks(text, false)).toBe(text)
  expect(escapeLineBreaks("'never closed\n", true)).toBe("'never closed\n")
})
