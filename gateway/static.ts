import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

interface File {
  readonly bytes: Buffer
  readonly type: string
  readonly tag: string
  /** Its name changes with its content. */
  readonly forever: boolean
}

/** The built shell. Its files are read once, into a Map by address: nothing outside of it can be asked for. */
export interface StaticFiles {
  /** False where there is no such page: the shell was not built. */
  readonly built: boolean
  /** The style hashes that the build wrote beside the page. */
  readonly styleHashes: readonly string[]
  /** The page with `secret` in it, never to be cached. */
  page(secret: string): Response
  /** Null where there is no such file. */
  file(path: string, request: Request): Response | null
}

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.mp3', 'audio/mpeg'],
  ['.txt', 'text/plain; charset=utf-8'],
])

/** Stands in a built page where the secret goes. */
const META = /(<meta\s+name="cyanotype-session"\s+content=")[^"]*(")/

/** @param pageAt the address at which the build has the page that gets the secret */
export function readStaticFiles(folder: string, pageAt = '/index.html'): StaticFiles {
  const filesByPath = new Map<string, File>()
  for (const path of listFiles(folder)) {
    const type = TYPES.get(extname(path))
    if (type === undefined) continue
    const bytes = readFileSync(path)
    const address = `/${relative(folder, path).split(sep).join('/')}`
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    filesByPath.set(address, { bytes, type, tag, forever: /^\/assets\/.*[-.][\w-]{8,}\.\w+$/.test(address) })
  }
  const page = filesByPath.get(pageAt)?.bytes.toString('utf8')
  const hashes = filesByPath.get('/csp-hashes.json')
  filesByPath.delete('/index.html')
  filesByPath.delete('/csp-hashes.json')
  return {
    built: page !== undefined,
    styleHashes: hashes === undefined ? [] : readHashes(hashes.bytes.toString('utf8')),
    page(secret) {
      const html = (page ?? '').replace(META, (_, before: string, after: string) => `${before}${secret}${after}`)
      return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
    },
    file(path, request) {
      const file = filesByPath.get(path)
      if (file === undefined) return null
      const headers = {
        'content-type': file.type,
        etag: file.tag,
        'cache-control': file.forever ? 'public, max-age=31536000, immutable' : 'no-cache',
      }
      if (request.headers.get('if-none-match') === file.tag) return new Response(null, { status: 304, headers })
      return new Response(new Uint8Array(file.bytes), { headers })
    },
  }
}

/** Plain files only; what is hidden and what is a link is left out. */
function listFiles(folder: string): string[] {
  let entries: ReturnType<typeof readEntries>
  try {
    entries = readEntries(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return entries.flatMap(entry => {
    if (entry.name.startsWith('.')) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return listFiles(path)
    return entry.isFile() ? [path] : []
  })
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
}

/** `["sha256-…"]`, or that list under `styles`. */
function readHashes(text: string): readonly string[] {
  const value: unknown = JSON.parse(text)
  const list: unknown = Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Reflect.get(value, 'styles') : null
  return Array.isArray(list) ? list.filter(hash => typeof hash === 'string') : []
}
