import type { FileEntry, FileTree, SearchHit, SearchQuery } from './file-tree.ts'

/** Larger files are looked at by their names alone. */
const MOST_SEARCHED = 1_000_000
/** Of all files of one search together. */
const MOST_READ = 20_000_000
const AROUND = 80

/**
 * Files whose name has the text, and lines that have it, in the order of their paths. The text is no pattern and is
 * compared whatever the case; one file gives at most five lines.
 */
export async function searchFiles(tree: Pick<FileTree, 'read'>, entries: readonly FileEntry[], { text, most }: SearchQuery): Promise<readonly SearchHit[]> {
  const sought = text.toLowerCase()
  const hits: SearchHit[] = []
  let left = MOST_READ
  if (sought.trim() === '') return hits
  for (const { kind, name, path, size } of entries) {
    if (hits.length >= most) break
    if (kind !== 'file') continue
    const inName = name.toLowerCase().includes(sought)
    const lines = size > MOST_SEARCHED || size > left ? [] : linesWith(await readText(tree, path), sought)
    left -= Math.min(size, MOST_SEARCHED)
    if (inName && lines.length === 0) hits.push({ path, name, line: null, text: name })
    for (const line of lines) hits.push({ path, name, ...line })
  }
  return hits.slice(0, most)
}

/** Empty where it is no text, or went away meanwhile. */
async function readText(tree: Pick<FileTree, 'read'>, path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await tree.read(path, MOST_SEARCHED))
  } catch {
    // A picture, or a file that was moved since it was listed: there are no lines to find in it.
    return ''
  }
}

function linesWith(text: string, sought: string): { readonly line: number; readonly text: string }[] {
  const found: { line: number; text: string }[] = []
  let line = 0
  for (const whole of text.split('\n')) {
    line++
    const at = whole.toLowerCase().indexOf(sought)
    if (at < 0) continue
    const start = Math.max(0, at - AROUND)
    const end = Math.min(whole.length, at + sought.length + AROUND)
    found.push({ line, text: `${start > 0 ? '…' : ''}${whole.slice(start, end).trim()}${end < whole.length ? '…' : ''}`.toWellFormed() })
    if (found.length === 5) break
  }
  return found
}
