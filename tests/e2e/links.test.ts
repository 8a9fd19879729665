import { constants, createDeflateRaw } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodeLink } from '../../schema/index.ts'
import type { Json } from '../../schema/json/json.ts'
import { askIn, openDesktop, reaches, windowIn } from './desktop.ts'
import { reminder, tally } from './documents.ts'

const fragmentOf = async (text: string) => (await encodeLink(JSON.parse(text) as Json)).fragment

describe('a share link', () => {
  it('[S1] carries the app from one browser to another, where it is inert until it is allowed', async () => {
    const desktop = await openDesktop({ provider: { reply: () => tally }, context: { permissions: ['clipboard-read', 'clipboard-write'] } })
    const { page } = desktop
    await desktop.ask('something that counts')
    const mine = desktop.window('Tally')
    await reaches(mine, 'running')
    await mine.getByRole('button', { name: 'Count' }).click()
    await mine.getByRole('button', { name: 'Share' }).click()
    const share = page.getByRole('dialog', { name: 'Share Tally' })
    const link = await share.getByRole('textbox', { name: 'Link' }).inputValue()
    expect(link).toMatch(/^http:\/\/localhost:\d+\/#\/b\/[0-9a-f]{64}\/[\w-]+$/)
    expect(await share.innerText()).toContain(`${link.length.toLocaleString('en')} characters`)
    expect(await share.getByRole('img', { name: /QR code/ }).count()).toBe(1)
    await share.getByRole('button', { name: 'Copy link' }).click()
    await share.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

    const theirs = await desktop.newContext(link.slice(desktop.url.length))
    const sheet = theirs.getByRole('dialog', { name: 'Allow Tally?' })
    await sheet.waitFor()
    expect(await sheet.innerText()).toContain('From a link')
    const window = windowIn(theirs, 'Tally')
    expect(await window.getAttribute('data-state')).toBe('review')
    expect(await window.getAttribute('data-app')).toBe(await mine.getAttribute('data-app'))
    // What one person entered stays with that person.
    await window.getByText('Counted 0').waitFor({ state: 'attached' })
    // Nothing is lost by a reload before the answer.
    await theirs.reload()
    await sheet.waitFor()

    await sheet.getByRole('button', { name: "Don't allow" }).click()
    expect(await window.getAttribute('data-state')).toBe('review')
    await window.getByText('It is not running').waitFor()
    const button = (await window.getByRole('button', { name: 'Count' }).boundingBox())!
    await theirs.mouse.click(button.x + 5, button.y + 5)
    await window.getByText('Counted 0').waitFor()

    await window.getByRole('button', { name: 'Review again' }).click()
    await theirs.waitForTimeout(750)
    await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
    await reaches(window, 'running')
    await window.getByRole('button', { name: 'Count' }).click()
    await window.getByText('Counted 1').waitFor()
    await window.getByText('Saved', { exact: true }).waitFor()
    await theirs.reload()
    await reaches(window, 'running')
    await window.getByText('Counted 1').waitFor()
  })

  it("opens a file of somebody's own writing, inert until it is allowed", async () => {
    const { page } = await openDesktop()
    const open = async (text: string) => {
      await page.getByRole('navigation', { name: 'Dock' }).getByRole('button', { name: 'Apps' }).click()
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Open a file…' }).click()
      await (await chooser).setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    }
    await open(reminder.replace('"Button"', '"Buton"'))
    const fault = page.getByRole('dialog', { name: 'This file was not opened' })
    expect(await fault.innerText()).toContain('Buton')
    await page.keyboard.press('Escape')
    await open(reminder)
    const sheet = page.getByRole('dialog', { name: /^Allow .*\?$/ })
    await sheet.waitFor()
    expect(await sheet.innerText()).toContain('From a file')
  })

  it('[S1] makes no request and runs nothing before the yes', async () => {
    const hungry = JSON.parse(reminder)
    hungry.capabilities.push({ use: 'net:https://example.com' })
    hungry.data = { now: { do: 'http.get', url: 'https://example.com/now', refresh: '10s' } }
    hungry.effects = {
      start: {
        on: 'launch',
        do: [
          { do: 'set', path: 'presses', value: 99 },
          { do: 'notify', title: 'Up', text: 'x' },
        ],
      },
    }
    hungry.timers = { tick: { every: '100ms', do: { do: 'inc', path: 'presses' } } }
    const { page } = await openDesktop()
    const asked: string[] = []
    await page.waitForLoadState('networkidle')
    page.on('request', request => {
      if (!/\/assets\/|\/health$|\/icon\.svg$/.test(request.url())) asked.push(`${request.method()} ${request.url()}`)
    })
    const fragment = await fragmentOf(JSON.stringify(hungry))
    await page.evaluate(hash => {
      location.hash = hash
    }, fragment)
    const sheet = page.getByRole('dialog', { name: 'Allow Reminder?' })
    await sheet.waitFor()
    await page.waitForTimeout(800)
    expect(await sheet.innerText()).toContain('https://example.com')
    await sheet.getByRole('button', { name: "Don't allow" }).click()
    await windowIn(page, 'Reminder').getByText('Pressed 0').waitFor()
    expect(asked).toEqual([])
  })

  it('[S2] whose hash does not match is refused, and both are named', async () => {
    const fragment = await fragmentOf(tally)
    const hash = fragment.split('/')[2]!
    const other = (hash[0] === '0' ? '1' : '0') + hash.slice(1)
    const { page, window } = await openDesktop({ at: fragment.replace(hash, other) })
    const dialog = page.getByRole('dialog', { name: 'This link was not opened' })
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain(hash)
    expect(await dialog.innerText()).toContain(other)
    expect(await window().count()).toBe(0)
  })

  it('[S4] cut in the middle, or with something behind its end, is refused in plain words', async () => {
    const fragment = await fragmentOf(tally)
    const { page, window } = await openDesktop()
    const dialog = page.getByRole('dialog', { name: 'This link was not opened' })
    for (const broken of [
      fragment.slice(0, -40),
      fragment.slice(0, 120),
      `${fragment}AAAA`,
      `${fragment}/more`,
      fragment.slice(0, 30),
      '#/b/',
      `${fragment.slice(0, 200)}%%%`,
    ]) {
      await page.evaluate(hash => {
        location.hash = hash
      }, broken)
      await dialog.waitFor()
      expect(await dialog.innerText()).toMatch(/link/i)
      await dialog.getByRole('button', { name: 'Close' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    expect(await window().count()).toBe(0)
  })

  it('[S3] with a bomb of 1 GiB in it is refused within seconds', async () => {
    const fragment = `#/b/${'0'.repeat(64)}/${(await bombOfOneGiB()).toString('base64url')}`
    const { page } = await openDesktop()
    const since = Date.now()
    await page.evaluate(hash => {
      location.hash = hash
    }, fragment)
    const dialog = page.getByRole('dialog', { name: 'This link was not opened' })
    await dialog.waitFor({ timeout: 5_000 })
    expect(await dialog.innerText()).toMatch(/larger than any app/)
    expect(Date.now() - since).toBeLessThan(5_000)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await askIn(page, '')
    await page.getByRole('alert').waitFor()
  })
})

/** 1,024 times the same flushed block of 1 MiB of zeros: deflate blocks that end on a byte can be put one behind the other. */
async function bombOfOneGiB(): Promise<Buffer> {
  const deflate = createDeflateRaw({ level: 9 })
  const parts: Buffer[] = []
  deflate.on('data', part => parts.push(part))
  deflate.write(Buffer.alloc(2 ** 20))
  await new Promise<void>(resolve => deflate.flush(constants.Z_FULL_FLUSH, () => resolve()))
  const block = Buffer.concat(parts)
  return Buffer.concat([...Array.from({ length: 1024 }, () => block), Buffer.from([0x03, 0x00])])
}
