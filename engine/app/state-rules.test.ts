import { describe, expect, it, vi } from 'vitest'
import { createCheckedApp } from '../checked-app.ts'
import { createTestApp } from '../test-app.ts'
import { draw, press } from '../tree/drawn-tree.ts'

const storage = [{ use: 'storage', why: 'Keeps it.' }]

describe('state', () => {
  it('[B10] a bare value is its own type and is not kept', () => {
    const { app } = createCheckedApp({ state: { text: 'x', number: 1, bool: true } })
    expect(app.state()).toEqual({ text: 'x', number: 1, bool: true })
    expect(app.persistedState()).toEqual({})
  })

  it('[B11] each type has a first value of its own', () => {
    const { app } = createCheckedApp({
      state: {
        text: { type: 'text' },
        number: { type: 'number' },
        bool: { type: 'bool' },
        date: { type: 'date' },
        time: { type: 'time' },
        file: { type: 'file?' },
        any: { type: 'any' },
        maybe: { type: 'number?' },
        list: { type: ['text'] },
        record: { type: { a: 'text', b: 'date?', c: { d: ['number'], e: 'bool' } } },
      },
    })
    expect(app.state()).toEqual({
      text: '',
      number: 0,
      bool: false,
      date: null,
      time: 0,
      file: null,
      any: null,
      maybe: null,
      list: [],
      record: { a: '', b: null, c: { d: [], e: false } },
    })
  })

  it('[B11] nullable fields that a first value leaves out are null, at any depth', () => {
    const type = [{ id: 'text', due: 'date?', notes: [{ text: 'text', at: 'time?' }] }]
    const { app } = createCheckedApp({ state: { tasks: { type, init: [{ id: 'a', notes: [{ text: 'n' }] }] } } })
    expect(app.state().tasks).toEqual([{ id: 'a', due: null, notes: [{ text: 'n', at: null }] }])
  })

  it('[B11] a computed first value is computed once, and kept as it then was', async () => {
    const sections = { capabilities: storage, constants: { days: 7 }, state: { due: { type: 'time', init: '${now() + days * 86400000}', persist: true } } }
    const first = createCheckedApp(sections)
    const due = first.app.state().due
    expect(due).toBe(Date.UTC(2026, 0, 12, 9))
    await first.wait(5000)
    expect(first.app.state().due).toBe(due)
    await first.run({ do: 'set', path: 'due', value: 0 })
    await first.run({ do: 'reset', path: 'due' })
    expect(first.app.state().due).toBe(due)
    const later = createCheckedApp(sections, { persisted: { due: 5 } })
    expect(later.app.state().due).toBe(5)
  })

  it('[B11] an attachment is a record in the state, shown by the address of its bytes', () => {
    const photo = { ref: 'file:ab', name: 'a.png', type: 'image/png', size: 3 }
    const { app } = createCheckedApp({ state: { photo: { type: 'file?' } }, view: { type: 'Image', src: '${photo}', alt: 'It' } })
    const asked = vi.spyOn(app.ports.attachments, 'url').mockReturnValue('blob:shown')
    app.write(['photo'], photo)
    expect(draw(app)[0]?.props.src).toBe('blob:shown')
    expect(asked).toHaveBeenCalledWith('file:ab')
  })

  it('[B12] one undo stack: of several entries, in the order of the handlers, and of nothing without history', async () => {
    const { app, run } = createCheckedApp({
      state: { a: { type: 'number', history: true }, b: { type: 'number', history: true }, plain: 0 },
    })
    await run([
      { do: 'set', path: 'a', value: 1 },
      { do: 'set', path: 'b', value: 1 },
      { do: 'set', path: 'plain', value: 1 },
    ])
    await run({ do: 'set', path: 'b', value: 2 })
    await run({ do: 'set', path: 'plain', value: 2 })
    app.undo()
    expect(app.state()).toEqual({ a: 1, b: 1, plain: 2 })
    app.undo()
    expect(app.state()).toEqual({ a: 0, b: 0, plain: 2 })
    expect(app.undo()).toBe(false)
    app.redo()
    app.redo()
    expect(app.state()).toEqual({ a: 1, b: 2, plain: 2 })
    await run({ do: 'undo' })
    await run({ do: 'set', path: 'a', value: 9 })
    expect(app.canRedo.value).toBe(false)
  })

  it('[B12] a list that is made anew with the same in it is nothing to undo', async () => {
    const { app, run } = createCheckedApp({ state: { xs: { type: ['number'], init: [1, 2], history: true } } })
    await run({ do: 'set', path: 'xs', value: '${xs.filter(x => x > 0)}' })
    expect(app.canUndo.value).toBe(false)
  })

  it('[B12] a commit says whether it touches what is kept', async () => {
    const { app, run } = createCheckedApp({ capabilities: storage, state: { kept: { type: 'number', persist: true }, other: 0 } })
    const persistent: boolean[] = []
    app.onCommit(commit => persistent.push(commit.persistent))
    await run({ do: 'inc', path: 'other' })
    await run({ do: 'inc', path: 'kept' })
    expect(persistent).toEqual([false, true])
    expect(app.persistedState()).toEqual({ kept: 1 })
  })

  it('[B13] what is hidden keeps its state, and shows it again', async () => {
    const { labelled, app, run } = createCheckedApp({
      state: { shown: true, name: '' },
      view: { type: 'Stack', children: [{ type: 'TextField', label: 'Name', bind: 'name', show: 'shown' }] },
    })
    press(labelled('Name')[0], 'onChange', { value: 'Ana' })
    await run({ do: 'set', path: 'shown', value: false })
    expect(labelled('Name')).toEqual([])
    expect(app.state().name).toBe('Ana')
    await run({ do: 'set', path: 'shown', value: true })
    expect(labelled('Name')[0]?.props.value).toBe('Ana')
  })
})

describe('derived', () => {
  it('[B15] is computed when it is read, once however many read it, and again only after what it reads has changed', async () => {
    const { app, value, run } = createTestApp({ state: { n: 1, other: 0 }, derived: { double: 'n * 2', quadruple: 'double + double', unread: 'n * 3' } })
    const double = vi.spyOn(app.formulas.formula('n * 2'), 'value')
    const unread = vi.spyOn(app.formulas.formula('n * 3'), 'value')
    expect([value('quadruple'), value('double'), value('quadruple')]).toEqual([4, 2, 4])
    expect(double).toHaveBeenCalledTimes(1)
    await run({ do: 'set', path: 'other', value: 5 })
    expect(value('quadruple')).toBe(4)
    expect(double).toHaveBeenCalledTimes(1)
    await run({ do: 'set', path: 'n', value: 2 })
    expect(value('quadruple')).toBe(8)
    expect(double).toHaveBeenCalledTimes(2)
    expect(unread).not.toHaveBeenCalled()
  })

  it('[B15] a function is called by name and as a method, with what it is given, and reads the state', async () => {
    const { value, run } = createCheckedApp({
      state: { factor: 10, habits: { type: [{ id: 'text', days: ['number'] }], init: [{ id: 'h', days: [1, 2, 3] }] } },
      derived: { streak: { params: { h: 'any' }, value: 'count(h.days) * factor' }, longest: 'max(habits, h => streak(h))' },
    })
    expect(value('streak(habits[0])')).toBe(30)
    expect(value('habits[0].streak()')).toBe(30)
    expect(value('longest')).toBe(30)
    await run({ do: 'set', path: 'factor', value: 2 })
    expect(value('habits.map(h => h.streak())')).toEqual([6])
  })

  it('[B15] constants never change and compute nothing', () => {
    const { value } = createCheckedApp({ constants: { table: { a: [1, { b: '${1 + 1}' }] } } })
    expect(value('table.a[1].b')).toBe('${1 + 1}')
  })
})

describe('[B16] a name inside', () => {
  it('hides one outside: of an item, an action’s parameter, a lambda’s, what a step names', async () => {
    const { value, run, texts } = createCheckedApp({
      state: { x: 'outer', log: { type: ['text'], init: [] } },
      actions: { say: { params: { x: 'text' }, steps: [{ do: 'add', to: 'log', item: '${x}' }] } },
      view: { type: 'Stack', each: "['item']", as: 'x', children: [{ type: 'Text', text: "${x} ${['lambda'].map(x => x)[0]}" }] },
    })
    expect(texts()).toEqual(['item lambda'])
    await run([
      { do: 'run', action: 'say', with: { x: 'parameter' } },
      { do: 'let', name: 'x', value: 'named' },
      { do: 'add', to: 'log', item: '${x}' },
      { do: 'if', test: 'true', then: { do: 'add', to: 'log', item: '${x} inside' } },
    ])
    expect(value('log')).toEqual(['parameter', 'named', 'named inside'])
    expect(value('x')).toBe('outer')
  })

  it('may be that of a function: it is a value unless it is called', () => {
    const { value } = createCheckedApp({ state: { text: 'mine', lines: 3 } })
    expect(value('text + lines')).toBe('mine3')
    expect(value('text(lines)')).toBe('3')
    expect(value("lines('a')")).toEqual(['a'])
  })
})

describe('[B31] texts of the app’s own', () => {
  const strings = { de: { Hello: 'Hallo, {name}', Bye: 'Tschüss' }, 'de-AT': { Bye: 'Servus' } }
  it.each([
    ['de-AT', 'Hallo, Ana', 'Servus'],
    ['de-CH', 'Hallo, Ana', 'Tschüss'],
    ['de', 'Hallo, Ana', 'Tschüss'],
    ['fr', 'Hello', 'Bye'],
  ])('are said in the language of the user, else in the one that it is of, else as written: %s', (language, hello, bye) => {
    const { value } = createCheckedApp({ strings }, { language })
    expect([value("t('Hello', { name: 'Ana' })"), value("t('Bye')")]).toEqual([hello, bye])
  })
})
