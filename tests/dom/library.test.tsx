import { afterEach, beforeEach, expect, it } from 'vitest'
import { changeFromLibrary } from '../../blueprints/library/change/index.ts'
import { answerFromLibrary } from '../../blueprints/library/index.ts'
import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import { applyEdit, hashBlueprint, loadBlueprint } from '../../schema/index.ts'
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
  'a wine cellar inventory with name, vintage, price and quantity',
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

const changes: readonly (readonly [prompt: string, request: string])[] = [
  ['a list of books with title, author and rating', 'add a category (novel, poetry) and tags'],
  ['a list of books with title, author and rating', 'remove the rating'],
  ['shopping list', 'add a shop'],
  ['a log of my runs with date, distance and minutes', 'add a photo'],
  ['a log of my runs with date, distance and minutes', 'remove the minutes; a chart of distance by month'],
  ['track subscriptions with price, category and renewal date', 'filter by category'],
  ['track subscriptions with price and renewal date', 'add a page Archive'],
  ['todo list', 'add a category (home, work)'],
  ['todo list', 'remove the notes'],
  ['track my spending', 'remove the note'],
]

it.each(changes)('[B80] the tests of the app for “%s” hold after “%s”', async (prompt, request) => {
  const answer = answerFromLibrary(prompt)
  const { document } = loadBlueprint(answer.kind === 'app' ? answer.text : '')
  if (!document) throw new Error('The library has no app for it.')
  const hash = await hashBlueprint(document)
  const change = changeFromLibrary(document, hash, request)
  if (change.kind !== 'edit') throw new Error(change.why)
  const { document: next } = applyEdit(document, change.edit, { hash })
  if (!next) throw new Error('The edit does not hold.')
  const verdicts = await runBlueprintTests({ document: next, catalog, pure, container })
  expect(verdicts.length).toBeGreaterThanOrEqual(2)
  expect(verdicts.filter(verdict => !verdict.passed)).toEqual([])
})
