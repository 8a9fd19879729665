import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CANARY, openDesktop, theBrowser } from './desktop.ts'

const shell = join(import.meta.dirname, '../../dist/shell')

describe('the page’s policy', () => {
  it('is enforced by the browser: no eval, no inline script, no sink for text, no foreign address', async () => {
    const { page, traps } = await openDesktop()
    traps.expect(
      /^policy: |^request to another origin: https:..example.com.|Content Security Policy|Trusted ?Type|TrustedHTML|TrustedScript|violates the following|Failed to load resource|blocked by/i,
    )
    const done = await page.evaluate(async () => {
      // DevTools lift the ban on eval for the call that they make themselves; it stands again in the next task.
      await new Promise(resolve => setTimeout(resolve))
      const attempt = (run: () => unknown) => {
        try {
          run()
          return 'done'
        } catch (cause) {
          return (cause as Error).name
        }
      }
      const loaded = (element: HTMLElement) =>
        new Promise<string>(resolve => {
          element.onload = () => resolve('loaded')
          element.onerror = () => resolve('refused')
          document.body.append(element)
          setTimeout(resolve, 1500, 'nothing')
        })
      const image = new Image()
      image.src = 'https://example.com/beacon.png'
      const inline = document.createElement('script')
      const wrote = attempt(() => {
        inline.text = 'window.ran = 1'
      })
      document.body.append(inline)
      const style = document.createElement('style')
      style.textContent = 'body { outline: 3px solid red }'
      document.head.append(style)
      return {
        // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
        eval: attempt(() => window.eval('1')),
        newFunction: attempt(() => new Function('return 1')()),
        timer: attempt(() => setTimeout('window.ran = 2' as unknown as () => void, 0)),
        innerHtml: attempt(() => {
          document.createElement('div').innerHTML = '<b>x</b>'
        }),
        parse: attempt(() => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
        wrote,
        ran: 'ran' in window,
        image: await loaded(image),
        outline: getComputedStyle(document.body).outlineStyle,
        policy: attempt(() =>
          (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy('mine', {}),
        ),
        fetch: await fetch('https://example.com/').then(
          () => 'done',
          () => 'refused',
        ),
      }
    })
    expect(done).toEqual({
      eval: 'EvalError',
      newFunction: 'EvalError',
      timer: expect.stringMatching(/Error$/),
      innerHtml: 'TypeError',
      parse: 'TypeError',
      wrote: 'TypeError',
      ran: false,
      image: 'refused',
      outline: 'none',
      policy: 'TypeError',
      fetch: 'refused',
    })
  })

  it('[S44] [S18] lets a page of another origin neither frame the desktop nor make it do anything', async () => {
    let asked = 0
    const { port, url } = await openDesktop({
      gateway: {
        library: () => {
          asked += 1
          return { kind: 'nothing-near', nearest: [] }
        },
      },
    })
    const evil = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>evil</title><body></body>'))
    await new Promise<void>(resolve => evil.listen(0, '127.0.0.1', resolve))
    // Not one of the desktop's own pages, so that it is not under the traps: it may try what it likes.
    const context = await (await theBrowser()).newContext()
    try {
      const page = await context.newPage()
      await page.goto(`http://localhost:${(evil.address() as AddressInfo).port}/`)
      const got = await page.evaluate(async target => {
        const read = (init: RequestInit, path = 'api/generate') =>
          fetch(target + path, init).then(
            async answer => `${answer.type} ${answer.status} ${await answer.text()}`,
            () => 'refused',
          )
        const body = JSON.stringify({ prompt: 'x' })
        const frame = document.createElement('iframe')
        frame.src = target
        document.body.append(frame)
        const framed = await new Promise(resolve => {
          frame.onload = () => {
            try {
              resolve(frame.contentDocument === null ? 'closed' : `open ${frame.contentDocument.title}`)
            } catch {
              resolve('closed')
            }
          }
        })
        const form = document.createElement('form')
        Object.assign(form, { method: 'post', action: `${target}api/generate`, enctype: 'text/plain', target: 'away' })
        const sink = document.createElement('iframe')
        sink.name = 'away'
        const field = document.createElement('input')
        Object.assign(field, { name: '{"prompt":"x","a":"', value: '"}' })
        form.append(field)
        document.body.append(sink, form)
        form.submit()
        return {
          page: await read({}, ''),
          providers: await read({}, 'api/providers'),
          session: await read({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }, 'api/session'),
          json: await read({ method: 'POST', headers: { 'content-type': 'application/json', 'x-cyanotype-session': 'x' }, body }),
          plain: await read({ method: 'POST', headers: { 'content-type': 'text/plain' }, body }),
          blind: await read({ method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body }),
          framed,
        }
      }, url)
      // `localhost` with another port is the same site, and another origin.
      expect(got).toEqual({
        page: 'refused',
        providers: 'refused',
        session: 'refused',
        json: 'refused',
        plain: 'refused',
        blind: expect.stringMatching(/^(refused|opaque 0 )$/),
        framed: 'closed',
      })
      await page.waitForTimeout(200)
      expect(
        page
          .frames()
          .map(frame => frame.url())
          .filter(address => address.startsWith(`http://localhost:${port}/`) && address !== `${url}api/generate`),
      ).toEqual([])
      expect(asked).toBe(0)
    } finally {
      await context.close()
      evil.closeAllConnections()
      evil.close()
    }
  })

  it('[S47] holds with a key set: it is in no file of the build', async () => {
    const files = readdirSync(shell, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    expect(files.length).toBeGreaterThan(3)
    for (const { parentPath, name } of files) {
      const text = readFileSync(join(parentPath, name), 'latin1')
      expect(text.includes(CANARY), name).toBe(false)
      if (name.endsWith('.js')) expect(/\beval\(|new Function\(/.exec(text)?.[0], name).toBeUndefined()
    }
  })
})

it('[S47] a key that is entered in Settings is never shown, logged or stored in the browser again', async () => {
  const { page, log } = await openDesktop({ env: { PRIMARY_PROVIDER: 'library' } })
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const card = settings.getByRole('listitem').filter({ hasText: 'Anthropic' })
  await card.getByRole('button', { name: 'Set up' }).click()
  await card.getByLabel('Key').fill(CANARY)
  await card.getByRole('button', { name: 'Save' }).click()
  await settings.getByText(/Key set/).waitFor()
  expect(log()).not.toContain(CANARY)
  await page.reload()
  await page.getByRole('button', { name: 'Settings' }).click()
  await settings
    .getByText(/Key set/)
    .first()
    .waitFor()
  for (const value of await settings.locator('input').evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value)))
    expect(value).not.toContain(CANARY)
})
