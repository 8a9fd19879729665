import { optionalText, readRecord, textMember } from '../request-body.ts'
import type { RouteContext } from './context.ts'

type Context = Pick<RouteContext, 'folders' | 'log'>
const uncached = { headers: { 'cache-control': 'no-store' } }

/** `POST /api/folders/list`: what is connected. */
export function listFolders({ folders }: Context): Response {
  return Response.json({ folders: folders.list() }, uncached)
}

/** `POST /api/folders/look` `{ path }`: the folders in one, to pick from. */
export async function lookAtFolders(request: Request, { folders }: Context): Promise<Response> {
  const body = await readRecord(request, 8 * 1024)
  return Response.json(await folders.look(optionalText(body, 'path', 4_000) ?? null), uncached)
}

/** `POST /api/folders/connect` `{ path, name? }`. */
export async function connectFolder(request: Request, { folders, log }: Context): Promise<Response> {
  const body = await readRecord(request, 8 * 1024)
  const folder = await folders.connect(textMember(body, 'path', 4_000), optionalText(body, 'name', 200) ?? null)
  log.info('folder-connected', { folder: folder.name })
  return Response.json(folder)
}

/** `POST /api/folders/disconnect` `{ id }`: takes it back; nothing on the disk changes. */
export async function disconnectFolder(request: Request, { folders, log }: Context): Promise<Response> {
  const id = textMember(await readRecord(request, 8 * 1024), 'id', 100)
  log.info('folder-disconnected', { folder: folders.list().find(folder => folder.id === id)?.name ?? null })
  folders.disconnect(id)
  return Response.json({})
}
