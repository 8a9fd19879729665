import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { tally } from './documents.ts'
import { makeSystemApp } from './permit.ts'

/** Shows what happened, by kind. */
const watcher = JSON.stringify({
  blueprint: 1,
  app: { name: 'Watcher', icon: 'eye', about: 'Shows what the other apps do.', window: { width: 460, height: 420 } },
  capabilities: [{ use: 'system.events', why: 'Shows what happens.' }],
  state: { seen: { type: ['text'], init: [] }, failed: '' },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      {
        type: 'Button',
        label: 'Look',
        onPress: [
          { do: 'system.events', most: 200, out: 'events', catch: [{ do: 'set', path: 'failed', value: '${error.code}' }] },
          { do: 'set', path: 'seen', value: '${events.map(e => `${e.kind} ${e.what}`)}' },
        ],
      },
      { type: 'Text', text: 'Failed: ${failed}' },
      { type: 'List', each: '${seen}', as: 'line', children: [{ type: 'Text', text: '${line}' }] },
    ],
  },
})

it('system.events gives an app that was allowed to what happened in all apps, never the values, and nothing to one that was not', async () => {
  const { page, ask, window } = await openDesktop({ provider: { reply: (_, index) => [tally, watcher][index] ?? 'no' } })
  await ask('something that counts')
  await reaches(window('Tally'), 'running')
  await window('Tally').getByRole('textbox', { name: 'Thing' }).fill('a secret of mine')
  await window('Tally').getByRole('button', { name: 'Add' }).click()
  await window('Tally').getByText('a secret of mine').waitFor()

  await ask('show me what happens')
  const app = window('Watcher')
  await reaches(app, 'running')
  // Nobody made it a system app: it is not even asked about.
  await app.getByRole('button', { name: 'Look' }).click()
  await app.getByText('Failed: denied').waitFor()
  await makeSystemApp(page, 'Watcher')
  await app.getByRole('button', { name: 'Look' }).click()
  await app.getByText('event Button onPress').first().waitFor()
  await app.getByText('step add').first().waitFor()
  await app.getByText('grant system.events').first().waitFor()
  await app.getByText('provider anthropic').first().waitFor()
  expect(await app.innerText()).not.toContain('secret')

  await app.getByRole('button', { name: 'Details' }).click()
  const details = page.getByRole('dialog', { name: 'About Watcher' })
  await details.getByRole('tab', { name: 'Permissions' }).click()
  await details.getByRole('switch', { name: /See what happens/ }).click()
  await page.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Look' }).click()
  await app.getByText('Failed: denied').waitFor()
})
