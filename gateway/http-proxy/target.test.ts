import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { corpus } from '../../tests/corpus.ts'
import { canonicalCapability, parseTarget } from './target.ts'

it.each([
  ['https://good.example@evil.example/', 'refused'],
  ['https://good.example:pw@evil.example/', 'refused'],
  ['https://GOOD.example/', 'https://good.example'],
  ['https://good.example./', 'https://good.example.'],
  ['https://good.example\\@evil.example/', 'https://good.example'],
  ['https://evil.example\\.good.example/', 'https://evil.example'],
  ['https://good.example:443/', 'https://good.example'],
  ['http://good.example:443/', 'http://good.example:443'],
  ['https://g%6fod.example/', 'https://good.example'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example'],
  ['https://good.example%2f.evil.example/', 'refused'],
  ['https:good.example', 'https://good.example'],
  ['file:///etc/passwd', 'refused'],
  ['javascript:alert(1)', 'refused'],
  ['data:text/plain,x', 'refused'],
  ['ftp://good.example/', 'refused'],
  ['//good.example/', 'refused'],
  ['', 'refused'],
])('[S27] %j is of the origin %s', (text, origin) => {
  let found: string
  try {
    found = parseTarget(text).origin
  } catch {
    found = 'refused'
  }
  expect(found).toBe(origin)
})

it.each([
  ['net:https://a.example', 'net:https://a.example'],
  ['net:HTTPS://A.Example:443/', 'net:https://a.example'],
  ['net:https://a.example/path', null],
  ['net:https://a.example?x', null],
  ['net:https://u@a.example', null],
  ['net:*', null],
  ['net:https://*.a.example', 'net:https://*.a.example'],
  ['net:', null],
  ['net:javascript:alert(1)', null],
  ['storage', 'storage'],
  ['__proto__', null],
])('canonicalCapability(%j) is %j', (text, expected) => {
  expect(canonicalCapability(text)).toBe(expected)
})

const wpt = corpus('url-wpt')
it.skipIf(wpt === null)('[S27] agrees with the URL standard on the origin of every address of its suite', () => {
  const cases = (JSON.parse(readFileSync(`${wpt}/urltestdata.json`, 'utf8')) as unknown[]).filter(one => typeof one === 'object' && one !== null) as {
    input: string
    base: string | null
    failure?: boolean
    origin?: string
    protocol?: string
    host?: string
    username?: string
    password?: string
  }[]
  let compared = 0
  const wrong: string[] = []
  for (const one of cases) {
    if (one.base !== null && one.base !== undefined) continue
    const refused = one.failure === true || !/^https?:$/.test(one.protocol ?? '') || one.username !== '' || one.password !== ''
    let origin: string | null = null
    try {
      origin = parseTarget(one.input).origin
    } catch {
      // Refused: compared below.
    }
    compared += 1
    const expected = refused ? null : (one.origin ?? `${one.protocol}//${one.host}`)
    if (origin !== expected) wrong.push(`${one.input} → ${origin}, not ${expected}`)
  }
  expect(compared).toBeGreaterThan(300)
  expect(wrong).toEqual([])
})
