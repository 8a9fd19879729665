/**
 * What is closed leaves nothing behind. `npm run leaks` does it two hundred times; here it is a dozen times.
 */
import type { CDPSession, Page } from 'playwright'
import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { visitor } from './documents.ts'
import { countResources, type PageResources, resourcesOf } from './page-resources.ts'

const ROUNDS = Number(process.env.LEAK_ROUNDS ?? 12)
/** Until caches are full and everything that is loaded later is there. */
const WARM = Math.max(10, Math.round(ROUNDS / 4))

/** Does `round` again and again, and gives what the page held when it was warm and what it holds at the end. */
async function warmAndEnd(page: Page, round: (index: number) => Promise<void>): Promise<readonly [PageResources, PageResources]> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const settled = async () => {
    // What waits to be let go, as an element that was in a transition, is.
    await page.waitForTimeout(3_000)
    return resourcesOf(page, session)
  }
  for (let index = 0; index < WARM; index++) await round(index)
  const warm = await settled()
  for (let index = 0; index < ROUNDS; index++) {
    await round(WARM + index)
    if (index % 50 === 49) console.info(`${index + 1} rounds: ${shown(await settled())}`)
  }
  const end = await settled()
  console.info(`warm: ${shown(warm)}\nend:  ${shown(end)}`)
  await session.detach()
  return [warm, end]
}

function shown({ heap, ...counts }: PageResources): string {
  const others = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  return [`${(heap / 1e6).toFixed(2)} MB`, ...others].join(', ')
}

/** In few rounds what the engine learns of the code still weighs as much as a small leak; what is counted tells those. */
const HEAP = ROUNDS < 100 ? 1.15 : 1.05

function expectNothingLeft([warm, end]: readonly [PageResources, PageResources]): void {
  expect(end.heap / warm.heap, 'of the heap').toBeLessThan(HEAP)
  for (const name of ['timers', 'frames', 'channels', 'observers', 'locks'] as const) expect(end[name], name).toBeLessThanOrEqual(warm[name] + 1)
  // Fewer than one for each round.
  for (const name of ['nodes', 'listeners', 'functions', 'maps'] as const) expect(end[name] - warm[name], name).toBeLessThan(ROUNDS)
}

it(`an app that was opened, used and closed ${ROUNDS} times leaves nothing behind`, { timeout: 60_000 + ROUNDS * 4_000 }, async () => {
  const { page, ask, window } = await openDesktop({ provider: { reply: () => visitor }, before: countResources })
  await ask('something to visit')
  const app = window('Visitor')
  await reaches(app, 'running')
  await app.getByRole('button', { name: 'Close' }).click()
  const found = page.locator('.home-apps').getByRole('button', { name: 'Visitor', exact: true })
  expectNothingLeft(
    await warmAndEnd(page, async index => {
      await found.click()
      await reaches(app, 'running')
      await app.getByRole('textbox', { name: 'Guest' }).fill(`guest ${index}`)
      await app.getByRole('button', { name: 'Add' }).click()
      await app.getByText(`guest ${index} is here`).waitFor()
      await app.getByRole('button', { name: 'Everybody leaves' }).click()
      await app.getByText('Nobody is here').waitFor()
      await app.getByRole('button', { name: 'Close' }).click()
      await app.waitFor({ state: 'detached' })
    }),
  )
})

it(`a stream that was stopped half-way and closed ${ROUNDS} times leaves nothing behind`, { timeout: 60_000 + ROUNDS * 4_000 }, async () => {
  const { page, ask, window, provider } = await openDesktop({
    provider: { reply: () => visitor, fault: () => ({ kind: 'stall', after: 0.7 }) },
    before: countResources,
    speed: 1,
  })
  const app = window('Visitor')
  expectNothingLeft(
    await warmAndEnd(page, async index => {
      await ask(`something to visit, ${index}`)
      await app.getByRole('textbox', { name: 'Guest' }).waitFor()
      await app.getByRole('button', { name: 'Stop' }).click()
      await reaches(app, 'stopped')
      await app.getByRole('button', { name: 'Close' }).click()
      await app.waitFor({ state: 'detached' })
    }),
  )
  await expect.poll(() => provider?.requests.filter(({ closedAt }) => closedAt === null)).toEqual([])
})
