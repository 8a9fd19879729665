import type { ConnectedFolder, FileAction, FileRequest } from '../../schema/protocol/files.ts'
import { type FileChange, type FileEntry, FileFailure, type FileTree, namesOf, type Room, type SearchHit } from '../../schema/workspace/file-tree.ts'
import type { Gateway } from '../services/gateway.ts'
import { isFailure, toFailure } from '../services/page-failure.ts'
import { base64ToBytes, bytesToBase64 } from '../storage/base64.ts'

/** For which app a folder is used; null for the desktop itself. */
export type FileCaller = { readonly instance: string; readonly hash: () => string | null } | null

/** A connected folder of the machine, behind the gateway. An app uses it under its token for the tool. */
export function createMachineTree(gateway: Gateway, folder: ConnectedFolder['id'], caller: FileCaller): FileTree {
  const ask = async <T>(request: Omit<FileRequest, 'folder'>, signal?: AbortSignal): Promise<T> => {
    // Refused here already, so that no odd path leaves the page.
    namesOf(request.path, { empty: true })
    if (request.to !== undefined) namesOf(request.to, { empty: false })
    if (!(await gateway.probe()))
      throw new FileFailure('no-gateway', 'This folder is on the machine, and this page was opened without Cyanotype’s own server. Start it with npm start.')
    let answer: unknown
    try {
      const body = { ...request, folder }
      const response = caller
        ? await gateway.call({ instance: caller.instance, hash: caller.hash(), tool: toolOf(request.do) }, 'api/fs', body, signal)
        : await gateway.post('api/fs', body, signal)
      answer = await response.json()
    } catch (cause) {
      signal?.throwIfAborted()
      const { code, message } = toFailure(cause)
      throw new FileFailure(code, message, { cause })
    }
    const failure = typeof answer === 'object' && answer !== null && 'failure' in answer ? answer.failure : null
    if (isFailure(failure)) throw new FileFailure(failure.code, failure.message)
    return answer as T
  }
  return {
    list: (path, deep) => ask<readonly FileEntry[]>({ do: 'list', path, deep }),
    stat: path => ask<FileEntry | null>({ do: 'stat', path }),
    read: async (path, most) => base64ToBytes((await ask<{ base64: string }>({ do: 'read', path, most })).base64),
    write: (path, bytes) => ask({ do: 'write', path, base64: bytesToBase64(bytes) }),
    append: (path, bytes) => ask({ do: 'append', path, base64: bytesToBase64(bytes) }),
    makeFolder: path => ask({ do: 'mkdir', path }),
    move: (path, to, over) => ask({ do: 'move', path, to, over }),
    copy: (path, to, over) => ask({ do: 'copy', path, to, over }),
    remove: path => ask({ do: 'remove', path }),
    search: (path, { text, most }) => ask<readonly SearchHit[]>({ do: 'search', path, text, most }),
    version: path => ask<string>({ do: 'version', path }),
    async watch(path, since, signal) {
      for (;;) {
        const change = await ask<FileChange | { readonly version?: undefined }>({ do: 'watch', path, since }, signal)
        if (change.version !== undefined) return change
      }
    },
    room: () => ask<Room>({ do: 'room', path: '' }),
  }
}

/** The tool that the gateway knows the token of. */
function toolOf(action: FileAction): string {
  return action === 'version' ? 'fs.watch' : `fs.${action}`
}
