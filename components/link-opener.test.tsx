import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Link } from './Link/Link.tsx'
import { type LinkOpener, LinkOpenerContext } from './link-opener.ts'
import { MarkdownText } from './Markdown/MarkdownText.tsx'
import { TableCell } from './Table/TableCell.tsx'

const locale = { language: 'en-US', timeZone: 'UTC', currency: 'USD' }
const links = [
  ['Link', <Link key="l" text="there" href="http://a.example/x y" />],
  ['Markdown', <MarkdownText key="m" text="[there](<http://a.example/x y>)" onLink={undefined} />],
  ['Table', <TableCell key="t" value="http://a.example/x y" format="link" currency={undefined} locale={locale} />],
] as const

it.each(links)('[S56] a press on a link of %s is put before whoever shows the app, by whatever button', (_name, link) => {
  const asked: string[] = []
  const opener: LinkOpener = href => {
    asked.push(href)
    return true
  }
  render(<LinkOpenerContext value={opener}>{link}</LinkOpenerContext>)
  const anchor = screen.getByRole('link')
  expect(fireEvent.click(anchor)).toBe(false)
  expect(fireEvent.click(anchor, { ctrlKey: true })).toBe(false)
  expect(fireEvent(anchor, new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 }))).toBe(false)
  // The browser's own menu shows the address itself.
  expect(fireEvent(anchor, new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 2 }))).toBe(true)
  expect(asked).toEqual(Array.from({ length: 3 }, () => 'https://a.example/x%20y'))
})

it.each(links)('a link of %s is the browser’s where nobody stands between, or it is left to it', (_name, link) => {
  const opener = vi.fn(() => false)
  const { unmount } = render(<LinkOpenerContext value={opener}>{link}</LinkOpenerContext>)
  // jsdom would report a navigation that it does not do.
  addEventListener('click', event => event.preventDefault(), { once: true })
  let prevented = true
  screen.getByRole('link').addEventListener('click', event => {
    prevented = event.defaultPrevented
  })
  fireEvent.click(screen.getByRole('link'))
  expect(prevented).toBe(false)
  expect(opener).toHaveBeenCalledOnce()
  unmount()
})

it('an app that takes presses on its Markdown’s links itself is asked, and nothing opens', () => {
  const onLink = vi.fn()
  const opener = vi.fn(() => true)
  render(
    <LinkOpenerContext value={opener}>
      <MarkdownText text="[there](https://a.example/)" onLink={onLink} />
    </LinkOpenerContext>,
  )
  expect(fireEvent.click(screen.getByRole('link'))).toBe(false)
  expect(onLink).toHaveBeenCalledWith({ href: 'https://a.example/' })
  expect(opener).not.toHaveBeenCalled()
})
