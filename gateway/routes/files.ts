import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { type FileAction, fileActions } from '../../schema/protocol/files.ts'
import { FileFailure, type FileTree } from '../../schema/workspace/file-tree.ts'
import { dataNameFault } from '../../schema/workspace/path.ts'
import { wait } from '../clock.ts'
import { GatewayFailure, toFailure } from '../failure.ts'
import { choiceMember, member, readRecord, textMember } from '../request-body.ts'
import type { RouteContext } from './context.ts'
import { readApp } from './grants.ts'

/** A watch without a change is answered after this long, so that no connection stays open for ever; ms. */
const WATCH_MS = 25_000
const PATH = 2_000

/** `POST /api/fs`: one `FileRequest` in a connected folder, of an app under its token or of the desktop itself; what it gives, or `{ failure }`. */
export async function postFiles(
  request: Request,
  context: Pick<RouteContext, 'authority' | 'session' | 'folders' | 'closing' | 'clock' | 'log'>,
): Promise<Response> {
  const { authority, session, folders, closing, clock, log } = context
  const body = await readRecord(request, Math.ceil((LIMITS.fileBytes * 4) / 3) + 64 * 1024)
  const action = choiceMember(body, 'do', fileActions)
  if (action === undefined) throw new GatewayFailure('body', `“do” must be one of: ${fileActions.join(', ')}.`)
  const folder = textMember(body, 'folder', 100)
  const app = member(body, 'instance') === undefined ? null : readApp(body, session.id)
  const held = app && authority.begin(request, app, toolOf(action))
  try {
    held?.require(`fs:${folder}`)
    const { tree, signal } = folders.open(folder)
    const ends = AbortSignal.any([request.signal, closing, signal, ...(held ? [held.signal] : [])])
    const answer = await perform(action, body, tree, { ends, clock, ofApp: app !== null })
    // What was taken back while the disk worked gets nothing of it (S26).
    held?.require(`fs:${folder}`)
    ends.throwIfAborted()
    if (app && action !== 'watch') log.info('fs', { app: app.hash.slice(0, 12), do: action })
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    // That a file is not there is an answer like another; what stands in the way of asking is refused.
    if (error instanceof FileFailure || (error instanceof GatewayFailure && error.code === 'no-folder')) {
      held?.require(`fs:${folder}`)
      return Response.json({ failure: toFailure(error) }, { headers: { 'cache-control': 'no-store' } })
    }
    throw error
  } finally {
    held?.release()
  }
}

/** The tool that does it: what a watch begins with is part of it. */
function toolOf(action: FileAction): string {
  return action === 'version' ? 'fs.watch' : `fs.${action}`
}

interface Surroundings {
  readonly ends: AbortSignal
  readonly clock: RouteContext['clock']
  /** Apps write data only (S61); what the person does at the desktop is not looked at. */
  readonly ofApp: boolean
}

async function perform(action: FileAction, body: JsonObject, tree: FileTree, { ends, clock, ofApp }: Surroundings): Promise<Json> {
  const path = textMember(body, 'path', PATH)
  const flag = (name: string) => member(body, name) === true
  const most = (limit: number) => {
    const value = member(body, 'most')
    return typeof value === 'number' && value >= 0 ? Math.min(value, limit) : limit
  }
  const written = (name: string, from?: string) => {
    const fault = ofApp ? dataNameFault(name, from) : null
    if (fault !== null) throw new FileFailure('file-type', fault)
    return name
  }
  switch (action) {
    case 'list':
      return plain(await tree.list(path, flag('deep')))
    case 'stat':
      return plain(await tree.stat(path))
    case 'read':
      return { base64: Buffer.from(await tree.read(path, most(LIMITS.attachmentBytes))).toString('base64') }
    case 'write':
      await tree.write(written(path), bytesOf(body))
      return {}
    case 'append':
      await tree.append(written(path), bytesOf(body))
      return {}
    case 'mkdir':
      await tree.makeFolder(path)
      return {}
    case 'move':
    case 'copy': {
      const to = textMember(body, 'to', PATH)
      if ((await tree.stat(path))?.kind === 'file') written(to, path)
      await tree[action](path, to, flag('over'))
      return {}
    }
    case 'remove':
      await tree.remove(path)
      return {}
    case 'search':
      return plain(await tree.search(path, { text: textMember(body, 'text', 500), most: most(1_000) }))
    case 'version':
      return await tree.version(path)
    case 'room':
      return plain(await tree.room())
    case 'watch': {
      const rest = new AbortController()
      const none = wait(clock, WATCH_MS, AbortSignal.any([ends, rest.signal])).then(() => ({}))
      try {
        return await Promise.race([tree.watch(path, textMember(body, 'since', 100), AbortSignal.any([ends, rest.signal])).then(plain), none])
      } finally {
        none.catch(() => undefined)
        rest.abort()
      }
    }
  }
}

/** These records are made of plain fields alone, which their interfaces cannot say. */
function plain(value: object | null): Json {
  return value as unknown as Json
}

function bytesOf(body: JsonObject): Uint8Array<ArrayBuffer> {
  const text = member(body, 'base64')
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : null
  if (bytes === null || bytes.toString('base64') !== text) throw new GatewayFailure('body', '“base64” must be bytes in base64.')
  return new Uint8Array(bytes)
}
