import { expect, it } from 'vitest'
import { readOrigin } from './origin.ts'

const constants = { api: 'https://api.example.com', version: 2, urls: { rates: 'https://rates.example.com/v1/' } }

it.each([
  ['https://api.example.com/x', 'https://api.example.com'],
  ['https://API.Example.com:443', 'https://api.example.com'],
  ['https://api.example.com/${path}', 'https://api.example.com'],
  ['${api}/v${version}/${path}', 'https://api.example.com'],
  ['${api + "/" + path}', 'https://api.example.com'],
  ['${`${urls.rates}${path}`}', 'https://rates.example.com'],
  ['http://localhost:8080/', 'http://localhost:8080'],
])('[B67] reads the origin of %s', (written, origin) => {
  expect(readOrigin(written, constants)).toEqual({ ok: true, origin })
})

it.each([
  ['https://api.example.com${path}', 'unknown'],
  ['https://${host}/x', 'unknown'],
  ['${host}', 'unknown'],
  ['${api}${path}', 'unknown'],
  ['https://api.example.com?q=${q}', 'unknown'],
  ['javascript:alert(1)', 'scheme'],
  ['/rates', 'scheme'],
  ['https://', 'invalid'],
  ['https://user:pw@example.com/', 'invalid'],
  ['https://good.example.com@evil.example.com/', 'invalid'],
])('[B67] refuses %s', (written, why) => {
  expect(readOrigin(written, constants)).toEqual({ ok: false, why })
})
