import { expect, it } from 'vitest'
import { tryBadInput } from '../campaigns/bad-input.ts'
import { examine } from '../campaigns/examine.ts'
import { randomSeed } from '../random-seed.ts'

it('[B1] whatever is fed to the checker, it says what is wrong and where', { timeout: 300_000 }, async () => {
  const { counts, failures, remarks } = await tryBadInput({ seed: randomSeed(), seconds: 30 }, { hostileStep: 9, mutations: 100, prefixes: 100 })
  console.info(counts, remarks)
  expect(failures).toEqual([])
})

it('examines a text that is right, one that is broken, and nothing', () => {
  for (const text of ['', '{', '{"blueprint":1,"app":{"name":"A"},"view":"a"}', "{'blueprint':1,}", '\ud83d', '\ufeff[1']) expect(examine(text)).toBe(null)
})
