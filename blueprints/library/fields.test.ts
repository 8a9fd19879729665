import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FieldKind, guessFields, guessKind } from './fields.ts'

const kinds: readonly (readonly [string, FieldKind])[] = [
  ['title', 'text'],
  ['author', 'text'],
  ['price', 'money'],
  ['total cost', 'money'],
  ['amount', 'money'],
  ['date', 'date'],
  ['bought on', 'date'],
  ['due date', 'date'],
  ['last watered', 'date'],
  ['birthday', 'date'],
  ['paid', 'bool'],
  ['is rare', 'bool'],
  ['watched', 'bool'],
  ['rating', 'rating'],
  ['stars', 'rating'],
  ['notes', 'long'],
  ['ingredients', 'long'],
  ['photo', 'photo'],
  ['cover', 'photo'],
  ['category', 'choice'],
  ['genre', 'choice'],
  ['quantity', 'number'],
  ['weight in kg', 'number'],
  ['number of pages', 'number'],
  ['e-mail', 'email'],
  ['phone', 'phone'],
  ['link', 'url'],
  ['tags', 'tags'],
  ['time', 'time'],
]

it.each(kinds)('%s is of the kind %s', (name, kind) => expect(guessKind(name)).toBe(kind))

const guess = (...names: string[]) => guessFields(names.map(name => ({ name, choices: [] })))

describe('names in formulas', () => {
  it('are words in camel case', () => expect(guess('Last watered', 'E-mail', 'Café').map(field => field.id)).toEqual(['lastWatered', 'eMail', 'cafe']))
  it('are never those that mean something', () =>
    expect(guess('id', 'constructor', 'null', 'index', '__proto__').map(field => field.id)).toEqual([
      'idValue',
      'constructorValue',
      'nullValue',
      'indexValue',
      'proto',
    ]))
  it('are never empty, and no two are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 12 }), names => {
        const ids = guess(...names).map(field => field.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/)
      }),
    )
  })
})

it('choices that were written out are a list; yes or no is a switch', () => {
  expect(guessFields([{ name: 'status', choices: ['Open', 'Won'] }])).toEqual([{ id: 'status', label: 'Status', kind: 'fixed', choices: ['Open', 'Won'] }])
  expect(guessFields([{ name: 'built', choices: [], yesOrNo: true }])[0]?.kind).toBe('bool')
  expect(guess('priority')[0]?.choices).toEqual(['Low', 'Normal', 'High'])
})
