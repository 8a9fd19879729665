import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBroker } from './broker.ts'
import { createTestWorld } from './test-world.ts'
import { type DiffPart, diffTexts } from './text-diff.ts'

const port = createBroker({ isGranted: () => false, approve: async () => false, world: createTestWorld() })
const context = { gesture: false, signal: new AbortController().signal }
const diff = (a: string, b: string, by?: string) => port.call('text.diff', { a, b, ...(by && { by }) }, context)
const told = (parts: readonly DiffPart[]) => parts.map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`)

describe("'text.diff'", () => {
  it('compares lines where nothing else is said, words or characters', async () => {
    expect(await diff('one\ntwo\n', 'one\n2\n')).toEqual({
      same: false,
      parts: [
        { kind: 'same', text: 'one\n' },
        { kind: 'removed', text: 'two\n' },
        { kind: 'added', text: '2\n' },
      ],
    })
    expect(told(diffTexts('a red car', 'a blue car', 'words'))).toEqual([' a ', '-red', '+blue', '  car'])
    expect(told(diffTexts('colour', 'color', 'characters'))).toEqual([' colo', '-u', ' r'])
    expect(await diff('x', 'x')).toEqual({ same: true, parts: [{ kind: 'same', text: 'x' }] })
    expect(await diff('', '')).toEqual({ same: true, parts: [] })
  })

  it('gives parts that make both texts again, neighbours of different kinds', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '𝄞', 'é', 'word')).map(pieces => pieces.join(''))
    fc.assert(
      fc.property(text, text, fc.constantFrom('lines', 'words', 'characters'), (a, b, by) => {
        const parts = diffTexts(a, b, by)
        const without = (kind: DiffPart['kind']) =>
          parts
            .filter(part => part.kind !== kind)
            .map(part => part.text)
            .join('')
        expect([without('added'), without('removed')]).toEqual([a, b])
        expect(parts.every((part, index) => part.text !== '' && part.kind !== parts[index + 1]?.kind)).toBe(true)
      }),
    )
  })

  it('of texts that have too little in common says what is between their ends', () => {
    const lines = (letter: string) => Array.from({ length: 3000 }, (_, line) => `${letter}${line}\n`).join('')
    expect(diffTexts(`begin ${lines('x')}end`, `begin ${lines('y')}end`, 'lines').map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
  })
})
