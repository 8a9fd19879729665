import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { embed } from './embed.tsx'

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')

const counter = {
  blueprint: 1,
  app: { name: 'Counter' },
  state: { n: 0 },
  view: {
    type: 'Stack',
    children: [
      { type: 'Text', text: 'Pressed ${n} times' },
      { type: 'Button', label: 'Press', onPress: { do: 'inc', path: 'n' } },
    ],
  },
}

it('runs as the README says, from the package’s own entries', async () => {
  const user = userEvent.setup()
  const place = document.body.appendChild(document.createElement('div'))
  const issues = await act(() => embed(JSON.stringify(counter), place))
  expect(issues).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Press' }))
  expect(screen.getByText('Pressed 1 times')).toBeTruthy()
})

it('says what is wrong with what is no blueprint, and shows nothing', () => {
  const place = document.createElement('div')
  const issues = embed(JSON.stringify({ ...counter, view: { type: 'Stak' } }), place)
  expect(issues.map(({ code, suggestion }) => ({ code, suggestion }))).toContainEqual({ code: 'unknown-component', suggestion: 'Stack' })
  expect(place.childElementCount).toBe(0)
})

it('stands in the README word for word', () => {
  expect(read('../../README.md')).toContain(read('./embed.tsx'))
})
