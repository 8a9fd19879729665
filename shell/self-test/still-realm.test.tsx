import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeRealmStill } from './still-realm.ts'

let frame: HTMLIFrameElement
let inside: Document

beforeEach(() => {
  frame = document.body.appendChild(document.createElement('iframe'))
  inside = frame.contentDocument!
  makeRealmStill(frame.contentWindow as Window & typeof globalThis)
})
afterEach(() => frame.remove())

it('lets no press open a file chooser or a page, and tells the app of it all the same', () => {
  const file = inside.body.appendChild(inside.createElement('input'))
  file.type = 'file'
  const link = inside.body.appendChild(inside.createElement('a'))
  link.href = 'https://example.com/'
  const seen: [Element, boolean][] = []
  for (const element of [file, link]) {
    element.addEventListener('click', event => seen.push([element, event.defaultPrevented]))
    element.click()
  }
  expect(seen.map(([element]) => element)).toEqual([file, link])
  const press = new (frame.contentWindow as Window & typeof globalThis).MouseEvent('click', { bubbles: true, cancelable: true })
  link.dispatchEvent(press)
  expect(press.defaultPrevented).toBe(true)
})

it('fetches style sheets and applies none', async () => {
  const sheet = inside.createElement('link')
  sheet.rel = 'stylesheet'
  inside.head.append(sheet)
  await vi.waitFor(() => expect(sheet.media).toBe('not all'))
})
