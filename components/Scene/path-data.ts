/** How many numbers each command of a path takes (SVG 2, section 9.3). */
const taken: ReadonlyMap<string, number> = new Map(Object.entries({ M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }))

const space = '[ \\t\\n\\f\\r]*'
const number = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?'
const command = new RegExp(`${space}([A-Za-z])`, 'y')
const firstNumber = new RegExp(space + number, 'y')
const nextNumber = new RegExp(`${space},?${space}${number}`, 'y')
/** The fourth and fifth number of an arc: one digit, which needs nothing after it. */
const flag = new RegExp(`${space},?${space}[01]`, 'y')

/** The path as far as it is one, which is what browsers draw of it (SVG 2, section 9.5.4); empty where it does not begin as one. */
export function readPathData(text: string): string {
  let at = 0
  let end = 0
  const reads = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  while (reads(command)) {
    const letter = (text[at - 1] ?? '').toUpperCase()
    const count = taken.get(letter)
    if (count === undefined || (end === 0 && letter !== 'M')) break
    if (count === 0) end = at
    // A command that is not written again goes on with the next numbers.
    for (let read = 0; count > 0; read++) {
      const isFlag = letter === 'A' && (read % count === 3 || read % count === 4)
      if (!reads(isFlag ? flag : read === 0 ? firstNumber : nextNumber)) break
      if ((read + 1) % count === 0) end = at
    }
    if (end !== at) break
  }
  return text.slice(0, end)
}
