import { expect, it } from 'vitest'
import { createTestApp } from '../../engine/test-app.ts'
import { createTimeline } from './timeline.ts'

const sections = { state: { count: { type: 'number', init: 0, history: true }, note: '' } }

it('keeps every state since it was opened, and goes to each of them by one write that can be undone', async () => {
  const { app, run } = createTestApp(sections)
  const observer = { seq: 0 }
  const timeline = createTimeline(app, observer)
  for (const count of [1, 2, 3]) {
    observer.seq = count * 10
    await run({ do: 'set', path: 'count', value: count })
  }
  expect(timeline.moments.map(({ seq, state }) => [seq, state.count])).toEqual([
    [0, 0],
    [10, 1],
    [20, 2],
    [30, 3],
  ])
  observer.seq = 40
  expect(timeline.travel(10)).toBe(true)
  expect(app.state().count).toBe(1)
  expect(timeline.moments).toHaveLength(5)
  app.undo()
  expect(app.state().count).toBe(3)
  expect(timeline.travel(999)).toBe(false)
  app.stop()
  expect(timeline.travel(0)).toBe(false)
})

it('holds the first state and the last 500, and nothing once it is done with', async () => {
  const { app } = createTestApp(sections)
  const observer = { seq: 0 }
  const timeline = createTimeline(app, observer)
  for (let turn = 1; turn <= 600; turn++) {
    observer.seq = turn
    app.write(['note'], String(turn))
  }
  expect([timeline.moments.length, timeline.moments[0]?.seq, timeline.moments[1]?.seq]).toEqual([501, 0, 101])
  timeline.dispose()
  app.write(['note'], 'after')
  expect(timeline.moments.at(-1)?.seq).toBe(600)
})
