/** What a place for workspace files can do: the browser's own storage, and a folder of the machine under the gateway. */
import type { Failure } from '../issue.ts'
import { nameKey, parsePath } from './path.ts'

export interface FileEntry {
  readonly name: string
  /** From the folder that was asked: `ideas/today.md`. */
  readonly path: string
  readonly kind: 'file' | 'folder'
  /** Bytes; 0 of a folder. */
  readonly size: number
  /** Milliseconds since 1970, UTC; null of a folder, of which not all places know it. */
  readonly modified: number | null
}

export interface SearchQuery {
  /** Looked for as it is, whatever the case. */
  readonly text: string
  readonly most: number
}

export interface SearchHit {
  readonly path: string
  readonly name: string
  /** Counted from 1; null where the name has it and no line. */
  readonly line: number | null
  /** That line, or what of it stands round the text. */
  readonly text: string
}

export interface FileChange {
  /** Handed to the next `watch`, so that nothing between the two is missed. */
  readonly version: string
  readonly at: number
}

export interface Room {
  /** Bytes. */
  readonly used: number
  readonly most: number
}

/**
 * Files and folders below one folder. Paths are those of `parsePath`, read anew by each method; the empty path is the
 * folder itself. Everything that fails rejects with a `FileFailure`.
 *
 * - `write` and `append` make the folders on the way. Whoever reads meanwhile, or after a crash at any point, gets the old
 *   file whole or the new file whole. Where it is refused (`quota`, `too-large`, …) the old file stands.
 * - Two names that differ only in case or composition do not stand beside each other: the second is `name-clash`.
 * - `move` and `copy` refuse what is there already (`exists`) unless `over`; a folder is never put over anything, nor into itself.
 * - A folder is moved, copied and removed with what is in it. Hidden files, links and devices are not there for any method.
 */
export interface FileTree {
  list(path: string, deep: boolean): Promise<readonly FileEntry[]>
  stat(path: string): Promise<FileEntry | null>
  /** Refuses a file of more than `most` bytes. */
  read(path: string, most: number): Promise<Uint8Array<ArrayBuffer>>
  write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  append(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  makeFolder(path: string): Promise<void>
  move(path: string, to: string, over: boolean): Promise<void>
  copy(path: string, to: string, over: boolean): Promise<void>
  remove(path: string): Promise<void>
  search(path: string, query: SearchQuery): Promise<readonly SearchHit[]>
  /** A text for how things at and below `path` stand now. */
  version(path: string): Promise<string>
  /** Resolves once they are other than at `since`. Rejects with the signal's reason. */
  watch(path: string, since: string, signal: AbortSignal): Promise<FileChange>
  room(): Promise<Room>
}

/** `bad-path not-found not-a-file not-a-folder exists name-clash too-large too-many quota file-type unavailable not-written`, and what a gateway adds. */
export class FileFailure extends Error implements Failure {
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'FileFailure'
    this.code = code
  }
}

/** The names of a path, or the refusal. `empty: false` where the folder itself cannot be meant. */
export function namesOf(path: string, { empty }: { readonly empty: boolean }): readonly string[] {
  const reading = parsePath(path)
  if (!reading.ok) throw new FileFailure('bad-path', `“${path.slice(0, 80)}” is no path of a file: ${reading.why}.`)
  if (!empty && reading.names.length === 0) throw new FileFailure('bad-path', 'The path names no file: write one like "today.md" or "ideas/today.md".')
  return reading.names
}

/** `to` is `from` or something in it. */
export function isInside(from: readonly string[], to: readonly string[]): boolean {
  return from.every((name, at) => to[at] === name)
}

/** The same place but for the case of its name. */
export function isRecased(from: readonly string[], to: readonly string[]): boolean {
  const last = from.length - 1
  return from.length === to.length && isInside(from.slice(0, last), to) && from[last] !== to[last] && nameKey(from[last] ?? '') === nameKey(to[last] ?? '')
}

const shown = (names: readonly string[]) => names.join('/')

export const failures = {
  notFound: (names: readonly string[]) => new FileFailure('not-found', `There is no “${shown(names)}” here.`),
  notAFile: (names: readonly string[]) => new FileFailure('not-a-file', `“${shown(names) || 'This'}” is a folder, not a file.`),
  notAFolder: (names: readonly string[]) => new FileFailure('not-a-folder', `“${shown(names)}” is a file, not a folder.`),
  exists: (names: readonly string[]) => new FileFailure('exists', `“${shown(names)}” is there already. Choose another name, or say that it may be replaced.`),
  clash: (names: readonly string[], there: string) =>
    new FileFailure('name-clash', `“${names.at(-1)}” cannot stand beside “${there}”: on some systems the two are one name. Choose another.`),
  intoItself: (names: readonly string[]) => new FileFailure('bad-path', `“${shown(names)}” cannot be put into itself.`),
  tooLarge: (names: readonly string[], most: number) =>
    new FileFailure('too-large', `“${shown(names)}” is larger than ${(most / 1_000_000).toLocaleString('en')} MB, the most that is read or written here.`),
  tooMany: (most: number) => new FileFailure('too-many', `There are more than ${most.toLocaleString('en')} files and folders. Name a folder further down.`),
} as const
