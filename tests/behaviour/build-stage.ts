import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceStamp } from '../../cli/start/build-shell.ts'

const root = join(import.meta.dirname, '../..')
const source = join(import.meta.dirname, 'stage')
const out = join(root, '.cache/stage')

/** Builds the page of the tests of behaviour as the desktop is built, unless it was built of these very sources; gives its folder. */
export async function buildStage(): Promise<string> {
  const hash = createHash('sha256').update(sourceStamp(root))
  for (const name of readdirSync(source).sort()) hash.update(readFileSync(join(source, name)))
  const stamp = hash.digest('hex')
  if (existsSync(join(out, '.stamp')) && readFileSync(join(out, '.stamp'), 'utf8') === stamp) return out
  const [{ build }, { default: react }, { cspHashes }, { emptyWithoutHtml }, { decodeWithoutHtml }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-react'),
    import('../../shell/build/csp-hashes.ts'),
    import('../../shell/build/empty-without-html.ts'),
    import('../../shell/build/decode-without-html.ts'),
  ])
  rmSync(out, { recursive: true, force: true })
  await build({
    configFile: false,
    root: source,
    base: '/',
    publicDir: join(root, 'shell/public'),
    logLevel: 'error',
    plugins: [react(), cspHashes(), emptyWithoutHtml(), decodeWithoutHtml()],
    // Also from within Vitest, which calls itself a test.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2024',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4_000,
      minify: false,
      modulePreload: { polyfill: false },
    },
  })
  writeFileSync(join(out, '.stamp'), stamp)
  return out
}
