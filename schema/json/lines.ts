/** Lines and columns of a text, both from 1, and its offsets, from 0. Columns count UTF-16 units. */
export interface Lines {
  place(offset: number): { readonly line: number; readonly column: number }
  offset(line: number, column: number): number
}

export function createLines(text: string): Lines {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return {
    place(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] as number) <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: offset - (starts[low] as number) + 1 }
    },
    offset: (line, column) => (starts[line - 1] ?? text.length) + column - 1,
  }
}
