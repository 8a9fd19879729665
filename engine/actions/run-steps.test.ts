import { describe, expect, it } from 'vitest'
import { ToolFailure } from '../ports.ts'
import { createTestApp } from '../test-app.ts'

const todos = {
  state: {
    todos: {
      type: [{ id: 'text', title: 'text', done: 'bool' }],
      init: [
        { id: 'a', title: 'Water', done: false },
        { id: 'b', title: 'Sow', done: true },
        { id: 'c', title: 'Dig', done: false },
      ],
      persist: true,
      history: true,
    },
    n: 0,
    note: '',
  },
}

describe('state tools', () => {
  it('set, toggle, inc and reset write where their path says', async () => {
    const { app, run } = createTestApp({
      state: { n: 1, done: false, form: { type: { name: 'text', tags: ['text'] }, init: { name: 'x', tags: ['p', 'q'] } }, i: 1 },
    })
    await run([
      { do: 'set', path: 'form.name', value: 'Ana ${n + 1}' },
      { do: 'set', path: 'form.tags[i]', value: 'r' },
      { do: 'toggle', path: 'done' },
      { do: 'inc', path: 'n', by: 0.1 },
      { do: 'inc', path: 'n', by: 0.2 },
    ])
    expect(app.state()).toEqual({ n: 1.3, done: true, form: { name: 'Ana 2', tags: ['p', 'r'] }, i: 1 })
    await run({ do: 'reset', path: ['form', 'n'] })
    expect(app.state()).toMatchObject({ n: 1, form: { name: 'x', tags: ['p', 'q'] } })
  })

  it('add, remove, update and move change lists', async () => {
    const { run, value } = createTestApp(todos)
    await run([
      { do: 'add', to: 'todos', at: 'start', item: { id: '${id()}', title: 'First', done: false } },
      { do: 'remove', from: 'todos', where: 't => t.done' },
      { do: 'update', in: 'todos', where: "t => t.id == 'c'", with: { title: '${t.title}!', done: true } },
    ])
    expect(value('todos.map(t => t.title)')).toEqual(['First', 'Water', 'Dig!'])
    await run({ do: 'move', item: 'todos[2]', to: 'todos', index: 0 })
    expect(value('todos.map(t => t.title)')).toEqual(['Dig!', 'First', 'Water'])
  })

  it('[B43] each gives references that hold while the list changes', async () => {
    const { run, value } = createTestApp(todos)
    await run({
      do: 'each',
      in: 'todos.filter(t => !t.done)',
      as: 't',
      steps: [
        { do: 'set', path: 't.title', value: '${t.title} ${index}' },
        { do: 'remove', item: 't', when: "t.id == 'a'" },
      ],
    })
    expect(value('todos.map(t => t.title)')).toEqual(['Sow', 'Dig 1'])
  })

  it('refuses a path that is no place in the state, and says so', async () => {
    const { run, failures, app } = createTestApp({ ...todos, derived: { open: 'todos.length' } })
    await run([
      { do: 'set', path: 'open', value: 3 },
      { do: 'set', path: 'n', value: 9 },
    ])
    expect(failures[0]).toMatchObject({ code: 'not-writable' })
    expect(app.state().n).toBe(0)
  })

  it('[S9] writes hostile names as plain fields', async () => {
    const { run } = createTestApp({ state: { form: { type: 'any', init: {} } } })
    await run({ do: 'set', path: "form['__proto__']", value: { polluted: true } })
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
    expect(Object.prototype).not.toHaveProperty('polluted')
  })
})

describe('a chain', () => {
  it('[B61] lets a step see all that earlier ones wrote, derived values too', async () => {
    const { run, value } = createTestApp({ ...todos, derived: { open: 'todos.filter(t => !t.done).length' } })
    await run([
      { do: 'set', path: 'todos[0].done', value: true },
      { do: 'set', path: 'n', value: '${open}' },
    ])
    expect(value('n')).toBe(1)
  })

  it('[B62] is one transaction and one undo entry', async () => {
    const { run, app, value } = createTestApp(todos)
    let repaints = 0
    app.onCommit(() => repaints++)
    await run([
      { do: 'remove', item: 'todos[0]' },
      { do: 'remove', item: 'todos[0]' },
    ])
    expect(value('todos.length')).toBe(1)
    expect(app.undo()).toBe(true)
    expect(value('todos.map(t => t.id)')).toEqual(['a', 'b', 'c'])
    expect(app.redo()).toBe(true)
    expect(value('todos.map(t => t.id)')).toEqual(['c'])
    expect(app.canRedo.value).toBe(false)
  })

  it('[B12] records only entries with history', async () => {
    const { run, app } = createTestApp(todos)
    await run({ do: 'set', path: 'note', value: 'x' })
    expect(app.canUndo.value).toBe(false)
  })

  it('[B60] if, let, stop, run and out', async () => {
    const { run, value } = createTestApp(
      {
        state: { log: { type: ['text'], init: [] } },
        actions: {
          say: {
            params: { what: 'text' },
            steps: [
              { do: 'stop', when: "what == 'no'" },
              { do: 'add', to: 'log', item: '${what}' },
            ],
          },
        },
      },
      { answer: () => ({ body: 'read' }) },
    )
    await run([
      { do: 'let', name: 'x', value: '${1 + 1}' },
      {
        do: 'if',
        test: 'x == 2',
        then: { do: 'run', action: 'say', with: { what: 'two' } },
        else: { do: 'run', action: 'say', with: { what: 'other' } },
      },
      { do: 'run', action: 'say', with: { what: 'no' } },
      { do: 'http.get', url: 'https://a.example/', out: 'reply' },
      { do: 'run', action: 'say', with: { what: '${reply.body} ${x}' } },
      { do: 'stop' },
      { do: 'run', action: 'say', with: { what: 'never' } },
    ])
    expect(value('log')).toEqual(['two', 'read 2'])
  })

  it('[B61] a failing step ends it; the nearest catch runs with what went wrong', async () => {
    const answer = () => {
      throw new ToolFailure('offline', 'No network.')
    }
    const { run, value, failures } = createTestApp({ state: { log: { type: ['text'], init: [] } } }, { answer })
    await run([
      { do: 'add', to: 'log', item: 'before' },
      { do: 'notify', title: 'x', catch: { do: 'add', to: 'log', item: '${error.code}: ${error.message}' } },
      { do: 'add', to: 'log', item: 'after' },
    ])
    expect(value('log')).toEqual(['before', 'offline: No network.'])
    await run([
      { do: 'notify', title: 'x', catch: [] },
      { do: 'add', to: 'log', item: 'swallowed' },
    ])
    expect(value('log')).toContain('swallowed')
    await run([
      { do: 'notify', title: 'x' },
      { do: 'add', to: 'log', item: 'never' },
    ])
    expect(failures).toMatchObject([{ code: 'offline' }])
    expect(value('log')).not.toContain('never')
  })

  it('[B63] the same action with the same arguments does not run twice at once', async () => {
    const { run, value, wait } = createTestApp({
      state: { n: 0 },
      actions: {
        slow: [
          { do: 'wait', ms: 100 },
          { do: 'inc', path: 'n' },
        ],
      },
    })
    await run('slow')
    expect(value('slow.running')).toBe(true)
    await run('slow')
    await wait(200)
    expect(value('n')).toBe(1)
    expect(value('slow.running')).toBe(false)
  })

  it('[B63] queue waits for the run before; restart gives it up', async () => {
    const { run, value, wait } = createTestApp({
      state: { log: { type: ['text'], init: [] }, n: 0 },
      actions: {
        queued: {
          again: 'queue',
          steps: [
            { do: 'wait', ms: 100 },
            { do: 'add', to: 'log', item: 'queued' },
          ],
        },
        newest: {
          again: 'restart',
          steps: [
            { do: 'inc', path: 'n' },
            { do: 'wait', ms: 100 },
            { do: 'add', to: 'log', item: 'newest' },
          ],
        },
      },
    })
    await run('queued')
    await run('queued')
    await wait(150)
    expect(value('log')).toEqual(['queued'])
    await wait(100)
    expect(value('log')).toEqual(['queued', 'queued'])
    await run('newest')
    await wait(50)
    await run('newest')
    await wait(300)
    expect(value('log')).toEqual(['queued', 'queued', 'newest'])
    expect(value('n')).toBe(2)
    expect(value('newest.running')).toBe(false)
  })

  it('[B66] with more than a thousand steps stops the app', async () => {
    const { run, app } = createTestApp({ state: { n: 0, xs: { type: ['number'], init: '${range(2000)}' } } })
    await run({ do: 'each', in: 'xs', steps: { do: 'inc', path: 'n' } })
    expect(app.phase.value).toBe('stopped')
    expect(app.failure.value?.code).toBe('too-many-steps')
    expect(app.state().n).toBeGreaterThan(0)
  })

  it('[B68] does nothing before the app runs', async () => {
    const { run, app, calls } = createTestApp(todos, { start: false })
    await run([
      { do: 'set', path: 'n', value: 1 },
      { do: 'notify', title: 'x' },
    ])
    expect(app.state().n).toBe(0)
    expect(calls).toEqual([])
  })

  it('toast with undo takes back what it wrote', async () => {
    const { run, toasts, value } = createTestApp(todos)
    await run([
      { do: 'remove', item: 'todos[1]' },
      { do: 'toast', text: 'Gone', undo: true },
    ])
    expect(value('todos.length')).toBe(2)
    toasts[0]?.undo?.()
    expect(value('todos.map(t => t.id)')).toEqual(['a', 'b', 'c'])
  })
})

it('[B22] text that a person entered is never computed', async () => {
  const { run, value, app } = createTestApp({ state: { draft: '${n + 1}', n: 1, out: '' } })
  app.write(['draft'], '${n + 1}')
  await run({ do: 'set', path: 'out', value: '<${draft}>' })
  expect(value('out')).toBe('<${n + 1}>')
})
