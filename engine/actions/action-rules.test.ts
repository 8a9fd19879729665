import { describe, expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { createCheckedApp } from '../checked-app.ts'
import { ToolFailure } from '../ports.ts'
import { press, settled } from '../tree/drawn-tree.ts'

const log = { type: ['text'], init: [] }
const note = (item: string) => ({ do: 'add', to: 'log', item })
const wait100 = { do: 'wait', ms: 100 }
const notify = [{ use: 'notify', why: 'Tells.' }]

describe('[B44] an event', () => {
  it('is known as event to its steps, and to the action that it names', async () => {
    const { labelled, value } = createCheckedApp({
      state: { log, name: '' },
      actions: { keep: note('action ${event.value}'), outer: { params: { x: 'text' }, steps: [{ do: 'run', action: 'keep' }, note('${x}')] } },
      view: {
        type: 'Stack',
        children: [
          { type: 'TextField', label: 'Steps', bind: 'name', onChange: [note('first ${event.value}'), note('then ${event.value}')] },
          { type: 'TextField', label: 'Name', bind: 'name', onChange: 'keep' },
          { type: 'TextField', label: 'Run', bind: 'name', onChange: { do: 'run', action: 'outer', with: { x: 'x is ${event.value}' } } },
        ],
      },
    })
    for (const label of ['Steps', 'Name', 'Run']) {
      press(labelled(label)[0], 'onChange', { value: label })
      await settled()
    }
    expect(value('log')).toEqual(['first Steps', 'then Steps', 'action Name', 'action Run', 'x is Run'])
  })

  it('[B68] does nothing before the app runs, nor after it has stopped', async () => {
    const { app, labelled } = createCheckedApp(
      { state: { n: 0 }, view: { type: 'Button', label: 'More', onPress: { do: 'inc', path: 'n' } } },
      { start: false },
    )
    press(labelled('More')[0], 'onPress')
    app.start()
    press(labelled('More')[0], 'onPress')
    app.stop()
    press(labelled('More')[0], 'onPress')
    await settled()
    expect(app.state().n).toBe(1)
  })
})

describe('[B60] steps', () => {
  it('run where their condition holds; control forms stand inside each other', async () => {
    const { run, value } = createCheckedApp({ state: { log, xs: { type: ['number'], init: [1, 2, 3, 4] } } })
    await run([
      { do: 'let', name: 'limit', value: 3 },
      {
        do: 'each',
        in: 'xs',
        as: 'x',
        steps: [
          { do: 'stop', when: 'x > limit' },
          { do: 'if', test: 'x % 2 == 0', then: [{ do: 'let', name: 'text', value: 'even' }, note('${text} ${x} at ${index}')], else: note('odd ${x}') },
        ],
      },
      note('never: the handler was stopped'),
    ])
    expect(value('log')).toEqual(['odd 1', 'even 2 at 1', 'odd 3'])
  })

  it('a name that one gives is known to the later ones in the same list and inside them, not outside', async () => {
    const { run, value, calls } = createCheckedApp({ state: { log } }, { answer: () => 'given' })
    await run([
      { do: 'if', test: 'true', then: [{ do: 'let', name: 'inner', value: 'i' }, note('${inner}')] },
      { do: 'clipboard.read', out: 'got', when: 'false' },
      { do: 'let', name: 'x', value: '${1 + 1}' },
      { do: 'if', test: 'x == 2', then: note('number ${x + 1}') },
    ])
    expect(value('log')).toEqual(['i', 'number 3'])
    expect(calls).toEqual([])
  })
})

describe('[B61] a chain', () => {
  const failing = (tool: string): Json => {
    if (tool === 'notify') throw new ToolFailure('denied', 'Not allowed.')
    return null
  }

  it('ends at the nearest catch, which knows the error, however deep the failing step stands', async () => {
    const { run, value, failures } = createCheckedApp({ capabilities: notify, state: { log } }, { answer: failing })
    await run([
      {
        do: 'each',
        in: '[1, 2]',
        as: 'x',
        steps: [{ do: 'if', test: 'true', then: [{ do: 'notify', title: '${x}' }, note('never')] }],
        catch: note('${error.code}: ${error.message}'),
      },
      note('never: the chain ended there'),
    ])
    expect(value('log')).toEqual(['denied: Not allowed.'])
    expect(failures).toEqual([])
  })

  it('goes on after an empty catch', async () => {
    const { run, value } = createCheckedApp({ capabilities: notify, state: { log } }, { answer: failing })
    await run([{ do: 'notify', title: 'x', catch: [] }, note('on')])
    expect(value('log')).toEqual(['on'])
  })

  it('a failure in a catch goes to the next one out, and to a toast where there is none', async () => {
    const { run, value, failures } = createCheckedApp({ capabilities: notify, state: { log } }, { answer: failing })
    await run({ do: 'if', test: 'true', then: { do: 'notify', title: 'x', catch: { do: 'notify', title: 'y' } }, catch: note('outer') })
    await run({ do: 'notify', title: 'x', catch: { do: 'notify', title: 'y' } })
    expect(value('log')).toEqual(['outer'])
    expect(failures).toMatchObject([{ code: 'denied', message: 'Not allowed.' }])
  })

  it('stop ends the action in which it stands, and its caller goes on', async () => {
    const { run, value } = createCheckedApp({
      state: { log },
      actions: {
        inner: [note('inner'), { do: 'if', test: 'true', then: { do: 'stop' } }, note('never')],
        outer: [{ do: 'run', action: 'inner' }, note('outer')],
      },
    })
    await run('outer')
    expect(value('log')).toEqual(['inner', 'outer'])
  })

  it('does not go on once its app is stopped, whatever it waits for', async () => {
    let settle: (value: Json) => void = () => {}
    const { app, run, wait, value } = createCheckedApp({ capabilities: notify, state: { log } }, { answer: () => new Promise(resolve => (settle = resolve)) })
    void run([{ do: 'notify', title: 'x', catch: note('caught') }, note('after the tool')])
    void run([wait100, note('after the wait')])
    await wait(0)
    app.stop()
    settle(null)
    await wait(1000)
    expect(value('log')).toEqual([])
  })
})

describe('[B62] what a chain writes', () => {
  const state = { log: { ...log, history: true }, other: { type: 'number', history: true } }

  it('up to an await is one commit; before and after it one undo entry, unless something came between', async () => {
    const { app, run, wait } = createCheckedApp({ state })
    let repaints = 0
    const view = app.names.find('log')
    app.onCommit(() => void repaints++)
    expect(view).toBeDefined()
    const steps = [note('a'), note('b'), wait100, note('c')]
    await run(steps)
    await wait(200)
    expect(app.state().log).toEqual(['a', 'b', 'c'])
    app.undo()
    expect([app.state().log, app.canUndo.value]).toEqual([[], false])
    await run(steps)
    await run({ do: 'inc', path: 'other' })
    await wait(200)
    app.undo()
    expect(app.state()).toEqual({ log: ['a', 'b'], other: 1 })
    app.undo()
    expect(app.state()).toEqual({ log: ['a', 'b'], other: 0 })
    app.undo()
    expect(app.state()).toEqual({ log: [], other: 0 })
    expect(repaints).toBeGreaterThan(0)
  })

  it('is seen by nobody before the piece is over', async () => {
    const { run, wait, value } = createCheckedApp({
      state: { a: 0, b: 0, log },
      effects: { differ: { when: 'a != b', do: note('half-written') } },
    })
    await run([
      { do: 'inc', path: 'a' },
      { do: 'inc', path: 'b' },
    ])
    await wait(0)
    expect(value('log')).toEqual([])
  })

  it('stays where a later step fails; the failing step itself writes nothing', async () => {
    const { run, value, failures } = createCheckedApp({ state: { log, xs: { type: ['any'], init: [{ n: 1 }, 'text', { n: 2 }] } } })
    await run([note('kept'), { do: 'update', in: 'xs', where: 'x => true', with: { n: 9 } }, note('never')])
    expect(value('log')).toEqual(['kept'])
    expect(value('xs')).toEqual([{ n: 1 }, 'text', { n: 2 }])
    expect(failures).toHaveLength(1)
  })
})

describe('[B63] an action', () => {
  const slow = (again?: string) => ({ params: { x: 'text' }, steps: [note('begin ${x}'), wait100, note('end ${x}')], ...(again ? { again } : {}) })
  const call = (x: string) => ({ do: 'run', action: 'slow', with: { x } })

  it('with other arguments runs beside itself; running says whether any of it does', async () => {
    const { run, wait, value } = createCheckedApp({ state: { log }, actions: { slow: slow() } })
    await run(call('a'))
    await run(call('a'))
    await run(call('b'))
    expect(value('log')).toEqual(['begin a', 'begin b'])
    expect(value('slow.running')).toBe(true)
    await wait(150)
    expect(value('log')).toEqual(['begin a', 'begin b', 'end a', 'end b'])
    expect(value('slow.running')).toBe(false)
  })

  it('that is queued runs one after the other, in the order in which it was asked for', async () => {
    const { run, wait, value } = createCheckedApp({
      state: { log, n: 0 },
      actions: { slow: { again: 'queue', steps: [{ do: 'inc', path: 'n' }, note('begin ${n}'), wait100, note('end ${n}')] } },
    })
    for (let turn = 0; turn < 4; turn++) await run('slow')
    await wait(1000)
    expect(value('log')).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3', 'begin 4', 'end 4'])
    expect(value('slow.running')).toBe(false)
  })

  it('that is restarted gives up the run before, at once and with all that this runs', async () => {
    const { run, wait, value } = createCheckedApp({
      state: { log },
      actions: {
        inner: { params: { x: 'text' }, steps: [{ do: 'wait', ms: 5000 }, note('end ${x}')] },
        slow: { again: 'restart', steps: [{ do: 'run', action: 'inner', with: { x: 'same' } }, note('over')] },
      },
    })
    await run('slow')
    await wait(4000)
    await run('slow')
    expect([value('slow.running'), value('inner.running')]).toEqual([true, true])
    await wait(2000)
    // The first run has come to where it was given up; nothing is left of it that would stand in the way of the next.
    await run('slow')
    await wait(10_000)
    expect(value('log')).toEqual(['end same', 'over'])
    expect([value('slow.running'), value('inner.running')]).toEqual([false, false])
  })

  it('says what went wrong until it is run again', async () => {
    let fails = true
    const { run, value } = createCheckedApp(
      { capabilities: notify, actions: { tell: { do: 'notify', title: 'x' } } },
      {
        answer() {
          if (fails) throw new ToolFailure('denied', 'Not allowed.')
          return null
        },
      },
    )
    await run('tell')
    expect([value('tell.error'), value('tell.running')]).toEqual(['Not allowed.', false])
    fails = false
    await run('tell')
    expect(value('tell.error')).toBe(null)
  })
})

describe('[B64] keys', () => {
  const key = { key: '', mod: false, shift: false, alt: false, up: false, repeat: false, typing: false }

  it('are named as the keyboard names them; a release is another key; a field that is typed in keeps its letters', async () => {
    const { app, value } = createCheckedApp({
      state: { log },
      actions: { named: note('named ${event.key}') },
      keys: {
        ArrowLeft: note('left'),
        'ArrowLeft:up': note('left up'),
        space: note('space'),
        'mod+Enter': note('send'),
        '?': 'named',
        Escape: note('escape'),
      },
    })
    const pressed = (press: Partial<typeof key>) => app.key({ ...key, ...press })
    expect(pressed({ key: 'ArrowLeft' })).toBe(true)
    expect(pressed({ key: 'ArrowLeft', up: true })).toBe(true)
    expect(pressed({ key: ' ' })).toBe(true)
    expect(pressed({ key: ' ', typing: true })).toBe(false)
    expect(pressed({ key: 'Escape', typing: true })).toBe(false)
    expect(pressed({ key: 'Enter', mod: true, typing: true })).toBe(true)
    expect(pressed({ key: '?', shift: true })).toBe(true)
    expect(pressed({ key: 'ArrowRight' })).toBe(false)
    await settled()
    expect(value('log')).toEqual(['left', 'left up', 'space', 'send', 'named ?'])
    app.stop()
    expect(pressed({ key: 'ArrowLeft' })).toBe(false)
  })
})
