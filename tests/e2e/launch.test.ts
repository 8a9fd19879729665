import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'

declare global {
  interface Window {
    /** Milliseconds from the press to the paint that shows the app; undefined until then. */
    launched?: number
  }
}

/** Times the next press on a tile of the home. */
async function timed(page: Page): Promise<void> {
  await page.evaluate(() => {
    delete window.launched
    document.addEventListener(
      'click',
      ({ timeStamp }) => {
        const look = () => {
          if (!document.querySelector('.session-app [data-blueprint] *')) return
          observer.disconnect()
          // A message comes after the frame's paint.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              window.launched = performance.now() - timeStamp
            }
            port2.postMessage(null)
          })
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { childList: true, subtree: true })
      },
      { once: true, capture: true },
    )
  })
}

const scripts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      // The pictures of icons come behind the first paint, wherever they are.
      .filter(path => path.endsWith('.js') && !path.includes('icon')),
  )

it('a stored app is opened from the home without waiting for a file of the desktop', async () => {
  const { page, ask, window: windowOf } = await openDesktop()
  await ask('a habit tracker')
  await reaches(windowOf(), 'running')
  const times: number[] = []
  for (let round = 0; round < 4; round++) {
    // The first round is that of a new visit: nothing has opened an app yet.
    if (round === 0) await page.reload()
    const tile = page.locator('.home li').first()
    await page
      .getByRole('button', { name: /^Close/ })
      .first()
      .click()
    await tile.waitFor()
    await tile.hover()
    await page.waitForTimeout(1000)
    const before = await scripts(page)
    await timed(page)
    await tile.click({ position: { x: 30, y: 30 } })
    await expect.poll(() => page.evaluate(() => window.launched)).toBeGreaterThan(0)
    times.push((await page.evaluate(() => window.launched)) ?? Number.NaN)
    expect((await scripts(page)).filter(path => !before.includes(path))).toEqual([])
  }
  console.info(`press to first paint: ${times.map(time => time.toFixed(0)).join(', ')} ms`)
})
