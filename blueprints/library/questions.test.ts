import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerFromLibrary } from './index.ts'
import { questionsFor } from './questions.ts'

const asked = (prompt: string) => questionsFor(prompt).map(({ ask, answers }) => `${ask} ${answers.map(({ label }) => label).join(', ')}`)

it('asks what a list of things is to keep of each, and what an app is for where nothing says it', () => {
  expect(asked('a list of books')).toEqual(['What should it keep of each book? Title, Author, Genre, Status, Rating, Notes'])
  expect(asked('books')).toEqual(asked('a list of books'))
  expect(asked('make me an app')[0]).toMatch(/^What is it for\? a list of books/)
})

it.each(['', 'something that counts', 'a list of books with title, author, genre and rating', 'a snake game', `a list of ${'very '.repeat(30)}rare books`])(
  'asks nothing of “%.50s”',
  prompt => {
    expect(questionsFor(prompt)).toEqual([])
  },
)

it('each answer is a request in which that is said, and asks for less than before', () => {
  let prompt = 'books'
  for (const wanted of ['Title', 'Status', 'Rating']) {
    const next = questionsFor(prompt)[0]?.answers.find(({ label }) => label === wanted)?.request ?? ''
    expect(questionsFor(next)[0]?.answers.map(({ label }) => label) ?? []).not.toContain(wanted)
    prompt = next
  }
  expect(prompt).toBe('a list of books with title, status (want to read, reading, finished), rating')
  const answer = answerFromLibrary(prompt)
  expect(answer.kind === 'app' && JSON.parse(answer.text).state.items.type).toEqual([{ id: 'text', title: 'text', status: 'text', rating: 'number?' }])
})

it('never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => void questionsFor(text)))
})
