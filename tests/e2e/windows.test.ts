import type { Locator } from 'playwright'
import { describe, expect, it } from 'vitest'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { plainApp } from './documents.ts'

async function withApps(...names: readonly string[]): Promise<Desktop> {
  const desktop = await openDesktop({
    provider: { reply: request => plainApp(names.find(name => JSON.stringify(request.messages).includes(`make ${name}`)) ?? 'None') },
  })
  for (const name of names) {
    await desktop.ask(`make ${name}`)
    await reaches(desktop.window(name), 'running')
  }
  return desktop
}

const boxOf = async (window: Locator) => (await window.boundingBox())!
const round = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => [x, y, width, height].map(Math.round)

describe('windows', () => {
  it('are moved by their title bar and sized at their edges, and stand there again after a reload', async () => {
    const { page, window } = await withApps('Alpha')
    const alpha = window('Alpha')
    const before = await boxOf(alpha)
    await page.mouse.move(before.x + 200, before.y + 20)
    await page.mouse.down()
    await page.mouse.move(before.x + 120, before.y + 90, { steps: 6 })
    await page.mouse.up()
    const moved = await boxOf(alpha)
    expect(round(moved)).toEqual(round({ ...before, x: before.x - 80, y: before.y + 70 }))
    await page.mouse.move(moved.x + moved.width - 1, moved.y + moved.height - 1)
    await page.mouse.down()
    await page.mouse.move(moved.x + moved.width + 99, moved.y + moved.height + 49, { steps: 6 })
    await page.mouse.up()
    const sized = await boxOf(alpha)
    expect(Math.abs(sized.width - moved.width - 100)).toBeLessThan(4)
    expect(Math.abs(sized.height - moved.height - 50)).toBeLessThan(4)
    await page.waitForTimeout(600)
    await page.reload()
    await reaches(alpha, 'running')
    expect(round(await boxOf(alpha))).toEqual(round(sized))
  })

  it('snap at the edges by pointer, and give their place back', async () => {
    const { page, window } = await withApps('Alpha')
    const alpha = window('Alpha')
    const before = await boxOf(alpha)
    await page.mouse.move(before.x + 200, before.y + 20)
    await page.mouse.down()
    await page.mouse.move(2, 300, { steps: 8 })
    await page.mouse.up()
    const left = await boxOf(alpha)
    expect([Math.round(left.x), Math.round(left.y), Math.round(left.width)]).toEqual([0, 0, 640])
    await alpha.locator('.title-bar-name').dblclick()
    expect(Math.round((await boxOf(alpha)).width)).toBe(1280)
    await alpha.getByRole('button', { name: 'Restore' }).click()
    expect(round(await boxOf(alpha)).slice(2)).toEqual(round(before).slice(2))
  })

  it('do by keyboard everything that they do by pointer', async () => {
    const { page, window } = await withApps('Alpha')
    const alpha = window('Alpha')
    const before = await boxOf(alpha)
    const place = async (item: string) => {
      await alpha.getByRole('button', { name: 'Place this window' }).press('Enter')
      await page.getByRole('menuitem', { name: item }).press('Enter')
    }
    await place('Move with the arrow keys')
    await alpha.getByRole('button', { name: /arrow keys/ }).waitFor()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Shift+ArrowDown', 'Enter']) await page.keyboard.press(key)
    expect(round(await boxOf(alpha))).toEqual(round({ ...before, x: before.x + 48, y: before.y + 28 }))
    await place('Resize with the arrow keys')
    await alpha.getByRole('button', { name: /arrow keys/ }).waitFor()
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'Escape']) await page.keyboard.press(key)
    const sized = await boxOf(alpha)
    expect([Math.round(sized.width - before.width), Math.round(sized.height - before.height)]).toEqual([24, 48])
    await place('Right half')
    expect(Math.round((await boxOf(alpha)).x)).toBe(640)
    await alpha.getByRole('button', { name: 'Maximise' }).press('Enter')
    expect(Math.round((await boxOf(alpha)).width)).toBe(1280)
    await alpha.getByRole('button', { name: 'Restore' }).press(' ')
    await alpha.getByRole('button', { name: 'Minimise' }).press('Enter')
    await alpha.waitFor({ state: 'hidden' })
    await page.getByRole('navigation', { name: 'Dock' }).getByRole('button', { name: 'Alpha' }).press('Enter')
    await alpha.waitFor()
    await alpha.getByRole('button', { name: 'Close' }).press('Enter')
    await alpha.waitFor({ state: 'detached' })
  })

  it('come to the front by a press, by the dock, and by F6, and only the front one gets keys', async () => {
    const { page, window } = await withApps('Alpha', 'Beta', 'Gamma')
    const front = () => page.locator('section[data-state][data-focused]').getAttribute('aria-label')
    expect(await front()).toBe('Gamma')
    const dock = page.getByRole('navigation', { name: 'Dock' })
    await dock.getByRole('button', { name: 'Alpha' }).click()
    expect(await front()).toBe('Alpha')
    expect(await page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-label'))).toBe('Alpha')
    await page.keyboard.press('F6')
    expect(await front()).toBe('Beta')
    await page.keyboard.press('Shift+F6')
    expect(await front()).toBe('Alpha')
    await window('Gamma').locator('.title-bar-name').click()
    expect(await front()).toBe('Gamma')
    // The dock's button of the front one puts it away, and the next one behind is in front.
    await dock.getByRole('button', { name: 'Gamma' }).click()
    await window('Gamma').waitFor({ state: 'hidden' })
    expect(await front()).toBe('Alpha')
    await dock.getByRole('button', { name: 'Alpha' }).click()
    await dock.getByRole('button', { name: 'Beta' }).click()
    expect(await page.locator('section[data-state]:visible').count()).toBe(0)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  it('fill a narrow screen, where nothing is cut off', async () => {
    const desktop = await withApps('Alpha')
    await desktop.page.setViewportSize({ width: 320, height: 640 })
    const alpha = desktop.window('Alpha')
    await expect.poll(async () => Math.round((await boxOf(alpha)).width)).toBe(320)
    expect(await desktop.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await alpha.getByRole('button', { name: 'More' }).click()
    await alpha.getByText('Count 1').waitFor()
    await alpha.getByRole('button', { name: 'Minimise' }).click()
    await desktop.page.getByRole('textbox', { name: 'Describe an app' }).waitFor()
    expect(await desktop.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

it('the launcher finds an app by its name and by what it does', async () => {
  const { page, window } = await withApps('Alpha', 'Beta')
  await window('Alpha').getByRole('button', { name: 'Close' }).click()
  await window('Beta').getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('ControlOrMeta+K')
  const launcher = page.getByRole('dialog')
  await launcher.waitFor()
  await page.keyboard.type('called bet')
  await launcher.getByText('Beta').first().waitFor()
  expect(await launcher.getByText('Alpha', { exact: true }).count()).toBe(0)
  await page.keyboard.press('Enter')
  await launcher.waitFor({ state: 'detached' })
  await window('Beta').waitFor()
  expect(await page.locator('section[data-state][data-focused]').getAttribute('aria-label')).toBe('Beta')
})
