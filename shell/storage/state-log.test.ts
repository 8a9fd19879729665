import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatePatch } from '../../engine/contracts.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { sha256Hex as digest } from '../services/digest.ts'
import { createFaultyRecords, type InjectedFault } from './faulty-records.ts'
import { createMemoryRecords } from './memory-records.ts'
import { readState } from './read-state.ts'
import { openStateLog, type StateLog } from './state-log.ts'

const set = (n: number): readonly StatePatch[] => [{ op: 'replace', path: ['n'], value: n }]
const options = { digest, snapshotEvery: 4 }

/** Waits for `work`, or until the page has crashed, after which nothing of it ends any more. */
async function orCrash<T>(work: Promise<T>, crashed: () => boolean): Promise<T | null> {
  let ended: { value: T | null } | null = null
  const end = (value: T | null) => {
    ended = { value }
  }
  work.then(end, () => end(null))
  while (!ended && !crashed()) await new Promise(resolve => setTimeout(resolve, 1))
  return (ended as { value: T | null } | null)?.value ?? null
}

/** A recorded session: starts at 0, counts to `to`, flushing every third. */
async function session(log: StateLog, to: number, acknowledged: (n: number) => void, crashed: () => boolean): Promise<void> {
  if (log.state() === null) log.reset({ n: 0 })
  for (let n = ((log.state() as { n: number }).n ?? 0) + 1; n <= to; n++) {
    log.append(set(n))
    if (n % 3 === 0 || n === to) {
      await orCrash(log.flush(), crashed)
      if (crashed()) return
      if (log.status.value.kind === 'saved') acknowledged(n)
    }
  }
}

describe('a state log', () => {
  it('gives back tomorrow what was appended today', async () => {
    const records = createMemoryRecords()
    for (const to of [3, 9, 22]) {
      const log = await openStateLog(records, 'a', options)
      await session(
        log,
        to,
        () => {},
        () => false,
      )
      expect(log.status.value.kind).toBe('saved')
    }
    const again = await readState(records, 'a', digest)
    expect(again).toMatchObject({ state: { n: 22 }, lost: 0, damaged: [] })
    expect([...records.entries.keys()].filter(key => key.startsWith('log/')).length).toBeLessThan(12)
  })

  const faults: InjectedFault[] = ['crash', 'crash-after', 'lying', 'closed', 'quota', 'unknown']
  it.each(faults)('%s at any write: the state is a prefix, and nothing that was said to be saved is lost', async fault => {
    for (let at = 1; at < 60; at++) {
      const records = createFaultyRecords(write => (write === at ? fault : null))
      let acknowledged = 0
      const log = await orCrash(openStateLog(records, 'a', options), records.crashed)
      if (log) {
        await session(log, 24, n => (acknowledged = n), records.crashed)
        if (!records.crashed()) {
          // The page lives on: memory has everything, and the next write saves it.
          expect(log.state()).toEqual({ n: 24 })
          await log.flush()
          expect(log.status.value.kind).toBe('saved')
          acknowledged = 24
        }
      }
      const disk = createMemoryRecords(records.entries)
      const found = await readState(disk, 'a', digest)
      const n = found.state === null ? 0 : (found.state.n as number)
      expect(n, `write ${at}`).toBeGreaterThanOrEqual(acknowledged)
      expect(found.lost).toBe(0)
      const reopened = await openStateLog(disk, 'a', options)
      await session(
        reopened,
        30,
        () => {},
        () => false,
      )
      expect((await readState(disk, 'a', digest)).state).toEqual({ n: 30 })
      if (at > records.writes()) break
    }
  })

  it('says NOT SAVED while the disk is full, keeps everything, and saves once there is room', async () => {
    let full = true
    const records = createFaultyRecords(write => (write > 2 && full ? 'quota' : null))
    const log = await openStateLog(records, 'a', options)
    log.reset({ n: 0 })
    await log.flush()
    for (let n = 1; n <= 7; n++) log.append(set(n))
    await log.flush()
    expect(log.status.value).toMatchObject({ kind: 'not-saved', failure: { code: 'quota' } })
    expect(log.state()).toEqual({ n: 7 })
    full = false
    await log.flush()
    expect(log.status.value.kind).toBe('saved')
    expect((await readState(records, 'a', digest)).state).toEqual({ n: 7 })
  })

  it('refuses the writes of a tab that another one displaced', async () => {
    const records = createMemoryRecords()
    const first = await openStateLog(records, 'a', options)
    first.reset({ n: 0 })
    first.append(set(1))
    await first.flush()
    const second = await openStateLog(records, 'a', options)
    first.append(set(100))
    await first.flush()
    expect(first.status.value).toMatchObject({ kind: 'displaced', failure: { code: 'conflict' } })
    expect(first.state()).toEqual({ n: 100 })
    second.append(set(2))
    await second.flush()
    expect((await readState(records, 'a', digest)).state).toEqual({ n: 2 })
  })

  it('saves the whole again when somebody cleared the storage under it', async () => {
    const records = createMemoryRecords()
    const log = await openStateLog(records, 'a', options)
    log.reset({ n: 0 })
    await log.flush()
    records.entries.clear()
    log.append(set(5))
    await log.flush()
    expect(log.status.value.kind).toBe('saved')
    expect((await readState(records, 'a', digest)).state).toEqual({ n: 5 })
  })

  it('[B81] sets aside what a new state leaves out', async () => {
    const records = createMemoryRecords()
    const log = await openStateLog(records, 'a', options)
    log.reset({ n: 1, list: ['entered'] })
    await log.flush()
    log.reset({ n: 1 })
    await log.flush()
    const asides = [...records.entries].filter(([key]) => key.startsWith('aside/')).map(([, value]) => value)
    expect(asides).toEqual(['{"n":1,"list":["entered"]}'])
  })

  it('finds every flipped byte, keeps the sound part and sets the rest aside', async () => {
    const records = createMemoryRecords()
    const log = await openStateLog(records, 'a', { digest, snapshotEvery: 5 })
    log.reset({ n: 0 })
    await log.flush()
    for (let n = 1; n <= 13; n++) {
      log.append(set(n))
      await log.flush()
    }
    const good = [...records.entries]
    const texts = good.filter(([key]) => key.startsWith('log/') || key.startsWith('snapshot/'))
    expect(texts.length).toBeGreaterThan(4)
    for (const [key, record] of texts) {
      const { body } = record as { body: string }
      for (let i = 0; i < body.length; i++) {
        const flipped = body.slice(0, i) + String.fromCharCode(body.charCodeAt(i) ^ 1) + body.slice(i + 1)
        const disk = createMemoryRecords(good)
        disk.entries.set(key, { ...(record as JsonObject), body: flipped })
        const found = await readState(disk, 'a', digest)
        const n = found.state?.n as number
        expect(n).toBeGreaterThanOrEqual(5)
        expect(n + found.lost).toBe(13)
        await openStateLog(disk, 'a', options)
        if (found.damaged.length > 0) expect([...disk.entries.keys()].filter(k => k.startsWith('aside/')).length).toBe(found.damaged.length)
      }
    }
  })

  it('is a prefix of what was appended whatever goes wrong, and whole once it says saved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<InjectedFault | null>(null, null, null, 'quota', 'closed', 'unknown', 'lying'), { maxLength: 30 }),
        fc.array(fc.nat(2), { minLength: 1, maxLength: 25 }),
        async (faults, steps) => {
          const records = createFaultyRecords(write => (write === 1 ? null : (faults[write - 2] ?? null)))
          const log = await openStateLog(records, 'a', options)
          log.reset({ n: 0 })
          let n = 0
          for (const step of steps) {
            if (step === 0) await log.flush()
            else log.append(set(++n))
            if (log.status.value.kind === 'saved') expect((await readState(records, 'a', digest)).state).toEqual({ n })
          }
          for (let i = 0; i < 40 && log.status.value.kind !== 'saved'; i++) await log.flush()
          expect((await readState(records, 'a', digest)).state).toEqual({ n })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('replaces a state together with what belongs to it, or neither, at whichever write the device fails or dies', async () => {
    for (const fault of ['quota', 'unknown', 'crash', 'crash-after'] as const)
      for (let at = 1; at <= 6; at++) {
        let broken = Number.POSITIVE_INFINITY
        const records = createFaultyRecords(write => (write === broken ? fault : null))
        const log = await openStateLog(records, 'a', options)
        log.reset({ n: 1, gone: 'x' })
        log.append(set(2))
        await log.flush()
        log.append(set(3))
        broken = records.writes() + at
        const replaced = log.replace({ n: '3' }, [{ put: 'beside', value: 'version 2' }]).then(
          () => true,
          () => false,
        )
        const done = await Promise.race([replaced, new Promise<null>(resolve => setTimeout(resolve, 30, null))])
        const disk = createMemoryRecords(records.entries as never)
        const { state } = await readState(disk, 'a', digest)
        const moved = disk.entries.get('beside') !== undefined
        expect(state).toEqual(moved ? { n: '3' } : { n: expect.any(Number), gone: 'x' })
        if (done !== null && fault !== 'crash-after') expect(moved).toBe(done)
      }
  })
})
