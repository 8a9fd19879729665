import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'cyanotype-dev-'))
const file = join(folder, 'a.json')
writeFileSync(file, '{ "blueprint": 1, "app": { "name": "A" }, "view": "Hello" }')

async function run(...args: string[]): Promise<{ code: number; err: string }> {
  let err = ''
  const code = await main(['dev', ...args], {
    out: () => {},
    err: text => {
      err += text
    },
    async *input() {},
    environment: {},
  })
  return { code, err }
}

it.each([
  [[], /A file is missing/],
  [['-'], /not the standard input/],
  [[join(folder, 'none.json')], /There is no file/],
  [[folder], /is a folder/],
  [[file, '--port', 'many'], /is no port/],
  [[file, '--port', '70000'], /is no port/],
  [[file, '--to'], /no option --to/],
])('what cannot be shown is said, with exit code 2: dev %j', async (args, message) => {
  const { code, err } = await run(...args)
  expect(code).toBe(2)
  expect(err).toMatch(message)
})
