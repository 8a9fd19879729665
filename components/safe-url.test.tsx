import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOf, safeHref, safeSrc } from './safe-url.ts'

describe('safeHref', () => {
  it('[S56] takes web, mail and telephone addresses', () => {
    expect(safeHref('https://example.org/a?b#c')).toBe('https://example.org/a?b#c')
    expect(safeHref(' http://example.org ')).toBe('https://example.org/')
    expect(safeHref('mailto:a@example.org')).toBe('mailto:a@example.org')
    expect(safeHref('tel:+34600000000')).toBe('tel:+34600000000')
  })

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'ms-settings:',
    '//evil.example',
    '/settings',
    'settings',
    '#b/abc',
    '',
    'https://bank.example@evil.example',
    'https://',
    7,
    null,
    {},
  ])('[S29] refuses %j', text => expect(safeHref(text)).toBeNull())

  it('[S29] gives only what the platform reads as an allowed scheme', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.constantFrom('javascript', 'data', 'https', 'mailto').chain(scheme => fc.string().map(rest => `${scheme}:${rest}`)),
        ),
        text => {
          const href = safeHref(text)
          if (href !== null) expect(['https:', 'mailto:', 'tel:']).toContain(new URL(href, 'https://base.example').protocol)
        },
      ),
    )
  })
})

describe('safeSrc', () => {
  it('[S55] takes raster data and blobs of this page', () => {
    const own = `blob:${location.origin}/5a1`
    expect(safeSrc(own)).toBe(own)
    for (const body of ['AAAA', 'AAA', 'AA==', 'AA\nAA', '']) expect(safeSrc(`data:image/png;base64,${body}`)).toBe(`data:image/png;base64,${body}`)
  })

  it.each([
    'https://a.example/x.png',
    'http://localhost/x',
    '//a.example',
    'x.png',
    'data:image/svg+xml,<svg/>',
    'data:image/png;base64,abc===',
    'data:iMage/pNg;bASe64,A',
    'data:image/png;base64,AA?A',
    'data:text/html,x',
    'blob:https://evil.example/1',
    'blob:null/1',
    null,
    { ref: 'a' },
  ])('[S31][S55] refuses %j', text => expect(safeSrc(text)).toBeNull())
})

it('names the host of a link', () => {
  expect(hostOf('https://example.org:8443/a')).toBe('example.org:8443')
  expect(hostOf('mailto:a@example.org')).toBe('a@example.org')
})
