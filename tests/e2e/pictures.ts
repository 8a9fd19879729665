/**
 * `npm run pictures [-- Name…]`: a picture of each component's example and of each block's app, in light and in dark, for the reference
 * (`docs/reference/pictures`). They are as wide as a phone and cut to what is shown.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { blocks, components } from '../../schema/generated/catalog.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { documentOf, exampleOf } from '../../stories/examples/index.ts'
import type { Answers } from '../../stories/stage/stage-ports.ts'
import { findBrowser } from '../browser.ts'
import { serveLookPages, settle } from '../look/look-page.ts'
import { indexedPng } from './indexed-png.ts'

const folder = join(import.meta.dirname, '../../docs/reference/pictures')
/** Of what is higher the beginning is shown. */
const viewport = { width: 440, height: 440 }
/** Space around what is shown. */
const MARGIN = 12
/** Where something floats over the app, that much of the app is seen. */
const FLOOR = 300

async function main(wanted: readonly string[]): Promise<void> {
  const { executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  mkdirSync(folder, { recursive: true })
  const drawn = [...components.keys(), ...blocks.keys()]
  if (wanted.length === 0) removeOthers(drawn)
  const pages = await serveLookPages(browser)
  try {
    const page = await pages.open({ viewport })
    for (const name of wanted.length > 0 ? wanted : drawn) {
      const bytes = []
      for (const mode of ['light', 'dark'] as const) {
        const picture = await pictureOf(page, name, mode)
        writeFileSync(join(folder, `${name}${mode === 'dark' ? '-dark' : ''}.png`), picture)
        bytes.push(picture.length)
      }
      console.log(`docs/reference/pictures/${name}.png: ${bytes.join(' and ')} bytes`)
    }
  } finally {
    await pages.close()
    await browser.close()
  }
}

/** Pictures of components that there are no more. */
function removeOthers(drawn: readonly string[]): void {
  const kept = new Set(drawn.flatMap(name => [`${name}.png`, `${name}-dark.png`]))
  for (const file of readdirSync(folder)) if (file.endsWith('.png') && !kept.has(file)) rmSync(join(folder, file))
}

async function pictureOf(page: Page, name: string, mode: string): Promise<Buffer> {
  const app = blocks.has(name) ? blockApp(name, mode) : exampleApp(name, mode)
  const answers = blocks.has(name) ? {} : (exampleOf(name).answers ?? {})
  const found = await page.evaluate(
    given => {
      const [text, said] = JSON.parse(given) as [string, Answers]
      return window.look.app(text, said)
    },
    JSON.stringify([JSON.stringify(app), answers]),
  )
  if (found.length > 0) throw new Error(`The example of ${name} does not pass the check: ${found.join(' ')}`)
  await settle(page)
  // What loads with its first use has begun to by now.
  await page.waitForTimeout(200)
  await settle(page)
  await page.mouse.move(0, 0)
  if (await page.locator('.cy-app-overlays > :not([hidden])').count()) {
    await page.setViewportSize({ ...viewport, height: FLOOR })
    await settle(page)
    const picture = await page.screenshot({ animations: 'disabled' })
    await page.setViewportSize(viewport)
    return smaller(page, picture)
  }
  return smaller(page, await page.screenshot({ animations: 'disabled', clip: await page.evaluate(cut, MARGIN) }))
}

function exampleApp(name: string, mode: string): JsonObject {
  const example = exampleOf(name)
  // In a stack, as what stands alone fills its window.
  const frame = (node: typeof example.node) => ({ type: 'Stack', children: [example.frame?.(node) ?? node] })
  return documentOf({ ...example, frame }, example.node, { mode })
}

function blockApp(name: string, mode: string): JsonObject {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, `../../schema/blocks/apps/${name}.json`), 'utf8')) as JsonObject
  const app = document.app as JsonObject
  return { ...document, app: { ...app, theme: { ...(app.theme as JsonObject | undefined), mode } } }
}

/** The same picture with a palette. The browser reads it. */
async function smaller(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), { colorSpaceConversion: 'none' })
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    let text = ''
    for (const byte of data) text += String.fromCharCode(byte)
    return { width: bitmap.width, height: bitmap.height, pixels: btoa(text) }
  }, png.toString('base64'))
  return indexedPng(width, height, Buffer.from(pixels, 'base64'))
}

/** What of the page is shown. */
function cut(margin: number): { x: number; y: number; width: number; height: number } {
  const whole = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight }
  const boxes = [...document.querySelectorAll('.cy-app-content > * > *')].map(part => part.getBoundingClientRect()).filter(box => box.height > 0)
  if (boxes.length === 0) return whole
  const left = Math.max(0, Math.floor(Math.min(...boxes.map(box => box.left)) - margin))
  const top = Math.max(0, Math.floor(Math.min(...boxes.map(box => box.top)) - margin))
  const right = Math.min(whole.width, Math.ceil(Math.max(...boxes.map(box => box.right)) + margin))
  const bottom = Math.min(whole.height, Math.ceil(Math.max(...boxes.map(box => box.bottom)) + margin))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

await main(process.argv.slice(2))
