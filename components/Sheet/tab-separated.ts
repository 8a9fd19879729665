/** A block of cells as text, the way spreadsheets hand it to each other: a tab between cells, a line for each row. */

/** A cell that holds a tab, a line end or a quote is quoted, its own quotes doubled. */
export function writeTabSeparated(cells: readonly (readonly string[])[]): string {
  return cells.map(line => line.map(cell => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')
}

/** Gives back what was written. The line end that follows the last row makes no row. */
export function readTabSeparated(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const even = text.replace(/\r\n?/g, '\n')
  const whole = even.endsWith('\n') ? even.slice(0, -1) : even
  let at = 0
  while (true) {
    const { cell, end } = whole[at] === '"' ? readQuoted(whole, at) : readBare(whole, at)
    rows.at(-1)?.push(cell)
    if (end >= whole.length) return rows
    if (whole[end] === '\n') rows.push([])
    at = end + 1
  }
}

function readBare(text: string, from: number): { readonly cell: string; readonly end: number } {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++
  return { cell: text.slice(from, end), end }
}

function readQuoted(text: string, from: number): { readonly cell: string; readonly end: number } {
  let cell = ''
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at++
    } else {
      const end = at + 1
      // A quote that closes in the middle of a cell was none.
      return end >= text.length || text[end] === '\t' || text[end] === '\n' ? { cell, end } : readBare(text, from)
    }
  }
  return readBare(text, from)
}
