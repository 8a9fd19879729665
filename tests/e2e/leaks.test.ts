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

/** A leak shows in each stretch of rounds; what is loaded, or what the engine learns of the code, late, shows in one. */
const STRETCHES = 3

/** Does `round` again and again; fails where a stretch of rounds leaves something behind, and the ones after it too. */
async function expectNothingLeft(page: Page, round: (index: number) => Promise<void>): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page)
  let done = 0
  const counted = async (rounds: number): Promise<PageResources> => {
    for (const end = done + rounds; done < end; done++) {
      await round(done)
      if (done % 50 === 49) console.info(`${done + 1} rounds`)
    }
    // What waits to be let go, as an element that was in a transition, is.
    await page.waitForTimeout(3_000)
    const resources = await resourcesOf(page, session)
    console.info(`after ${done} rounds: ${shown(resources)}`)
    return resources
  }
  let before = await counted(WARM)
  for (let left = STRETCHES; left > 0; left--) {
    const after = await counted(ROUNDS)
    const grown = whatGrew(before, after)
    if (left === 1) expect(grown).toEqual([])
    if (grown.length === 0) break
    before = after
  }
  await session.detach()
}

function shown({ heap, ...counts }: PageResources): string {
  const others = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  return [`${(heap / 1e6).toFixed(2)} MB`, ...others].join(', ')
}

/** In few rounds what the engine learns of the code still weighs as much as a small leak; what is counted tells those. */
const HEAP = ROUNDS < 100 ? 0.15 : 0.05

/** The names of what there is more of after a stretch of rounds, by what a leak in each round would add. */
function whatGrew(before: PageResources, after: PageResources): readonly string[] {
  const allowed = {
    heap: before.heap * HEAP,
    timers: 2,
    frames: 2,
    channels: 2,
    observers: 2,
    locks: 2,
    nodes: ROUNDS,
    listeners: ROUNDS,
    functions: ROUNDS,
    maps: ROUNDS,
  }
  return (Object.keys(allowed) as (keyof PageResources)[]).filter(name => after[name] - before[name] >= allowed[name])
}

it(`an app that was opened, used and closed ${ROUNDS} times leaves nothing behind`, { timeout: 60_000 + ROUNDS * 4_000 }, async () => {
  const { page, ask, window } = await openDesktop({ provider: { reply: () => visitor }, before: countResources })
  await ask('something to visit')
  const app = window('Visitor')
  await reaches(app, 'running')
  await app.getByRole('button', { name: 'Close' }).click()
  const found = page.locator('.home-apps').getByRole('button', { name: 'Visitor', exact: true })
  await expectNothingLeft(page, async index => {
    await found.click()
    await reaches(app, 'running')
    await app.getByRole('textbox', { name: 'Guest' }).fill(`guest ${index}`)
    await app.getByRole('button', { name: 'Add' }).click()
    await app.getByText(`guest ${index} is here`).waitFor()
    await app.getByRole('button', { name: 'Everybody leaves' }).click()
    await app.getByText('Nobody is here').waitFor()
    await app.getByRole('button', { name: 'Close' }).click()
    await app.waitFor({ state: 'detached' })
  })
})

it(`a stream that was stopped half-way and closed ${ROUNDS} times leaves nothing behind`, { timeout: 60_000 + ROUNDS * 4_000 }, async () => {
  const { page, ask, window, provider } = await openDesktop({
    provider: { reply: () => visitor, fault: () => ({ kind: 'stall', after: 0.7 }) },
    before: countResources,
    speed: 1,
  })
  const app = window('Visitor')
  await expectNothingLeft(page, async index => {
    await ask(`something to visit, ${index}`)
    await app.getByRole('textbox', { name: 'Guest' }).waitFor()
    await app.getByRole('button', { name: 'Stop' }).click()
    await reaches(app, 'stopped')
    await app.getByRole('button', { name: 'Close' }).click()
    await app.waitFor({ state: 'detached' })
  })
  await expect.poll(() => provider?.requests.filter(({ closedAt }) => closedAt === null)).toEqual([])
})
