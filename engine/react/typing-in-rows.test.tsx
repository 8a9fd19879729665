import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createTestApp } from '../test-app.ts'
import { BlueprintView } from './BlueprintView.tsx'
import type { ComponentCatalog } from './catalog-contract.ts'

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode }

const components = new Map<string, (props: Props) => ReactNode>([
  ['Stack', ({ children }) => <div>{children}</div>],
  ['List', ({ rows }) => (rows as { key: string; node: ReactNode }[]).map(row => <li key={row.key}>{row.node}</li>)],
  [
    'TextField',
    ({ label, value, onChange }) => (
      <input aria-label={String(label)} value={String(value ?? '')} onChange={event => (onChange as (event: object) => void)({ value: event.target.value })} />
    ),
  ],
])

const catalog: ComponentCatalog = {
  get: name => components.get(name),
  Root: ({ children }) => <main>{children}</main>,
  FaultTile: ({ message }) => <div role="alert">{message}</div>,
  Pending: () => null,
}

function show(init: Json, { each, bind, type = [{ id: 'text', t: 'text' }], list = 'Stack' }: { each: string; bind: string; type?: Json; list?: string }) {
  const view: JsonObject = { type: list, each, as: 'x', children: [{ type: 'TextField', label: bind === 'x' ? 'field ${index}' : 'field ${x.id}', bind }] }
  const test = createTestApp({ state: { items: { type, init, history: true } }, view })
  render(<BlueprintView app={test.app} catalog={catalog} />)
  return test
}

const focused = () => document.activeElement?.getAttribute('aria-label')
const order = () => screen.getAllByRole('textbox').map(field => field.getAttribute('aria-label'))
const three = [
  { id: 'a', t: 'm' },
  { id: 'b', t: 'n' },
  { id: 'c', t: 'o' },
]

describe.each(['Stack', 'List'])('[B42][B43] typing in a row of a %s', list => {
  it('that the very edit puts elsewhere keeps the focus, and each letter goes to the same element', async () => {
    const { app } = show(three, { each: "items.sort('t')", bind: 'x.t', list })
    const field = screen.getByLabelText('field a')
    await userEvent.clear(field)
    await userEvent.type(field, 'z')
    expect(order()).toEqual(['field b', 'field c', 'field a'])
    await userEvent.keyboard('ap')
    expect(focused()).toBe('field a')
    expect(app.state().items).toMatchObject([{ id: 'a', t: 'zap' }, { t: 'n' }, { t: 'o' }])
  })

  it('whose text is its key keeps the focus, also past a text that is there already', async () => {
    const { app } = show(['a', 'abc', 'x'], { each: 'items', bind: 'x', type: ['text'], list })
    await userEvent.type(screen.getByLabelText('field 0'), 'bcd')
    expect(focused()).toBe('field 0')
    expect(app.state().items).toEqual(['abcd', 'abc', 'x'])
  })

  it('that is removed meanwhile writes nothing, into no other row', async () => {
    const { app, run } = show(three, { each: 'items', bind: 'x.t', list })
    const field = screen.getByLabelText('field b')
    await userEvent.type(field, 'ew')
    await act(() => run({ do: 'remove', from: 'items', where: "i => i.id == 'b'" }))
    await userEvent.keyboard('lost')
    expect(field.isConnected).toBe(false)
    expect(app.state().items).toEqual([
      { id: 'a', t: 'm' },
      { id: 'c', t: 'o' },
    ])
    act(() => void app.undo())
    expect(app.state().items).toMatchObject([{ t: 'm' }, { t: 'new' }, { t: 'o' }])
  })

  it('of very many keeps the focus when it goes from the top to the end', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ id: `i${index}`, t: `m${String(index).padStart(3, '0')}` }))
    const { app } = show(many, { each: "items.sort('t')", bind: 'x.t', list })
    const field = screen.getByLabelText('field i0')
    field.focus()
    await userEvent.keyboard('{Home}z{End}{Backspace}{Backspace}')
    await userEvent.type(field, 'z', { initialSelectionStart: 0, initialSelectionEnd: 0 })
    expect(order().at(-1)).toBe('field i0')
    expect(focused()).toBe('field i0')
    expect((app.state().items as Json[])[0]).toMatchObject({ id: 'i0' })
  })
})
