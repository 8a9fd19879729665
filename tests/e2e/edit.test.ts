import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { tally } from './documents.ts'

/** Counts under another name, and gives each thing a date. */
const ops = [
  { put: 'state.things.type.0.due', value: 'date?' },
  { drop: 'state.count' },
  { put: 'state.marks', value: { type: 'number', init: 0, persist: true } },
  { node: { type: 'Text', text: 'Counted ${count}' }, replace: { type: 'Text', text: 'Marks ${marks}' } },
  { node: { type: 'Button', label: 'Count' }, set: { label: 'Mark', onPress: { do: 'inc', path: 'marks' } } },
]

it('[B80][B81][B92] an edit changes an app that is here: what was entered stays, what has no place is set aside, one undo takes it back', async () => {
  const desktop = await openDesktop({ provider: { reply: () => tally } })
  const { page } = desktop
  await desktop.ask('something that counts')
  const window = desktop.window('Tally')
  await reaches(window, 'running')
  await window.getByRole('button', { name: 'Count' }).click()
  await window.getByRole('button', { name: 'Count' }).click()
  await window.getByRole('textbox', { name: 'Thing' }).fill('Ink')
  await window.getByRole('button', { name: 'Add' }).click()
  await window.getByText('Ink', { exact: true }).waitFor()
  await window.getByText('Counted 2').waitFor()
  const base = await window.getAttribute('data-app')

  const openEdit = async (edit: object) => {
    await page.getByRole('navigation', { name: 'Dock' }).getByRole('button', { name: 'Apps' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open a file…' }).click()
    await (await chooser).setFiles({ name: 'change.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(edit)) })
  }

  await openEdit({ edit: 1, base: '0'.repeat(64), ops })
  const fault = page.getByRole('dialog', { name: 'This file was not opened' })
  await fault.getByText('not on this desktop').waitFor()
  await page.keyboard.press('Escape')
  await openEdit({ edit: 1, base, ops: [...ops, { drop: 'state.mark' }] })
  await fault.getByText('did you mean "state.marks"').waitFor()
  await page.keyboard.press('Escape')
  expect(await window.getAttribute('data-app')).toBe(base)

  await openEdit({ edit: 1, base, say: 'It counts marks now.', ops })
  const question = page.getByRole('dialog', { name: 'Change Tally?' })
  await question.waitFor()
  const asked = await question.innerText()
  for (const words of ['It counts marks now.', 'Removes the state entry “count”', 'Changes Button “Count”: label, onPress', 'set aside, not deleted'])
    expect(asked).toContain(words)
  await question.getByRole('button', { name: 'Change it' }).click()
  await window.getByText('Marks 0').waitFor()
  await window.getByText('Ink', { exact: true }).waitFor()
  expect(await window.getAttribute('data-app')).not.toBe(base)

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await window.getByText('Counted 2').waitFor()
  await window.getByText('Ink', { exact: true }).waitFor()
  expect(await window.getAttribute('data-app')).toBe(base)

  await openEdit({ edit: 1, base, ops })
  await question.getByRole('button', { name: 'Change it' }).click()
  await window.getByText('Marks 0').waitFor()
  await page.reload()
  await reaches(window, 'running')
  await window.getByText('Marks 0').waitFor()
  await window.getByRole('button', { name: 'Details' }).click()
  const details = page.getByRole('dialog', { name: 'About Tally' })
  await details.getByRole('tab', { name: 'Set aside' }).click()
  const aside = details.getByRole('listitem').filter({ hasText: 'count' })
  expect(await aside.innerText()).toContain('2')
  await aside.getByRole('button', { name: 'Put back into “marks”' }).click()
  await details.getByText('Nothing is set aside').waitFor()
  await details.getByRole('tab', { name: 'Versions' }).click()
  expect(await details.getByRole('button', { name: 'Use this version' }).count()).toBe(1)
  await page.keyboard.press('Escape')
  await window.getByText('Marks 2').waitFor()
})
