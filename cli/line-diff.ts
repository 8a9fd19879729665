/** The lines that differ between two texts that are alike but for one stretch; a document's fix changes little. */
export interface LineDiff {
  /** The number, from 1, of the first line that differs. */
  readonly from: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

export function diffLines(before: string, after: string): LineDiff {
  const old = before.split('\n')
  const now = after.split('\n')
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1
  return { from: start + 1, removed: old.slice(start, old.length - end), added: now.slice(start, now.length - end) }
}
