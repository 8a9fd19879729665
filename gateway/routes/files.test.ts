import { mkdir, mkdtemp, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createGateway } from '../server.ts'

const HASH = 'b'.repeat(64)
const made: string[] = []
afterAll(() => Promise.all(made.map(folder => rm(folder, { recursive: true, force: true }))))

async function started() {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'cyanotype-routes-')))
  made.push(base)
  const home = join(base, 'home')
  const mine = join(base, 'mine')
  await mkdir(mine)
  await writeFile(join(mine, 'a.md'), 'one')
  let log = ''
  const gateway = createGateway({
    env: {},
    home,
    shell: '/nowhere',
    port: 4600,
    write: line => {
      log += line
    },
  })
  const page = { host: 'localhost:4600', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4600', 'content-type': 'application/json' }
  const send = (path: string, body: object, more: Record<string, string> = {}) =>
    gateway.fetch(new Request(`http://localhost:4600${path}`, { method: 'POST', headers: { ...page, ...more }, body: JSON.stringify(body) }))
  const { session } = (await (await send('/api/session', {})).json()) as { session: string }
  const secret = { 'x-cyanotype-session': session }
  const desk = async (path: string, body: object): Promise<JsonObject> => (await (await send(path, body, secret)).json()) as JsonObject
  const grant = async (capabilities: readonly string[], tools: readonly string[], instance = 'a') =>
    ((await desk('/api/grants', { instance, hash: HASH, capabilities, tools })).tokens ?? {}) as Record<string, { token: string }>
  const asApp = async (body: object, token: string | undefined, instance = 'a') => {
    const response = await send('/api/fs', { ...body, instance, hash: HASH }, { ...secret, ...(token && { 'x-cyanotype-token': token }) })
    return { status: response.status, body: (await response.json()) as JsonObject }
  }
  return { base, home, mine, gateway, send, desk, grant, asApp, log: () => log, secret }
}
const decode = (value: Json | undefined) => Buffer.from(String(value), 'base64').toString()
const codeOf = ({ body }: { readonly body: JsonObject }) => ((body.failure ?? body) as JsonObject).code

describe('a folder of the machine that was connected', () => {
  it('is kept, in a file that only this person reads, and is not connected twice', async () => {
    const { desk, mine, home, base, gateway } = await started()
    const folder = await desk('/api/folders/connect', { path: mine })
    expect(folder).toMatchObject({ name: 'mine', path: mine })
    await symlink(mine, join(base, 'link'))
    expect(await desk('/api/folders/connect', { path: join(base, 'link') })).toEqual(folder)
    expect((await stat(join(home, 'folders.json'))).mode & 0o777).toBe(0o600)
    await gateway.close()
    const again = createGateway({ env: {}, home, shell: '/nowhere', write: () => {} })
    expect(JSON.parse(await readFile(join(home, 'folders.json'), 'utf8'))).toEqual({ folders: [folder] })
    await again.close()
  })

  it('is none of those where keys, settings or the system are', async () => {
    const { desk, base, home, mine, gateway } = await started()
    await mkdir(home, { recursive: true })
    await mkdir(join(mine, '.ssh'))
    for (const path of ['/', base, home, '/etc', '/proc/self', join(mine, '.ssh'), join(mine, 'a.md'), join(mine, 'none'), 'relative', '', 'a\0b'])
      expect([path, typeof (await desk('/api/folders/connect', { path })).code]).toEqual([path, 'string'])
    expect(await desk('/api/folders/look', { path: base })).toMatchObject({
      path: base,
      folders: [{ name: 'home' }, { name: 'mine' }],
      fault: { code: 'folder' },
    })
    expect((await desk('/api/folders/look', { path: mine })).folders).toEqual([])
    await gateway.close()
  })

  it('[S22] an app works in it under its own token for that very tool, and under no other', async () => {
    const { desk, mine, grant, asApp, send, secret, gateway, log } = await started()
    const { id } = await desk('/api/folders/connect', { path: mine })
    const tokens = await grant([`fs:${id}`], ['fs.read', 'fs.write'])
    const read = { do: 'read', folder: id, path: 'a.md' }
    expect(decode((await asApp(read, tokens['fs.read']?.token)).body.base64)).toBe('one')
    expect(codeOf(await asApp(read, tokens['fs.write']?.token))).toBe('token')
    expect(codeOf(await asApp(read, undefined))).toBe('token')
    expect(codeOf(await asApp(read, tokens['fs.read']?.token, 'b'))).toBe('token')
    const other = await grant(['fs:Other'], ['fs.read'], 'b')
    expect(codeOf(await asApp(read, other['fs.read']?.token, 'b'))).toBe('denied')
    expect((await send('/api/fs', read)).status).toBe(403)
    expect((await send('/api/fs', read, { ...secret, origin: 'http://localhost:9999' })).status).toBe(403)
    expect(log()).not.toContain('a.md')
    await gateway.close()
  })

  it('[S26] what is taken back ends a watch at once', async () => {
    const { desk, mine, grant, asApp, gateway } = await started()
    const { id } = await desk('/api/folders/connect', { path: mine })
    const watch = (await grant([`fs:${id}`], ['fs.watch']))['fs.watch']?.token
    const version = (await asApp({ do: 'version', folder: id, path: '' }, watch)).body as Json
    const watching = asApp({ do: 'watch', folder: id, path: '', since: version }, watch)
    await new Promise(resolve => setTimeout(resolve, 50))
    await grant([], [])
    expect(codeOf(await watching)).toBe('denied')
    const again = (await grant([`fs:${id}`], ['fs.watch']))['fs.watch']?.token
    const second = asApp({ do: 'watch', folder: id, path: '', since: version }, again)
    await new Promise(resolve => setTimeout(resolve, 50))
    await desk('/api/folders/disconnect', { id })
    expect(codeOf(await second)).toBe('no-folder')
    expect(codeOf(await asApp({ do: 'version', folder: id, path: '' }, again))).toBe('no-folder')
    await gateway.close()
  })

  it('[S61] apps write data there, and the person what they like', async () => {
    const { desk, mine, grant, asApp, gateway } = await started()
    const { id } = await desk('/api/folders/connect', { path: mine })
    const tokens = await grant([`fs:${id}`], ['fs.write', 'fs.move', 'fs.copy'])
    const base64 = Buffer.from('x').toString('base64')
    expect(codeOf(await asApp({ do: 'write', folder: id, path: 'run.sh', base64 }, tokens['fs.write']?.token))).toBe('file-type')
    expect(codeOf(await asApp({ do: 'move', folder: id, path: 'a.md', to: 'a.sh' }, tokens['fs.move']?.token))).toBe('file-type')
    expect(codeOf(await asApp({ do: 'copy', folder: id, path: 'a.md', to: 'a.sh' }, tokens['fs.copy']?.token))).toBe('file-type')
    expect(await desk('/api/fs', { do: 'write', folder: id, path: 'run.sh', base64 })).toEqual({})
    expect((await stat(join(mine, 'run.sh'))).mode & 0o111).toBe(0)
    expect((await desk('/api/fs', { do: 'write', folder: id, path: 'b.md', base64: 'x' })).code).toBe('body')
    await gateway.close()
  })
})
