import { readdirSync, readFileSync } from 'node:fs'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../components/index.ts'
import { loadBlockViews } from '../../engine/app/blocks.ts'
import { createApp } from '../../engine/app/create-app.ts'
import { BlueprintView } from '../../engine/react/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import { createBlueprintStream } from '../../engine/stream/blueprint-stream.ts'
import { createTestApp } from '../../engine/test-app.ts'
import { expandBlueprint } from '../../schema/expand/expand.ts'
import { blocks } from '../../schema/generated/catalog.ts'
import { checkBlueprint, loadBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { formatBlueprint } from '../../schema/layout/format.ts'
import { createPureTools } from '../runner/pure-tools.ts'

const folder = 'schema/blocks/apps'
const pure = createPureTools()
let container: HTMLElement

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(() => container.remove())

it('[B52] each block has an app that shows it', () => {
  expect(readdirSync(folder).sort()).toEqual([...blocks.keys()].map(name => `${name}.json`).sort())
})

describe('[B52] in a block', () => {
  const tracker = { type: 'TrackerPage', title: 'Steps', entries: 'log', goal: 2 }
  const log = { type: [{ id: 'text', date: 'date', value: 'number' }], init: [{ id: 'a', date: '2026-01-05', value: 1 }] }
  const run = (sections: JsonObject) => runBlueprintTests({ document: { blueprint: 1, app: { name: 'Sample' }, ...sections }, catalog, pure, container })
  const passed = async (sections: JsonObject) => expect((await run(sections)).map(({ message }) => message ?? 'passed')).toEqual(['passed'])

  it('nothing of the app is in scope, not even its functions', () =>
    passed({
      state: { log, entries: 'mine', goal: 7 },
      derived: { sum: { params: { a: 'any', b: 'any' }, value: '${99}' } },
      view: tracker,
      tests: [{ name: 'counts its own way', steps: [{ sees: '1 / 2' }, { press: 'Add 1' }, { sees: '2 / 2' }] }],
    }))

  it('each use has its own state, which is as it was at first when the app is opened again', () =>
    passed({
      capabilities: [{ use: 'storage' }],
      state: { log: { ...log, persist: true } },
      view: {
        type: 'Tabs',
        children: [tracker, { ...tracker, title: 'Again' }].map(block => ({ type: 'Tab', title: `Tab ${block.title}`, children: [block] })),
      },
      tests: [
        {
          name: 'two blocks',
          steps: [
            { press: '7' },
            { sees: 'Last 7 days' },
            { press: 'Tab Again' },
            { sees: 'Last 30 days' },
            { press: 'Tab Steps' },
            { sees: 'Last 7 days' },
            { reload: true },
            { sees: 'Last 30 days' },
          ],
        },
      ],
    }))

  it('what was drawn while it streamed has its state once the app runs', async () => {
    const document = { blueprint: 1, app: { name: 'Sample' }, state: { log }, view: { ...tracker, children: [] } }
    const text = JSON.stringify(document)
    await loadBlockViews()
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports: createTestApp({}).app.ports })
    render(<BlueprintView app={app} catalog={catalog} />, { container })
    for (let at = 0; at < text.length; at += 7) act(() => stream.push(text.slice(at, at + 7)))
    expect(container.textContent).toContain('Last 30 days')
    act(() => stream.end())
    act(() => app.start())
    act(() => fireEvent.click(screen.getByRole('radio', { name: '7' })))
    expect(container.textContent).toContain('Last 7 days')
    act(() => app.dispose())
  })

  it('what is not given for an event is nothing to press', () =>
    passed({
      view: { type: 'DashboardPage', title: 'Sales', problem: 'No net' },
      tests: [{ name: 'no handler', steps: [{ sees: 'No net' }, { press: 'Try again' }, { sees: 'No net' }] }],
    }))
})

describe.each([...blocks.keys()])('%s', name => {
  const text = readFileSync(`${folder}/${name}.json`, 'utf8')
  const app = JSON.parse(text) as JsonObject
  const tests = app.tests as readonly JsonObject[]

  it('[B52] its app uses it, passes the check and is formatted', () => {
    expect(checkBlueprint(text)).toEqual([])
    expect(text).toContain(`"type": "${name}"`)
    expect(formatBlueprint(text)).toEqual({ text })
  })

  it.each(tests.map(test => [test.name as string, test] as const))('[B70] %s', async (_, test) => {
    const [verdict] = await runBlueprintTests({ document: { ...app, tests: [test] }, catalog, pure, container })
    expect(verdict?.message ?? 'passed').toBe('passed')
  })

  it('[B45] [B52] written out it has no issue, no block, and passes the same tests', async () => {
    const expanded = expandBlueprint(loadBlueprint(text).document as JsonObject)
    const document = 'document' in expanded ? expanded.document : {}
    expect(checkBlueprint(document).filter(issue => issue.severity === 'error')).toEqual([])
    expect(JSON.stringify(document.view)).not.toContain(`"type":"${name}"`)
    const verdicts = await runBlueprintTests({ document, catalog, pure, container })
    expect(verdicts.map(verdict => verdict.message ?? 'passed')).toEqual(tests.map(() => 'passed'))
  })
})
