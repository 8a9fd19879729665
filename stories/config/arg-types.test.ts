import { describe, expect, it } from 'vitest'
import { components } from '../../schema/generated/catalog.ts'
import { exampleOf } from '../examples/index.ts'
import { argTypesOf, componentOf, wordsOf } from './arg-types.ts'

const drawn = [...components.values()]

describe('a component’s page', () => {
  it.each(drawn.map(spec => spec.name))('of %s has a row with its words for every property, its own ones first', name => {
    const rows = argTypesOf(name, exampleOf(name).node, true)
    const { slots, children } = components.get(name)!
    expect(new Set(Object.keys(rows))).toEqual(new Set([...Object.keys(slots), ...(children === 'none' ? [] : ['children'])]))
    expect(Object.entries(rows).filter(([, row]) => !row.description || !row.table?.type?.summary || !row.control)).toEqual([])
    const categories = Object.values(rows).map(row => row.table?.category)
    expect(categories.lastIndexOf('Its own')).toBeLessThan(categories.indexOf('Every component'))
  })

  it.each(drawn.map(spec => spec.name))('of %s says what it is for, and which others there are', name => {
    const { about, instead } = wordsOf(name)
    expect(about).toMatch(/\.$/)
    expect(instead).toMatch(/^Use .+\.$/)
  })

  it('says type, default and example, and has a control that fits', () => {
    const rows = argTypesOf('Button', { type: 'Button', icon: 'plus' }, true)
    expect(rows.variant).toMatchObject({
      control: { type: 'inline-radio' },
      options: ['primary', 'secondary', 'quiet', 'danger'],
      table: { defaultValue: { summary: '"secondary"' }, type: { summary: 'primary secondary quiet danger' } },
    })
    expect(rows.icon?.description).toBe('Drawn before the label. Example: `"plus"`.')
    expect(rows.label?.type).toMatchObject({ required: true })
    expect(argTypesOf('NumberField', { type: 'NumberField' }, true).step?.control).toMatchObject({ type: 'number' })
  })

  it('edits no steps and no components of what React was given', () => {
    expect(argTypesOf('Card', { type: 'Card' }, false)).toMatchObject({
      onPress: { control: false },
      actions: { control: false },
      children: { control: false },
    })
  })
})

it('a title names a component, or it does not', () => {
  expect(componentOf('Components/Input/TextField')).toBe('TextField')
  expect(componentOf('Components/Input/Nothing')).toBeUndefined()
  expect(componentOf('Apps/Text')).toBeUndefined()
})
