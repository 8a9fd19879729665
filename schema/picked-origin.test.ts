import { expect, it } from 'vitest'
import { pickedOrigin, readTypedOrigin } from './picked-origin.ts'

it.each([
  ['?server/items', 'server'],
  ['?server', 'server'],
  ['?myServer2/', 'myServer2'],
  ['?server?q=1', null],
  ['?server.evil.example/', null],
  ['?Server/', null],
  ['?__proto__/', null],
  ['?/x', null],
  ['https://a.example/?server/', null],
  [' ?server/', null],
])('[B67] reads the name that %s begins with', (address, name) => {
  expect(pickedOrigin(address)).toBe(name)
})

it.each([
  ['my.example', 'https://my.example'],
  [' https://My.Example:443/path?x ', 'https://my.example'],
  ['http://my.example:8080', 'http://my.example:8080'],
  ['https://аpple.example', 'https://xn--pple-43d.example'],
  ['https://good.example@evil.example', null],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['my example.org', null],
  ['https://good.example\\@evil.example', null],
  ['localhost', null],
  ['', null],
])('[S27] reads what a person wrote, %s, as the origin that the URL standard reads', (written, origin) => {
  expect(readTypedOrigin(written)).toBe(origin)
})
