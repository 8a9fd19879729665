import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOf, optionsToChoices, strayLabel } from './options.ts'

describe('optionsToChoices', () => {
  it('takes texts, numbers and records; a null value is a choice', () => {
    expect(optionsToChoices(['a', 2, { value: null, label: 'All' }, { value: 'b' }])).toEqual([
      { id: 'string:a', value: 'a', label: 'a', disabled: false },
      { id: 'number:2', value: 2, label: '2', disabled: false },
      { id: 'null', value: null, label: 'All', disabled: false },
      { id: 'string:b', value: 'b', label: 'b', disabled: false },
    ])
  })

  it('keeps the text 2 and the number 2 apart, and two of a kind too', () => {
    const choices = optionsToChoices(['2', 2, '2', { value: null }, { value: null, label: 'None of it' }])
    expect(new Set(choices.map(choice => choice.id)).size).toBe(5)
    expect(choiceOf(choices, 2)?.id).toBe('number:2')
    expect(choiceOf(choices, '2')?.id).toBe('string:2')
    expect(choiceOf(choices, undefined)?.label).toBe('None')
  })

  it('leaves out what is no option, reads own properties only, never throws', () => {
    const inherited = Object.create({ value: 'x', label: 'X' })
    expect(optionsToChoices([[], {}, inherited, undefined, Number.NaN, { value: {} }])).toEqual([])
    expect(optionsToChoices('abc')).toEqual([])
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (any, list) => {
        optionsToChoices(any)
        const ids = optionsToChoices(list).map(choice => choice.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('writes a value that no option names', () => {
    expect(strayLabel('gone')).toBe('gone')
    expect(strayLabel(null)).toBe(null)
    expect(strayLabel({ a: 1 })).toBe(null)
  })
})
