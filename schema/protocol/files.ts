/**
 * What travels between the page and the gateway for folders of the machine.
 *
 * - `POST /api/folders/list` gives `{ folders: ConnectedFolder[] }`, `connect` takes `{ path, name? }`, `disconnect` `{ id }`, `look` `{ path }` for a
 *   `MachineFolder` to pick from.
 * - `POST /api/fs` does one `FileRequest` in the folder with this id: of an app (`instance`, `hash`), under its token for the tool
 *   `fs.<do>` with the capability `fs:<id>`; without an instance, of the desktop itself. Bytes travel as base64.
 */
import type { Failure } from '../issue.ts'

export interface ConnectedFolder {
  readonly id: string
  /** What it is called on the desktop. */
  readonly name: string
  /** Its path on this machine. */
  readonly path: string
}

export interface MachineFolder {
  readonly path: string
  readonly parent: string | null
  readonly folders: readonly { readonly name: string; readonly path: string }[]
  /** There are more than are shown. */
  readonly more: boolean
  /** Why this one cannot be connected. */
  readonly fault: Failure | null
}

export const fileActions = ['list', 'stat', 'read', 'write', 'append', 'mkdir', 'move', 'copy', 'remove', 'search', 'version', 'watch', 'room'] as const
export type FileAction = (typeof fileActions)[number]

export interface FileRequest {
  readonly do: FileAction
  /** The id of a connected folder. */
  readonly folder: string
  readonly path: string
  /** `list`: what is in its folders too. */
  readonly deep?: boolean
  /** `read`: the most bytes; `search`: the most hits. */
  readonly most?: number
  /** `write`, `append`. */
  readonly base64?: string
  /** `move`, `copy`. */
  readonly to?: string
  readonly over?: boolean
  /** `search`. */
  readonly text?: string
  /** `watch`: what the last one gave. An answer without a version is no change: ask again. */
  readonly since?: string
}
