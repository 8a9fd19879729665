import { expect, it } from 'vitest'
import { kindOf, pickedName, scopeOf } from './capability-name.ts'
import { capabilityWords, describeCapability, wordedKinds } from './capability-words.ts'
import { components, tools } from './generated/catalog.ts'

const registry = [...tools.values(), ...components.values()].flatMap(spec => spec.capability?.name ?? [])

it('has words for every capability of the registry, and for what apps send from one place to another', () => {
  expect([...new Set([...registry, 'flow'])].filter(kind => !wordedKinds.has(kind))).toEqual([])
})

it('names the whole scope, however long, and what it does not know as it is', () => {
  const long = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example`
  expect(capabilityWords(`net:${long}`).title).toContain(long)
  expect(capabilityWords('fs:Notes/2026').title).toContain('Notes/2026')
  expect(capabilityWords('constructor').title).toBe('Use “constructor”')
})

it('[S15] says what is unusual about a host', () => {
  expect(capabilityWords('net:https://xn--pple-43d.example').detail).toMatch(/^Look closely/)
  expect(capabilityWords('frame:https://1.2.3.4').detail).toMatch(/number instead of a name/)
  expect(capabilityWords('net:http://a.example').detail).toMatch(/not encrypted/)
  expect(capabilityWords('net:https://a.example').detail).toMatch(/^It can read/)
})

it('splits a capability at its first colon alone', () => {
  expect([kindOf('net:https://a.example:8443'), scopeOf('net:https://a.example:8443')]).toEqual(['net', 'https://a.example:8443'])
  expect([kindOf('storage'), scopeOf('storage')]).toEqual(['storage', ''])
  expect([pickedName('net:?server'), pickedName('net:https://a.example')]).toEqual(['server', null])
  expect(describeCapability('notify')).toBe('show notifications')
})
