import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactNode, useRef } from 'react'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import { createApp } from '../app/create-app.ts'
import { createBlueprintStream } from '../stream/blueprint-stream.ts'
import { createTestApp } from '../test-app.ts'
import { BlueprintView } from './BlueprintView.tsx'
import type { ComponentCatalog } from './catalog-contract.ts'

/** Small stand-ins that count how often they are drawn. */
const draws = new Map<string, number>()
const count = (name: string) => draws.set(name, (draws.get(name) ?? 0) + 1)

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode }

const components: Record<string, (props: Props) => ReactNode> = {
  Stack: ({ children, phase }) => <div data-phase={String(phase)}>{children}</div>,
  Row: ({ children }) => <div>{children}</div>,
  Text({ text, phase }) {
    count(`Text:${String(text)}`)
    if (text === 'throw') throw new Error('cannot')
    return <p data-phase={String(phase)}>{String(text ?? '')}</p>
  },
  Button: ({ label, onPress, disabled }) => (
    <button type="button" disabled={disabled === true} onClick={() => (onPress as (() => void) | undefined)?.()}>
      {String(label)}
    </button>
  ),
  TextField: ({ label, value, onChange, onEnter }) => (
    <label>
      {String(label)}
      <input
        value={String(value ?? '')}
        onChange={event => (onChange as (event: object) => void)({ value: event.target.value })}
        onKeyDown={event => event.key === 'Enter' && (onEnter as ((event: object) => void) | undefined)?.({ value: event.currentTarget.value })}
      />
    </label>
  ),
  Checkbox: ({ label, value, onChange }) => (
    <label>
      <input type="checkbox" checked={value === true} onChange={event => (onChange as (event: object) => void)({ value: event.target.checked })} />
      {String(label)}
    </label>
  ),
  List: ({ rows }) => (
    <ul>
      {(rows as { key: string; node: ReactNode }[]).map(row => (
        <li key={row.key}>{row.node}</li>
      ))}
    </ul>
  ),
  Tabs: ({ items }) => (
    <div>
      {(items as { key: string; title: string; content: ReactNode }[]).map(item => (
        <section key={item.key} aria-label={item.title}>
          {item.content}
        </section>
      ))}
    </div>
  ),
  Table: ({ rows, columns, rowActions }) => (
    <table>
      <tbody>
        {(rows as JsonObject[]).map((row, index) => (
          <tr key={String(row.id)}>
            {(columns as { field: string; cell?: (index: number) => ReactNode }[]).map(column => (
              <td key={column.field}>{column.cell ? column.cell(index) : String(row[column.field])}</td>
            ))}
            {(rowActions as { label: string | ((index: number) => string); do: (index: number) => void }[] | undefined)?.map((action, at) => (
              <td key={String(at)}>
                <button type="button" onClick={() => action.do(index)}>
                  {typeof action.label === 'function' ? action.label(index) : action.label}
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ),
  Empty: ({ text }) => <em>{String(text)}</em>,
  Counter: () => <i>{useRef(0).current++}</i>,
}

const catalog: ComponentCatalog = {
  get: name => (Object.hasOwn(components, name) ? components[name] : undefined),
  Root: ({ children }) => <main>{children}</main>,
  FaultTile: ({ title, message }) => <div role="alert">{`${title}: ${message}`}</div>,
  Pending: () => <hr />,
}

function show(sections: JsonObject, options = {}) {
  draws.clear()
  const test = createTestApp(sections, options)
  const view = render(<BlueprintView app={test.app} catalog={catalog} />)
  return { ...test, ...view }
}

const todoList = {
  state: {
    todos: {
      type: [{ id: 'text', title: 'text', done: 'bool' }],
      init: [
        { id: 'a', title: 'Water', done: false },
        { id: 'b', title: 'Sow', done: true },
      ],
    },
    draft: '',
  },
  derived: { open: 'todos.filter(t => !t.done)' },
}

describe('a view', () => {
  it('[B43] binds a field, and draws nothing else again', async () => {
    const { app } = show({
      state: { draft: '', other: 'x' },
      view: {
        type: 'Stack',
        children: [
          { type: 'TextField', label: 'Draft', bind: 'draft' },
          { type: 'Text', text: 'You: ${draft}' },
          { type: 'Text', text: 'Other ${other}' },
        ],
      },
    })
    await userEvent.type(screen.getByLabelText('Draft'), 'ab')
    expect(app.state().draft).toBe('ab')
    screen.getByText('You: ab')
    expect(draws.get('Text:Other x')).toBe(1)
  })

  it('[B42][B43] repeats rows, writes into the source through a derived list, and draws only the row that changed', async () => {
    const { app } = show({
      ...todoList,
      view: {
        type: 'Stack',
        children: [
          {
            type: 'List',
            each: 'todos',
            as: 'todo',
            children: [
              {
                type: 'Row',
                children: [
                  { type: 'Checkbox', label: '${todo.title}', bind: 'todo.done' },
                  { type: 'Text', text: '${index}: ${todo.title} ${todo.done}' },
                ],
              },
            ],
          },
          {
            type: 'Row',
            each: 'open',
            as: 'todo',
            empty: 'All done',
            children: [{ type: 'Button', label: 'Finish ${todo.title}', onPress: { do: 'set', path: 'todo.done', value: true } }],
          },
        ],
      },
    })
    await userEvent.click(screen.getByLabelText('Sow'))
    expect(app.state().todos).toMatchObject([{ done: false }, { done: false }])
    expect(draws.get('Text:0: Water false')).toBe(1)
    await userEvent.click(screen.getByText('Finish Water'))
    await userEvent.click(screen.getByText('Finish Sow'))
    screen.getByText('All done')
    expect(app.state().todos).toMatchObject([{ done: true }, { done: true }])
  })

  it('[B41] draws what is shown, and hiding keeps the state', async () => {
    show({
      state: { on: false },
      view: {
        type: 'Stack',
        children: [
          { type: 'Button', label: 'Flip', onPress: { do: 'toggle', path: 'on' } },
          { type: 'Text', show: 'on', text: 'Here' },
        ],
      },
    })
    expect(screen.queryByText('Here')).toBe(null)
    await userEvent.click(screen.getByText('Flip'))
    screen.getByText('Here')
  })

  it('evaluates cells and actions once per row of a table', async () => {
    const { app } = show({
      ...todoList,
      view: {
        type: 'Table',
        rows: '${todos}',
        columns: [{ field: 'title' }, { field: 'done', cell: { type: 'Text', text: '${row.title} is ${row.done ? "done" : "open"}' } }],
        rowActions: [{ label: 'Remove ${row.title}', do: { do: 'remove', item: 'row' } }],
      },
    })
    screen.getByText('Sow is done')
    await userEvent.click(screen.getByText('Remove Water'))
    expect(app.state().todos).toMatchObject([{ id: 'b' }])
  })

  it('[B45] parts have parameters and slots, and see only their own names', async () => {
    show({
      state: { n: 1 },
      parts: {
        Kpi: {
          params: { title: 'text', value: 'number' },
          view: { type: 'Stack', children: [{ type: 'Text', text: '${title}: ${value + n}' }, { type: 'Slot' }] },
        },
      },
      view: {
        type: 'Row',
        each: '[5, 6]',
        as: 'x',
        children: [{ type: 'Kpi', title: 'T', value: '${x}', children: [{ type: 'Button', label: 'More ${x}', onPress: { do: 'inc', path: 'n' } }] }],
      },
    })
    screen.getByText('T: 6')
    await userEvent.click(screen.getByText('More 6'))
    screen.getByText('T: 8')
  })

  it('[B46] shows the page that is open', async () => {
    show({
      view: undefined as never,
      pages: {
        list: { view: { type: 'Button', label: 'Open', onPress: { do: 'go', page: 'detail', params: { id: 'x7' } } } },
        detail: { params: { id: 'text' }, view: { type: 'Text', text: 'Item ${id}' } },
      },
    })
    await userEvent.click(screen.getByText('Open'))
    screen.getByText('Item x7')
  })

  it('[B68] is inert until it runs', () => {
    const { container, app } = show(todoList, { start: false })
    expect(container.querySelector('[data-blueprint=inert]')?.hasAttribute('inert')).toBe(true)
    act(() => app.start())
    expect(container.querySelector('[data-blueprint=running]')?.hasAttribute('inert')).toBe(false)
  })

  it('a component that throws is a tile, which goes away with its cause', async () => {
    const quiet = console.error
    console.error = () => {}
    const { app } = show({ state: { t: 'fine' }, view: { type: 'Stack', children: [{ type: 'Boom' }, { type: 'Text', text: 'beside' }] } })
    console.error = quiet
    expect(screen.getByRole('alert').textContent).toContain('There is no component “Boom”')
    screen.getByText('beside')
    expect(app.phase.value).toBe('running')
  })

  it('[B47] a fallback stands in for a component that is not known', () => {
    show({
      view: {
        type: 'Stack',
        children: [
          { type: 'Hologram', fallback: { type: 'Text', text: 'Flat' } },
          { type: 'Sculpture', fallback: 'drop' },
        ],
      },
    })
    screen.getByText('Flat')
    expect(screen.queryByRole('alert')).toBe(null)
  })
})

describe('a stream', () => {
  const document = {
    blueprint: 1,
    app: { name: 'Plants', icon: 'sprout' },
    state: { plants: { type: [{ id: 'text', name: 'text' }], init: [{ id: 'p', name: 'Fern' }] }, draft: '' },
    view: {
      type: 'Stack',
      children: [
        { type: 'Text', text: 'My plants' },
        {
          type: 'Tabs',
          children: [
            {
              type: 'Tab',
              title: 'All',
              children: [{ type: 'List', each: 'plants', as: 'p', children: [{ type: 'Text', text: '${p.name}' }] }],
            },
          ],
        },
        { type: 'TextField', label: 'Name', bind: 'draft' },
        { type: 'Button', label: 'Add', onPress: 'add' },
      ],
    },
    actions: { add: [{ do: 'add', to: 'plants', item: { id: '${id()}', name: '${draft}' } }] },
  }
  const text = JSON.stringify(document)
  const { ports } = createTestApp({}).app

  it('is drawn as it arrives, whole and byte by byte alike, and nothing that was drawn is taken back', () => {
    const seen: string[] = []
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports })
    const { container } = render(<BlueprintView app={app} catalog={catalog} />)
    for (const character of text) {
      act(() => stream.push(character))
      const now = container.textContent ?? ''
      if (seen.at(-1) !== now) seen.push(now)
    }
    act(() => stream.end())
    expect(app.issues.value.filter(issue => issue.severity === 'error')).toEqual([])
    expect(app.phase.value).toBe('inert')
    expect(app.info.value).toMatchObject({ name: 'Plants', icon: 'sprout' })
    expect(seen).toContain('My pl')
    const whole = render(<BlueprintView app={createTestApp(document, { start: false }).app} catalog={catalog} />)
    expect(container.textContent).toBe(whole.container.textContent)
    expect(within(container).getByText('Fern').textContent).toBe('Fern')
  })

  it('[S7] runs nothing and writes nothing before it has ended', () => {
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports })
    render(<BlueprintView app={app} catalog={catalog} />)
    act(() => stream.push(text.slice(0, -40)))
    app.start()
    expect(app.phase.value).toBe('drawing')
    expect(app.key({ key: 'n', mod: false, shift: false, alt: false, up: false, repeat: false, typing: false })).toBe(false)
  })

  it('outlines what is open and develops what has closed', () => {
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports })
    const { container } = render(<BlueprintView app={app} catalog={catalog} />)
    act(() => stream.push('{"blueprint":1,"app":{"name":"X"},"view":{"type":"Stack","children":[{"type":"Text","text":"One"},{"type":"Text","text":"Tw'))
    expect([...container.querySelectorAll('[data-phase]')].map(element => [element.tagName, element.getAttribute('data-phase')])).toEqual([
      ['DIV', 'outline'],
      ['P', 'developed'],
      ['P', 'outline'],
    ])
    expect(app.progress.value).toEqual({ drawn: 3, developed: 1 })
  })

  it('shows what is valid of a document that is refused, and says why', () => {
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports })
    const { container } = render(<BlueprintView app={app} catalog={catalog} />)
    act(() => stream.push('{"blueprint":1,"app":{"name":"X"},"view":{"type":"Stack","children":[{"type":"Text","text":"Good"},{"type":"Txet","text":"Bad"}]}}'))
    act(() => stream.end())
    expect(app.phase.value).toBe('stopped')
    expect(app.failure.value?.code).toBe('refused')
    expect(app.issues.value.map(issue => issue.code)).toContain('unknown-component')
    expect(container.textContent).toContain('Good')
  })

  it('begins anew after a restart', () => {
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports })
    const { container } = render(<BlueprintView app={app} catalog={catalog} />)
    act(() => stream.push('{"blueprint":1,"app":{"name":"Old"},"view":{"type":"Text","text":"Old'))
    act(() => stream.restart())
    expect(container.textContent).toBe('')
    act(() => {
      stream.push(text)
      stream.end()
    })
    expect(app.info.value.name).toBe('Plants')
    expect(container.textContent).toContain('Fern')
  })
})

it('[B30] a hidden view rests, and is right again when it is shown', async () => {
  const { app, wait } = show({ state: { n: 0 }, view: { type: 'Text', text: 'n is ${n}' } })
  act(() => app.setVisible(false))
  await act(async () => {
    app.write(['n'], 5)
    await wait(0)
  })
  expect(draws.get('Text:n is 5')).toBe(undefined)
  act(() => app.setVisible(true))
  screen.getByText('n is 5')
})

it('says texts in the language of its user', () => {
  show({ strings: { 'en-US': { Hallo: 'Hello, {name}' } }, view: { type: 'Text', text: "${t('Hallo', { name: 'Ann' })}" } })
  screen.getByText('Hello, Ann')
})
