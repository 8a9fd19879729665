import { afterAll, beforeAll, expect, it } from 'vitest'
import { BAR, measureShift } from '../behaviour/measure-shift.ts'
import { type OpenStage, openStage } from '../behaviour/open-stage.ts'
import { appScenes, recordingScenes } from '../behaviour/scenes.ts'
import { theBrowser } from './desktop.ts'

let stage: OpenStage
beforeAll(async () => {
  stage = await openStage(await theBrowser())
})
afterAll(() => stage?.close())

it('no shipped app and no recording is pushed about by more than the bar while it streams', async () => {
  const { page, traps } = await stage.page()
  await page.setViewportSize({ width: 720, height: 640 })
  const wrong: string[] = []
  let most = { name: '', sum: 0 }
  for (const { name, document } of [...appScenes(), ...recordingScenes()]) {
    const { sum, worst } = await measureShift(page, JSON.stringify(document), 200)
    if (sum > most.sum) most = { name, sum }
    if (sum > BAR) wrong.push(`${name}: ${sum.toFixed(3)}, most of it ${worst[0]?.moved.join(' · ')}`)
  }
  console.info(`The most that an app was pushed about: ${most.sum.toFixed(3)}, ${most.name}; \`npm run bench:shift\` prints each, at a slower pace.`)
  expect(wrong).toEqual([])
  expect(traps.take()).toEqual([])
})
