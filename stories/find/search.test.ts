import { describe, expect, it } from 'vitest'
import { components, tools } from '../../schema/generated/catalog.ts'
import { findByNeed } from './search.ts'

describe('a component or a tool is found by what it is needed for', () => {
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
    ['compare two texts', 'text.diff'],
    ['read a table with commas', 'csv.parse'],
    ['the middle value of numbers', 'math.median'],
  ])('%s: %s', (need, name) => {
    expect(
      findByNeed(need)
        .slice(0, 3)
        .map(found => found.name),
    ).toContain(name)
  })

  it('all of them where nothing is asked for, and none for what there is not', () => {
    expect(findByNeed(' the ').map(found => found.name)).toEqual([...components.keys(), ...tools.keys()])
    expect(findByNeed('xylophone')).toEqual([])
  })
})
