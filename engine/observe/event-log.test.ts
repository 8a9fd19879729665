import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEventLog, type EventLog } from './event-log.ts'
import type { EventRecord } from './event-record.ts'

const put = (log: EventLog, cause: number) => log.note(cause / 2, 'app', cause, cause % 2 ? 'step' : 'event', `what ${cause}`)

const full = fc.record({
  at: fc.double({ min: 0, max: 1e12, noNaN: true }),
  app: fc.string(),
  cause: fc.nat(),
  kind: fc.constantFrom('end' as const, 'call' as const, 'vital' as const),
  what: fc.string(),
  code: fc.option(fc.string()),
  ms: fc.option(fc.double({ min: 0, noNaN: true })),
  size: fc.option(fc.nat()),
  paths: fc.constant(null),
})
const bare = full.map(of => ({ ...of, kind: 'step' as const, code: null, ms: null, size: null }))
const paths = fc.array(fc.array(fc.oneof(fc.string(), fc.nat()), { maxLength: 3 }), { maxLength: 2 })
const commit = fc.tuple(full, paths).map(([of, paths]) => ({ ...of, kind: 'commit' as const, what: '', code: null, ms: null, size: paths.length, paths }))

function write(log: EventLog, record: Omit<EventRecord, 'seq'>): void {
  const { at, app, cause, kind, what, code, ms, size, paths } = record
  if (kind === 'commit') log.noteCommit(at, app, cause, paths?.map(path => ({ path })) ?? [])
  else if (kind === 'step' || kind === 'event') log.note(at, app, cause, kind, what)
  else log.put(at, app, cause, kind, what, code, ms, size)
}

it('holds the last so many, as they went in and in the order in which they came', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.oneof(full, bare, commit), { maxLength: 40 }), (capacity, records) => {
      const log = createEventLog(capacity)
      for (const record of records) write(log, record)
      const kept = Array.from({ length: log.size }, (_, steps) => log.back(steps)).reverse()
      expect(kept).toEqual(records.map((record, index) => ({ ...record, seq: index + 1 })).slice(-capacity))
      expect([log.back(log.size), log.back(-1), log.seq]).toEqual([undefined, undefined, records.length])
    }),
  )
})

it('keeps what it holds when it makes room for more', () => {
  const log = createEventLog(5000)
  for (let cause = 1; cause <= 7000; cause++) put(log, cause)
  expect([log.size, log.seq]).toEqual([5000, 7000])
  expect([log.back(0)?.cause, log.back(4999)?.cause, log.back(4999)?.what]).toEqual([7000, 2001, 'what 2001'])
})

it('names one path or several, and the first 32 of more', () => {
  const log = createEventLog(99)
  for (const count of [1, 2, 40])
    log.noteCommit(
      0,
      'a',
      1,
      Array.from({ length: count }, (_, index) => ({ path: ['rows', index] })),
    )
  expect([2, 1, 0].map(steps => log.back(steps)?.paths?.length)).toEqual([1, 2, 32])
  expect(log.back(2)?.paths).toEqual([['rows', 0]])
})

it('says nothing of paths that there is no room for any more', () => {
  const log = createEventLog(3)
  for (const path of [['a'], Array.from({ length: 23 }, () => 'deep')]) log.noteCommit(0, 'a', 1, [{ path }])
  expect([log.back(1)?.paths, log.back(0)?.paths?.[0]?.length]).toEqual([null, 23])
})

it('is empty after it was cleared, and its numbers go on', () => {
  const log = createEventLog(2)
  for (const cause of [1, 2, 3]) put(log, cause)
  log.clear()
  expect([log.size, log.back(0)]).toEqual([0, undefined])
  put(log, 9)
  expect([log.back(0)?.cause, log.back(0)?.seq, log.back(1)]).toEqual([9, 4, undefined])
})

it('refuses a capacity that holds nothing', () => {
  for (const capacity of [0, -1, 1.5, Number.NaN]) expect(() => createEventLog(capacity)).toThrow(RangeError)
})
