/** Changes of a text, as an editor and a plain field both take them. Offsets count UTF-16 units. */

/** What stands between `from` and `to` becomes `insert`. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

export interface TextSpan {
  readonly from: number
  readonly to: number
}

/** A change, and what is selected once it is made. */
export interface TextEdit {
  readonly change: TextChange
  readonly select: TextSpan
}

/**
 * The smallest single change that makes `after` of `before`; null where they are the same.
 *
 * What both begin and end with is left alone, so that a caret there stays where it is.
 */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}

export function applyChange(text: string, { from, to, insert }: TextChange): string {
  return text.slice(0, from) + insert + text.slice(to)
}

/** Lines end with a line feed: editors know no other end. */
export function evenLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
