import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../../engine/react/test-run/virtual-clock.ts'
import type { Json } from '../../schema/json/json.ts'
import { sha256Hex as digest } from '../services/digest.ts'
import { createFaultyRecords } from '../storage/faulty-records.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import type { RecordStore } from '../storage/record-store.ts'
import { createAuditLog } from './audit-log.ts'
import type { AuditNote } from './audit-record.ts'

const call = (what: string, more: Partial<AuditNote> = {}): AuditNote => ({
  at: 1,
  app: 'a',
  name: 'Rates',
  kind: 'call',
  what,
  capability: null,
  code: null,
  detail: null,
  ...more,
})

function open(records: RecordStore = createMemoryRecords(), most?: number) {
  const clock = createVirtualClock(1_000)
  return { clock, log: createAuditLog(records, { digest, clock, alone: work => work(), ...(most !== undefined && { most }) }) }
}

describe('the log of what apps did', () => {
  it('has everything that was noted, in order; the same thing again is a number', async () => {
    const { log } = open()
    for (const what of ['http.get', 'http.get', 'notify']) log.note(call(what))
    log.note(call('http.get', { at: 9 }))
    await log.flush()
    log.note(call('http.get', { at: 12, code: 'denied' }))
    const { records, breaks, since } = await log.read()
    expect(records.map(({ what, code, count, at, until }) => [what, code, count, at, until])).toEqual([
      ['http.get', null, 3, 1, 9],
      ['notify', null, 1, 1, 1],
      ['http.get', 'denied', 1, 12, 12],
    ])
    expect([breaks, since]).toEqual([[], 1])
  })

  it('is written in batches, some time after the first of them', async () => {
    const records = createMemoryRecords()
    const { log, clock } = open(records)
    for (let i = 0; i < 500; i++) log.note(call(`tool${i % 5}`))
    expect(records.entries.size).toBe(0)
    await clock.advance(2000, async () => {})
    await log.flush()
    // One block and the head.
    expect(records.entries.size).toBe(2)
  })

  it('loses nothing between two tabs that write at once', async () => {
    const records = createMemoryRecords()
    const [one, two] = [open(records).log, open(records).log]
    for (let i = 0; i < 10; i++) {
      one.note(call(`one${i}`))
      two.note(call(`two${i}`))
      await Promise.all([one.flush(), two.flush()])
    }
    const { records: all, breaks } = await one.read()
    expect([all.length, breaks]).toEqual([20, []])
  })

  it('keeps what a device refuses, and writes it later', async () => {
    let full = true
    const { log } = open(createFaultyRecords(() => (full ? 'quota' : null)))
    log.note(call('http.get'))
    await expect(log.flush()).rejects.toMatchObject({ code: 'quota' })
    log.note(call('notify'))
    full = false
    await log.flush()
    expect((await log.read()).records.map(({ what }) => what)).toEqual(['http.get', 'notify'])
  })

  it('never has more than so many records, and says what it forgot', async () => {
    const records = createMemoryRecords()
    const { log } = open(records, 100)
    for (let i = 0; i < 60; i++) {
      for (let j = 0; j < 10; j++) log.note(call(`tool${j}`))
      await log.flush()
    }
    const { records: all, breaks } = await log.read()
    expect(all.length).toBeLessThanOrEqual(100)
    expect(breaks).toEqual([])
    const forgotten = all.filter(({ kind }) => kind === 'forgotten')
    expect(forgotten.length).toBeGreaterThan(0)
  })

  describe('shows', () => {
    async function written(blocks = 5, most?: number) {
      const records = createMemoryRecords()
      const { log } = open(records, most)
      for (let i = 0; i < blocks; i++) {
        log.note(call(`tool${i}`))
        await log.flush()
      }
      return { records, log, keys: [...records.entries.keys()].filter(key => key.startsWith('audit/')).sort() }
    }

    it('each block that is missing', async () => {
      for (let gone = 0; gone < 5; gone++) {
        const { records, log, keys } = await written()
        records.entries.delete(keys[gone]!)
        expect((await log.read()).breaks, `block ${gone + 1}`).not.toEqual([])
      }
    })

    it('each change of a block, whichever of its characters', async () => {
      const { records, log, keys } = await written()
      await fc.assert(
        fc.asyncProperty(fc.nat(4), fc.constantFrom('text', 'prev', 'hash'), fc.nat(), async (place, field, at) => {
          const key = keys[place]!
          const before = records.entries.get(key) as Record<string, Json>
          const text = String(before[field])
          const index = at % text.length
          const changed = text.slice(0, index) + (text[index] === 'x' ? 'y' : 'x') + text.slice(index + 1)
          records.entries.set(key, { ...before, [field]: changed })
          const { breaks } = await log.read()
          records.entries.set(key, before)
          expect(breaks.length).toBeGreaterThan(0)
        }),
        { numRuns: 60 },
      )
      expect((await log.read()).breaks).toEqual([])
    })

    it('a beginning that is missing also after something was forgotten', async () => {
      const { records, log, keys } = await written(40, 20)
      expect((await log.read()).breaks).toEqual([])
      records.entries.delete(keys[0]!)
      expect((await log.read()).breaks[0]?.why).toBe('the beginning is missing')
    })

    it('what cannot be read at all, without failing', async () => {
      const { records, log, keys } = await written()
      records.entries.set(keys[2]!, 'nonsense')
      expect((await log.read()).breaks[0]).toMatchObject({ seq: 3, why: 'it cannot be read' })
    })
  })
})
