import { describe, expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { tally } from './documents.ts'

describe('a prompt becomes an app', () => {
  it('streams, runs, is used, and is there after a reload', async () => {
    const { page, ask, window, provider } = await openDesktop({ provider: { reply: () => tally, pace: 3 } })
    await ask('something that counts')
    await reaches(window(), 'streaming')
    await reaches(window('Tally'), 'running')
    expect(provider?.requests).toHaveLength(1)
    const app = window('Tally')
    await app.getByRole('button', { name: 'Count' }).click()
    await app.getByRole('button', { name: 'Count' }).click()
    await app.getByText('Counted 2').waitFor()
    await app.getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    await reaches(window('Tally'), 'running')
    await window('Tally').getByText('Counted 2').waitFor()
  })
})
