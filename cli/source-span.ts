/** How much of a line an issue speaks of, read from the text at its place. */

/** A word of a formula or of a text: a name with its `$` and digits. */
const WORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*|\d+(?:\.\d+)?|[^\s]/uy
const SCALAR = /[^\s,:\]}[{]+/y

/**
 * UTF-16 units of `line` from `column` (from 0) on: a whole text in quotes, a number or word, the first
 * member of a list or record. At least 1.
 */
export function spanLength(line: string, column: number): number {
  const first = line[column]
  if (first === undefined) return 1
  if (insideText(line, column)) return match(WORD, line, column)
  if (first === '"') return textLength(line, column)
  if (first === '{' || first === '[') return bracketLength(line, column) ?? 1
  return match(SCALAR, line, column)
}

function match(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at
  return Math.max(1, pattern.exec(line)?.[0].length ?? 1)
}

/** Whether the place is within quotes that were opened before it; JSON texts never go over a line. */
function insideText(line: string, column: number): boolean {
  let inside = false
  for (let i = 0; i < column; i++) {
    if (line[i] === '"') inside = !inside
    else if (line[i] === '\\' && inside) i += 1
  }
  return inside && line[column] !== '"'
}

function textLength(line: string, from: number): number {
  for (let i = from + 1; i < line.length; i++) {
    if (line[i] === '\\') i += 1
    else if (line[i] === '"') return i + 1 - from
  }
  return line.length - from
}

/** To the end of the first member, or to the bracket that closes the one at `from`; null where neither is on this line. */
function bracketLength(line: string, from: number): number | null {
  let depth = 0
  for (let i = from; i < line.length; i++) {
    const character = line[i]
    if (character === '"') i += textLength(line, i) - 1
    else if (character === ',' && depth === 1) return i - from
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      depth -= 1
      if (depth === 0) return i + 1 - from
    }
  }
  return null
}
