import { describe, expect, it } from 'vitest'
import type { SlotSpec } from '../../schema/catalog.ts'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import { components } from '../../schema/generated/catalog.ts'

const errorsOf = (node: object, trusted: boolean) =>
  loadBlueprint(
    { blueprint: 1, app: { name: 'Test' }, state: { kept: '' }, view: { label: 'Name', bind: 'kept', ...node } as never },
    { trusted },
  ).issues.filter(({ severity }) => severity === 'error')

/** What a browser or a password manager takes for a secret. */
const SECRET = /pass(?:word|code|phrase)|secret|cvc|cvv|card-?number|\bcc-|\bpin\b|one-time-code|seed|webauthn/i

describe('[S17] a blueprint has no field for a password, a card or a seed phrase', () => {
  it('no component has a property or a value that asks for one', () => {
    const asking: string[] = []
    const look = (where: string, slot: SlotSpec): void => {
      for (const value of slot.values ?? []) if (SECRET.test(String(value))) asking.push(`${where}: ${value}`)
      for (const [name, field] of Object.entries(slot.fields ?? {})) look(`${where}.${name}`, field)
    }
    for (const spec of components.values())
      for (const [name, slot] of Object.entries(spec.slots)) {
        if (SECRET.test(name) || /^auto-?complete$/i.test(name)) asking.push(`${spec.name}.${name}`)
        look(`${spec.name}.${name}`, slot)
      }
    expect(asking).toEqual([])
  })

  it.each([
    ['its kind', { type: 'TextField', kind: 'password' }],
    ['its type', { type: 'TextField', inputType: 'password' }],
    ['autocomplete', { type: 'TextField', autocomplete: 'current-password' }],
    ['autoComplete', { type: 'TextField', autoComplete: 'cc-number' }],
    ['a component of that name', { type: 'PasswordField' }],
    ['an element of HTML', { type: 'input', kind: 'password' }],
  ])('by %s: refused, also with repairs', (_, node) => {
    for (const trusted of [true, false]) expect(errorsOf(node, trusted).length).toBeGreaterThan(0)
  })

  it('a label is text, whatever it says: the field below it stays a plain one', () => {
    for (const label of ['Password', 'Card number', 'Your 12-word seed phrase']) expect(errorsOf({ type: 'TextField', label }, true)).toEqual([])
  })
})
