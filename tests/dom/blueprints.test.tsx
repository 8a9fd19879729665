import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shippedApps } from '../../blueprints/index.ts'
import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import { checkBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { formatBlueprint } from '../../schema/layout/format.ts'
import { createPureTools } from '../runner/pure-tools.ts'

const folder = 'blueprints/apps'
const sections = 'blueprint app capabilities constants state data derived view pages glance parts actions keys timers effects strings tests'.split(' ')
const pure = createPureTools()
let container: HTMLElement

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(() => container.remove())

it('lists every app of the folder', () => {
  const files = readdirSync(folder).map(file => file.replace(/\.json$/, ''))
  expect(shippedApps.map(app => app.id).sort()).toEqual(files.sort())
})

describe.each(shippedApps.map(app => [app.id, app] as const))('%s', (id, app) => {
  const text = readFileSync(`${folder}/${id}.json`, 'utf8')

  it('[B1] is written in the formatter’s way, with its sections in order', () => {
    expect(formatBlueprint(text)).toEqual({ text })
    expect(Object.keys(app.document)).toEqual(sections.filter(section => Object.hasOwn(app.document, section)))
  })

  it('passes the check without an issue', () => {
    expect(checkBlueprint(text)).toEqual([])
  })

  it('says what it is, and how big its window is', () => {
    const { name, about, icon, category, theme, window } = app.document.app as JsonObject
    for (const said of [name, about, icon, category]) expect(said).toMatch(/\S/)
    expect((theme as JsonObject).accent).toMatch(/\S/)
    expect(Object.keys(window as JsonObject)).toEqual(['width', 'height'])
  })

  const tests = app.document.tests as readonly JsonObject[]
  it('[B71] has tests for what is done with it', () => expect(tests.length).toBeGreaterThanOrEqual(3))
  it.each(tests.map(test => [test.name as string, test] as const))('[B70] %s', async (_, test) => {
    const [verdict] = await runBlueprintTests({ document: { ...app.document, tests: [test] }, catalog, pure, container })
    expect(verdict?.message ?? 'passed').toBe('passed')
  })
})

it('[B70] a test that does not hold fails, and says at which step', async () => {
  const [{ document: todos }] = shippedApps as [(typeof shippedApps)[number]]
  const document = { ...todos, tests: [{ name: 'Nothing is added', steps: [{ fill: 'Milk', into: 'New todo' }, { press: 'Add' }, { notSees: 'Milk' }] }] }
  const [verdict] = await runBlueprintTests({ document, catalog, pure, container })
  expect(verdict).toMatchObject({ passed: false, message: expect.stringContaining('Step 3') })
})
