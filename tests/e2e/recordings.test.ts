import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Recording, recordings } from '../recordings/index.ts'
import { reaches, shareDesktop } from './desktop.ts'
import { drive, type Step } from './drive.ts'

/** What a person uses each app for. */
const MAIN_USE: ReadonlyMap<string, readonly Step[]> = new Map<string, readonly Step[]>([
  ['pomodoro.json', [{ sees: '25:00' }, { fill: 'Report', into: 'What are you working on?' }, { press: 'Start' }, { sees: /24:5\d/ }, { press: 'Pause' }]],
  [
    'calculator.json',
    [
      { press: '7' },
      { press: '+' },
      { press: '8' },
      { press: '=' },
      { sees: '15' },
      { key: 'Escape' },
      { key: '6' },
      { key: '*' },
      { key: '7' },
      { key: 'Enter' },
      { sees: '42' },
    ],
  ],
  [
    'expenses.json',
    [{ fill: '12.50', into: 'Amount' }, { fill: 'Lunch', into: 'Note' }, { press: 'Add expense' }, { sees: 'Lunch' }, { sees: '$12.50 added to Groceries' }],
  ],
  [
    'renovation-board.json',
    [
      { press: 'New task' },
      { fill: 'Paint the hall', into: 'Title' },
      { press: 'Save' },
      { sees: 'Paint the hall' },
      { move: 'Check the wiring', to: 'Done' },
      { sees: 'Check the wiring is done' },
    ],
  ],
  [
    'habits.json',
    [
      { press: 'New habit' },
      { fill: 'Stretch', into: 'Habit' },
      { press: 'Save' },
      { press: 'Mark Stretch as done today' },
      { sees: 'All habits done today' },
      { press: 'Heat map' },
      { sees: 'Stretch' },
    ],
  ],
  ['tip-splitter.json', [{ fill: '100', into: 'Bill' }, { key: 'Enter' }, { press: '20%' }, { sees: '$120.00' }, { sees: '$60.00' }]],
  ['snake.json', [{ press: 'Start' }, { sees: 'Game over' }, { press: 'Play again' }, { sees: 'Start' }]],
  ['meeting-cost.json', [{ press: 'Start' }, { sees: /00:00:0[1-9]/ }, { press: 'End and save' }, { sees: 'Meeting saved' }]],
  [
    'workout-log.json',
    [{ fill: 'Squat', into: 'Exercise' }, { key: 'Tab' }, { press: 'Log it' }, { sees: '3 × 8 @ 20 kg' }, { press: 'Records' }, { sees: 'Squat' }],
  ],
  ['team-clock.json', [{ sees: 'Ana' }, { press: 'Overlap' }, { press: 'Team' }, { fill: 'Mia', into: 'Name' }, { press: 'Add' }, { sees: 'Mia' }]],
  ['tic-tac-toe.json', [{ key: '5' }, { sees: 'Your turn' }]],
  [
    'reading-list.json',
    [
      { press: 'Add book' },
      { fill: 'Dune', into: 'Title' },
      { fill: 'Frank Herbert', into: 'Author' },
      { fill: '600', into: 'Pages' },
      { press: 'Add book' },
      { sees: 'Dune added' },
      { sees: 'Frank Herbert' },
    ],
  ],
  [
    'pomodoro-with-tasks.json',
    [{ fill: 'Write report', into: 'New task' }, { press: 'Add task' }, { press: 'Start focus' }, { sees: /24:5\d/ }, { sees: 'Write report' }],
  ],
  [
    'spanish-cards.json',
    [
      { press: 'Words' },
      { press: 'Add a word' },
      { fill: 'el faro', into: 'Spanish' },
      { fill: 'lighthouse', into: 'English' },
      { press: 'Save' },
      { sees: '41 words' },
      { press: 'Study' },
      { sees: 'How to answer' },
    ],
  ],
  [
    'invoice-maker.json',
    [
      { fill: 'Ada & Co', into: 'Client' },
      { press: 'Add line' },
      { press: 'Preview and print' },
      { sees: 'Bill to' },
      { sees: 'Ada & Co' },
      { press: 'Print' },
      { press: 'Back to editing' },
      { sees: 'Line items' },
    ],
  ],
  [
    'json-inspector.json',
    [
      { fill: '{"a":[1,2', into: 'JSON source' },
      { sees: 'Not valid JSON' },
      { fill: '{"a":[1,2,"three"]}', into: 'JSON source' },
      { sees: 'Valid JSON: 5 values' },
      { press: 'Minify' },
      { press: 'Format' },
      { sees: '"three"' },
    ],
  ],
  ['seating-planner.json', [{ press: 'Tables' }, { press: 'Add table' }, { press: 'Summary' }, { press: 'Print' }, { sees: 'Meals' }]],
  ['snake-with-scores.json', [{ press: 'Start game' }, { key: 'ArrowUp' }, { sees: /[Ss]core/ }]],
  [
    'freelance-crm.json',
    [
      { press: 'Contacts' },
      { press: 'New contact' },
      { fill: 'Ada Lovelace', into: 'Full name' },
      { fill: 'ada@example.com', into: 'Email' },
      { press: 'Save contact' },
      { sees: 'Ada Lovelace' },
    ],
  ],
  [
    'team-clock-by-zone.json',
    [{ press: 'Add person' }, { fill: 'Mia', into: 'Name' }, { choose: 'Asia/Tokyo', in: 'Time zone' }, { press: 'Save person' }, { sees: 'Mia' }],
  ],
])

const documentOf = ({ file }: Recording) => JSON.parse(readFileSync(join(import.meta.dirname, '../recordings', file), 'utf8')) as { app: { name: string } }

const PROTOCOLS = ['anthropic', 'openai', 'ollama'] as const

describe.each(PROTOCOLS)('an app that a model wrote streams in over %s, draws, and is used', protocol => {
  const get = shareDesktop({
    provider: {
      protocol,
      piece: 50,
      bytes: 1000,
      reply: ({ messages }) => {
        const asked = JSON.stringify(messages.at(-1))
        const number = Number(/recording (\d+)/.exec(asked)?.[1])
        return JSON.stringify(documentOf(recordings[number]!))
      },
    },
    context: { permissions: ['notifications', 'clipboard-read', 'clipboard-write'], locale: 'en-US' },
  })

  for (const [number, recording] of recordings.entries()) {
    if (PROTOCOLS[number % PROTOCOLS.length] !== protocol) continue
    it(recording.file, async () => {
      const { page, ask, window } = get()
      const { name } = documentOf(recording).app
      await ask(`recording ${number}: ${recording.prompt}`)
      const app = window(name)
      await app.and(page.locator('[data-state="running"], [data-state="review"], [data-state="stopped"]')).waitFor()
      const sheet = page.getByRole('dialog', { name: `Allow ${name}?` })
      if ((await app.getAttribute('data-state')) === 'review') {
        await sheet.waitFor()
        await page.waitForTimeout(750)
        await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
      }
      await reaches(app, 'running')
      expect(await app.locator('.cy-fault').allInnerTexts()).toEqual([])
      const steps = MAIN_USE.get(recording.file)
      expect(steps, 'its main use is written down').toBeDefined()
      await drive(app, steps!)
      expect(await app.locator('.cy-fault').allInnerTexts()).toEqual([])
      expect(await app.getAttribute('data-state')).toBe('running')
    })
  }
})
