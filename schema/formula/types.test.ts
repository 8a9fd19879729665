import { describe, expect, it } from 'vitest'
import { describeType, fits, joinTypes, parseType, type Type, typeOfValue } from './types.ts'

function type(json: unknown): Type {
  const parsed = parseType(json)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.type
}

describe('[B11] types', () => {
  it('are read as a blueprint writes them', () => {
    for (const [json, words] of [
      ['text', 'text'],
      ['date?', 'date?'],
      [['text'], '[text]'],
      ['[number]', '[number]'],
      [{ id: 'text', tags: ['text'], due: 'date?' }, '{ id: text, tags: [text], due: date? }'],
      ['any', 'any'],
    ] as const)
      expect(describeType(type(json))).toBe(words)
  })

  it('are refused with what to write', () => {
    for (const odd of ['string', [], ['text', 'number'], 5, null, { a: 'int' }, '__proto__', 'constructor'])
      expect(parseType(odd), JSON.stringify(odd)).toMatchObject({ ok: false })
    expect(parseType({ a: 'int' })).toMatchObject({ message: expect.stringContaining('a: "int"') })
  })

  it('fit values', () => {
    const todo = type({ id: 'text', done: 'bool', due: 'date?' })
    expect(fits({ id: 'a', done: true }, todo)).toBe(true)
    expect(fits({ id: 'a', done: true, due: null }, todo)).toBe(true)
    expect(fits({ id: 'a' }, todo)).toBe(false)
    expect(fits({ id: 'a', done: true, more: 1 }, todo)).toBe(false)
    expect(fits([{ id: 'a', done: true }], { kind: 'list', of: todo })).toBe(true)
    expect(fits('2026-1-5', type('date'))).toBe(false)
    expect(fits(null, type('text'))).toBe(false)
    expect(fits({ ref: 'file:00', name: 'a', type: 'b', size: 1 }, type('file'))).toBe(true)
    expect(fits(JSON.parse('{"__proto__":{"id":"a","done":true}}'), todo)).toBe(false)
  })

  it('of values join', () => {
    expect(describeType(typeOfValue([{ a: 1 }, { a: null, b: 'x' }]))).toBe('[{ a: number?, b: text? }]')
    expect(describeType(typeOfValue([1, 'a']))).toBe('[any]')
    expect(describeType(joinTypes(type('date'), type('text')))).toBe('text')
    expect(describeType(typeOfValue(null))).toBe('null')
  })
})
