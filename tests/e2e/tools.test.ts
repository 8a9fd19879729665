/** Tools that compute, in the built desktop under its policy. */
import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { openShipped } from './permit.ts'

it('[B67] two texts are compared by what is loaded with the first call, and a text is turned into others', async () => {
  const desktop = await openDesktop()
  const { page } = desktop
  await openShipped(page, 'Text bench')
  const bench = desktop.window('Text bench')
  await reaches(bench, 'running')
  await bench.getByLabel('Before').fill('a red car')
  await bench.getByLabel('After').fill('a blue car')
  await bench.getByRole('button', { name: 'Compare' }).click()
  await bench.getByText('1 addition').waitFor()
  await bench.getByText('1 removal').waitFor()

  await bench.getByRole('tab', { name: 'One text' }).click()
  await bench.getByRole('textbox', { name: 'Text' }).fill('Cyanotype')
  await bench.getByRole('button', { name: 'Convert' }).click()
  await bench.getByText('Q3lhbm90eXBl').waitFor()
  expect(await bench.getByRole('alert').count()).toBe(0)
})
