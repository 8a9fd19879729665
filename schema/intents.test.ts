import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeType } from './formula/types.ts'
import { intentsOf, isIntentName, startPage } from './intents.ts'

describe('[B69] the name of an intent', () => {
  it('is small letters and digits with hyphens between', () => {
    for (const name of ['a', 'add-task', 'open-2', 'a1-b2-c3', 'a'.repeat(40)]) expect(isIntentName(name)).toBe(true)
    for (const name of ['', '-', 'a-', '-a', 'a--b', '1a', 'Add', 'add task', 'ädd', 'a_b', 'a:b', '__proto__', 'a'.repeat(41)])
      expect(isIntentName(name)).toBe(false)
  })

  it('is what the pattern says, for any text', () => {
    const letters = fc.constantFrom('a', 'z', '0', '9', '-', 'A', ' ', 'é')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(letters, { maxLength: 44 }).map(parts => parts.join('')),
        ),
        name => {
          expect(isIntentName(name)).toBe(name.length <= 40 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
        },
      ),
    )
  })
})

describe('[B69] what an app takes', () => {
  it('is declared by its effects, each with its type', () => {
    const document = {
      effects: {
        a: { on: 'intent', intent: 'add-task', type: { title: 'text', due: 'date?' }, do: [] },
        b: { on: 'intent', intent: 'ping', do: [] },
        c: { on: 'launch', intent: 'launch', do: [] },
        d: { on: 'intent', intent: 'Not a name', do: [] },
        e: null,
      },
    }
    expect(intentsOf(document).map(({ name, type }) => [name, describeType(type)])).toEqual([
      ['add-task', '{ title: text, due: date? }'],
      ['ping', 'any'],
    ])
    for (const effects of [undefined, null, [], 'add-task']) expect(intentsOf(effects === undefined ? {} : { effects })).toEqual([])
  })

  it('is also what its start page takes', () => {
    const pages = { day: { title: 'Day', params: { day: 'date', mark: 'text?' }, view: '' }, other: { title: 'Other', params: { x: 'text' }, view: '' } }
    const start = startPage({ pages })
    expect([start?.name, start && describeType(start.params)]).toEqual(['day', '{ day: date, mark: text? }'])
    for (const document of [null, {}, { pages: {} }]) expect(startPage(document)).toBe(null)
  })
})
