/** What the fixtures of the language say of themselves, in the real renderer: a rule is held by what the app does (B70). */
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import { loadBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { createPureTools } from '../runner/pure-tools.ts'

const pure = createPureTools()
let container: HTMLElement

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(() => container.remove())

const fixtures = ['valid', 'noted'].flatMap(kind =>
  readdirSync(`tests/fixtures/${kind}`)
    .filter(file => file.endsWith('.json') && !file.endsWith('.issues.json'))
    .map(file => [file.slice(0, -'.json'.length), loadBlueprint(readFileSync(`tests/fixtures/${kind}/${file}`, 'utf8')).document ?? {}] as const),
)
const testsOf = (document: JsonObject) => (document.tests ?? []) as readonly JsonObject[]
const tested = fixtures.filter(([, document]) => testsOf(document).length > 0)

describe.each(tested)('%s', (_, document) => {
  it.each(testsOf(document).map(test => [test.name as string, test] as const))('%s', async (_, test) => {
    const [verdict] = await runBlueprintTests({ document: { ...document, tests: [test] }, catalog, pure, container })
    expect(verdict?.message ?? 'passed').toBe('passed')
  })
})

it('says how many there were', () => {
  const count = tested.flatMap(([, document]) => testsOf(document)).length
  console.info(`${count} tests of ${tested.length} of ${fixtures.length} fixtures`)
  expect(count).toBeGreaterThan(100)
})
