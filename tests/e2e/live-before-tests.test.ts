import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'

const counter = JSON.stringify({
  blueprint: 1,
  app: { name: 'Counter', icon: 'plus' },
  capabilities: [{ use: 'storage', why: 'Keeps the count.' }],
  state: { count: { type: 'number', init: 0, persist: true } },
  view: {
    type: 'Stack',
    children: [
      { type: 'Text', text: 'Counted ${count}' },
      { type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'count' } },
    ],
  },
  tests: [{ name: 'counts', steps: [{ press: 'Count' }, { sees: 'Counted 1' }] }],
})

it('[B68] an app that needs no yes is used while its tests still arrive; where they never do, it is kept without them', async () => {
  const { page, ask, window } = await openDesktop({
    provider: { reply: () => counter, bytes: 4000, fault: () => ({ kind: 'stall', after: counter.indexOf('"steps"') / counter.length }) },
  })
  await ask('a counter')
  const app = window('Counter')
  await app.getByRole('button', { name: 'Count', exact: true }).click()
  await app.getByText('Counted 1').waitFor()
  expect(await app.getAttribute('data-state')).toBe('streaming')
  await app.getByRole('button', { name: 'Stop' }).click()
  await reaches(app, 'running')
  await app.getByRole('button', { name: 'Count', exact: true }).click()
  await app.getByText('Counted 2').waitFor()
  await app.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await reaches(app, 'running')
  await app.getByText('Counted 2').waitFor()
})
