import { describe, expect, it } from 'vitest'
import { readFrameAddress } from './frame-address.ts'

const why = (text: string) => {
  const reading = readFrameAddress(text)
  return reading.ok ? reading.origin : reading.why
}

describe('readFrameAddress', () => {
  it('reads the origin and the host as the URL standard writes them', () => {
    expect(readFrameAddress(' https://Maps.Example.com:443/a?b#c ')).toEqual({
      ok: true,
      url: 'https://maps.example.com/a?b#c',
      origin: 'https://maps.example.com',
      host: 'maps.example.com',
    })
    expect(why('https://bücher.example/')).toBe('https://xn--bcher-kva.example')
  })

  it.each([
    'http://example.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'about:blank',
    'ftp://example.com/',
  ])('[S57] refuses the scheme of %s', text => expect(why(text)).toBe('scheme'))

  it.each([
    'https://localhost/',
    'https://LOCALHOST./',
    'https://app.localhost/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://017700000001/',
    'https://192.168.0.1/',
    'https://8.8.8.8/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://router/',
    'https://printer.local/',
    'https://db.internal./',
    'https://１２７.0.0.1/',
  ])('[S57][S27] refuses the host of %s', text => expect(why(text)).toBe('host'))

  it.each([
    '',
    'example.com',
    '//example.com/',
    '/frame',
    'https://',
    'https://a@example.com/',
    'https://a:b@example.com/',
    'https://example.com:8443/',
    'https://exa mple.com/',
  ])('[S57] takes “%s” for no address', text => expect(why(text)).toBe('invalid'))
})
