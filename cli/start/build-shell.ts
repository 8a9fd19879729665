import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** What the built desktop is made of. */
const SOURCES = ['schema', 'engine', 'components', 'tools', 'blueprints', 'shell', 'package-lock.json']
const STAMP = '.stamp'

/**
 * Builds the desktop into `dist/shell` unless what is there was built from these very sources.
 * `say` is told before a build, which takes a while. Throws where it fails.
 */
export async function buildIfStale(root: string, say: (line: string) => void): Promise<void> {
  const out = join(root, 'dist/shell')
  const stamp = sourceStamp(root)
  if (existsSync(join(out, 'index.html')) && readStamp(out) === stamp) return
  say('Building the desktop; this takes about ten seconds, once …')
  const { build } = await import('vite')
  const { NODE_ENV } = process.env
  // Vite keeps to what is set, and under a test runner would bundle React's development build.
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: join(root, 'shell/vite.config.ts'), logLevel: 'warn', mode: 'production' })
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
  writeFileSync(join(out, STAMP), stamp)
}

/** One hash over the names and contents of the sources: the same files give the same stamp on any machine. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const path of listFiles(join(root, source)).sort()) {
      hash.update(`${relative(root, path).split(sep).join('/')}\0`)
      hash.update(createHash('sha256').update(readFileSync(path)).digest())
    }
  }
  return hash.digest('hex')
}

function readStamp(folder: string): string | null {
  const file = join(folder, STAMP)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** The file itself, or every file of a folder but tests and what is hidden. */
function listFiles(path: string): string[] {
  if (!existsSync(path)) return []
  return statSync(path).isDirectory() ? listFolder(path) : [path]
}

function listFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.name.startsWith('.') || /\.test\.tsx?$/.test(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return listFolder(path)
    return entry.isFile() ? [path] : []
  })
}
