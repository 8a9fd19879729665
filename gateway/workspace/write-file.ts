import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { held, STALE_MS, TEMPORARY } from './disk-entry.ts'

let count = 0

/** A name that stands in no path. */
export function temporaryIn(folder: string): string {
  return join(folder, `${TEMPORARY}${process.pid.toString(36)}-${Date.now().toString(36)}-${(++count).toString(36)}.tmp`)
}

/**
 * Writes beside the file and puts that in its place once it is on the disk: at no moment is there half a file.
 * `mode` is that of the file that is replaced, null for a new one, which only this person can read.
 */
export function writeWhole(folder: string, file: string, bytes: Uint8Array, mode: number | null): Promise<void> {
  return held(folder, async at => {
    const temporary = temporaryIn(at)
    try {
      const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), 0o600)
      try {
        await handle.writeFile(bytes)
        // Nothing that is written here can be run.
        if (mode !== null) await handle.chmod(mode & 0o666)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, join(at, basename(file)))
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    await syncFolder(at)
  })
}

/** The folder's own list of names is put on the disk too, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder as a file; there the rename is in its journal.
  const handle = await open(folder, constants.O_RDONLY).catch(() => null)
  if (!handle) return
  await handle.sync().catch(() => undefined)
  await handle.close()
}

/** Folders of these names below `folder`, which only this person can open. */
export async function makeFolders(folder: string, names: readonly string[]): Promise<string> {
  let at = folder
  for (const name of names) {
    await held(at, place => mkdir(join(place, name), { mode: 0o700 }))
    at = join(at, name)
  }
  return at
}

/** What writes that never ended left in a folder. */
export function removeStale(folder: string, now: number): Promise<void> {
  return held(folder, async at => {
    for (const name of await readdir(at)) {
      if (!name.startsWith(TEMPORARY)) continue
      const file = join(at, name)
      const stats = await lstat(file).catch(() => null)
      if (stats && now - stats.mtimeMs > STALE_MS) await rm(file, { recursive: true, force: true })
    }
  })
}
