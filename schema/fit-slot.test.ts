import { describe, expect, it } from 'vitest'
import type { SlotTable } from './catalog.ts'
import { fitArguments } from './fit-slot.ts'
import type { JsonObject } from './json/json.ts'

const slots: SlotTable = {
  url: { kind: 'plain', type: 'text', required: true },
  most: { kind: 'plain', type: 'number', default: 10 },
  read: { kind: 'plain', type: 'enum', values: ['text', 'json'], default: 'text' },
  deep: { kind: 'plain', type: 'bool' },
  rows: { kind: 'plain', type: 'list' },
  body: { kind: 'plain', type: 'any' },
}

describe('[B50] the arguments of a call', () => {
  it.each<[what: string, given: JsonObject, args: JsonObject]>([
    ['have the defaults of what is left out', { url: 'x' }, { url: 'x', most: 10, read: 'text' }],
    ['are brought to their types where nothing is lost', { url: 7, most: '3', deep: true }, { url: '7', most: 3, read: 'text', deep: true }],
    ['are left out where they fit in no way and may be', { url: 'x', most: 'many', rows: 'none' }, { url: 'x', read: 'text' }],
    ['have their default in place of a word that there is not', { url: 'x', read: 'xml' }, { url: 'x', most: 10, read: 'text' }],
    ['stay as they are where they are needed, to be refused', { url: ['x'] }, { url: ['x'], most: 10, read: 'text' }],
    ['are the empty text for null, where a text is needed', { url: null }, { url: '', most: 10, read: 'text' }],
    ['keep null where anything may stand', { url: 'x', body: null }, { url: 'x', most: 10, read: 'text', body: null }],
    ['keep what the tool does not know, to be refused', { url: 'x', other: 1 }, { url: 'x', most: 10, read: 'text', other: 1 }],
  ])('%s', (_, given, args) => {
    expect(fitArguments(slots, given)).toEqual(args)
  })

  it('[S9] have names like others where these are those of objects', () => {
    const args = fitArguments(slots, JSON.parse('{ "url": "x", "__proto__": { "most": 1 }, "constructor": 2 }'))
    expect(Object.keys(args).sort()).toEqual(['__proto__', 'constructor', 'most', 'read', 'url'])
    expect(args.most).toBe(10)
  })
})
