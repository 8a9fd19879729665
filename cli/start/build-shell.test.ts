import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildIfStale, sourceStamp } from './build-shell.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cyanotype-build-'))
  mkdirSync(join(root, 'shell/windows'), { recursive: true })
  writeFileSync(join(root, 'shell/main.tsx'), 'a')
  writeFileSync(join(root, 'shell/windows/frame.tsx'), 'b')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('changes with what is built, by name and content, and not with dates, tests or hidden files', () => {
  const stamp = sourceStamp(root)
  utimesSync(join(root, 'shell/main.tsx'), 1, 1)
  writeFileSync(join(root, 'shell/main.test.tsx'), 'test')
  writeFileSync(join(root, 'shell/.swp'), 'x')
  expect(sourceStamp(root)).toBe(stamp)
  writeFileSync(join(root, 'shell/windows/frame.tsx'), 'c')
  expect(sourceStamp(root)).not.toBe(stamp)
  writeFileSync(join(root, 'shell/windows/frame.tsx'), 'b')
  writeFileSync(join(root, 'shell/other.ts'), '')
  expect(sourceStamp(root)).not.toBe(stamp)
})

it('leaves a build alone that was made from these sources', async () => {
  mkdirSync(join(root, 'dist/shell'), { recursive: true })
  writeFileSync(join(root, 'dist/shell/index.html'), '<!doctype html>')
  writeFileSync(join(root, 'dist/shell/.stamp'), sourceStamp(root))
  const said: string[] = []
  await buildIfStale(root, line => said.push(line))
  expect(said).toEqual([])
})

it('builds what is missing or stale, and remembers from what', async () => {
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'shell/index.html'), '<!doctype html><title>x</title><script type="module" src="./main.ts"></script>')
  writeFileSync(join(root, 'shell/main.ts'), 'document.title = "y"')
  writeFileSync(join(root, 'shell/vite.config.ts'), 'export default { root: import.meta.dirname, build: { outDir: "../dist/shell", emptyOutDir: true } }')
  const said: string[] = []
  await buildIfStale(root, line => said.push(line))
  await buildIfStale(root, line => said.push(line))
  expect(said).toHaveLength(1)
  writeFileSync(join(root, 'shell/main.ts'), 'document.title = "z"')
  await buildIfStale(root, line => said.push(line))
  expect(said).toHaveLength(2)
})
