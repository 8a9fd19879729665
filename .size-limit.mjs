/** What an app costs in the page, gzipped. Each limit is what was measured, and 3 % more; `npm run check` builds the desktop first. */
import { existsSync, readFileSync } from 'node:fs'

const shell = 'dist/shell'
const ignore = ['react', 'react-dom']
const run = { 'engine/app/create-app.ts': '{ createApp }', 'engine/react/index.ts': '{ BlueprintView }' }
/** What is loaded where it is first used, and not with what uses it: the views of blocks. */
const modifyEsbuildConfig = config => ({ ...config, external: [...(config.external ?? []), '*/generated/block-views.ts'] })
const stream = { ...run, 'engine/stream/blueprint-stream.ts': '{ createBlueprintStream }' }

/** What the page asks for before it shows anything: the scripts and styles that its first document names. */
function firstFiles() {
  const page = `${shell}/index.html`
  if (!existsSync(page)) throw new Error(`${page} is not there: run "npm run build".`)
  const names = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(match => `${shell}/${match[1]}`)
  if (!names.some(name => name.endsWith('.js'))) throw new Error(`${page} names no script.`)
  return names
}

export default [
  { name: 'Run an approved app (engine and React binding, without React)', import: run, ignore, modifyEsbuildConfig, gzip: true, limit: '56.2 kB' },
  { name: 'The same, and stream and check one', import: stream, ignore, modifyEsbuildConfig, gzip: true, limit: '115.6 kB' },
  { name: 'The desktop, first load', path: firstFiles(), disablePlugins: ['@size-limit/esbuild'], gzip: true, limit: '112.8 kB' },
]
