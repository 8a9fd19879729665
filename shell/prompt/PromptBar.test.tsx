import { signal } from '@preact/signals-core'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Desk } from '../desktop/desk.ts'
import { DeskContext } from '../desktop/desk-context.ts'
import { PromptBar } from './PromptBar.tsx'

function show(text = '') {
  const asked: string[] = []
  const opened: string[] = []
  const promptText = signal(text)
  const desk = {
    promptText,
    writePrompt: (next: string) => (promptText.value = next),
    ask: (prompt: string) => asked.push(prompt),
    apps: signal([{ instance: 'own-plants', name: 'Plants', icon: null, about: 'When each was watered.', versions: [] }]),
    services: { shipped: async () => [] },
    openApp: (instance: string) => opened.push(instance),
  }
  render(
    <DeskContext value={desk as unknown as Desk}>
      <PromptBar place="home" />
    </DeskContext>,
  )
  return { asked, opened, field: screen.getByRole('textbox', { name: 'Describe an app' }) as HTMLTextAreaElement }
}

it('asks on Enter, and breaks the line on Shift+Enter', async () => {
  const { asked, field } = show()
  await userEvent.type(field, 'a tracker{Shift>}{Enter}{/Shift}for plants{Enter}')
  expect(asked).toEqual(['a tracker\nfor plants'])
})

it('says what to write when there is nothing', async () => {
  const { asked, field } = show()
  await userEvent.type(field, '  {Enter}')
  expect(asked).toEqual([])
  expect(screen.getByRole('alert').textContent).toContain('what the app is for')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(field, 'x')
  expect(screen.queryByRole('alert')).toBe(null)
})

it('names the limit for 100 KB and keeps the text', async () => {
  const { asked, field } = show('x'.repeat(100 * 1024))
  field.focus()
  await userEvent.keyboard('{Enter}')
  expect(asked).toEqual([])
  expect(screen.getByRole('alert').textContent).toContain('100,000')
  expect(field.value).toHaveLength(100 * 1024)
})

it('asks what a thin request leaves open, and each answer is in the request', async () => {
  const { field, asked } = show()
  await userEvent.type(field, 'books')
  await userEvent.click(await screen.findByRole('button', { name: 'Author' }))
  expect(field.value).toBe('a list of books with author')
  await userEvent.click(await screen.findByRole('button', { name: 'Genre' }))
  await userEvent.type(field, '{Enter}')
  expect(asked).toEqual(['a list of books with author, genre'])
})

it('[B93] offers an app that is here already, and opens it', async () => {
  const { asked, opened, field } = show()
  await userEvent.type(field, 'something to track my plants')
  const found = await screen.findByRole('button', { name: /^Open Plants/ })
  await userEvent.type(field, '{Escape}')
  expect(screen.queryByRole('button', { name: /^Open Plants/ })).toBe(null)
  await userEvent.type(field, '!')
  expect(found.isConnected).toBe(false)
  await userEvent.click(await screen.findByRole('button', { name: /^Open Plants/ }))
  expect(opened).toEqual(['own-plants'])
  expect(asked).toEqual([])
  expect(field.value).toBe('')
})
