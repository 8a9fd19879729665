import { expect, it } from 'vitest'
import { currencyOf, firstLanguage } from './locale.ts'

it('takes the first language that is one', () => {
  expect(firstLanguage(['de-ch', 'en'])).toBe('de-CH')
  expect(firstLanguage(['en-US@posix', 'fr'])).toBe('fr')
  for (const none of [[], ['en-US@posix'], [''], ['C', '_']]) expect(firstLanguage(none)).toBe('en-US')
})

it('assumes the currency of the region, also where the language names none', () => {
  expect(currencyOf('de-CH')).toBe('CHF')
  expect(currencyOf('de')).toBe('EUR')
  expect(currencyOf('ja')).toBe('JPY')
  expect(currencyOf('en')).toBe('USD')
})
