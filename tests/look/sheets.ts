/**
 * Contact sheets to judge the look by, in `.cache/look/`:
 *
 *     node tests/look/sheets.ts presets [preset…]      five shipped apps in each preset, light and dark
 *     node tests/look/sheets.ts screens [screen…]      the screens of `screens/`, light and dark, each a picture
 *     node tests/look/sheets.ts families [preset…]     all of those screens in each preset
 *     node tests/look/sheets.ts components [name…]     the committed pictures of components, twelve on a sheet
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { presets } from '../../components/theme/presets.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { findBrowser } from '../browser.ts'
import { sampleDocument } from '../e2e/sample-document.ts'
import { type LookPages, serveLookPages, settle } from './look-page.ts'

const out = join(import.meta.dirname, '../../.cache/look')
const modes = ['light', 'dark'] as const
type Mode = (typeof modes)[number]
type Picture = readonly [caption: string, png: Buffer]

async function drawApp(page: Page, document: JsonObject): Promise<void> {
  const errors = await page.evaluate(text => window.look.app(text), JSON.stringify(document))
  if (errors.length > 0) throw new Error(errors.join('\n'))
  await settle(page)
}

/** Pastes pictures into one, each with a word below it. */
async function paste(browser: Browser, file: string, columns: number, width: number, pictures: readonly Picture[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: columns * (width + 12) + 12, height: 800 } })
  const cells = pictures.map(
    ([caption, png]) => `<figure><img width="${width}" src="data:image/png;base64,${png.toString('base64')}"><figcaption>${caption}</figcaption></figure>`,
  )
  await page.setContent(
    `<body style="margin:12px;display:grid;grid-template-columns:repeat(${columns},${width}px);gap:12px;background:#888;font:14px sans-serif"><style>figure{margin:0}img{display:block}</style>${cells.join('')}`,
  )
  writeFileSync(join(out, file), await page.screenshot({ fullPage: true }))
  await page.close()
  console.log(`.cache/look/${file}`)
}

const folder = join(import.meta.dirname, 'screens')
const screenNames = readdirSync(folder).map(name => name.replace('.json', ''))
const screenOf = (name: string): JsonObject => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as JsonObject

async function shootScreen(pages: LookPages, name: string, mode: Mode, preset?: string): Promise<Buffer> {
  const document = screenOf(name)
  const app = document.app as JsonObject & { readonly window: { readonly width: number; readonly height: number } }
  const page = await pages.open({ viewport: app.window, colorScheme: mode })
  try {
    await drawApp(page, preset === undefined ? document : { ...document, app: { ...app, theme: { preset, mode } } })
    // What is missing is said once it was sent.
    if (name === 'form') await page.getByRole('button', { name: 'Book' }).click()
    await settle(page)
    return await page.screenshot()
  } finally {
    await page.context().close()
  }
}

const sheets: ReadonlyMap<string, (names: readonly string[], browser: Browser, pages: LookPages) => Promise<void>> = new Map([
  [
    'presets',
    async (names, browser, pages) => {
      for (const preset of names.length > 0 ? names : presets.keys()) {
        const pictures: Picture[] = []
        for (const mode of modes) {
          const page = await pages.open({ viewport: { width: 560, height: 640 }, colorScheme: mode })
          for (const id of ['todos', 'kanban', 'expenses', 'notes', 'calculator']) {
            await drawApp(page, sampleDocument(id, { preset, mode }))
            pictures.push([`${preset} ${mode}: ${id}`, await page.screenshot()])
          }
          await page.context().close()
        }
        await paste(browser, `preset-${preset}.png`, 5, 400, pictures)
      }
    },
  ],
  [
    'screens',
    async (names, _, pages) => {
      for (const name of names.length > 0 ? names : screenNames) {
        for (const mode of modes) writeFileSync(join(out, `screen-${name}-${mode}.png`), await shootScreen(pages, name, mode))
        console.log(`.cache/look/screen-${name}-*.png`)
      }
    },
  ],
  [
    'families',
    async (names, browser, pages) => {
      for (const preset of names.length > 0 ? names : presets.keys()) {
        const mode = presets.get(preset)?.mode === 'dark' ? 'dark' : 'light'
        const pictures: Picture[] = []
        for (const name of screenNames) pictures.push([`${preset}: ${name}`, await shootScreen(pages, name, mode, preset)])
        await paste(browser, `family-${preset}.png`, 4, 480, pictures)
      }
    },
  ],
  [
    'components',
    async (names, browser) => {
      const pictures = join(import.meta.dirname, 'pictures')
      const files = readdirSync(pictures).filter(name => names.length === 0 || names.includes(name.replace('.png', '')))
      for (let from = 0; from < files.length; from += 12) {
        const some = files.slice(from, from + 12).map(file => [file, readFileSync(join(pictures, file))] as const)
        await paste(browser, `components-${from / 12 + 1}.png`, 4, 402, some)
      }
    },
  ],
])

const [what = '', ...names] = process.argv.slice(2)
const make = sheets.get(what)
if (!make) throw new Error(`Say which sheet: ${[...sheets.keys()].join(', ')}.`)
mkdirSync(out, { recursive: true })
const { executablePath, args } = await findBrowser()
const browser = await chromium.launch({ executablePath, args: [...args] })
const pages = await serveLookPages(browser)
try {
  await make(names, browser, pages)
} finally {
  await pages.close()
  await browser.close()
}
