import { LIMITS } from '../../schema/limits.ts'
import { bytesToBase64 } from '../storage/base64.ts'
import type { Workspace } from './workspace.ts'

export interface ExportedFile {
  readonly folder: string
  readonly path: string
  readonly base64: string
}

/** Every file of the browser's own folders; those of the machine are there anyway. */
export async function exportFiles(workspace: Workspace): Promise<readonly ExportedFile[]> {
  const files: ExportedFile[] = []
  for (const folder of await workspace.folders()) {
    const tree = workspace.open({ place: 'browser', name: folder }, null)
    for (const { path, kind } of await tree.list('', true))
      if (kind === 'file') files.push({ folder, path, base64: bytesToBase64(await tree.read(path, LIMITS.attachmentBytes)) })
  }
  return files
}
