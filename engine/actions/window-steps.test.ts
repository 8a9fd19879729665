import { describe, expect, it } from 'vitest'
import { createTestApp } from '../test-app.ts'

const counter = { state: { n: { type: 'number', init: 0, history: true }, answer: '' } }

describe('the window', () => {
  it('is told its title, its badge and that it may close', async () => {
    const { app, run } = createTestApp(counter)
    let closes = 0
    app.onClose(() => closes++)
    await run([
      { do: 'window.title', text: 'Notes (${n})' },
      { do: 'window.badge', text: '3' },
    ])
    expect(app.title.value).toBe('Notes (0)')
    expect(app.badge.value).toBe('3')
    await run([{ do: 'window.title', text: '' }, { do: 'window.badge', text: '' }, { do: 'window.close' }])
    expect(app.title.value).toBe(null)
    expect(app.badge.value).toBe(null)
    expect(closes).toBe(1)
  })

  it('opens and closes what has an id', async () => {
    const { app, run } = createTestApp(counter)
    await run({ do: 'open', id: 'details' })
    expect(app.opened.value.get('details')).toBe(true)
    await run({ do: 'close', id: 'details' })
    expect(app.opened.value.get('details')).toBe(false)
    await run([{ do: 'open', id: 'a' }, { do: 'open', id: 'b' }, { do: 'close' }])
    expect([...app.opened.value.values()]).toEqual([false, false, false])
  })

  it('is asked to show a place, with or without the focus, each time anew', async () => {
    const { app, run } = createTestApp(counter)
    await run({ do: 'focus', id: 'name' })
    expect(app.reveal.value).toMatchObject({ id: 'name', focus: true })
    const first = app.reveal.value?.turn ?? 0
    await run({ do: 'scrollTo', id: 'name' })
    expect(app.reveal.value).toMatchObject({ id: 'name', focus: false, turn: first + 1 })
  })
})

describe('confirm', () => {
  it('hands the question over with its texts computed, and goes on only after a yes', async () => {
    const { app, run } = createTestApp({ state: { n: 2 } })
    const questions: unknown[] = []
    app.setConfirm(async question => {
      questions.push(question)
      return questions.length > 1
    })
    const steps = [
      { do: 'confirm', text: 'Delete all ${n}?', yes: 'Delete', out: 'ok' },
      { do: 'set', path: 'n', value: 7, when: 'ok' },
    ]
    await run(steps)
    expect(questions).toEqual([{ text: 'Delete all 2?', yes: 'Delete' }])
    expect(app.state().n).toBe(2)
    await run(steps)
    expect(app.state().n).toBe(7)
  })

  it('is a no where nobody is there to ask', async () => {
    const { app, run } = createTestApp({ state: { n: 2 } })
    await run([
      { do: 'confirm', text: 'Delete all?', out: 'ok' },
      { do: 'set', path: 'n', value: 7, when: 'ok' },
    ])
    expect(app.state().n).toBe(2)
  })
})

describe('undo and redo', () => {
  it('[B62] go back and forth over what has a history, and say whether there was any', async () => {
    const { app, run } = createTestApp(counter)
    await run({ do: 'inc', path: 'n' })
    await run({ do: 'inc', path: 'n' })
    await run({ do: 'undo' })
    expect(app.state().n).toBe(1)
    await run({ do: 'redo' })
    expect(app.state().n).toBe(2)
    await run([
      { do: 'redo', out: 'more' },
      { do: 'set', path: 'answer', value: '${more}' },
    ])
    expect(app.state().answer).toBe(false)
  })
})
