import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isUncountable, plural, singular } from './nouns.ts'

const pairs = [
  ['book', 'books'],
  ['movie', 'movies'],
  ['recipe', 'recipes'],
  ['battery', 'batteries'],
  ['toy', 'toys'],
  ['box', 'boxes'],
  ['dish', 'dishes'],
  ['watch', 'watches'],
  ['glass', 'glasses'],
  ['person', 'people'],
  ['knife', 'knives'],
  ['quiz', 'quizzes'],
  ['house', 'houses'],
  ['expense', 'expenses'],
  ['tomato', 'tomatoes'],
  ['status', 'statuses'],
  ['blood test', 'blood tests'],
  ['rare stamp', 'rare stamps'],
  ['painting', 'paintings'],
  ['virus', 'viruses'],
] as const

it.each(pairs)('%s: %s', (one, many) => {
  expect(plural(one)).toBe(many)
  expect(singular(many)).toBe(one)
})

it.each(pairs)('%s stays one, and %s many', (one, many) => {
  expect(singular(one)).toBe(one)
  expect(plural(many)).toBe(many)
})

it.each(['water', 'sleep', 'reading', 'gardening', 'species', 'furniture'])('%s is not counted', word => {
  expect(isUncountable(word)).toBe(true)
  expect(plural(word)).toBe(word)
})

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      for (const change of [plural, singular, isUncountable]) expect(() => change(text)).not.toThrow()
    }),
  )
})
