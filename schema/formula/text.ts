/** Texts of plain slots: literal text with formulas in `${…}` (B20, B22, B24). */
import type { Expression, FormulaFault } from './expression.ts'
import { parseHole } from './parse.ts'

export interface Template {
  /** Literal pieces (never empty, no two side by side) and what stands in the holes. A hole with a fault is left out. */
  readonly parts: readonly (string | Expression)[]
  /** The text is one hole and nothing else: its value keeps its own type. */
  readonly whole: boolean
  readonly faults: readonly FormulaFault[]
  /** Offsets of each `$${`, which writes a literal `${`: often a slip for a dollar sign and a value. */
  readonly escapes: readonly number[]
}

/** True where `parseText` would find a hole: a quick look that parses nothing. */
export function isFormulaText(text: string): boolean {
  let at = text.indexOf('${')
  while (at > 0 && text[at - 1] === '$') at = text.indexOf('${', at + 2)
  return at >= 0
}

/** Parses a text once, when it is loaded. Offsets are into the whole text. */
export function parseText(text: string): Template {
  const parts: (string | Expression)[] = []
  const faults: FormulaFault[] = []
  const escapes: number[] = []
  let piece = ''
  let at = 0
  for (;;) {
    const dollar = text.indexOf('$', at)
    if (dollar < 0) break
    piece += text.slice(at, dollar)
    if (text.startsWith('$${', dollar)) {
      escapes.push(dollar)
      piece += '${'
      at = dollar + 3
    } else if (text[dollar + 1] === '{') {
      const hole = parseHole(text, dollar + 2)
      if (piece !== '') parts.push(piece)
      piece = ''
      if (hole.ok) {
        parts.push(hole.tree)
        at = hole.end
      } else {
        faults.push(...hole.faults.map(fault => ({ ...fault, open: dollar + 2 })))
        const close = text.indexOf('}', Math.max(dollar + 2, (hole.faults[0]?.to ?? 0) - 1))
        at = close < 0 ? text.length : close + 1
      }
    } else {
      piece += '$'
      at = dollar + 1
    }
  }
  piece += text.slice(at)
  if (piece !== '') parts.push(piece)
  const whole = parts.length === 1 && typeof parts[0] !== 'string' && faults.length === 0
  return { parts, whole, faults, escapes }
}
