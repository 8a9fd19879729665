import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { comparePictures } from './compare-pictures.ts'
import { draw, opened, shoot, viewport } from './component-pictures.ts'
import { type LookPages, serveLookPages } from './look-page.ts'

/**
 * Each component as it was last looked at by eye, in four themes. `UPDATE_LOOKS=1 npm test -- --project look` takes
 * what is drawn now; look at what changed before you commit it.
 */
const folder = join(import.meta.dirname, 'pictures')
const faults = join(import.meta.dirname, '../../.cache/look/differences')
const update = process.env.UPDATE_LOOKS === '1'
/** Of ten thousand pixels so many may differ: a glyph that another build of the browser draws, not a line or a word. */
const tolerated = 2

/** Sound, film and framed pages are drawn by the browser, each version in its own way. */
const native = ['Audio', 'Video', 'Frame']
const components = readdirSync(join(import.meta.dirname, '../../stories/components'))
  .filter(name => name.endsWith('.stories.tsx'))
  .map(name => name.replace('.stories.tsx', ''))
  .filter(name => !native.includes(name))
const pictures = [...components, ...opened.map(name => `${name}, open`)]

let browser: Browser
let pages: LookPages
let page: Page
beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'))
  pages = await serveLookPages(browser)
  page = await pages.open({ viewport })
})
afterAll(async () => {
  await pages?.close()
  await browser?.close()
})

describe('look', () => {
  it.each(pictures)('[B48] %s looks as it did', async name => {
    const [component = ''] = name.split(',')
    const file = join(folder, `${name.replace(', ', '-')}.png`)
    if (!existsSync(file) && !update) throw new Error(`${name} has no picture yet: UPDATE_LOOKS=1 npm test -- --project look -t "${name} looks"`)
    const known = existsSync(file) ? readFileSync(file) : null
    await draw(page, component, component !== name)
    let drawn = await shoot(page)
    let result = known && (await comparePictures(page, known, drawn))
    const allowed = Math.floor((drawn.readUInt32BE(16) * drawn.readUInt32BE(20) * tolerated) / 10_000)
    // What is loaded when it is first drawn may come late on a busy machine.
    for (let wait = known ? 250 : 1000; wait <= 2000 && (result?.different ?? Number.POSITIVE_INFINITY) > allowed; wait *= known ? 2 : 4) {
      await page.waitForTimeout(wait)
      drawn = await shoot(page)
      result = known && (await comparePictures(page, known, drawn))
    }
    if (result && result.different <= allowed) return
    if (update) return writeFileSync(file, drawn)
    mkdirSync(faults, { recursive: true })
    if (known) writeFileSync(join(faults, `${name}-known.png`), known)
    writeFileSync(join(faults, `${name}-drawn.png`), drawn)
    if (result) writeFileSync(join(faults, `${name}-difference.png`), result.picture)
    expect.fail(`${name}: ${result?.different ?? 'all'} pixels differ, ${allowed} may. See .cache/look/differences/${name}-*.png`)
  })

  it('has no picture of what there is no story of', () => {
    const kept = readdirSync(folder).map(name => name.replace('.png', '').replace('-', ', '))
    expect(kept.filter(name => !pictures.includes(name))).toEqual([])
  })
})
