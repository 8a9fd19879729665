import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit, hashBlueprint, loadBlueprint } from '../../../schema/index.ts'
import type { JsonObject } from '../../../schema/json/json.ts'
import { shippedApps } from '../../index.ts'
import { answerFromLibrary } from '../index.ts'
import { changeFromLibrary } from './index.ts'
import { EXAMPLES, readChanges } from './request.ts'

async function app(prompt: string) {
  const answer = answerFromLibrary(prompt)
  const { document } = loadBlueprint(answer.kind === 'app' ? answer.text : '')
  if (!document) throw new Error(`The library has no app for “${prompt}”.`)
  return { document, hash: await hashBlueprint(document) }
}

/** The changed app, or why not. */
async function changed(prompt: string, request: string): Promise<{ readonly document: JsonObject; readonly changes: readonly string[] } | string> {
  const { document, hash } = await app(prompt)
  const change = changeFromLibrary(document, hash, request)
  if (change.kind === 'cannot') return change.why
  const applied = applyEdit(document, change.edit, { hash })
  if (!applied.document) return applied.issues[0]?.message ?? 'refused'
  return { document: applied.document, changes: applied.changes }
}

describe('reading a request', () => {
  it.each([
    ['rename it to Garden', [{ kind: 'rename', name: 'Garden' }]],
    ['call it “my garden”', [{ kind: 'rename', name: 'My garden' }]],
    ['Please make it green.', [{ kind: 'look', property: 'accent', value: 'green' }]],
    ['make the accent #aa3300', [{ kind: 'look', property: 'accent', value: '#aa3300' }]],
    ['dark mode', [{ kind: 'look', property: 'mode', value: 'dark' }]],
    ['use the terminal look', [{ kind: 'look', property: 'preset', value: 'terminal' }]],
    ['add a due date to each plant', [{ kind: 'add-field', field: { name: 'due date', choices: [] } }]],
    ['add a field for the publisher', [{ kind: 'add-field', field: { name: 'publisher', choices: [] } }]],
    ['add a status (open, closed)', [{ kind: 'add-field', field: { name: 'status', choices: ['Open', 'Closed'] } }]],
    [
      'add tags and a rating',
      [
        { kind: 'add-field', field: { name: 'tags', choices: [] } },
        { kind: 'add-field', field: { name: 'rating', choices: [] } },
      ],
    ],
    ['remove the notes column', [{ kind: 'remove-field', field: 'notes' }]],
    ['add a filter by genre', [{ kind: 'filter', field: 'genre' }]],
    ['a pie chart of amount by category', [{ kind: 'chart', chart: 'pie', of: 'amount', how: 'sum', by: 'category' }]],
    ['show a chart of the average distance per month', [{ kind: 'chart', chart: 'line', of: 'distance', how: 'avg', by: 'month' }]],
    ['chart of how many by status', [{ kind: 'chart', chart: 'bar', of: null, how: 'sum', by: 'status' }]],
    ['add a page called Archive', [{ kind: 'page', name: 'Archive' }]],
  ])('%s', (text, read) => {
    expect(readChanges(text)).toEqual(read)
  })

  it.each(['', 'write a poem', 'why is it blue?', 'make it better', 'add more', 'x'.repeat(5000), 'add a date and solve my problem with the tax office'])(
    'does not guess at “%.40s”',
    text => {
      expect(readChanges(text)).toBeNull()
    },
  )

  it('understands what it offers', () => {
    for (const example of EXAMPLES) expect(readChanges(example), example).not.toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        for (const before of ['', 'add a ', 'remove ', 'chart of ', 'rename it to ']) readChanges(before + text)
      }),
    )
  })
})

describe('[B80] a change is an edit of which all holds', () => {
  it('renames the app and its title', async () => {
    const { document } = (await changed('a list of books with title and author', 'rename it to Shelf')) as { document: JsonObject }
    expect(document.app).toMatchObject({ name: 'Shelf' })
    expect(JSON.stringify(document.view)).toContain('"text":"Shelf"')
  })

  it('adds a field to the list, the form, the steps, the table and the export', async () => {
    const outcome = await changed('a list of books with title and author', 'add a publisher')
    const { document } = outcome as { document: JsonObject }
    expect(document.state).toMatchObject({ items: { type: [{ publisher: 'text' }] }, draft: { type: { publisher: 'text' }, init: { publisher: '' } } })
    const text = JSON.stringify(document)
    for (const part of [
      '"bind":"draft.publisher"',
      '"publisher":"${trim(draft.publisher)}"',
      '{"field":"publisher","label":"Publisher"}',
      '"author","publisher"]',
    ])
      expect(text).toContain(part)
  })

  it('removes a field with all that shows it alone, and what read it reads null', async () => {
    const outcome = await changed('track subscriptions with price, category and renewal date', 'remove the renewal date')
    const { document } = outcome as { document: JsonObject }
    expect(JSON.stringify(document)).not.toMatch(/renewalDate/)
  })

  it('filters above the list, and rows keep what they write to', async () => {
    const { document, changes } = (await changed('a list of books with title, author and done', 'filter by author')) as {
      document: JsonObject
      changes: string[]
    }
    expect(changes).toContain('Adds the state entry “onlyAuthor”')
    expect(JSON.stringify(document.view)).toContain('filter(x => onlyAuthor == null || x.author == onlyAuthor)')
  })

  it('says what it cannot, and names what there is', async () => {
    expect(await changed('a list of books with title and author', 'remove the colour')).toBe('Nothing here is called “colour”. There are: title, author.')
    expect(await changed('a list of books with title and author', 'chart of author by title')).toContain('is no number')
    expect(await changed('convert miles to km', 'add a photo')).toContain('no list of things')
    expect(await changed('a list of books with title and author', 'write a poem about each')).toContain('only simple changes')
  })

  it('what a person writes is text in the app, whatever it looks like', async () => {
    const { document } = (await changed('a list of books with title and author', 'rename it to ${1 + 1}')) as { document: JsonObject }
    expect(document.app).toMatchObject({ name: '1 + 1' })
  })
})

it('examples change shipped apps, or say why not', async () => {
  for (const [turn, { id, document: written }] of shippedApps.entries()) {
    const { document } = loadBlueprint(JSON.stringify(written))
    if (!document) throw new Error(id)
    const hash = await hashBlueprint(document)
    // Each app three of them, and each of them many apps.
    for (const request of EXAMPLES.filter((_, index) => index % 3 === turn % 3)) {
      const change = changeFromLibrary(document, hash, request)
      if (change.kind === 'cannot') expect(change.why, `${id}: ${request}`).toMatch(/\.$/)
      else expect(applyEdit(document, change.edit, { hash }).document, `${id}: ${request}`).not.toBeNull()
    }
  }
})
