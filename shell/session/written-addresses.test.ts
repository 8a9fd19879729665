import { signal } from '@preact/signals-core'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import type { Session } from './session.ts'
import { createLinkOpener } from './use-surroundings.ts'
import { writtenAddresses } from './written-addresses.ts'

const document: JsonObject = {
  blueprint: 1,
  state: { home: 'https://state.example/' },
  constants: { docs: 'https://constant.example/' },
  view: {
    type: 'Stack',
    children: [
      { type: 'Link', text: 'Home', href: 'http://Written.example/a b' },
      { type: 'Link', text: 'Search', href: 'https://search.example/?q=${query}' },
      { type: 'Markdown', text: 'See [the manual](https://manual.example/x_(y)), or https://bare.example/end. Write to <mailto:a@mail.example>.' },
      { type: 'Markdown', text: 'See https://computed.example/ and ${more}' },
    ],
  },
  pages: { more: { title: 'More', view: { type: 'Link', href: 'tel:+34600000000' } } },
}

it('[S56] finds what an author wrote as it stands, in the places that are shown', () => {
  const written = writtenAddresses(document)
  for (const href of ['https://written.example/a%20b', 'https://bare.example/end', 'https://manual.example/x_(y)', 'mailto:a@mail.example', 'tel:+34600000000'])
    expect(written, href).toContain(href)
  for (const href of ['https://computed.example/', 'https://state.example/', 'https://constant.example/', 'https://search.example/?q=$%7Bquery%7D'])
    expect(written, href).not.toContain(href)
})

it('[S56] leaves those to the browser, and shows all others first', () => {
  const app = signal({ document: signal<JsonObject | null>(document), sources: () => [] })
  const shown: string[] = []
  const open = createLinkOpener({ app } as unknown as Session, href => void shown.push(href))
  expect(open('https://bare.example/end')).toBe(false)
  expect(open('https://bare.example/end?secret')).toBe(true)
  expect(open('https://state.example/')).toBe(true)
  expect(shown).toEqual(['https://bare.example/end?secret', 'https://state.example/'])
  app.value = { document: signal<JsonObject | null>(null), sources: () => [] }
  expect(open('https://bare.example/end')).toBe(true)
})
