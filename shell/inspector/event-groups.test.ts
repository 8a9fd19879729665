import { expect, it } from 'vitest'
import { createObserver } from '../../engine/observe/observer.ts'
import { eventGroups } from './event-groups.ts'
import { eventWords, pathWords } from './event-words.ts'

function records(write: (app: ReturnType<ReturnType<typeof createObserver>['forApp']>, wait: (ms: number) => void) => void) {
  let time = 0
  const observer = createObserver({ now: () => time })
  write(observer.forApp('a'), ms => {
    time += ms
  })
  return observer.find()
}

it('puts together what one event led to, however much came in between, in the order in which they began', () => {
  const groups = eventGroups(
    records((app, wait) => {
      app.event(1, 'Button onPress')
      app.step(1, 'http.get')
      app.event(2, 'timer')
      app.end(2, 0, null)
      wait(40)
      app.call(1, 'http.get', { ms: 40, size: 9, code: 'denied' })
      app.end(1, 40, 'denied')
    }),
  )
  expect(groups.map(({ cause, event, records, ms, code }) => [cause, event?.what, records.map(record => record.kind), ms, code])).toEqual([
    [1, 'Button onPress', ['step', 'call'], 40, 'denied'],
    [2, 'timer', [], 0, null],
  ])
})

it('is not over while an effect that it set off goes on', () => {
  const begun = (app: { event: (cause: number, what: string) => void; end: (cause: number, ms: number, code: string | null) => void }) => {
    app.event(1, 'timer')
    app.event(1, 'effect watch')
    app.end(1, 2, null)
  }
  expect(eventGroups(records(begun))[0]?.ms).toBeNull()
  expect(
    eventGroups(
      records((app, wait) => {
        begun(app)
        wait(7)
        app.end(1, 7, null)
      }),
    )[0]?.ms,
  ).toBe(7)
})

it('leaves what no event led to alone', () => {
  const groups = eventGroups(
    records(app => {
      app.failure(0, 'cascade')
      app.failure(0, 'cascade')
    }),
  )
  expect(groups).toHaveLength(2)
  expect(new Set(groups.map(group => group.key)).size).toBe(2)
})

it('says what a record tells, and of many paths how many more there were', () => {
  const [commit, grant] = records(app => {
    app.commit(
      1,
      Array.from({ length: 50 }, (_, index) => ({ path: ['rows', index] })),
    )
    app.grant(1, 'net:https://a.example', false)
  })
  expect(eventWords(commit!)).toBe('wrote 50 places')
  expect(pathWords(commit!, 2)).toEqual(['/rows/0', '/rows/1', 'and 48 more'])
  expect(eventWords(grant!)).toBe('net:https://a.example is not allowed')
})
