import { describe, expect, it } from 'vitest'
import { typeText, valueText } from './props-module.ts'
import { slotOf } from './slots.ts'
import { rootProblems } from './source-rules.ts'

describe('slots', () => {
  it.each([
    [
      { type: 'string', 'x-grows': true },
      { kind: 'plain', type: 'text', grows: true },
    ],
    [
      { enum: ['s', 'm'], default: 'm' },
      { kind: 'plain', type: 'enum', values: ['s', 'm'], default: 'm' },
    ],
    [
      { anyOf: [{ enum: ['start', 'end'] }, { type: 'integer', minimum: 0 }] },
      { kind: 'plain', type: 'number', values: ['start', 'end'], open: true, whole: true, min: 0 },
    ],
    [{ type: ['boolean', 'number'] }, { kind: 'plain', type: 'any', types: ['bool', 'number'] }],
    [
      { 'x-slot': 'path', 'x-type': 'number?' },
      { kind: 'path', type: 'any', bind: 'number?' },
    ],
    [
      { 'x-slot': 'steps', 'x-event': { value: 'text' } },
      { kind: 'steps', type: 'any', event: { value: 'text' } },
    ],
    [
      { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] } },
      { kind: 'plain', type: 'list', fields: { a: { kind: 'plain', type: 'text', required: true } } },
    ],
    [
      { type: 'array', items: { type: 'number' } },
      { kind: 'plain', type: 'list', element: { kind: 'plain', type: 'number' } },
    ],
  ])('%j', (schema, slot) => {
    expect(slotOf(schema)).toEqual(slot)
  })
})

describe('computed types', () => {
  it('of schemas', () => {
    expect(valueText({ enum: ['a', 1] })).toBe('"a" | 1')
    expect(valueText({ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } })).toBe('readonly (string | number)[]')
    expect(valueText({ type: 'object', properties: { a: { type: 'string' }, b: { 'x-slot': 'node', 'x-each': true } }, required: ['a'] })).toBe(
      '{ readonly a: string; readonly b?: ((index: number) => Node | undefined) | undefined }',
    )
  })

  it('of the notation of B11', () => {
    expect(typeText('number?')).toBe('number | null')
    expect(typeText('[text]')).toBe('readonly (string)[]')
    expect(typeText({ id: 'text', at: 'time?' })).toBe('{ readonly id: string; readonly at: number | null }')
  })
})

it('says what is wrong with a source, and where', () => {
  const schema = {
    title: 'Knob',
    type: 'object',
    'x-group': 'inputs',
    'x-color': true,
    properties: { label: { type: 'string' }, onTurn: { description: 'Runs.' }, at: { 'x-slot': 'place', description: 'Where.' } },
    required: ['lable'],
  }
  expect(rootProblems(schema, 'component', 'Dial')).toEqual([
    'the keyword "x-color" is unknown at the root',
    'its title must be "Dial", as the file\'s name says',
    'the root has no description',
    '"x-group": "inputs" is none of layout text actions input data feedback special',
    'the root needs one of "examples"',
    'the root has no "x-instead", which says when another component serves better',
    '/properties/onTurn: an on… property needs "x-slot": "steps"',
    '/required names "lable", which is no property',
    '/properties/label has no description',
    '/properties/at: "x-slot": "place" is none of plain literal formula lambda path name node nodes steps data action page',
  ])
})
