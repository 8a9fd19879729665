import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { JsonObject } from '../../schema/json/json.ts'
import { settle } from './look-page.ts'

/** In reading order on each picture: the plain look in both modes, and the two that depart from it most. */
export const themes: readonly JsonObject[] = [
  { preset: 'paper', mode: 'light' },
  { preset: 'paper', mode: 'dark' },
  { preset: 'candy', mode: 'light' },
  { preset: 'terminal', mode: 'dark' },
]

export const viewport = { width: 804, height: 644 }

const stories = join(import.meta.dirname, '../../stories/components')

/** What floats covers what stands beside it; ten thousand of something look like ten; an emoji is the system's. */
export const opened = ['Popover', 'Menu', 'Select', 'DateField']
const alone = ['Dialog', 'Drawer', 'Popover', 'Sidebar', 'Split']
const leftOut = /^(Example|States|Closed|LongText|TenThousand\w*|Rare|Emoji|WithLabel)$/

/** The stories of a component that a picture shows, in the order of their file. */
function storiesOf(component: string): string[] {
  const text = readFileSync(join(stories, `${component}.stories.tsx`), 'utf8')
  const names = [...text.matchAll(/^export const (\w+)/gm)].map(match => match[1]!).filter(name => !leftOut.test(name))
  return names.slice(0, alone.includes(component) ? 1 : 3)
}

/** Draws the first stories of a component in all of `themes`; with `open`, also what its button opens in the first of them. */
export async function draw(page: Page, component: string, open: boolean): Promise<void> {
  const names = storiesOf(component).slice(0, open ? 1 : undefined)
  // Told as text: what Playwright makes of the type of any JSON is too deep for the compiler.
  await page.evaluate(
    text => {
      const [name, names, all] = JSON.parse(text)
      return window.look.stories(name, names, all)
    },
    JSON.stringify([component, names, themes]),
  )
  await settle(page)
  if (open) {
    await page.locator('.cell').first().getByRole('button').last().click()
    await settle(page)
  }
  await page.mouse.move(0, 0)
}

/** What is drawn, as a PNG, as high as the highest of it. */
export async function shoot(page: Page): Promise<Buffer> {
  await page.evaluate(() => window.look.fit())
  return page.locator('.cells').screenshot({ animations: 'disabled' })
}
