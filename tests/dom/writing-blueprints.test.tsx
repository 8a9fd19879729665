import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import { checkBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { createPureTools } from '../runner/pure-tools.ts'

/** Every JSON block of the page, with the code that a block is said to have. */
const page = readFileSync('docs/writing-blueprints.md', 'utf8')
const blocks = Array.from(page.matchAll(/(?:<!-- wrong: ([a-z-]+) -->\n)?```json\n([\s\S]*?)```/g), ([, wrong, text = '']) => ({
  wrong,
  text,
  line: page.slice(0, page.indexOf(text)).split('\n').length,
}))
const right = blocks.filter(block => block.wrong === undefined)
const wrong = blocks.filter(block => block.wrong !== undefined)
let container: HTMLElement

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(() => container.remove())

it('has blocks to look at', () => {
  expect(right.length).toBeGreaterThanOrEqual(8)
  expect(wrong.length).toBeGreaterThanOrEqual(2)
})

describe.each(right.map(block => [block.line, block.text] as const))('the app in line %i', (_, text) => {
  it('has no issue', () => expect(checkBlueprint(text)).toEqual([]))

  it('passes its tests', async () => {
    const verdicts = await runBlueprintTests({ document: JSON.parse(text) as JsonObject, catalog, pure: createPureTools(), container })
    expect(verdicts.filter(verdict => !verdict.passed).map(verdict => `${verdict.name}: ${verdict.message}`)).toEqual([])
  })
})

it.each(wrong.map(block => [block.wrong, block.text] as const))('what is shown for %s has that code alone', (code, text) => {
  expect(checkBlueprint(text).map(issue => issue.code)).toEqual([code])
})
