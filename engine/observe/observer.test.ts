import { describe, expect, it } from 'vitest'
import { createObserver, eventToJson } from './observer.ts'

function observer(capacity?: number) {
  let time = 1000
  return createObserver({ now: () => time++, ...(capacity === undefined ? {} : { capacity }) })
}

describe('the records', () => {
  it('are numbered without gaps, carry their cause, and come oldest first', () => {
    const all = observer()
    const app = all.forApp('a')
    const began = app.now()
    app.event(7, 'Button save onPress')
    app.step(7, 'set')
    app.commit(7, [{ path: ['todos', 0, 'done'] }])
    app.end(7, app.now() - began, null)
    expect(all.seq).toBe(4)
    expect(all.find().map(({ seq, at, cause, kind }) => [seq, at, cause, kind])).toEqual([
      [1, 1001, 7, 'event'],
      [2, 1001, 7, 'step'],
      [3, 1001, 7, 'commit'],
      [4, 1002, 7, 'end'],
    ])
  })

  it('say of what was drawn which event wrote last', () => {
    const all = observer()
    const app = all.forApp('a')
    app.commit(3, [{ path: ['x'] }])
    app.event(4, 'timer')
    app.draw(12, 1.5)
    expect(all.find({ kinds: new Set(['draw']) })).toMatchObject([{ cause: 3, size: 12, ms: 1.5 }])
  })

  it('are found by app, cause, kind, number and how many are wanted', () => {
    const all = observer()
    const [a, b] = [all.forApp('a'), all.forApp('b')]
    for (let cause = 1; cause <= 5; cause++) (cause % 2 ? a : b).event(cause, 'timer')
    a.failure(5, 'denied')
    expect(all.find({ app: 'b' }).map(record => record.cause)).toEqual([2, 4])
    expect(all.find({ cause: 5 }).map(record => record.kind)).toEqual(['event', 'failure'])
    expect(all.find({ kinds: new Set(['failure']) }).map(record => record.code)).toEqual(['denied'])
    expect(all.find({ after: 4 }).map(record => record.seq)).toEqual([5, 6])
    expect(all.find({ limit: 2 }).map(record => record.seq)).toEqual([5, 6])
  })

  it('stay as they were found, whatever comes after', () => {
    const all = observer(2)
    const app = all.forApp('a')
    app.event(1, 'one')
    const [first] = all.find()
    for (const cause of [2, 3, 4]) app.event(cause, 'more')
    expect(first).toMatchObject({ seq: 1, cause: 1, what: 'one' })
    expect(all.find().map(record => record.seq)).toEqual([3, 4])
  })

  it('name the first 32 paths of a commit and count them all', () => {
    const all = observer()
    const patches = Array.from({ length: 100 }, (_, index) => ({ path: ['rows', index], value: 'a secret' }))
    all.forApp('a').commit(1, patches)
    const [record] = all.find()
    expect([record?.size, record?.paths?.length]).toEqual([100, 32])
    expect(JSON.stringify(record)).not.toContain('secret')
  })

  it('are given to apps with their paths as JSON Pointers', () => {
    const all = observer()
    all.forApp('a').commit(1, [{ path: ['notes', 'a/b~c', 0] }])
    expect(eventToJson(all.find()[0]!)).toMatchObject({ seq: 1, app: 'a', kind: 'commit', paths: ['/notes/a~1b~0c/0'] })
  })
})

describe('the timings', () => {
  it('are kept for each tool and each provider', () => {
    const all = observer()
    const app = all.forApp('a')
    for (const ms of [1, 2, 4]) app.call(1, 'http.get', { ms, size: 10, code: null })
    app.call(1, 'storage.get', { ms: 1, size: 10, code: 'denied' })
    all.provider('library', { ms: 800, size: 4000, code: null })
    expect(all.timings().map(({ kind, what, histogram }) => [kind, what, histogram.count, histogram.max])).toEqual([
      ['call', 'http.get', 3, 4],
      ['call', 'storage.get', 1, 1],
      ['provider', 'library', 1, 800],
    ])
  })

  it('do not grow without end', () => {
    const all = observer()
    for (let index = 0; index < 2000; index++) all.provider(`p${index}`, { ms: 1, size: 0, code: null })
    expect(all.timings()).toHaveLength(512)
  })
})
