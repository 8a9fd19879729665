import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { catalog } from '../../components/index.ts'
import { createApp } from '../../engine/app/create-app.ts'
import { BlueprintView } from '../../engine/react/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import { createBlueprintStream } from '../../engine/stream/blueprint-stream.ts'
import { createTestApp } from '../../engine/test-app.ts'
import { checkBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { editorsApp } from '../e2e/editors-app.ts'
import { createPureTools } from '../runner/pure-tools.ts'

const pure = createPureTools()
let container: HTMLElement
beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  cleanup()
  container.remove()
})

it('passes the check without an issue', () => expect(checkBlueprint(JSON.stringify(editorsApp))).toEqual([]))

it.each(editorsApp.tests.map(test => [test.name, test] as const))('[B43] [B70] %s', async (_, test) => {
  const [verdict] = await runBlueprintTests({ document: { ...editorsApp, tests: [test] } as unknown as JsonObject, catalog, pure, container })
  expect(verdict?.message ?? 'passed').toBe('passed')
})

it.each(['"bind":"strokes"', '"bind":"lines"', '"bind":"note"', '"bind":"source"'])('[B43] is bound though it was drawn before its %s had come', async bind => {
  const text = JSON.stringify(editorsApp)
  const stream = createBlueprintStream()
  const app = createApp({ stream, ports: createTestApp({}).app.ports })
  const view = render(<BlueprintView app={app} catalog={catalog} />)
  const cut = text.indexOf(bind)
  act(() => stream.push(text.slice(0, cut)))
  // All the rest at once, so that nothing is drawn between.
  act(() => {
    stream.push(text.slice(cut))
    stream.end()
    app.start()
  })
  const { container } = view
  await vi.waitFor(() => expect(container.querySelectorAll('[data-tests-wait]')).toHaveLength(0), { timeout: 20_000 })
  expect(container.querySelector('.cy-sketch [role=toolbar]')).not.toBe(null)
  expect(container.querySelector('.cy-sheet-foot')).not.toBe(null)
  for (const area of container.querySelectorAll('textarea')) expect(area.readOnly).toBe(false)
})
