import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { answerFromLibrary } from './index.ts'

/** The id of a shipped app; the name and fields of a composed one; or nothing. */
function told(prompt: string): string {
  const answer = answerFromLibrary(prompt)
  if (answer.kind === 'nothing-near') return 'nothing near'
  if (answer.source !== 'composed') return answer.source
  const document = JSON.parse(answer.text) as { app: { name: string }; state: { draft: { type: JsonObject } } }
  return `${document.app.name}: ${Object.keys(document.state.draft.type).slice(1).join(' ')}`
}

const expected: readonly (readonly [prompt: string, answer: string])[] = [
  ['a habit tracker', 'habits'],
  ['Build me something to track my daily habits', 'habits'],
  ['split the bill', 'tip-splitter'],
  ['tip calculator', 'tip-splitter'],
  ['when to water my plants', 'plants'],
  ['an app launcher', 'shelf'],
  ['a task manager for this desktop', 'system-monitor'],
  ['todo list', 'todos'],
  ['a to-do list for work', 'todos'],
  ['timer for focus', 'pomodoro'],
  ['A pomodoro timer with break reminders', 'pomodoro'],
  ['An expense tracker with categories, a monthly total and a chart', 'expenses'],
  ['track my spending', 'expenses'],
  ['A kanban board for my renovation project', 'kanban'],
  ['notes app', 'notes'],
  ['A calculator like the one on my phone, with keyboard support', 'calculator'],
  ['convert miles to km', 'unit-converter'],
  ['compare two texts', 'text-bench'],
  ['A world clock for a remote team with working-hours overlap', 'world-clock'],
  ['countdown to my wedding', 'countdown'],
  ['how many days until christmas', 'countdown'],
  ['a quiz about capitals', 'quiz'],
  ['a list of books with title, author and rating', 'Books: title author rating'],
  ['a collection of rare stamps with name, year, value and photo', 'Rare stamps: name year value photo'],
  ['a tracker for my plants', 'plants'],
  ['a log of my runs with date, distance and minutes', 'Run log: date distance minutes'],
  ['dream diary', 'Dream diary: date title text'],
  ['a wine cellar inventory with name, vintage, price and quantity', 'Wine cellars: name vintage price quantity'],
  ['shopping list', 'Shopping list: name quantity bought'],
  ['a packing list for my holiday', 'Packing list: name quantity packed'],
  ['A reading list with ratings, status, search and stats', 'Reading list: title ratings status'],
  ['keep track of my houseplants with name, room and last watered', 'Houseplants: name room lastWatered'],
  ['a list of job applications with company, role, status (applied, interview, offer), date and link', 'Job applications: company role status date link'],
  ['a database of customers with name, e-mail, phone, notes and tags', 'Customers: name eMail phone notes tags'],
  ['track subscriptions with price and renewal date', 'Subscriptions: name price renewalDate'],
  ['make me an app to manage my vinyl records', 'Vinyl records: title artist year genre rating'],
  ['Please create a simple app for logging bird sightings with species, place, date and count', 'Bird sightings: species place date count'],
  ['A workout log: exercises, sets, reps, weight, progress chart per exercise', 'Workout log: exercises sets reps weight'],
  ['catalogue of my lego sets: set number, name, price, built (yes/no)', 'Lego sets: setNumber name price built'],
  ['a journal', 'Journal: date title text mood'],
  ['weight tracker', 'Weight: date weightInKg'],
  ['a snake game', 'nothing near'],
  ['a chat app', 'nothing near'],
  ['a currency converter', 'nothing near'],
  ['weather forecast for my city', 'nothing near'],
  ['', 'nothing near'],
]

it.each(expected)('%s → %s', (prompt, answer) => expect(told(prompt)).toBe(answer))

describe('an app from the library', () => {
  it('says that no model wrote it', () =>
    expect(answerFromLibrary('a habit tracker')).toMatchObject({ kind: 'app', label: 'From the library, no model', source: 'habits' }))

  it('asks for what it needs and no more', () => {
    const answer = answerFromLibrary('a list of books')
    expect(answer.kind === 'app' && JSON.parse(answer.text).capabilities.map((entry: JsonObject) => entry.use)).toEqual(['storage', 'files'])
  })
})

it('where nothing is near, the three nearest are told', () => {
  const answer = answerFromLibrary('a snake game')
  expect(answer).toMatchObject({ kind: 'nothing-near', nearest: [{ id: 'quiz' }, {}, {}] })
})

const subjects = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('books', 'plants', 'rare stamps', 'water', 'runs', 'people', 'Bücher', '書籍', 'O’Brien’s shoes'),
)
const fieldNames = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    'name',
    'price',
    'date',
    'when',
    'paid',
    'rating',
    'photo',
    'tags',
    'notes',
    'category',
    'status',
    'status (open, closed)',
    'e-mail',
    'time',
    'km',
    'constructor',
    '__proto__',
    'search',
    'last seen',
    'Save',
    'id',
  ),
)
const containers = fc.constantFrom('list', 'tracker', 'log', 'collection', 'inventory', 'diary', 'database', 'checklist')

it('[B3][B22] whatever is listed, with whatever fields, the app passes the check without an issue', () => {
  fc.assert(
    fc.property(containers, subjects, fc.array(fieldNames, { maxLength: 14 }), (container, subject, fields) => {
      const answer = answerFromLibrary(`a ${container} of ${subject} with ${fields.join(', ')}`)
      if (answer.kind === 'app') expect(checkBlueprint(answer.text)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it.each([
  'a list of ${evil} with ${1 + 1}, `x` and "y"',
  "a list of it's things with o'clock, 'quoted' and back\\slash",
  'a list of <script>alert(1)</script> with <img onerror=x>',
  'a tracker of __proto__ with __proto__, constructor, toString, hasOwnProperty',
])('[B22] %s holds nothing of it that computes', prompt => {
  const answer = answerFromLibrary(prompt)
  expect(answer.kind).toBe('app')
  if (answer.kind !== 'app') return
  expect(checkBlueprint(answer.text)).toEqual([])
  expect(answer.text).not.toMatch(/\$\{evil|1 \+ 1|<script|<img/)
})

it('a prompt of any kind and length is answered at once', () => {
  const long = `a list of books with ${'title, author and '.repeat(8_000)}`
  for (const prompt of [
    long,
    'x'.repeat(100_000),
    ' '.repeat(100_000),
    'list '.repeat(20_000),
    'a '.repeat(50_000),
    '🎸'.repeat(30_000),
    '(((('.repeat(25_000),
    'list of '.repeat(12_500),
    'track '.repeat(17_000),
  ]) {
    const start = performance.now()
    const answer = answerFromLibrary(prompt)
    expect(performance.now() - start).toBeLessThan(1_000)
    if (answer.kind === 'app') expect(checkBlueprint(answer.text)).toEqual([])
  }
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), prompt => void answerFromLibrary(prompt)))
})
