import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { folders, mayImport } from './layers.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** The names of the rules that a small repository with these files breaks. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'))
  made.push(folder)
  copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  for (const [path, text] of Object.entries({ 'package.json': '{"type":"module","dependencies":{"react":"*"}}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const there = folders.filter(name => Object.keys(files).some(path => path.startsWith(`${name}/`)))
  const args = [cruiser, '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', ...there]
  const output = await new Promise<string>(resolve => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e7 }, (_error, stdout) => resolve(stdout))
  })
  const { summary } = JSON.parse(output) as { summary: { violations: readonly { rule: { name: string } }[] } }
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort()
}

const react = {
  'node_modules/react/index.js': 'export {}',
  'node_modules/react/package.json': '{"name":"react","main":"index.js","type":"module"}',
}

it('lets pass what the table allows', async () => {
  expect(
    await broken({
      'schema/check.ts': 'export const check = 1',
      'engine/ports.ts': "export { check } from '../schema/check.ts'",
      'engine/react/view.ts': "import '../ports.ts'\nimport 'react'",
      'components/button.ts': "import '../engine/ports.ts'\nimport 'react'",
      'shell/main.ts': "import '../components/button.ts'\nimport '../engine/react/view.ts'",
      'gateway/server.ts': "import '../schema/check.ts'",
      ...react,
    }),
  ).toEqual([])
})

it.each([
  ['schema, of anything', { 'schema/a.ts': "import '../engine/b.ts'", 'engine/b.ts': '' }, 'layers-schema'],
  ['a component, of the shell', { 'components/a.ts': "import '../shell/b.ts'", 'shell/b.ts': '' }, 'layers-components'],
  ['a tool, of more of the engine than its contracts', { 'tools/a.ts': "import '../engine/store/b.ts'", 'engine/store/b.ts': '' }, 'contracts-tools'],
  ['the gateway, of the engine', { 'gateway/a.ts': "import '../engine/ports.ts'", 'engine/ports.ts': '' }, 'layers-gateway'],
  ['the shell, of the gateway', { 'shell/a.ts': "import '../gateway/b.ts'", 'gateway/b.ts': '' }, 'layers-shell'],
  ['types alone', { 'engine/a.ts': "import type { B } from '../shell/b.ts'\nexport const a: B = 1", 'shell/b.ts': 'export type B = number' }, 'layers-engine'],
  ['at run time', { 'engine/a.ts': "export const b = () => import('../shell/b.ts')", 'shell/b.ts': 'export const b = 1' }, 'layers-engine'],
  ['the engine, of React', { 'engine/store/a.ts': "import 'react'", ...react }, 'react-only-in-engine-react'],
  ['a circle', { 'schema/a.ts': "import './b.ts'", 'schema/b.ts': "import './a.ts'" }, 'no-cycles'],
  ['what is not there', { 'schema/a.ts': "import './gone.ts'" }, 'unresolvable'],
])('reports a forbidden import: %s', async (_what, files, rule) => {
  expect(await broken(files)).toEqual([rule])
})

it('knows each folder of the table', () => {
  for (const allowed of Object.values(mayImport)) for (const name of allowed) expect([...folders, 'engine contracts']).toContain(name)
})
