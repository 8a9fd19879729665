/** Everything by keyboard, and the focus never lost: whatever has it is taken away, it goes somewhere sensible. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import { type OpenStage, openStage } from '../behaviour/open-stage.ts'
import { theBrowser } from './desktop.ts'

let stage: OpenStage
let page: Page
beforeAll(async () => {
  stage = await openStage(await theBrowser())
  page = (await stage.page({ viewport: { width: 900, height: 700 } })).page
})
beforeEach(() => page.setDefaultTimeout(10_000))
afterAll(() => stage?.close())

const ROWS = [
  { id: 'a', name: 'Ada', group: 'todo' },
  { id: 'b', name: 'Bea', group: 'todo' },
  { id: 'c', name: 'Cem', group: 'done' },
]
const people = { type: [{ id: 'text', name: 'text', group: 'text' }], init: ROWS }
const show = (document: JsonObject): Promise<readonly string[]> => page.evaluate(json => window.stage.show(JSON.parse(json)), JSON.stringify(document))
/** The name of what has the focus; `body` where nothing has. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return 'body'
    return element.getAttribute('aria-label') ?? (element.classList.contains('cy-app') ? 'the app' : (element.textContent ?? '').trim())
  })
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(60)
  }
}

describe('the focus is not lost', () => {
  it('when a row is deleted: it goes to the same button of the next, of the one before, and then to what follows', async () => {
    await show({
      state: { people },
      view: {
        type: 'Stack',
        children: [
          {
            type: 'List',
            each: '${people}',
            as: 'one',
            children: [
              {
                type: 'Row',
                children: [
                  { type: 'Text', text: '${one.name}' },
                  { type: 'IconButton', label: 'Delete ${one.name}', icon: 'trash', onPress: { do: 'remove', item: 'one' } },
                ],
              },
            ],
          },
          { type: 'Button', label: 'New' },
        ],
      },
    })
    await page.getByRole('button', { name: 'Delete Bea' }).focus()
    await press('Enter')
    await expect.poll(focused).toBe('Delete Cem')
    await press('Enter')
    await expect.poll(focused).toBe('Delete Ada')
    await press('Enter')
    await expect.poll(focused).toBe('New')
  })

  it('when an action of a table takes its row away, from the row or from its menu', async () => {
    const columns = [{ field: 'name', label: 'Name' }]
    const remove = { label: 'Delete', icon: 'trash', do: { do: 'remove', item: 'row' } }
    await show({ state: { people }, view: { type: 'Table', rows: '${people}', columns, rowActions: [remove] } })
    await page.getByRole('button', { name: 'Delete' }).first().focus()
    await press('Enter')
    await expect.poll(() => page.getByRole('button', { name: 'Delete' }).count()).toBe(2)
    await expect.poll(focused).toMatch(/^Delete/)

    await show({ state: { people }, view: { type: 'Table', rows: '${people}', columns, rowActions: [{ label: 'Edit', do: [] }, remove] } })
    await page.getByRole('button', { name: 'Actions for Ada' }).focus()
    await press('Enter', 'ArrowDown', 'Enter')
    await expect.poll(() => page.getByRole('button', { name: /Actions/ }).count()).toBe(2)
    await expect.poll(focused).toBe('Actions for Bea')
  })

  it('when a dialog or a drawer closes: it goes back to what opened it', async () => {
    for (const type of ['Dialog', 'Drawer']) {
      await show({
        state: { open: false },
        view: {
          type: 'Stack',
          children: [
            { type: 'Button', label: 'Look', onPress: { do: 'set', path: 'open', value: true } },
            { type, title: 'Inside', open: '${open}', onClose: { do: 'set', path: 'open', value: false }, children: [{ type: 'TextField', label: 'Name' }] },
          ],
        },
      })
      await page.getByRole('button', { name: 'Look' }).focus()
      await press('Enter')
      await page.getByRole('dialog').waitFor()
      expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null), type).toBe(true)
      await press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await expect.poll(focused).toBe('Look')
    }
  })

  it('when what was pressed is not shown any more', async () => {
    await show({
      state: { asked: true },
      view: {
        type: 'Stack',
        children: [
          { type: 'Button', label: 'Yes', show: '${asked}', onPress: { do: 'set', path: 'asked', value: false } },
          { type: 'Alert', show: '${asked}', text: 'Really?', onClose: { do: 'set', path: 'asked', value: false } },
          { type: 'Button', label: 'Again', onPress: { do: 'set', path: 'asked', value: true } },
        ],
      },
    })
    await page.getByRole('button', { name: 'Yes' }).focus()
    await press('Enter')
    await expect.poll(focused).toBe('Again')
    await press('Enter')
    await page.getByRole('button', { name: 'Close' }).focus()
    await press('Enter')
    await expect.poll(focused).toBe('Again')
  })

  it('when nothing is left to go to: it stays in the app', async () => {
    await show({
      state: { on: true },
      view: { type: 'Stack', children: [{ type: 'Button', label: 'Gone', show: '${on}', onPress: { do: 'set', path: 'on', value: false } }] },
    })
    await page.getByRole('button', { name: 'Gone' }).focus()
    await press('Enter')
    await expect.poll(focused).toBe('the app')
  })

  it('when a tag is taken out, a search is cleared', async () => {
    await show({ state: { tags: { type: ['text'], init: ['one', 'two', 'three'] } }, view: { type: 'TagField', label: 'Tags', bind: 'tags' } })
    await page.getByRole('button', { name: 'Remove two' }).focus()
    await press('Enter')
    await expect.poll(() => page.getByRole('button', { name: /Remove/ }).count()).toBe(2)
    await expect.poll(focused).not.toBe('body')
  })
})

describe('by keyboard alone', () => {
  const board = {
    state: { people },
    view: {
      type: 'Board',
      items: 'people',
      groupBy: 'group',
      columns: [
        { value: 'todo', label: 'To do' },
        { value: 'done', label: 'Done' },
      ],
      children: [{ type: 'Text', text: '${item.name}' }],
    },
  }

  it('a card is moved by its menu, and it is said', async () => {
    expect(await show(board)).toEqual([])
    await page.getByRole('button', { name: 'Move Ada' }).focus()
    await press('Enter', 'Enter')
    await expect.poll(() => page.getByRole('grid', { name: 'Done, 2 cards' }).count()).toBe(1)
    await expect.poll(() => page.locator('.cy-board > [aria-live]').textContent()).toBe('Ada is in Done now.')
    await expect.poll(focused).not.toBe('body')
  })

  it('a card is dragged, and what can be done is said', async () => {
    await show(board)
    await page.getByRole('button', { name: 'Drag Ada' }).focus()
    await press('Enter')
    await expect.poll(() => page.locator('[aria-live=assertive]').first().textContent()).not.toBe('')
    await press('Tab', 'Enter')
    await expect.poll(() => page.getByRole('grid', { name: 'Done, 2 cards' }).count()).toBe(1)
    await expect.poll(focused).not.toBe('body')
  })

  it('a row of a sortable list is moved by its buttons and dragged, and the focus goes with it', async () => {
    await show({ state: { people }, view: { type: 'SortableList', items: 'people', as: 'one', children: ['${one.name}'] } })
    const order = () => page.locator('.cy-sortable-body').allInnerTexts()
    await page.getByRole('button', { name: 'Move Ada down' }).focus()
    await press('Enter')
    await expect.poll(order).toEqual(['Bea', 'Ada', 'Cem'])
    await expect.poll(focused).toBe('Move Ada down')
    await expect.poll(() => page.locator('.cy-sortable-steps > [aria-live]').nth(1).textContent()).toBe('Ada is number 2 of 3 now.')
    await page.getByRole('button', { name: 'Drag Ada' }).focus()
    await press('Enter', 'ArrowDown', 'ArrowDown', 'Enter')
    await expect.poll(order).not.toEqual(['Bea', 'Ada', 'Cem'])
    await expect.poll(focused).not.toBe('body')
  })

  it('every component that can be used is reached by Tab and left again', async () => {
    const { componentScenes } = await import('../behaviour/scenes.ts')
    const stuck: string[] = []
    for (const { name, document } of componentScenes()) {
      if (name === 'Dialog' || name === 'Drawer') continue
      const view = {
        type: 'Stack',
        children: [{ type: 'Button', label: 'Before' }, ...((document.view as JsonObject).children as JsonObject[]), { type: 'Button', label: 'After' }],
      }
      await show({ ...document, view })
      await page.getByRole('button', { name: 'Before', exact: true }).focus()
      let reached = ''
      for (let tab = 0; tab < 40 && reached !== 'After'; tab++) {
        await page.keyboard.press('Tab')
        reached = await focused()
      }
      if (reached !== 'After') stuck.push(`${name}: ${reached}`)
    }
    expect(stuck).toEqual([])
  })
})
