/**
 * Finds a Chromium to test with, in this order: `CHROME_BIN` (a path, or `npm` for the one that comes
 * with the packages), Playwright's own download, one that is installed, the one from npm.
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'

export interface FoundBrowser {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly from: string
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Quiet: no calls home, no first-run pages; the sandbox is off only for root, where it cannot start. */
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export async function findBrowser(): Promise<FoundBrowser> {
  const args = process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET
  const wanted = process.env.CHROME_BIN
  if (wanted && wanted !== 'npm') {
    if (!existsSync(wanted)) throw new Error(`CHROME_BIN names ${wanted}, which is not there.`)
    return { executablePath: wanted, args, from: 'CHROME_BIN' }
  }
  if (wanted !== 'npm') {
    const own = chromium.executablePath()
    if (own && existsSync(own)) return { executablePath: own, args, from: 'Playwright' }
    const installed = INSTALLED.find(path => existsSync(path))
    if (installed) return { executablePath: installed, args, from: 'this system' }
  }
  return fromNpm(args)
}

/**
 * Tells the browser where its fonts are: the package's own list names `/tmp/fonts`, which is not where they were
 * unpacked, and without any font it ends itself at the first text field.
 */
async function describeFonts(folder: string): Promise<void> {
  const file = join(folder, 'fonts.conf')
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'].map(path => `<dir>${path}</dir>`)
  await writeFile(file, `<?xml version="1.0"?>\n<fontconfig>${folders.join('')}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`)
  process.env.FONTCONFIG_FILE = file
}

/** It unpacks itself below the temporary folder and takes whatever lies there, so each version gets a folder of its own. */
async function fromNpm(args: readonly string[]): Promise<FoundBrowser> {
  // Makes the package bring the libraries that a bare system lacks; it reads this when it is loaded.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const folder = resolve(process.env.CYANOTYPE_CACHE ?? join(tmpdir(), 'cyanotype-browser-153.0.0'))
  await mkdir(folder, { recursive: true })
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    await describeFonts(folder)
    return { executablePath, args: [...args, '--no-zygote'], from: 'npm' }
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
  }
}
