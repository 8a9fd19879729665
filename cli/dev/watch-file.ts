import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs'
import { dirname } from 'node:path'

/** An editor that saves in two steps is one save; ms. */
const QUIET_MS = 40
/** Where the system tells of no changes (shared folders of virtual machines), they are looked for; ms. */
const LOOK_MS = 1000

/**
 * Calls `changed` after each save of a file, also one that puts another file in its place, takes it away or brings it back.
 * Gives what ends it.
 */
export function watchFile(path: string, changed: () => void): () => void {
  let before = stampOf(path)
  let quiet: NodeJS.Timeout | undefined

  const look = () => {
    const now = stampOf(path)
    if (now === before) return
    before = now
    changed()
  }
  const soon = () => {
    clearTimeout(quiet)
    quiet = setTimeout(look, QUIET_MS)
  }
  const watchers = foldersOf(path).flatMap(folder => watchFolder(folder, soon))
  const looking = setInterval(look, LOOK_MS)
  return () => {
    clearTimeout(quiet)
    clearInterval(looking)
    for (const watcher of watchers) watcher.close()
  }
}

/** The file's own folder, where editors put a new file in its place; and, of a link, the folder that it leads to. */
function foldersOf(path: string): readonly string[] {
  const folders = new Set([dirname(path)])
  try {
    folders.add(dirname(realpathSync(path)))
  } catch {
    // It is not there yet: its folder is what is watched.
  }
  return [...folders]
}

function watchFolder(folder: string, heard: () => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, heard)
    // A folder that is taken away is looked at all the same, by the clock.
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    // The system has no more watchers to give: the clock does it.
    return []
  }
}

/** Changes with each save; null where there is no file. */
function stampOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true })
  return found ? `${found.ino} ${found.mtimeNs} ${found.size}` : null
}
