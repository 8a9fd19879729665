import { useEffect, useState } from 'react'
import type { FileEntry, FileTree } from '../../schema/workspace/file-tree.ts'
import { toFailure } from '../services/page-failure.ts'

export interface Listing {
  readonly entries: readonly FileEntry[]
  readonly problem: string | null
}

/** What is in a folder, looked at again whenever it changes. Null until it is known. */
export function useFolder(tree: FileTree | null, path: string): Listing | null {
  const [listing, setListing] = useState<Listing | null>(null)
  useEffect(() => {
    setListing(null)
    if (tree === null) return
    const ends = new AbortController()
    const follow = async () => {
      while (!ends.signal.aborted) {
        const version = await tree.version(path)
        const entries = [...(await tree.list(path, false))].sort(byKindAndName)
        if (ends.signal.aborted) return
        setListing({ entries, problem: null })
        await tree.watch(path, version, ends.signal)
      }
    }
    follow().catch(cause => {
      if (!ends.signal.aborted) setListing(before => ({ entries: before?.entries ?? [], problem: toFailure(cause).message }))
    })
    return () => ends.abort()
  }, [tree, path])
  return listing
}

function byKindAndName(a: FileEntry, b: FileEntry): number {
  return a.kind === b.kind ? a.name.localeCompare(b.name, undefined, { numeric: true }) : a.kind === 'folder' ? -1 : 1
}
