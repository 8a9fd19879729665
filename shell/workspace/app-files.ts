import type { Attachments } from '../../engine/ports.ts'
import type { WorkspaceFiles } from '../../tools/ports.ts'
import type { AppStore } from '../storage/app-store.ts'
import { readFolderRef } from './folder-ref.ts'
import type { FileCaller } from './machine-tree.ts'
import type { Workspace } from './workspace.ts'

export interface AppFilesOptions {
  readonly instance: string
  readonly hash: () => string | null
  readonly workspace: () => Promise<Workspace>
  /** What the person picked for `fs:<folder>`. */
  readonly choiceFor: (capability: string) => string | null
  readonly store: AppStore
  readonly attachments: Attachments
}

/** The workspace as one app sees it: its own names for folders, and what the person put behind them. */
export function createAppFiles({ instance, hash, workspace, choiceFor, store, attachments }: AppFilesOptions): WorkspaceFiles {
  const caller: FileCaller = { instance, hash }
  /** How things stood when the app was last told of a change, by place. */
  const versions = new Map<string, string>()
  const open = async (folder: string) => (await workspace()).open(readFolderRef(choiceFor(`fs:${folder}`), folder), caller)
  return {
    open,
    async change(folder, path, signal) {
      const key = JSON.stringify([folder, choiceFor(`fs:${folder}`), path])
      const tree = await open(folder)
      const since = versions.get(key) ?? (await tree.version(path))
      versions.set(key, since)
      const { version, at } = await tree.watch(path, since, signal)
      versions.set(key, version)
      return at
    },
    attach: async (name, bytes) => ({ ...(await attachments.put(new File([bytes], name, { type: typeOf(name) }))) }),
    async attachment(ref) {
      const bytes = await store.attachment(instance, ref)
      return bytes && new Uint8Array(await bytes.arrayBuffer())
    },
  }
}

/** Of what apps can show; a file of another kind has none. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    avif: 'image/avif',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    ogg: 'audio/ogg',
    wav: 'audio/wav',
    mp4: 'video/mp4',
    webm: 'video/webm',
    txt: 'text/plain',
    md: 'text/markdown',
    csv: 'text/csv',
    json: 'application/json',
  }),
)

export function typeOf(name: string): string {
  return TYPES.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? ''
}
