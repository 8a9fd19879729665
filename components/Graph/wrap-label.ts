const mostLines = 3
const perLine = 22

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

/** About how many pixels a text takes at the size of a node's label: what SVG draws is not measured. */
export function textWidth(text: string): number {
  return units(text) * 7.4
}

/** In widths of an ordinary letter. */
function units(text: string): number {
  let sum = 0
  for (const { segment } of segmenter.segment(text)) sum += wide.test(segment) ? 1.9 : 1
  return sum
}

/** A label in at most three lines; what does not fit ends with an ellipsis. */
export function wrapLabel(label: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  const words = label.slice(0, 400).split(/\s+/).filter(Boolean)
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (units(longer) <= perLine) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    if (lines.length >= mostLines) break
  }
  if (line !== '' && lines.length < mostLines) lines.push(line)
  const shown = lines.map(shorten)
  const complete = words.join(' ') === lines.join(' ')
  const last = shown.at(-1)
  if (!complete && last !== undefined && !last.endsWith('…')) shown[shown.length - 1] = shorten(`${last}…`.padEnd(last.length + 1))
  return shown.length === 0 ? [''] : shown
}

function shorten(line: string): string {
  if (units(line) <= perLine) return line
  let short = ''
  let sum = 0
  for (const { segment } of segmenter.segment(line)) {
    sum += wide.test(segment) ? 1.9 : 1
    if (sum > perLine - 1) break
    short += segment
  }
  return `${short}…`
}
