import { describe, expect, it } from 'vitest'
import { checkBlueprint } from '../../schema/check/load-blueprint.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createTestApp } from '../test-app.ts'
import { draw, press, settled } from './drawn-tree.ts'

const wait = { do: 'wait', ms: 100 }

function start(sections: JsonObject, persisted?: JsonObject) {
  const test = createTestApp(sections, persisted ? { persisted } : {})
  const fields = (label: string) => draw(test.app).filter(node => node.props.label === label)
  return { ...test, fields, values: (label: string) => fields(label).map(field => field.props.value) }
}

/** An app that shows each element of `each` with a field for its `t`, and a button that does `steps` to it. */
function listed(items: Json, steps: Json, { each = 'items', key, type = [{ id: 'text', t: 'text' }] }: { each?: string; key?: string; type?: Json } = {}) {
  return start({
    state: { items: { type, init: items, history: true } },
    view: {
      type: 'List',
      each,
      as: 'x',
      ...(key ? { key } : {}),
      children: [
        { type: 'TextField', label: 'field', bind: typeof type === 'object' && Array.isArray(type) && typeof type[0] === 'object' ? 'x.t' : 'x' },
        { type: 'Button', label: 'go', onPress: steps },
      ],
    },
  })
}

const two = [
  { id: 'a', t: 'A' },
  { id: 'b', t: 'B' },
]

describe('[B43] a key that stands there twice', () => {
  const twice = [
    { id: 'a', t: '1' },
    { id: 'a', t: '2' },
    { id: 'b', t: '3' },
  ]

  it('is no hindrance while the element is at its place', () => {
    const { fields, app } = listed(twice, [])
    press(fields('field')[1], 'onChange', { value: 'x' })
    expect(app.state().items).toMatchObject([{ t: '1' }, { t: 'x' }, { t: '3' }])
  })

  it('is refused with a word once it has moved', async () => {
    const { fields, app, run, wait: pass, failures } = listed(twice, [wait, { do: 'set', path: 'x.t', value: 'lost' }])
    press(fields('go')[1], 'onPress')
    await settled()
    await run({ do: 'add', to: 'items', at: 'start', item: { id: 'z', t: '0' } })
    await run({ do: 'add', to: 'items', at: 'start', item: { id: 'y', t: '0' } })
    await pass(200)
    expect(JSON.stringify(app.state().items)).not.toContain('lost')
    expect(failures).toMatchObject([{ code: 'not-writable' }])
  })
})

describe('[B42][B43] texts and numbers', () => {
  it('go by themselves while they are unique, and a row stays while its text is edited', () => {
    const { fields, app, values } = listed(['one', 'two'], [], { type: ['text'] })
    const key = () => draw(app).length
    expect(key()).toBe(5)
    press(fields('field')[0], 'onChange', { value: 'tw' })
    press(fields('field')[0], 'onChange', { value: 'two' })
    press(fields('field')[0], 'onChange', { value: 'two!' })
    expect(app.state().items).toEqual(['two!', 'two'])
    expect(values('field')).toEqual(['two!', 'two'])
  })

  it('that have gone are not written, and those that have moved are', async () => {
    const steps = [wait, { do: 'set', path: 'x', value: '${x}!' }, { do: 'set', path: 'x', value: '${x}?' }]
    const { fields, app, run, wait: pass, failures } = listed(['one', 'two'], steps, { type: ['text'] })
    press(fields('go')[1], 'onPress')
    await settled()
    await run({ do: 'add', to: 'items', at: 'start', item: 'zero' })
    await pass(200)
    // The second step writes what the first made of it.
    expect(app.state().items).toEqual(['zero', 'one', 'two!?'])
    press(fields('go')[1], 'onPress')
    await settled()
    await run({ do: 'remove', item: 'items[1]' })
    await pass(200)
    expect(app.state().items).toEqual(['zero', 'two!?'])
    expect(failures).toHaveLength(1)
  })

  it('that are not unique go by their places', () => {
    const { fields, app } = listed(['x', 'x', 'x'], { do: 'remove', item: 'x' }, { type: ['text'] })
    press(fields('field')[2], 'onChange', { value: 'y' })
    expect(app.state().items).toEqual(['x', 'x', 'y'])
    press(fields('go')[1], 'onPress')
    expect(app.state().items).toEqual(['x', 'y'])
  })
})

describe('[B42] records', () => {
  it('without an id go by their places', () => {
    const { fields, app } = listed([{ t: 'A' }, { t: 'B' }], { do: 'remove', item: 'x' }, { type: [{ t: 'text' }], each: "items.sort(x => x.t, 'desc')" })
    press(fields('field')[0], 'onChange', { value: 'C' })
    expect(app.state().items).toEqual([{ t: 'A' }, { t: 'C' }])
    press(fields('go')[1], 'onPress')
    expect(app.state().items).toEqual([{ t: 'C' }])
  })

  it('go by the field that "key" names', async () => {
    const { fields, app, run, wait: pass } = listed(two, [wait, { do: 'set', path: 'x.id', value: 'found' }], { key: 't' })
    press(fields('go')[1], 'onPress')
    await settled()
    await run({ do: 'add', to: 'items', at: 'start', item: { id: 'b', t: 'Z' } })
    await pass(200)
    expect(app.state().items).toEqual([
      { id: 'b', t: 'Z' },
      { id: 'a', t: 'A' },
      { id: 'found', t: 'B' },
    ])
  })
})

describe('[B43] steps of an item', () => {
  it('speak of the same element when the first takes it out of what is shown', () => {
    const { fields, app } = listed(
      two,
      [
        { do: 'set', path: 'x.t', value: '' },
        { do: 'set', path: 'x.id', value: 'left' },
      ],
      { each: "items.filter(i => i.t != '')" },
    )
    press(fields('go')[0], 'onPress')
    expect(app.state().items).toEqual([
      { id: 'left', t: '' },
      { id: 'b', t: 'B' },
    ])
  })

  it('are refused in a list that another element has taken over', async () => {
    const test = start({
      state: {
        folders: {
          type: [{ id: 'text', notes: [{ id: 'text', t: 'text' }] }],
          init: [
            { id: 'f', notes: [{ id: 'n', t: 'in f' }] },
            { id: 'g', notes: [{ id: 'n', t: 'in g' }] },
          ],
        },
      },
      view: {
        type: 'Stack',
        each: 'folders',
        as: 'folder',
        children: [
          {
            type: 'Stack',
            each: 'folder.notes',
            as: 'note',
            children: [{ type: 'Button', label: 'go', onPress: [wait, { do: 'set', path: 'note.t', value: 'changed in ${folder.id}' }] }],
          },
        ],
      },
    })
    press(test.fields('go')[1], 'onPress')
    await settled()
    await test.run({ do: 'move', item: 'folders[1]', to: 'folders', index: 0 })
    await test.wait(200)
    expect(test.app.state().folders).toMatchObject([{ notes: [{ t: 'changed in g' }] }, { notes: [{ t: 'in f' }] }])
    press(test.fields('go')[0], 'onPress')
    await settled()
    await test.run({ do: 'remove', item: 'folders[0]' })
    await test.wait(200)
    expect(test.app.state().folders).toMatchObject([{ notes: [{ t: 'in f' }] }])
    expect(test.failures).toHaveLength(1)
  })

  it('wait for an answer about the element that was asked about', async () => {
    const test = start({
      state: { items: { type: [{ id: 'text', t: 'text' }], init: two } },
      view: { type: 'List', each: 'items', as: 'x', children: [{ type: 'Button', label: 'go', confirm: 'Sure?', onPress: { do: 'remove', item: 'x' } }] },
    })
    let answer = (_: boolean) => {}
    test.app.setConfirm(() => new Promise(resolve => (answer = resolve)))
    press(test.fields('go')[0], 'onPress')
    await test.run({ do: 'move', item: 'items[0]', to: 'items' })
    answer(true)
    await settled()
    expect(test.app.state().items).toMatchObject([{ id: 'b' }])
  })

  it('go through all elements, also while they are removed', async () => {
    const { app, run } = start({
      state: { items: { type: [{ id: 'text', t: 'text' }], init: [...two, { id: 'c', t: 'C' }] }, seen: { type: ['text'], init: [] } },
    })
    await run({
      do: 'each',
      in: 'items',
      as: 'x',
      steps: [
        { do: 'add', to: 'seen', item: '${x.t}' },
        { do: 'remove', item: 'x' },
      ],
    })
    expect(app.state()).toEqual({ items: [], seen: ['A', 'B', 'C'] })
  })
})

describe('[B43][B50] a computed place', () => {
  const grid = {
    state: {
      grid: {
        type: [['number']],
        init: [
          [1, 1],
          [1, 1],
        ],
      },
      y: 1,
      x: 0,
      clocks: { type: { white: 'number', black: 'number' }, init: { white: 5, black: 5 } },
      side: 'black',
    },
  }

  it('is written where it stands when it is written', async () => {
    const { app, run } = start(grid)
    await run([
      { do: 'set', path: 'grid[y][x]', value: 7 },
      { do: 'set', path: 'x', value: 1 },
      { do: 'inc', path: 'grid[y][x]' },
      { do: 'inc', path: 'clocks[side]', by: -1 },
    ])
    expect(app.state()).toMatchObject({
      grid: [
        [1, 1],
        [7, 2],
      ],
      clocks: { white: 5, black: 4 },
    })
  })

  it('is refused past the end of a list', async () => {
    const { app, run, failures } = start(grid)
    await run({ do: 'set', path: 'grid[y][x + 5]', value: 7 })
    expect(app.state().grid).toEqual([
      [1, 1],
      [1, 1],
    ])
    expect(failures).toHaveLength(1)
  })

  it('can be shown cell by cell and written', () => {
    const { app, fields } = start({
      ...grid,
      view: {
        type: 'Stack',
        each: 'grid',
        as: 'line',
        children: [{ type: 'Row', each: 'line', as: 'cell', children: [{ type: 'NumberField', label: 'cell', bind: 'cell' }] }],
      },
    })
    press(fields('cell')[2], 'onChange', { value: 9 })
    expect(app.state().grid).toEqual([
      [1, 1],
      [9, 1],
    ])
  })
})

describe('[B43] what another tab wrote', () => {
  it('is what a field here goes by', () => {
    const items = { type: [{ id: 'text', t: 'text' }], init: two, persist: true }
    const test = start({ state: { items }, view: { type: 'List', each: 'items', as: 'x', children: [{ type: 'TextField', label: 'field', bind: 'x.t' }] } })
    const [, b] = test.fields('field')
    test.app.adopt({
      items: [
        { id: 'n', t: 'N' },
        { id: 'b', t: 'B' },
        { id: 'a', t: 'A' },
      ].reverse(),
    })
    press(b, 'onChange', { value: 'mine' })
    expect(test.app.state().items).toMatchObject([{ id: 'a', t: 'A' }, { id: 'b', t: 'mine' }, { id: 'n' }])
    test.app.adopt({ items: [{ id: 'n', t: 'N' }] })
    press(b, 'onChange', { value: 'nowhere' })
    expect(test.app.state().items).toEqual([{ id: 'n', t: 'N' }])
    expect(test.failures).toMatchObject([{ code: 'not-there' }])
  })
})

describe('[B43] what is bound and what follows', () => {
  it('is written before onChange runs, and both are one entry of the history', async () => {
    const test = start({
      state: { draft: { type: 'text', init: '', history: true }, log: { type: ['text'], init: [], history: true } },
      view: { type: 'TextField', label: 'field', bind: 'draft', onChange: { do: 'add', to: 'log', item: '${draft} is ${event.value}' } },
    })
    press(test.fields('field')[0], 'onChange', { value: 'a' })
    await settled()
    press(test.fields('field')[0], 'onChange', { value: 'ab' })
    await settled()
    expect(test.app.state().log).toEqual(['a is a', 'ab is ab'])
    test.app.undo()
    expect(test.app.state()).toEqual({ draft: '', log: [] })
    expect(test.app.canUndo.value).toBe(false)
  })

  it('is one entry each time something is switched', () => {
    const test = start({ state: { on: { type: 'bool', history: true } }, view: { type: 'Checkbox', label: 'field', bind: 'on' } })
    press(test.fields('field')[0], 'onChange', { value: true })
    press(test.fields('field')[0], 'onChange', { value: false })
    test.app.undo()
    expect(test.app.state().on).toBe(true)
  })

  it('has happened on a board before onMove runs', async () => {
    const test = start({
      state: {
        tasks: {
          type: [{ id: 'text', s: 'text' }],
          init: [
            { id: 'a', s: 'todo' },
            { id: 'b', s: 'todo' },
          ],
          history: true,
        },
        seen: '',
      },
      view: {
        type: 'Board',
        items: 'tasks.filter(t => true)',
        groupBy: 's',
        columns: [
          { value: 'todo', label: 'To do' },
          { value: 'done', label: 'Done' },
        ],
        onMove: { do: 'set', path: 'seen', value: "${tasks.find(t => t.id == 'a').s} from ${event.from}" },
        children: ['${item.id}'],
      },
    })
    const [board] = draw(test.app)
    press(board, 'onMove', { item: { id: 'a', s: 'todo' }, row: 0, from: 'todo', to: 'done', index: 0 })
    await settled()
    expect(test.app.state()).toMatchObject({ seen: 'done from todo' })
    test.app.undo()
    expect(test.app.state().tasks).toMatchObject([{ id: 'a', s: 'todo' }, { id: 'b' }])
  })
})

describe('[B43] what the check accepts can be written, and nothing else', () => {
  const state = {
    items: {
      type: [{ id: 'text', t: 'text', tags: ['text'] }],
      init: [
        { id: 'a', t: 'A', tags: ['p'] },
        { id: 'b', t: 'B', tags: ['q'] },
      ],
    },
    others: { type: [{ id: 'text', t: 'text', tags: ['text'] }], init: [{ id: 'c', t: 'C', tags: [] }] },
    on: true,
  }
  const derived = {
    open: "items.filter(i => i.t != '')",
    sorted: 'open.sort("t")',
    made: 'items.map(i => i)',
    mixed: 'on ? items : others',
    same: 'on ? open : sorted',
  }
  const lists = [
    'items',
    'open',
    'sorted',
    'made',
    'mixed',
    'same',
    'items.take(1)',
    'items.skip(0)',
    'items.reverse()',
    'items.uniq(i => i.t)',
    'items.slice(0, 1)',
    "items.without('x')",
    'items.concat(others)',
    '[...items]',
    'on ? items : []',
    'items ?? others',
    'open ?? items',
    'on ? items.reverse() : sorted.take(9)',
    'items.flatMap(i => [i])',
    'items && items',
    'range(2)',
  ]
  it.each(lists)('%s', list => {
    const document: JsonObject = {
      blueprint: 1,
      app: { name: 'x' },
      state,
      derived,
      view: { type: 'List', each: list, as: 'x', children: [{ type: 'TextField', label: 'field', bind: list === 'range(2)' ? 'x' : 'x.t' }] },
    }
    const accepted = !checkBlueprint(document).some(issue => issue.code === 'read-only')
    const test = start(document)
    const [field] = test.fields('field')
    press(field, 'onChange', { value: 'written' })
    expect(JSON.stringify(test.app.state()).includes('written')).toBe(accepted)
    expect(field?.props.readOnly).toBe(!accepted)
  })

  it.each([
    "items.find(i => i.id == 'b')",
    'first(open)',
    'last(sorted)',
    'items[1]',
    'sorted[0]',
    'made[0]',
    'mixed[0]',
    'same[0]',
    'on ? items[0] : items[1]',
    'on ? items[0] : others[0]',
    'first(items.map(i => i))',
    '{ t: 1 }',
  ])('of %s', element => {
    const document: JsonObject = {
      blueprint: 1,
      app: { name: 'x' },
      state,
      derived: { ...derived, one: element },
      view: { type: 'TextField', label: 'field', bind: 'one.t' },
    }
    const accepted = !checkBlueprint(document).some(issue => issue.code === 'read-only')
    const test = start(document)
    press(test.fields('field')[0], 'onChange', { value: 'written' })
    expect(JSON.stringify(test.app.state()).includes('written')).toBe(accepted)
  })
})
