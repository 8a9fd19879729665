/** A change of a text: from `offset` (UTF-16 units), `delete` of them go and `insert` comes. */
export interface TextEdit {
  readonly offset: number
  readonly delete: number
  readonly insert: string
}

/**
 * The text with edits applied, whose offsets all speak of `text` as it is and which do not overlap; of two
 * at one place the earlier comes first. Throws a RangeError for an edit that reaches beyond the text or into another.
 */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let from = 0
  for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
    if (edit.offset < from || edit.delete < 0 || edit.offset + edit.delete > text.length)
      throw new RangeError(`An edit of ${edit.delete} characters at ${edit.offset} does not fit a text of ${text.length}.`)
    result += text.slice(from, edit.offset) + edit.insert
    from = edit.offset + edit.delete
  }
  return result + text.slice(from)
}

/**
 * From a place in the text that the edits made to the place in the text as it was; inside of what an
 * edit inserted, to where that stands.
 */
export function createOffsetMap(edits: readonly TextEdit[]): (offset: number) => number {
  const sorted = edits.toSorted((a, b) => a.offset - b.offset)
  const starts: number[] = []
  let shift = 0
  for (const edit of sorted) {
    starts.push(edit.offset + shift)
    shift += edit.insert.length - edit.delete
  }
  return offset => {
    let low = -1
    for (let step = 1 << 20; step >= 1; step >>= 1) if (low + step < starts.length && (starts[low + step] as number) <= offset) low += step
    const edit = sorted[low]
    const start = starts[low]
    if (edit === undefined || start === undefined) return offset
    const inside = offset - start
    if (inside < edit.insert.length) return edit.offset + Math.min(inside, edit.delete)
    return edit.offset + edit.delete + inside - edit.insert.length
  }
}
