import { existsSync, readFileSync } from 'node:fs'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Markdown } from './Markdown.tsx'
import { MarkdownText } from './MarkdownText.tsx'

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](  JaVaScRiPt:alert(1))',
  '[a](data:text/html,<script>alert(1)</script>)',
  '[a](vbscript:x)',
  '![a](https://evil.example/pixel.png)',
  '![a](javascript:alert(1))',
  '[a]: javascript:alert(1)\n\n[a]',
  '<a href="javascript:alert(1)">a</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<https://user:pass@evil.example>',
]

/** Nothing in `container` could run, be fetched, or lead anywhere but the web. */
function expectHarmless(container: Element): void {
  expect(container.querySelectorAll('script, iframe, object, embed, style, link, form, svg a, img:not([src^="data:image/"])')).toHaveLength(0)
  for (const link of container.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(?:https|mailto|tel):/)
  for (const element of container.querySelectorAll('*')) for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|^srcdoc$/)
}

describe('Markdown', () => {
  it('draws headings, lists, tables and links', async () => {
    const { container } = render(<Markdown text={'# Notes\n\n- one\n\n[site](https://example.org)\n\n| a |\n|---|\n| 1 |\n\n- [x] done'} />)
    expect(await screen.findByRole('heading', { name: 'Notes' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'site' }).getAttribute('rel')).toBe('noopener noreferrer')
    expect(screen.getByRole('table')).toBeTruthy()
    expect(screen.getByRole('img', { name: 'Done' })).toBeTruthy()
    await expectNoViolations(container)
  })

  it('gives a pressed link to its app instead of opening it', async () => {
    const user = userEvent.setup()
    const onLink = vi.fn()
    render(<MarkdownText text="[site](https://example.org/a)" onLink={onLink} />)
    await user.click(screen.getByRole('link', { name: 'site' }))
    expect(onLink).toHaveBeenCalledExactlyOnceWith({ href: 'https://example.org/a' })
  })

  it.each(hostile)('[S29] makes nothing of %s', text => {
    const { container } = render(<MarkdownText text={text} onLink={undefined} />)
    expectHarmless(container)
  })
})

const corpus = '../shared/corpora/markdown'
const files = existsSync(corpus) ? ['commonmark.0.31.2.json', 'gfm.0.29.json'].map(name => `${corpus}/${name}`).filter(existsSync) : []
it('[S29] makes nothing of the corpus', context => {
  if (files.length === 0) {
    if (process.env.CI) throw new Error(`${corpus} is missing`)
    console.info(`skipped: ${corpus} is not beside this repository`)
    context.skip()
  }
  for (const file of files) {
    for (const entry of JSON.parse(readFileSync(file, 'utf8')) as { markdown?: string }[]) {
      const { container, unmount } = render(<MarkdownText text={entry.markdown ?? ''} onLink={undefined} />)
      expectHarmless(container)
      unmount()
    }
  }
})
