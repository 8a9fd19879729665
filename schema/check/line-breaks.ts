/**
 * A formula's text with the raw line breaks inside its quoted texts written as `\n`; the same text where there are none. What stands
 * between back quotes, where a line break is as good as any character, stays.
 *
 * @param bare the whole text is a formula; else only what stands in `${…}`
 */
export function escapeLineBreaks(text: string, bare: boolean): string {
  if (!text.includes('\n')) return text
  let result = ''
  let depth = bare ? 1 : 0
  let quote = ''
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] as string
    if (quote !== '' && character === '\\') {
      result += character + (text[i + 1] ?? '')
      i += 1
      continue
    }
    if (quote !== '') {
      if (character === quote) quote = ''
      result += character === '\n' && quote !== '`' ? '\\n' : character
      continue
    }
    if (depth === 0) {
      if (character === '$' && text[i + 1] === '{' && text[i - 1] !== '$') {
        depth = 1
        i += 1
        result += '${'
        continue
      }
    } else if (character === "'" || character === '"' || character === '`') quote = character
    else if (character === '{') depth += 1
    else if (character === '}') depth -= bare && depth === 1 ? 0 : 1
    result += character
  }
  // A text whose quotes do not close is no formula: its fault is told where it stands.
  return quote === '' ? result : text
}
