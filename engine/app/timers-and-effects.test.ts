import { describe, expect, it } from 'vitest'
import { createCheckedApp } from '../checked-app.ts'

const log = { type: ['any'], init: [] }
const note = (item: string) => ({ do: 'add', to: 'log', item })

describe('[B65] a timer', () => {
  it('starts anew when its period changes, by a formula', async () => {
    const { value, wait, app } = createCheckedApp({
      state: { n: 0, speed: 1000 },
      timers: { tick: { every: '${speed}', do: { do: 'inc', path: 'n' } } },
    })
    await wait(900)
    app.write(['speed'], 300)
    await wait(299)
    expect(value('n')).toBe(0)
    await wait(1)
    expect(value('n')).toBe(1)
    await wait(600)
    expect(value('n')).toBe(3)
  })

  it('takes exactly the time spans that the check takes, also computed', async () => {
    for (const [every, ms] of [
      ['40ms', 40],
      [' 1.5 s ', 1500],
      [2000, 2000],
      ['1m', 60_000],
    ] as const) {
      const { value, wait } = createCheckedApp({ state: { n: 0 }, timers: { tick: { every, do: { do: 'inc', path: 'n' } } } })
      await wait(ms - 1)
      expect(value('n')).toBe(0)
      await wait(1)
      expect(value('n')).toBe(1)
    }
    for (const every of ['5 min', '10sec', '3 w'])
      expect(() => createCheckedApp({ timers: { tick: { every, do: [] } } })).toThrow('A time span is expected here')
    const { value, wait } = createCheckedApp({ state: { n: 0, word: '1min' }, timers: { tick: { every: '${word}', do: { do: 'inc', path: 'n' } } } })
    await wait(120_000)
    expect(value('n')).toBe(0)
  })

  it('is not held up by what it does, nor goes astray by it', async () => {
    const { value, wait } = createCheckedApp({
      state: { n: 0, log },
      timers: { tick: { every: '1s', do: [{ do: 'wait', ms: 2500 }, note('${now()}')] } },
    })
    const start = value('now()') as number
    await wait(5500)
    expect((value('log') as number[]).map(at => at - start)).toEqual([3500, 4500, 5500])
  })

  it('takes the name of an action', async () => {
    const { value, wait } = createCheckedApp({
      state: { n: 0 },
      actions: { more: { do: 'inc', path: 'n' } },
      timers: { tick: { every: 500, do: 'more' } },
    })
    await wait(1000)
    expect(value('n')).toBe(2)
  })

  it('[B30] goes on while the window is hidden, as effects and the clock in them do', async () => {
    const { value, wait, app } = createCheckedApp({
      state: { n: 0, end: { type: 'time', init: '${now() + 3000}' }, log },
      timers: { tick: { every: '1s', do: { do: 'inc', path: 'n' } } },
      effects: { rings: { when: 'now() >= end', do: note('rings') } },
    })
    app.setVisible(false)
    await wait(4000)
    expect(value('n')).toBe(4)
    expect(value('log')).toEqual(['rings'])
  })

  it('ends with the app', async () => {
    const { value, wait, app } = createCheckedApp({ state: { n: 0 }, timers: { tick: { every: '1s', do: { do: 'inc', path: 'n' } } } })
    await wait(1000)
    app.stop()
    await wait(5000)
    expect(value('n')).toBe(1)
  })
})

describe('[B65] an effect', () => {
  const mail = { from: 'Mail', origin: { app: 'mail' }, hops: 1 }

  it('[B69] an intent is held to its type before anything runs, has no gesture, and says over how many apps it came', async () => {
    const asked: unknown[] = []
    const { app, wait, value } = createCheckedApp(
      {
        capabilities: ['added', 'changed'].map(name => ({ use: `intent:${name}` })),
        state: { titles: { type: ['text'], init: [] } },
        effects: {
          add: {
            on: 'intent',
            intent: 'add-task',
            type: { title: 'text', due: 'date?' },
            do: [
              { do: 'add', to: 'titles', item: '${event.data.title}' },
              { do: 'app.send', intent: 'added' },
            ],
          },
          then: { watch: '${count(titles)}', do: { do: 'app.send', intent: 'changed' } },
        },
      },
      { answer: (tool, args, { gesture, hops }) => asked.push([tool, args.intent, gesture, hops]) },
    )
    for (const data of [null, 'Reply', { title: 1 }, { titel: 'Reply' }, { title: 'Reply', more: 1 }, { title: 'Reply', due: 'soon' }])
      expect(app.intent({ name: 'add-task', data, ...mail, hops: 3 })).toBe(false)
    expect(app.intent({ name: 'add-task', data: { title: 'Reply', due: '2026-01-05' }, ...mail, hops: 3 })).toBe(true)
    await wait(0)
    expect(value('titles')).toEqual(['Reply'])
    expect(asked).toEqual([
      ['app.send', 'added', false, 3],
      ['app.send', 'changed', false, 3],
    ])
  })

  it('on an intent answers to its name alone, and knows what is asked and by whom', () => {
    const sections = {
      state: { asked: '' },
      effects: { add: { on: 'intent', intent: 'add-task', do: { do: 'set', path: 'asked', value: '${event.data.title} for ${event.from}' } } },
    }
    const { app, value } = createCheckedApp(sections)
    expect(app.intent({ name: 'show', data: null, ...mail })).toBe(false)
    expect(app.intent({ name: 'add-task', data: { title: 'Reply' }, ...mail })).toBe(true)
    expect(value('asked')).toBe('Reply for Mail')
    app.stop()
    expect(app.intent({ name: 'add-task', data: { title: 'Late' }, ...mail })).toBe(false)
  })

  it('[B46][B69] the start page takes parameters of its types from outside, and nothing else', () => {
    const pages = {
      day: { title: 'Day', params: { date: 'date', mark: 'text?' }, view: { type: 'Text', text: '${date}' } },
      other: { title: 'Other', view: { type: 'Text', text: '' } },
    }
    const { app } = createCheckedApp({ pages })
    for (const params of [{}, { date: 'soon' }, { date: '2026-01-05', more: 1 }, { mark: 'x' }]) expect(app.visit(params)).toBe(false)
    expect(app.visit({ date: '2026-01-05' })).toBe(true)
    expect(app.page.peek()).toEqual({ name: 'day', params: { date: '2026-01-05' } })
    app.stop()
    expect(app.visit({ date: '2026-01-06' })).toBe(false)
    expect(createCheckedApp({}).app.visit({})).toBe(false)
  })

  it('on a condition fires each time it turns true, and not while it stays so', async () => {
    const { value, wait, app } = createCheckedApp({ state: { n: 0, log }, effects: { big: { when: 'n > 2', do: note('big') } } })
    for (const n of [3, 4, 1, 5]) {
      app.write(['n'], n)
      await wait(0)
    }
    expect(value('log')).toEqual(['big', 'big'])
  })

  it('on a value fires with the new and the old, by content, and not at launch', async () => {
    const { value, wait, app } = createCheckedApp({
      state: { xs: { type: ['number'], init: [1] }, log },
      effects: { change: { watch: 'xs', do: note('${json(event.old)} ${json(event.value)}') } },
    })
    await wait(0)
    app.write(['xs'], [1])
    await wait(0)
    app.write(['xs'], [1, 2])
    await wait(0)
    expect(value('log')).toEqual(['[1] [1,2]'])
  })

  it('takes no condition beside "on": that goes into its steps', () => {
    expect(() => createCheckedApp({ effects: { first: { on: 'launch', when: 'n > 2', do: note('x') } }, state: { n: 0, log } })).toThrow('goes into it')
  })

  it('with "after" waits until it has been quiet that long, and fires once for all that has changed by then', async () => {
    const { value, wait, app } = createCheckedApp({
      state: { text: '', log },
      effects: { save: { watch: 'text', after: '300ms', do: note('“${event.old}” to “${event.value}”') } },
    })
    const type = async (...texts: string[]) => {
      for (const text of texts) {
        app.write(['text'], text)
        await wait(200)
      }
    }
    await type('a', 'ab', 'abc')
    expect(value('log')).toEqual([])
    await wait(100)
    await type('abcd', 'abc')
    await wait(500)
    await type('x')
    await wait(500)
    expect(value('log')).toEqual(['“” to “abc”', '“abc” to “x”'])
  })

  it('on launch runs after what was kept is there; each moment in its turn', async () => {
    const { value, wait, app } = createCheckedApp(
      {
        capabilities: [{ use: 'storage', why: 'Keeps it.' }],
        state: { kept: { type: 'text', init: 'new', persist: true }, log },
        effects: {
          launch: { on: 'launch', do: note('launch ${kept}') },
          hidden: { on: 'hidden', do: note('hidden') },
          visible: { on: 'visible', do: note('visible') },
          focus: { on: 'focus', do: note('focus') },
          blur: { on: 'blur', do: note('blur') },
          close: { on: 'close', do: note('close') },
        },
      },
      { persisted: { kept: 'old' } },
    )
    app.setVisible(false)
    app.setVisible(true)
    app.setFocused(true)
    app.setFocused(false)
    await wait(0)
    app.stop()
    expect(value('log')).toEqual(['launch old', 'hidden', 'visible', 'focus', 'blur', 'close'])
  })

  it('[B68] does not fire before the app runs', async () => {
    const { app, wait } = createCheckedApp(
      { state: { n: 5, log }, effects: { big: { when: 'n > 2', do: note('big') }, change: { watch: 'n', do: note('change') } } },
      { start: false },
    )
    await wait(1000)
    expect(app.state().log).toEqual([])
  })
})

describe('[B66] effects that set each other off', () => {
  it('may do so eight times over, and no more', async () => {
    const chain = (length: number) => ({
      state: Object.fromEntries(Array.from({ length: length + 1 }, (_, at) => [`n${at}`, 0])),
      effects: Object.fromEntries(Array.from({ length }, (_, at) => [`e${at}`, { watch: `n${at}`, do: { do: 'inc', path: `n${at + 1}` } }])),
    })
    const eight = createCheckedApp(chain(8))
    eight.app.write(['n0'], 1)
    await eight.wait(0)
    await eight.wait(0)
    expect([eight.app.phase.value, eight.app.state().n8]).toEqual(['running', 1])
    const nine = createCheckedApp(chain(9))
    nine.app.write(['n0'], 1)
    await nine.wait(0)
    await nine.wait(0)
    expect([nine.app.phase.value, nine.app.failure.value?.code]).toEqual(['stopped', 'cascade'])
  })

  it('count their steps together', async () => {
    const { app, run, wait } = createCheckedApp({
      state: { n: 0, m: 0, xs: { type: ['number'], init: '${range(400)}' } },
      effects: {
        one: { watch: 'n', do: { do: 'each', in: 'xs', steps: { do: 'inc', path: 'm' } } },
      },
    })
    await run([
      { do: 'each', in: 'xs', steps: { do: 'let', name: 'y', value: '${item}' } },
      { do: 'inc', path: 'n' },
    ])
    await wait(0)
    expect(app.phase.value).toBe('running')
    await run([
      {
        do: 'each',
        in: 'xs',
        steps: [
          { do: 'let', name: 'y', value: '${item}' },
          { do: 'let', name: 'z', value: 1 },
        ],
      },
      { do: 'inc', path: 'n' },
    ])
    await wait(0)
    expect(app.failure.value?.code).toBe('too-many-steps')
  })

  it('leave no step behind that goes on in a stopped app', async () => {
    const { app, run, wait } = createCheckedApp({
      state: { n: 0, after: false, xs: { type: ['number'], init: '${range(1001)}' } },
    })
    await run([
      { do: 'each', in: 'xs', steps: { do: 'inc', path: 'n' }, catch: [] },
      { do: 'set', path: 'after', value: true },
    ])
    await wait(0)
    expect(app.phase.value).toBe('stopped')
    expect(app.state().after).toBe(false)
  })
})
