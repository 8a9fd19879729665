import { LIMITS } from '../../schema/limits.ts'
import type { FileEntry, FileTree } from '../../schema/workspace/file-tree.ts'

/** How much a removal keeps in memory, so that it can be undone. */
const MOST_BYTES = 30_000_000
const MOST_FILES = 500

/**
 * Removes a file or folder; gives what puts it back, or null where it is too much to be kept: then nothing was removed unless
 * `sure`. `path` empty is all that is in the tree.
 */
export async function takeOut(
  tree: FileTree,
  path: string,
  sure: boolean,
): Promise<{ readonly undo: (() => Promise<void>) | null; readonly removed: boolean }> {
  const entry = path === '' ? null : await tree.stat(path)
  const inside = entry?.kind === 'file' ? [entry] : await tree.list(path, true)
  const kept = await keep(tree, inside)
  if (kept === null && !sure) return { undo: null, removed: false }
  if (path !== '') await tree.remove(path)
  else for (const { path: top } of await tree.list('', false)) await tree.remove(top)
  if (kept === null) return { undo: null, removed: true }
  return {
    removed: true,
    async undo() {
      if (entry?.kind === 'folder') await tree.makeFolder(path)
      for (const { path: folder, kind } of inside) if (kind === 'folder') await tree.makeFolder(folder)
      for (const [file, bytes] of kept) await tree.write(file, bytes)
    },
  }
}

async function keep(tree: FileTree, entries: readonly FileEntry[]): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>> | null> {
  const files = entries.filter(({ kind }) => kind === 'file')
  // What is larger than an app may write could not be written back.
  if (files.length > MOST_FILES || files.some(({ size }) => size > LIMITS.fileBytes) || files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return null
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const { path } of files) kept.set(path, await tree.read(path, LIMITS.fileBytes))
  return kept
}
