import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createCheckedApp } from '../checked-app.ts'
import { ToolFailure } from '../ports.ts'
import { createTestApp, type TestAppOptions } from '../test-app.ts'
import { draw, press, settled } from '../tree/drawn-tree.ts'

const A = 'net:https://a.example'
const B = 'net:https://b.example'

/** Tools that read from two origins, a file, the clipboard and a model, and one that sends. */
function origins(tool: string, args: JsonObject): readonly string[] {
  if (tool.startsWith('http.')) return [`net:${new URL(String(args.url)).origin}`]
  return tool === 'file.open' ? ['file'] : tool === 'clipboard.paste' ? ['clipboard'] : tool === 'random.text' ? ['llm'] : []
}

interface Sent {
  readonly tool: string
  readonly labels: readonly string[]
}

function following(sections: JsonObject, options: TestAppOptions = {}) {
  const sent: Sent[] = []
  const kept = new Map<string, Json>()
  const answer: TestAppOptions['answer'] = (tool, args, { labels }) => {
    if (tool === 'http.post' || tool === 'hash.sha256') sent.push({ tool, labels: labels ?? [] })
    if (tool === 'storage.set') kept.set(String(args.key), args.value ?? null)
    if (tool === 'storage.get') return kept.get(String(args.key)) ?? null
    if (tool === 'storage.list') return [...kept.keys()]
    if (tool.startsWith('http.')) return { status: 200, ok: true, headers: {}, body: { text: 'from outside', rows: [{ id: 'r1', name: 'one' }] } }
    return tool === 'file.open' ? { name: 'n', text: 'in a file' } : 'read'
  }
  const test = createTestApp(sections, { answer, origins, ...options })
  const labels = (name: string): readonly string[] => test.app.labels.of(sink => sink.entry(name))
  return { ...test, sent, labels, last: () => sent.at(-1)?.labels ?? null }
}

const get = (origin = 'a', out = 'r') => ({ do: 'http.get', url: `https://${origin}.example/x`, out })
const post = (body: string) => ({ do: 'http.post', url: 'https://c.example/', body })

describe('[S28] what is sent bears the labels of what it was made of', () => {
  it.each([
    ['an origin', get(), '${r.body.text}', [A]],
    ['a file', { do: 'file.open', out: 'r' }, '${r.text}', ['file']],
    ['the clipboard', { do: 'clipboard.paste', out: 'r' }, '${r}', ['clipboard']],
    ['a model', { do: 'random.text', out: 'r' }, '${r}', ['llm']],
  ])('from %s, by the name of a result', async (_, step, body, labels) => {
    const { run, last } = following({})
    await run([step, post(body)])
    expect(last()).toEqual(labels)
  })

  it('by a name of a chain, an action’s parameters, a derived value, a function of the app, a list and its elements', async () => {
    const { run, sent } = following({
      state: { note: '', list: { type: [{ name: 'text' }], init: [] } },
      derived: {
        shout: '${note.toUpperCase()}',
        louder: '${shout + "!"}',
        both: { params: { x: 'text' }, value: '${x + note}' },
      },
      actions: { send: { params: { what: 'any' }, steps: [post('${what}')] } },
    })
    await run([get(), { do: 'let', name: 'l', value: '${r.body.text}' }, post('${l}')])
    await run([get(), { do: 'run', action: 'send', with: { what: '${r.body}' } }])
    await run([get(), { do: 'set', path: 'note', value: '${r.body.text}' }, post('${louder}')])
    await run([post('${both("x")}')])
    await run([{ do: 'add', to: 'list', item: { name: '${note}' } }, post('${list.map(x => x.name)}')])
    await run([{ do: 'each', in: 'list', as: 'it', steps: [post('${it.name}')] }])
    expect(sent.map(({ labels }) => labels)).toEqual([[A], [A], [A], [A], [A], [A]])
  })

  it('is no more than that: what the person and the app say has none', async () => {
    const { run, app, last } = following({ state: { note: '', own: 'mine' } })
    await run([get(), { do: 'set', path: 'note', value: '${r.body.text}' }, post('${own}')])
    expect(last()).toEqual([])
    app.write(['own'], 'typed')
    await run([post('${own}')])
    expect(last()).toEqual([])
  })

  it('two origins meet in one value', async () => {
    const { run, last } = following({})
    await run([get('a', 'x'), get('b', 'y'), post('${x.body.text + y.body.text}')])
    expect(last()).toEqual([A, B])
  })

  it('what an answer says of what was sent bears the labels of both', async () => {
    const { run, last } = following({})
    await run([get('a', 'x'), { do: 'http.post', url: 'https://b.example/', body: '${x.body.text}', out: 'y' }, post('${y.body.text}')])
    expect(last()).toEqual([A, B])
  })
})

describe('[S28] the labels of an entry', () => {
  const sections = {
    state: { note: { type: 'text', init: '', history: true, persist: true }, rec: { type: { a: 'text', b: 'text' }, init: { a: '', b: '' } } },
  }

  it('are those of all that was written into it, until the whole of it is written anew', async () => {
    const { run, labels } = following(sections)
    await run([get(), { do: 'set', path: 'rec.a', value: '${r.body.text}' }])
    await run({ do: 'set', path: 'rec.b', value: 'own' })
    expect(labels('rec')).toEqual([A])
    await run([get('b'), { do: 'set', path: 'rec.b', value: '${r.body.text}' }])
    expect(labels('rec')).toEqual([A, B])
    await run({ do: 'set', path: 'rec', value: { a: 'x', b: '${rec.b}' } })
    expect(labels('rec')).toEqual([A, B])
    await run({ do: 'set', path: 'rec', value: { a: 'x', b: 'y' } })
    expect(labels('rec')).toEqual([])
    await run([get(), { do: 'set', path: 'rec.a', value: '${r.body.text}' }, { do: 'reset', path: 'rec' }])
    expect(labels('rec')).toEqual([])
  })

  it('are there again with what undo brings back', async () => {
    const { run, app, labels } = following(sections)
    await run([get(), { do: 'set', path: 'note', value: '${r.body.text}' }])
    await run({ do: 'set', path: 'note', value: 'own' })
    expect(labels('note')).toEqual([])
    app.undo()
    expect(app.state().note).toBe('from outside')
    expect(labels('note')).toEqual([A])
    app.redo()
    expect(app.state().note).toBe('own')
  })

  it('are there again with what a toast takes back', async () => {
    const { run, labels, toasts, app } = following(sections)
    await run([get(), { do: 'set', path: 'note', value: '${r.body.text}' }])
    await run([
      { do: 'set', path: 'note', value: '' },
      { do: 'toast', text: 'Gone', undo: true },
    ])
    toasts[0]?.undo?.()
    expect(app.state().note).toBe('from outside')
    expect(labels('note')).toEqual([A])
  })

  it('are kept with the state, and read with it', async () => {
    const first = following(sections)
    const commits: boolean[] = []
    first.app.onCommit(({ persistent }) => commits.push(persistent))
    await first.run([get(), { do: 'set', path: 'note', value: '${r.body.text}' }])
    const persisted = first.app.persistedState()
    expect(persisted).toEqual({ note: 'from outside', '#from': { note: [A] } })
    expect(commits).toEqual([true])
    const second = following(sections, { persisted })
    expect(second.labels('note')).toEqual([A])
    await second.run(post('${note}'))
    expect(second.last()).toEqual([A])
    // What another tab wrote takes their place.
    second.app.adopt({ note: 'own' })
    expect(second.labels('note')).toEqual([])
  })

  it('cost a state that nothing came into nothing', async () => {
    const { run, app } = following(sections)
    await run({ do: 'set', path: 'note', value: 'own' })
    expect(app.persistedState()).toEqual({ note: 'own' })
    expect(Object.keys(app.state())).toEqual(['note', 'rec'])
  })

  it('are written with the value or not at all', async () => {
    const { run, app, labels, failures } = following({ state: { n: 0, note: '' } })
    await run([get(), { do: 'set', path: 'note.x', value: '${r.body.text}' }])
    expect(failures).toHaveLength(1)
    expect([app.state().note, labels('note')]).toEqual(['', []])
  })

  it('cover what storage gives back, also after a reload', async () => {
    const first = following({ state: { n: 0 } })
    await first.run([get(), { do: 'storage.set', key: 'k', value: '${r.body.text}' }])
    await first.run([{ do: 'storage.get', key: 'k', out: 's' }, post('${s}')])
    expect(first.last()).toEqual([A])
    const second = following({ state: { n: 0 } }, { persisted: first.app.persistedState() })
    await second.run([{ do: 'storage.get', key: 'k', out: 's' }, post('${s}')])
    expect(second.last()).toEqual([A])
  })
})

describe('[S28] labels on the way through an app', () => {
  it('a source of data bears those of its call and of what that was made of', async () => {
    const { run, wait, last } = following({
      state: { q: '' },
      data: { found: { do: 'http.get', url: 'https://b.example/s', query: { q: '${q}' } } },
    })
    await wait(100)
    await run(post('${found.value.text}'))
    expect(last()).toEqual([B])
    await run([get(), { do: 'set', path: 'q', value: '${r.body.text}' }])
    await wait(100)
    await run(post('${found.value.text}'))
    expect(last()).toEqual([A, B])
  })

  it('what a source of data sends is known to the tool', async () => {
    const seen: unknown[] = []
    const { run, wait } = following(
      { state: { q: '' }, data: { found: { do: 'http.get', url: 'https://b.example/s', query: { q: '${q}' } } } },
      {
        answer(_, args, { labels }) {
          seen.push([args.url, labels ?? []])
          return { status: 200, ok: true, headers: {}, body: { text: 'x' } }
        },
      },
    )
    await run([get(), { do: 'set', path: 'q', value: '${r.body.text}' }])
    await wait(100)
    expect(seen.at(-1)).toEqual(['https://b.example/s', [A]])
  })

  it('what an effect sees of a change, and a timer of what it finds', async () => {
    const { run, wait, sent } = following({
      state: { note: '' },
      effects: { follow: { watch: 'note', do: [post('${event.old}')] } },
      timers: { send: { every: '1s', when: 'note != ""', do: [post('${note}')] } },
    })
    await run([get(), { do: 'set', path: 'note', value: '${r.body.text}' }])
    await wait(1000)
    await run({ do: 'set', path: 'note', value: 'own' })
    await settled()
    expect(sent.map(({ labels }) => labels)).toEqual([[A], [A], [A]])
  })

  it('what a failure says may be what was sent, or what came', async () => {
    const answer: TestAppOptions['answer'] = (tool, args, { labels }) => {
      if (tool === 'http.post') sent.push(labels ?? [])
      if (String(args.url).includes('b.example')) throw new ToolFailure('bad', `no “${String(args.body)}”`)
      return { status: 200, ok: true, headers: {}, body: { text: 'x' } }
    }
    const sent: (readonly string[])[] = []
    const failing = [get(), { do: 'http.get', url: 'https://b.example/', query: { q: '${r.body.text}' } }]
    const { run } = following({ actions: { fail: { steps: failing } } }, { answer })
    await run([...failing.slice(0, 1), { ...failing[1], catch: [post('${error.message}')] } as JsonObject])
    expect(sent.at(-1)).toEqual([A, B])
    await run([{ do: 'run', action: 'fail', catch: [] }, post('${fail.error}')])
    expect(sent.at(-1)).toEqual([A, B])
  })

  it('an intent comes from the app that sends it', async () => {
    const { app, last } = following({ effects: { take: { on: 'intent', intent: 'show', do: [post('${event.data}')] } } })
    app.intent({ name: 'show', data: 'x', from: 'Other', origin: { app: 'inst-7' }, hops: 1 })
    await settled()
    expect(last()).toEqual(['app:inst-7'])
  })

  it('a person’s choice among what came from outside is from there', async () => {
    const { app, run, last } = following({
      state: { options: { type: ['text'], init: [] }, chosen: '' },
      view: { type: 'Select', label: 'Which', options: '${options}', bind: 'chosen' },
    })
    await run([get(), { do: 'set', path: 'options', value: '${[r.body.text]}' }])
    press(
      draw(app).find(({ type }) => type === 'Select'),
      'onChange',
      { value: 'from outside' },
    )
    await run(post('${chosen}'))
    expect(last()).toEqual([A])
  })

  it('a row, a part, a slot and what is pressed in them', async () => {
    const { app, run, sent } = createdWithView()
    await run([get(), { do: 'set', path: 'rows', value: '${r.body.rows}' }])
    for (const button of draw(app).filter(({ type }) => type === 'Button')) press(button, 'onPress', {})
    await settled()
    expect(sent.map(({ labels }) => labels)).toEqual([[A], [A], [A], [A]])
    // A row that is still shown stands for what its list held when it was drawn.
    const [first] = draw(app).filter(({ type }) => type === 'Button')
    await run({ do: 'set', path: 'rows', value: [] })
    press(first, 'onPress', {})
    await settled()
    expect(sent.at(-1)?.labels).toEqual([A])
  })

  function createdWithView() {
    return following({
      state: { rows: { type: [{ id: 'text', name: 'text' }], init: [] } },
      parts: {
        Entry: {
          params: { name: 'text' },
          view: {
            type: 'Stack',
            children: [{ type: 'Button', label: 'Param', onPress: post('${name}') }, { type: 'Slot' }],
          },
        },
      },
      view: {
        type: 'Stack',
        each: 'rows',
        as: 'row',
        children: [
          { type: 'Button', label: 'Row', onPress: post('${row.name}') },
          { type: 'Entry', name: '${row.name}', children: [{ type: 'Button', label: 'Slot', onPress: post('${row.id}') }] },
          { type: 'Button', label: 'Bound', onPress: [{ do: 'update', item: 'row', with: { name: '${row.name}!' } }, post('${rows[0].name}')] },
        ],
      },
    })
  }

  it('writing through an item marks the entry that it stands in', async () => {
    const test = createCheckedApp(
      {
        capabilities: [{ use: 'net:https://a.example', why: 'x' }],
        state: { rows: { type: [{ id: 'text', name: 'text' }], init: [{ id: '1', name: '' }] } },
        view: {
          type: 'Stack',
          each: 'rows',
          as: 'row',
          children: [{ type: 'Button', label: 'Fill', onPress: [get(), { do: 'set', path: 'row.name', value: '${r.body.text}' }] }],
        },
      },
      { answer: () => ({ status: 200, ok: true, headers: {}, body: { text: 'x' } }), origins },
    )
    press(test.labelled('Fill')[0], 'onPress', {})
    await settled()
    expect(test.app.labels.of(sink => sink.entry('rows'))).toEqual([A])
  })
})
