import { expect, it } from 'vitest'
import { openDesktop, reaches, windowIn } from './desktop.ts'
import { tally } from './documents.ts'

it('a second tab of an app is read-only and live, until it takes the app over', async () => {
  const { page: first, newPage, ask, window } = await openDesktop({ provider: { reply: () => tally } })
  await ask('something that counts')
  const one = window('Tally')
  await reaches(one, 'running')
  await one.getByRole('button', { name: 'Count' }).click()
  await one.getByText('Counted 1').waitFor()

  const second = await newPage()
  await second.getByRole('button', { name: 'Tally' }).first().click()
  const two = windowIn(second, 'Tally')
  await reaches(two, 'running')
  await two.getByText('This app is open in another tab').waitFor()
  await two.getByText('Counted 1').waitFor()
  const count = (await two.getByRole('button', { name: 'Count' }).boundingBox())!
  await second.mouse.click(count.x + 6, count.y + 6)

  await one.getByRole('button', { name: 'Count' }).click()
  await two.getByText('Counted 2').waitFor()
  await one.getByText('Counted 2').waitFor()

  await two.getByRole('button', { name: 'Use here' }).click()
  await two.getByText('This app is open in another tab').waitFor({ state: 'detached' })
  await two.getByRole('button', { name: 'Count' }).click()
  await two.getByText('Counted 3').waitFor()
  await one.getByText('This app is open in another tab').waitFor()
  await one.getByText('Counted 3').waitFor()

  await one.getByRole('button', { name: 'Use here' }).click()
  await one.getByRole('button', { name: 'Count' }).click()
  await one.getByText('Counted 4').waitFor()
  await two.getByText('Counted 4').waitFor()
  await one.getByText('Saved', { exact: true }).waitFor()

  await second.close()
  await first.reload()
  await reaches(one, 'running')
  await one.getByText('Counted 4').waitFor()
  expect(await one.getByText('open in another tab').count()).toBe(0)
})
