import { expect, it } from 'vitest'
import { checkPrompt, longestPrompt } from './check-prompt.ts'

it('takes a prompt, trimmed', () => {
  expect(checkPrompt('  plants \n')).toEqual({ ok: true, prompt: 'plants' })
  expect(checkPrompt('x'.repeat(longestPrompt)).ok).toBe(true)
})

it('says what to write for an empty one, and the limit for one of 100 KB', () => {
  expect(checkPrompt(' \n\t')).toMatchObject({ ok: false, message: expect.stringContaining('what the app is for') })
  expect(checkPrompt('x'.repeat(100 * 1024))).toMatchObject({ ok: false, message: expect.stringMatching(/102,400.*100,000.*kept/) })
})
