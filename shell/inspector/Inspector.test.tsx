import { signal } from '@preact/signals-core'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { createRef, type RefObject } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { catalog } from '../../components/index.ts'
import { createApp } from '../../engine/app/create-app.ts'
import type { App } from '../../engine/contracts.ts'
import { createObserver, type Observer } from '../../engine/observe/observer.ts'
import type { AppPorts } from '../../engine/ports.ts'
import { BlueprintView } from '../../engine/react/index.ts'
import { createSeededChance, TEST_START } from '../../engine/react/test-run/stub-ports.ts'
import { createVirtualClock } from '../../engine/react/test-run/virtual-clock.ts'
import { loadBlueprint } from '../../schema/index.ts'
import { expectNoViolations } from '../../tests/axe.ts'
import { Inspector } from './Inspector.tsx'

// jsdom lays nothing out.
Range.prototype.getBoundingClientRect ??= () => new DOMRect()

const blueprint = {
  blueprint: 1,
  app: { name: 'Todos' },
  state: {
    todos: {
      type: [{ id: 'text', title: 'text', done: 'bool' }],
      init: [
        { id: 'a', title: 'Fern', done: false },
        { id: 'b', title: 'Moss', done: true },
      ],
      history: true,
    },
    count: { type: 'number', init: 0 },
    mode: { type: 'text', enum: ['all', 'open'], init: 'all' },
    due: { type: 'date?', init: null },
  },
  derived: { open: 'todos.filter(t => !t.done)', label: '`${open.length} of ${todos.length}`' },
  view: {
    type: 'Stack',
    children: [
      { type: 'Text', id: 'total', text: 'Count ${count}' },
      { type: 'Text', text: '${label}' },
      {
        type: 'Button',
        label: 'More',
        onPress: [
          { do: 'inc', path: 'count' },
          { do: 'set', path: 'mode', value: 'open' },
        ],
      },
      { type: 'List', each: 'todos', as: 'todo', children: [{ type: 'Text', text: '${todo.title}' }] },
    ],
  },
}

interface Opened {
  readonly app: App
  readonly observer: Observer
  readonly onClose: () => void
  readonly panel: HTMLElement
  readonly open: (tab: string) => void
  readonly close: () => void
  readonly container: HTMLElement
}

function open(): Opened {
  const { document, issues } = loadBlueprint(JSON.stringify(blueprint))
  if (!document || issues.some(issue => issue.severity === 'error')) throw new Error(JSON.stringify(issues))
  const observer = createObserver({ now: () => performance.now() })
  const ports: AppPorts = {
    clock: createVirtualClock(TEST_START),
    chance: createSeededChance(),
    locale: { language: 'en-US', timeZone: 'UTC', currency: 'USD' },
    attachments: { url: () => null, load: async () => {}, put: async () => ({ ref: 'file:1', name: '', type: '', size: 0 }) },
    tools: { call: () => null },
    reportFailure: () => {},
    observe: observer.forApp('a'),
  }
  const app = createApp({ document, ports })
  app.start()
  const onClose = vi.fn()
  const stage: RefObject<HTMLElement | null> = createRef()
  const both = (
    <>
      <section ref={stage} aria-label="Todos">
        <BlueprintView app={app} catalog={catalog} />
      </section>
      <Inspector session={{ id: 'a', app: signal(app) }} name="Todos" observer={observer} stage={stage} onClose={onClose} />
    </>
  )
  const { rerender, container } = render(both)
  return {
    app,
    observer,
    onClose,
    container,
    panel: screen.getByRole('complementary', { name: 'Inspector of Todos' }),
    open: tab => fireEvent.click(screen.getByRole('tab', { name: tab })),
    close: () => rerender(both.props.children[0]),
  }
}

const press = (name: string) => fireEvent.click(within(screen.getByRole('region', { name: 'Todos' })).getByRole('button', { name }))
/** Lets what is looked at now and then be looked at. */
const later = () => act(() => new Promise(resolve => setTimeout(resolve, 200)))

describe('the state', () => {
  it('is written by its type, and what does not fit is refused with its reason', () => {
    const { app } = open()
    const count = screen.getByRole('textbox', { name: 'count' })
    fireEvent.change(count, { target: { value: 'many' } })
    fireEvent.keyDown(count, { key: 'Enter' })
    expect(screen.getByRole('alert').textContent).toBe('“many” is no number.')
    expect(app.state().count).toBe(0)
    fireEvent.change(count, { target: { value: '12' } })
    fireEvent.keyDown(count, { key: 'Enter' })
    expect(screen.queryByRole('alert')).toBeNull()
    expect(app.state().count).toBe(12)
    expect(screen.getByText('Count 12')).toBeTruthy()

    fireEvent.change(screen.getByRole('combobox', { name: 'mode' }), { target: { value: '"open"' } })
    expect(app.state().mode).toBe('open')
  })

  it('is shown as it comes to be', () => {
    open()
    press('More')
    expect((screen.getByRole('textbox', { name: 'count' }) as HTMLInputElement).value).toBe('1')
  })

  it('is written through the app’s own undo', () => {
    const { app } = open()
    fireEvent.click(screen.getByRole('button', { name: /^todos/ }))
    fireEvent.click(screen.getByRole('button', { name: /^todos/ }))
    fireEvent.click(screen.getByRole('button', { name: /^0/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'todos 0 done' }))
    expect(app.state().todos).toMatchObject([{ done: true }, { done: true }])
    fireEvent.click(screen.getByRole('button', { name: 'Remove todos 1' }))
    expect(app.state().todos).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(app.state().todos).toMatchObject([{ done: false }, { done: true }])
  })

  it('is written as JSON, a whole list at once', () => {
    const { app } = open()
    fireEvent.click(screen.getByRole('button', { name: 'Edit todos as JSON' }))
    const field = screen.getByRole('textbox', { name: 'todos as JSON' })
    for (const [text, why] of [
      ['[', /This is no JSON/],
      ['[{ "id": "c" }]', /This entry takes \[\{ id: text, title: text, done: bool \}\]/],
    ] as const) {
      fireEvent.change(field, { target: { value: text } })
      fireEvent.click(screen.getByRole('button', { name: 'Write it' }))
      expect(screen.getByRole('alert').textContent).toMatch(why)
    }
    fireEvent.change(field, { target: { value: '[{ "id": "c", "title": "Ivy", "done": false }]' } })
    fireEvent.click(screen.getByRole('button', { name: 'Write it' }))
    expect(app.state().todos).toEqual([{ id: 'c', title: 'Ivy', done: false }])
  })

  it('cannot be written while the app does not run', () => {
    const { app } = open()
    act(() => app.stop())
    expect((screen.getByRole('textbox', { name: 'count' }) as HTMLInputElement).readOnly).toBe(true)
  })
})

it('each derived value is shown with its formula and what that reads, as it is now', () => {
  const { open: show, app } = open()
  show('Derived')
  expect(screen.getByText('todos.filter(t => !t.done)')).toBeTruthy()
  expect(screen.getByText('Reads todos, todos[].done')).toBeTruthy()
  expect(screen.getByText('Reads open.length, todos')).toBeTruthy()
  expect(screen.getByRole('status', { name: 'Value of label' }).textContent).toBe('"1 of 2"')
  act(() => void (app as unknown as { write(path: string[], value: unknown): void }).write(['todos'], []))
  expect(screen.getByRole('status', { name: 'Value of label' }).textContent).toBe('"0 of 0"')
})

describe('the events', () => {
  it('show each event with what it led to, and lead back to how things were', async () => {
    const { open: show, app } = open()
    show('Events')
    press('More')
    await later()
    press('More')
    await later()
    const groups = screen.getAllByRole('button', { name: /Button onPress/ })
    expect(groups).toHaveLength(2)
    expect(groups[0]?.textContent).toMatch(/2 steps, 1 write/)
    fireEvent.click(groups[1]!)
    const list = within(groups[1]!.closest('li')!)
    expect(list.getAllByRole('listitem').map(item => item.querySelector('.inspector-kind')?.textContent)).toEqual(['step', 'commit', 'step', 'commit', 'draw'])
    expect(list.getByText('/count')).toBeTruthy()
    expect(list.getByText(/components? drawn/)).toBeTruthy()
    expect(list.getByText('Text #total')).toBeTruthy()
    fireEvent.click(list.getAllByRole('button', { name: 'Values' })[0]!)
    expect(list.getByText('replace /count 1')).toBeTruthy()

    expect(app.state()).toMatchObject({ count: 2, mode: 'open' })
    fireEvent.click(list.getAllByRole('button', { name: 'Go back to here' })[0]!)
    expect(app.state()).toMatchObject({ count: 1, mode: 'all' })
    // And forward again: what came later is still there.
    fireEvent.click(list.getAllByRole('button', { name: 'Go back to here' })[1]!)
    expect(app.state()).toMatchObject({ count: 1, mode: 'open' })
  })

  it('hold still while they are read, and are found by their words', async () => {
    const { open: show } = open()
    show('Events')
    press('More')
    await later()
    fireEvent.click(screen.getByRole('button', { name: 'Hold still' }))
    press('More')
    await later()
    expect(screen.getAllByRole('button', { name: /Button onPress/ })).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Hold still' }))
    expect(screen.getAllByRole('button', { name: /Button onPress/ })).toHaveLength(2)
    fireEvent.change(screen.getByRole('searchbox', { name: 'Find in the events' }), { target: { value: 'nothing like it' } })
    expect(screen.getByText('No event has this in it.')).toBeTruthy()
  })
})

describe('the components', () => {
  it('are counted each time they are drawn, and only those that are', async () => {
    const { open: show } = open()
    show('Components')
    press('More')
    await later()
    const counts = Object.fromEntries(
      screen.getAllByRole('option').map(option => [option.firstElementChild?.textContent, option.querySelector('.inspector-count')?.textContent ?? '']),
    )
    expect(counts).toEqual({ Stack: '', 'Text #total': 'drawn 1×', 'Text “${label}”': '', 'Button “More”': '', List: '', 'Text “${todo.title}”': '' })
    fireEvent.click(screen.getByRole('button', { name: 'Count from 0' }))
    await later()
    expect(screen.queryByText('drawn 1×')).toBeNull()
  })

  it('are found under the pointer, with their JSON and their line', () => {
    const { open: show, app } = open()
    show('Components')
    fireEvent.click(screen.getByRole('button', { name: 'Pick in the app' }))
    const button = within(screen.getByRole('region', { name: 'Todos' })).getByRole('button', { name: 'More' })
    fireEvent.pointerOver(button)
    fireEvent.pointerDown(button)
    fireEvent.click(button)
    // It was chosen, not pressed.
    expect(app.state().count).toBe(0)
    const chosen = within(screen.getByRole('region', { name: 'Chosen component' }))
    expect(chosen.getByText('/view/children/2')).toBeTruthy()
    expect(chosen.getByText(/line \d+ of the blueprint/)).toBeTruthy()
    expect(chosen.getByText(/"label": "More"/)).toBeTruthy()
    expect(screen.getByRole('option', { selected: true }).textContent).toMatch('Button “More”')
    press('More')
    expect(app.state().count).toBe(1)
  })

  it('are gone through by key', () => {
    const { open: show } = open()
    show('Components')
    const list = screen.getByRole('listbox', { name: 'Components' })
    fireEvent.keyDown(list, { key: 'ArrowDown' })
    fireEvent.keyDown(list, { key: 'ArrowDown' })
    const chosen = screen.getByRole('option', { selected: true })
    expect(chosen.textContent).toMatch('Text #total')
    expect(list.getAttribute('aria-activedescendant')).toBe(chosen.id)
    fireEvent.keyDown(list, { key: 'End' })
    expect(screen.getByRole('option', { selected: true }).textContent).toMatch('todo.title')
  })
})

it('shows how long tools took', async () => {
  const { open: show, observer } = open()
  observer.forApp('a').call(1, 'http.get', { ms: 12, size: 40, code: null })
  observer.vital('LCP', { ms: 240, size: null })
  show('Timings')
  expect(screen.getByRole('row', { name: /http\.get 1/ })).toBeTruthy()
  expect(screen.getByRole('row', { name: 'LCP 240 ms' })).toBeTruthy()
})

it('looks at nothing any more once it is shut', () => {
  const { app, close } = open()
  expect(app.ports.observe?.drawn).not.toBeNull()
  close()
  expect(app.ports.observe?.drawn).toBeNull()
})

it('takes the focus, goes through its tabs by arrow keys, and is shut by Escape', () => {
  const { onClose } = open()
  expect(document.activeElement?.textContent).toBe('State')
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' })
  expect(document.activeElement?.textContent).toBe('Derived')
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
  expect(onClose).toHaveBeenCalledOnce()
})

it.each(['State', 'Derived', 'Events', 'Components', 'Timings'])('%s breaks no rule of axe', async tab => {
  const { open: show, panel, observer } = open()
  observer.forApp('a').call(1, 'http.get', { ms: 12, size: 40, code: null })
  press('More')
  show(tab)
  await expectNoViolations(panel)
})
