import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shippedApps } from '../../blueprints/index.ts'
import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import type { JsonObject } from '../../schema/json/json.ts'
import { leastSet, type withhold } from '../capabilities/least-set.ts'
import { createPureTools } from '../runner/pure-tools.ts'

const pure = createPureTools()
let container: HTMLElement

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(() => container.remove())

const run = (tested: JsonObject, withheld: ReturnType<typeof withhold>) => runBlueprintTests({ document: tested, catalog, pure, container, withheld })

describe.each(shippedApps.map(({ id, document: app }) => [id, app] as const))('%s', (_, app) => {
  it('[B67] asks for nothing but what one of its tests fails without', async () => {
    const proved = await leastSet(app, run)
    expect(proved.filter(({ test }) => test === null).map(({ capability }) => capability)).toEqual([])
    const asked = (Array.isArray(app.capabilities) ? app.capabilities : []) as readonly JsonObject[]
    expect(proved.map(({ capability }) => capability).sort()).toEqual(asked.map(({ use }) => use).sort())
  }, 60_000)
})

describe('what is withheld', () => {
  const app: JsonObject = {
    blueprint: 1,
    app: { name: 'Two' },
    capabilities: [{ use: 'net:https://a.example' }, { use: 'net:https://b.example' }, { use: 'storage' }],
    state: { count: { type: 'number', init: 0, persist: true }, seen: '' },
    view: {
      type: 'Stack',
      children: [
        {
          type: 'Button',
          label: 'A',
          onPress: [
            { do: 'http.get', url: 'https://a.example/x', out: 'reply' },
            { do: 'set', path: 'seen', value: '${reply.body}' },
          ],
        },
        { type: 'Button', label: 'B', onPress: [{ do: 'http.get', url: 'https://b.example/x' }] },
        { type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'count' } },
        { type: 'Text', text: '${count} ${seen}' },
      ],
    },
    tests: [
      { name: 'Reads', tools: { 'http.get': { reply: 'seen' } }, steps: [{ press: 'A' }, { sees: '0 seen' }] },
      { name: 'Keeps', steps: [{ press: 'Count' }, { reload: true }, { sees: '1' }] },
    ],
  }

  it('is one origin, and what is kept over a reload; an origin that no test needs is found', async () => {
    expect(await leastSet(app, run)).toEqual([
      { capability: 'storage', test: 'Keeps' },
      { capability: 'net:https://a.example', test: 'Reads' },
      { capability: 'net:https://b.example', test: null },
    ])
  })
})
