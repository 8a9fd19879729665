import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerFromLibrary } from '../../blueprints/library/index.ts'
import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import type { JsonObject } from '../../schema/json/json.ts'
import { createPureTools } from '../runner/pure-tools.ts'

const pure = createPureTools()
let container: HTMLElement

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(() => container.remove())

const prompts = [
  'a list of books with title, author and rating',
  'a tracker for my plants',
  'shopping list',
  'a log of my runs with date, distance and minutes',
  'track subscriptions with price and renewal date',
  'a collection of rare stamps with name, year, value, tags, link, time, bought on and photo',
  'a mood diary',
  'a list of bugs with status, priority and reported on',
]

it.each(prompts)('[B70] the tests of the app for “%s” hold', async prompt => {
  const answer = answerFromLibrary(prompt)
  if (answer.kind !== 'app') throw new Error('The library has no app for it.')
  expect(answer.source).toBe('composed')
  const verdicts = await runBlueprintTests({ document: JSON.parse(answer.text) as JsonObject, catalog, pure, container })
  expect(verdicts.length).toBeGreaterThanOrEqual(3)
  expect(verdicts.filter(verdict => !verdict.passed)).toEqual([])
})
