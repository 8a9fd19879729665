import { expect, it } from 'vitest'
import { checkFormula } from './check.ts'
import { findLibraryFunction, library, libraryCallNames } from './library.ts'
import { libraryDocs } from './library-docs.ts'
import { parseFormula } from './parse.ts'
import { describeType, fits } from './types.ts'

// B31, word for word.
const NAMES =
  `count sum avg min max filter map flatMap find findIndex any all reduce scan sort group uniq zip take skip first last reverse concat range has indexOf chunk without replaceAt
keys values entries pick omit merge get round floor ceil abs sign pow sqrt exp ln log10 sin cos tan clamp mod random pi number
upper lower capitalize trim contains startsWith endsWith replace split join pad slice repeat text lines words matches
now today year month day weekday hour minute second addDays addMonths diffDays startOf endOf parseDate timeIn zones localZone atTime
format money percent plural empty type with id calc t json parseJson`.split(/\s+/)

it('[B31] the table has exactly the functions of the language', () => {
  expect([...library.keys()].sort()).toEqual([...NAMES].sort())
})

it('[B24] the JavaScript names are there', () => {
  for (const name of 'includes some every find map filter slice join split toUpperCase trim startsWith length'.split(' '))
    expect(findLibraryFunction(name), name).toBeDefined()
  expect(findLibraryFunction('constructor')).toBeUndefined()
  expect(findLibraryFunction('__proto__')).toBeUndefined()
  expect(new Set(libraryCallNames()).size).toBe(libraryCallNames().length)
})

it('[B31] each function is documented, and its example passes the checker', () => {
  expect([...libraryDocs.keys()].sort()).toEqual([...library.keys()].sort())
  for (const [name, { example, result, about }] of libraryDocs) {
    const parsed = parseFormula(example)
    if (!parsed.ok) throw new Error(`${name}: ${parsed.faults[0]?.message}`)
    const { issues, type } = checkFormula(parsed.tree, { names: new Map() }, { steps: true })
    expect(
      issues.filter(issue => issue.severity === 'error'),
      example,
    ).toEqual([])
    expect(fits(result, type), `${example} should be ${describeType(type)}`).toBe(true)
    expect(about).toMatch(/\.$/)
    expect(example).toMatch(new RegExp(`\\b${name}\\(`))
  }
})
