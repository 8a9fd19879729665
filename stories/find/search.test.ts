import { describe, expect, it } from 'vitest'
import { components } from '../../schema/generated/catalog.ts'
import { findComponents } from './search.ts'

describe('a component is found by what it is needed for', () => {
  it.each([
    ['something to pick a date range', 'DateRangeField'],
    ['a first and a last day', 'DateRangeField'],
    ['upload a photo', 'FileField'],
    ['kanban', 'Board'],
    ['pie chart', 'Chart'],
    ['stars', 'Rating'],
    ['modal', 'Dialog'],
    ['choose several from many', 'MultiSelect'],
    ['turn something on or off', 'Switch'],
    ['one line of text to type', 'TextField'],
    ['wizard', 'Stepper'],
    ['reorder rows by dragging', 'SortableList'],
  ])('%s: %s', (need, name) => {
    expect(
      findComponents(need)
        .slice(0, 3)
        .map(found => found.name),
    ).toContain(name)
  })

  it('all of them where nothing is asked for, and none for what there is not', () => {
    expect(findComponents(' the ').map(found => found.name)).toEqual([...components.keys()])
    expect(findComponents('xylophone')).toEqual([])
  })
})
