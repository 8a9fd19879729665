import { describe, expect, it } from 'vitest'
import { createCheckedApp } from '../checked-app.ts'
import { createTestApp } from '../test-app.ts'
import { draw, press, settled } from './drawn-tree.ts'
import { createNode } from './node.ts'

const day = (id: string, open: boolean) => ({ id, name: id.toUpperCase(), open, n: 0 })
const text = (written: string, more = {}) => ({ type: 'Text', text: written, ...more })

describe('[B40][B41] a node', () => {
  it('is a component, or a text that is one; what is not shown is not drawn, nor anything in it', () => {
    const { texts, app } = createCheckedApp({
      state: { on: false, n: 0, empty: '' },
      view: {
        type: 'Stack',
        children: [
          'plain ${n}',
          text('always'),
          text('on', { show: 'on' }),
          { type: 'Stack', show: 'n > 0', children: ['inside'] },
          text('zero', { show: 'n' }),
          text('bare', { show: "'text'" }),
          text('none', { show: 'empty' }),
        ],
      },
    })
    expect(texts()).toEqual(['plain 0', 'always', 'bare'])
    app.write(['on'], true)
    app.write(['n'], 1)
    expect(texts()).toEqual(['plain 1', 'always', 'on', 'inside', 'zero', 'bare'])
  })
})

describe('[B42] a repeat', () => {
  it('names its element and place, its own or item and index, also one in another', () => {
    const { texts } = createCheckedApp({
      state: {
        rows: {
          type: [{ id: 'text', cells: ['number'] }],
          init: [
            { id: 'a', cells: [1, 2] },
            { id: 'b', cells: [3] },
          ],
        },
      },
      view: {
        type: 'Stack',
        each: 'rows',
        as: 'line',
        children: [text('${index}: ${line.id}'), { type: 'Row', each: 'line.cells', children: [text('${line.id}${item} at ${index}')] }],
      },
    })
    expect(texts()).toEqual(['0: a', 'a1 at 0', 'a2 at 1', '1: b', 'b3 at 0'])
  })

  it.each([
    ['Stack', [text('x')]],
    ['List', [text('x')]],
    ['Tabs', [{ type: 'Tab', title: '${item}', children: [text('x')] }]],
  ])('shows what stands in for an empty list: %s', (type, children) => {
    const { texts, app } = createCheckedApp({ state: { xs: { type: ['text'] } }, view: { type, each: 'xs', empty: 'Nothing yet', children } })
    expect(texts()).toEqual(['Nothing yet'])
    app.write(['xs'], ['a'])
    expect(texts()).toEqual(['x'])
  })

  it('shows nothing for what is no list, and says so', async () => {
    const { app } = createTestApp({ state: { x: 5 }, view: { type: 'Stack', each: 'x', children: ['a'] } })
    expect(draw(app).map(node => node.type)).toEqual(['Stack'])
    await settled()
    expect(app.issues.value).toMatchObject([{ code: 'not-a-list' }])
  })
})

describe('[B45] a part', () => {
  it('knows its parameters and the document’s names, and not those where it is used', () => {
    const { texts } = createTestApp2({
      state: { outside: 'document' },
      parts: { Show: { params: { x: 'text' }, view: text('${x} ${outside} ${item} ${index}') } },
      view: { type: 'Stack', each: "['item']", children: [{ type: 'Show', x: '${item}!' }] },
    })
    expect(texts()).toEqual(['item! document  '])
  })

  it('shows its user’s children in its slots, by name, in the scope of the user', () => {
    const { texts } = createCheckedApp({
      parts: {
        Framed: {
          params: { title: 'text' },
          view: { type: 'Stack', children: [{ type: 'Slot', name: 'head' }, text('${title}'), { type: 'Slot' }] },
        },
      },
      view: {
        type: 'Stack',
        each: "['a', 'b']",
        as: 'x',
        children: [{ type: 'Framed', title: 'T', children: [text('body ${x}'), text('head ${x}', { slot: 'head' })] }],
      },
    })
    expect(texts()).toEqual(['head a', 'T', 'body a', 'head b', 'T', 'body b'])
  })

  it('[B50] is looked through by what draws its children itself: with parameters, in a repeat, in a Slot, in another part', () => {
    const { app, labelled } = createCheckedApp({
      state: { days: { type: [{ id: 'text', name: 'text', open: 'bool', n: 'number' }], init: [day('a', true), day('b', false), day('c', true)] } },
      parts: {
        Day: {
          params: { of: 'any', mark: 'text' },
          view: {
            type: 'Tab',
            title: '${mark}${of.name}',
            show: 'of.open',
            children: [{ type: 'NumberField', label: '${of.id}', bind: 'of.n' }, { type: 'Slot' }],
          },
        },
        Marked: { params: { day: 'any' }, view: { type: 'Day', of: '${day}', mark: '*', children: [text('in ${day.id}')] } },
        Days: { view: { type: 'Tabs', children: [{ type: 'Tab', title: 'First', children: ['one'] }, { type: 'Slot' }] } },
      },
      view: {
        type: 'Stack',
        children: [
          { type: 'Tabs', each: 'days', as: 'd', children: [{ type: 'Marked', day: '${d}' }] },
          {
            type: 'Days',
            children: [
              { type: 'Day', of: '${days[2]}', mark: '+' },
              { type: 'Tab', title: 'Last' },
            ],
          },
        ],
      },
    })
    const titles = () => draw(app).flatMap(node => (node.type === 'Tabs' ? [(node.props.items as { title: string }[]).map(item => item.title)] : []))
    expect(titles()).toEqual([
      ['*A', '*C'],
      ['First', '+C', 'Last'],
    ])
    expect(draw(app).flatMap(node => (node.type === 'Text' ? [node.props.text] : []))).toEqual(['in a', 'in c', 'one'])
    press(labelled('a')[0], 'onChange', { value: 7 })
    app.write(['days', 1, 'open'], true)
    expect(titles()[0]).toEqual(['*A', '*B', '*C'])
    expect(labelled('a')[0]?.props.value).toBe(7)
  })

  it('[B50] keeps the scope of a tab that it stands for while other things change', () => {
    const { app } = createCheckedApp({
      state: { n: 0 },
      parts: { One: { params: { x: 'number' }, view: { type: 'Tab', title: 'n is ${x}', children: [text('here')] } } },
      view: { type: 'Tabs', children: [{ type: 'One', x: '${n}' }] },
    })
    const scopes: unknown[] = []
    const host = { node: () => null, nodes: (_: unknown, scope: unknown) => scopes.push(scope) }
    const node = createNode(app, app.view() ?? null, app.names, host)
    void node.value
    app.write(['n'], 1)
    expect(node.value).toMatchObject({ kind: 'component', props: { items: [{ title: 'n is 1' }] } })
    expect(scopes).toHaveLength(2)
    expect(scopes[0]).toBe(scopes[1])
  })

  it('may stand in other parts, and take steps to where it is used', async () => {
    const { labelled, value } = createCheckedApp({
      state: {
        xs: {
          type: [{ id: 'text', n: 'number' }],
          init: [
            { id: 'a', n: 1 },
            { id: 'b', n: 5 },
          ],
        },
      },
      parts: {
        Inner: {
          params: { of: 'any' },
          view: {
            type: 'Button',
            label: 'More ${of.id}',
            onPress: [
              { do: 'inc', path: 'of.n' },
              { do: 'wait', ms: 5 },
              { do: 'inc', path: 'of.n' },
            ],
          },
        },
        Outer: { params: { row: 'any' }, view: { type: 'Inner', of: '${row}' } },
      },
      view: { type: 'List', each: "xs.sort('n', 'desc')", as: 'x', children: [{ type: 'Outer', row: '${x}' }] },
    })
    press(labelled('More b')[0], 'onPress')
    await settled()
    expect(value('xs.map(x => x.n)')).toEqual([1, 6])
  })
})

/** What reads a name that is not there, which the check would refuse. */
function createTestApp2(sections: Parameters<typeof createTestApp>[0]) {
  const test = createTestApp(sections)
  return { ...test, texts: () => draw(test.app).flatMap(node => (node.type === 'Text' ? [node.props.text] : [])) }
}

describe('[B46] pages', () => {
  const pages = {
    list: { title: 'List', view: text('The list') },
    detail: { title: 'Detail', params: { id: 'text' }, view: text('Item ${id}') },
  }

  it('go forth with parameters, and back the way they were gone', async () => {
    const { app, run } = createCheckedApp({ pages })
    await run({ do: 'go', page: 'detail', params: { id: 'a' } })
    await run({ do: 'go', page: 'detail', params: { id: 'b' } })
    expect(app.page.value).toEqual({ name: 'detail', params: { id: 'b' } })
    await run({ do: 'back' })
    expect(app.page.value?.params).toEqual({ id: 'a' })
    await run({ do: 'back' })
    expect(app.page.value?.name).toBe('list')
    await run({ do: 'back' })
    expect(app.page.value?.name).toBe('list')
  })

  it('stand in a frame where its Outlet is', () => {
    const { app } = createCheckedApp({ pages, view: { type: 'Stack', children: ['Frame', { type: 'Outlet' }] } })
    expect(app.view()).toMatchObject({ type: 'Stack' })
    expect(app.pageView('detail')).toMatchObject({ params: { id: 'text' } })
    expect(app.pageView('toString')).toBe(undefined)
  })
})

describe('[B47] a component that this version does not know', () => {
  it('has a stand-in, is left out, or is a tile in its place', () => {
    const { texts, app } = createTestApp2({
      view: {
        type: 'Stack',
        children: [{ type: 'Hologram', fallback: text('flat ${1 + 1}') }, { type: 'Hologram', fallback: 'drop' }, { type: 'Hologram' }, text('beside')],
      },
    })
    expect(texts()).toEqual(['flat 2', 'beside'])
    expect(app.phase.value).toBe('running')
  })
})

describe('[B50] slots', () => {
  it('compute as their kind says: plain text by its holes, a formula bare, a path not at all', () => {
    const { app } = createCheckedApp({
      state: { n: 2, name: 'Ana' },
      view: {
        type: 'Stack',
        children: [
          text('n ${n} of $${n}'),
          { type: 'Progress', label: 'P', value: '${n * 10}' },
          { type: 'TextField', label: '${name}', bind: 'name' },
          { type: 'Button', label: 'n', disabled: '${n > 1}', show: 'n > 1' },
        ],
      },
    })
    const [, shown, progress, field, button] = draw(app).map(node => node.props)
    expect(shown?.text).toBe('n 2 of ${n}')
    expect(progress?.value).toBe(20)
    expect(field).toMatchObject({ label: 'Ana', value: 'Ana', readOnly: false })
    expect(button).toMatchObject({ label: 'n', disabled: true })
  })
})
