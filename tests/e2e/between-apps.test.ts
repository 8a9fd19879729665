import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'

/** Names that would lead out of an app's own corner if any of them were joined to a path. */
const KEYS = ['secret', '../secret', '__proto__', 'constructor', '%2e%2e/secret', 'value/other/secret', '/', '']

/** Two of these have the same words for everything: names, keys, state. */
const corner = (name: string, own: string) =>
  JSON.stringify({
    blueprint: 1,
    app: { name, icon: 'box', about: 'Keeps a word.', window: { width: 420, height: 460 } },
    capabilities: [
      { use: 'storage', why: 'Keeps the word.' },
      { use: 'apps', why: 'Opens others.' },
    ],
    constants: { keys: KEYS.filter(key => key !== '') },
    state: { word: { type: 'text', init: '', persist: true }, seen: { type: ['any'], init: [] }, said: '' },
    view: {
      type: 'Stack',
      children: [
        {
          type: 'Button',
          label: 'Keep',
          onPress: [
            { do: 'set', path: 'word', value: own },
            { do: 'each', in: '${keys}', as: 'name', steps: [{ do: 'storage.set', key: '${name}', value: own }] },
            { do: 'set', path: 'said', value: 'kept' },
          ],
        },
        {
          type: 'Button',
          label: 'Read',
          onPress: [
            { do: 'set', path: 'seen', value: '${[]}' },
            {
              do: 'each',
              in: '${keys}',
              as: 'name',
              steps: [
                { do: 'storage.get', key: '${name}', out: 'value' },
                { do: 'add', to: 'seen', item: '${value}' },
              ],
            },
            { do: 'storage.list', out: 'list' },
            { do: 'set', path: 'said', value: '${json(seen)} ${count(list)} ${word}' },
          ],
        },
        { type: 'Text', text: 'Said: ${said}' },
      ],
    },
  })

it('[S33][S22][S25] of two apps neither sees what the other keeps, in storage or in state, under whatever name; nor after a reload', async () => {
  const desktop = await openDesktop({ provider: { reply: (_, index) => [corner('First', 'of the first'), corner('Second', 'of the second')][index] ?? 'no' } })
  const { page } = desktop
  await desktop.ask('a corner')
  const first = desktop.window('First')
  await reaches(first, 'running')
  await desktop.ask('another corner')
  const second = desktop.window('Second')
  await reaches(second, 'running')

  const nothing = `[${KEYS.slice(1)
    .map(() => 'null')
    .join(',')}] 0`
  await first.getByRole('button', { name: 'Keep' }).click()
  await first.getByText('Said: kept').waitFor()
  await second.getByRole('button', { name: 'Read' }).click()
  await second.getByText(`Said: ${nothing}`).waitFor()
  await second.getByRole('button', { name: 'Keep' }).click()
  await second.getByText('Said: kept').waitFor()
  for (const [app, word] of [
    [first, 'of the first'],
    [second, 'of the second'],
  ] as const) {
    await app.getByRole('button', { name: 'Read' }).click()
    await app.getByText(`${KEYS.length - 1} ${word}`).waitFor()
    expect(await app.innerText()).not.toContain(word === 'of the first' ? 'of the second' : 'of the first')
  }
  await expect.poll(() => page.getByText('Saved').count()).toBeGreaterThan(0)
  await page.waitForTimeout(600)
  await page.reload()
  await reaches(first, 'running')
  await first.getByRole('button', { name: 'Read' }).click()
  await first.getByText(`${KEYS.length - 1} of the first`).waitFor()
  expect(await first.innerText()).not.toContain('of the second')
})
