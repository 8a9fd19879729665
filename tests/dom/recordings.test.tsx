import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import { checkBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { formatBlueprint } from '../../schema/layout/format.ts'
import { recordings } from '../recordings/index.ts'
import { createPureTools } from '../runner/pure-tools.ts'

const folder = 'tests/recordings'
const pure = createPureTools()
let container: HTMLElement

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(() => container.remove())

it('lists every recording of the folder', () => {
  expect(recordings.map(({ file }) => file).sort()).toEqual(
    readdirSync(folder)
      .filter(file => file.endsWith('.json'))
      .sort(),
  )
})

describe.each(recordings.map(recording => [recording.file, recording] as const))('%s', file => {
  const text = readFileSync(`${folder}/${file}`, 'utf8')
  const document = JSON.parse(text) as JsonObject

  it('is written in the formatter’s way', () => expect(formatBlueprint(text)).toEqual({ text }))

  it('passes the check without an issue', () => expect(checkBlueprint(text)).toEqual([]))

  const tests = (document.tests ?? []) as readonly JsonObject[]
  it.each(tests.map(test => [test.name as string, test] as const))('[B70] %s', async (_, test) => {
    const [verdict] = await runBlueprintTests({ document: { ...document, tests: [test] }, catalog, pure, container })
    expect(verdict?.message ?? 'passed').toBe('passed')
  })
})
