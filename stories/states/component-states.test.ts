import { describe, expect, it } from 'vitest'
import { components } from '../../schema/generated/catalog.ts'
import { checkBlueprint } from '../../schema/index.ts'
import { exampleOf } from '../examples/index.ts'
import { statesOf } from './component-states.ts'

const drawn = [...components.keys()]

describe('the states of', () => {
  it.each(drawn)('%s are apps without an error', name => {
    for (const { title, document } of statesOf(name)) {
      const errors = checkBlueprint(JSON.stringify(document)).filter(issue => issue.severity === 'error')
      expect(errors.map(issue => `${title}: ${issue.at} ${issue.message}`)).toEqual([])
    }
  })

  it.each(drawn)('%s show it as its name arrives, in long text, from right to left, compact and dark', name => {
    expect(statesOf(name).map(state => state.title)).toEqual(
      expect.arrayContaining(['Its name has arrived', 'Half of it has arrived', 'Long text', 'Right to left', 'Compact', 'Dark']),
    )
  })

  it.each(drawn)('%s cut its text behind the component’s name, and in its middle', name => {
    const [first, half] = statesOf(name)
    const text = JSON.stringify(first!.document)
    expect(text.slice(0, -first!.missing!)).toMatch(new RegExp(`\\{"type":"${name}"$`))
    expect(text.length - half!.missing!).toBeGreaterThanOrEqual(text.indexOf(JSON.stringify(exampleOf(name).node)))
  })

  it('an input tell of its disabling and of what is wrong, a button of its work', () => {
    expect(statesOf('TextField').map(state => state.title)).toEqual(expect.arrayContaining(['Empty', 'Disabled', 'Error']))
    expect(statesOf('Button').map(state => state.title)).toEqual(expect.arrayContaining(['Disabled', 'Loading']))
    expect(statesOf('Table').map(state => state.title)).toContain('Empty')
  })
})
