/** What the README states as a fact is one. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { expect, it } from 'vitest'
import { components, systemPrompt, tools } from '../../schema/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const readme = read('README.md')
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)

it('counts the components, the tools and the tokens of the prompt', () => {
  expect(readme).toContain(`components from a list of ${components.size}, and steps from a list of ${tools.size} tools`)
  const [, stated] = /\| ([\d,]+) tokens \(o200k_base\) \|/.exec(readme) ?? []
  expect(Number(stated?.replaceAll(',', ''))).toBe(encode(systemPrompt).length)
})

it('links to what is there', () => {
  const links = [...readme.matchAll(/(?:\]\(|src(?:set)?=")([^)#"]+)[)"]/g)].map(([, path]) => path!).filter(path => !path.startsWith('http'))
  expect(links.length).toBeGreaterThan(8)
  expect(links.filter(path => !existsSync(join(root, path)))).toEqual([])
})

it('names each variable of .env.example, and no other', () => {
  const table = readme.slice(readme.indexOf('## Connect a model'), readme.indexOf('## The command'))
  const named = [...table.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!)
  const known = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!)
  expect([...new Set(named)].sort()).toEqual([...new Set(known)].sort())
})

it('names scripts that are there', () => {
  for (const [, name] of readme.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toContain(name)
})
