import { expect, it } from 'vitest'
import { quickClock } from '../tests/fake-providers/quick-clock.ts'
import { withinTime } from './time-limits.ts'

const limits = { first: 3_000, idle: 1_000, total: 10_000 }
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function* source(pauses: readonly number[], asked: { count: number; released: boolean }): AsyncGenerator<number> {
  try {
    for (const ms of pauses) {
      asked.count += 1
      await pause(ms)
      yield ms
    }
  } finally {
    asked.released = true
  }
}

async function drain(pauses: readonly number[], slow = 0): Promise<{ readonly got: number; readonly code: string | null; readonly aborted: boolean }> {
  const controller = new AbortController()
  let got = 0
  try {
    for await (const _ of withinTime(source(pauses, { count: 0, released: false }), limits, quickClock(10), controller)) {
      got += 1
      if (slow > 0) await pause(slow)
    }
    return { got, code: null, aborted: controller.signal.aborted }
  } catch (error) {
    return { got, code: (error as { code: string }).code, aborted: controller.signal.aborted }
  }
}

it('passes everything on within the limits', async () => {
  expect(await drain([1, 1, 1])).toEqual({ got: 3, code: null, aborted: false })
})

it('gives the first piece more time than the others', async () => {
  expect(await drain([150, 1])).toMatchObject({ got: 2, code: null })
  expect(await drain([1, 250])).toEqual({ got: 1, code: 'timeout', aborted: true })
  expect(await drain([600])).toEqual({ got: 0, code: 'timeout', aborted: true })
})

it('ends a source that goes on for ever', async () => {
  expect(await drain(new Array(60).fill(40))).toMatchObject({ code: 'timeout', aborted: true })
})

it('does not count the time that the consumer takes', async () => {
  expect(await drain([1, 1, 1], 150)).toMatchObject({ got: 3, code: null })
})

it('asks for nothing ahead of a slow consumer, and releases the source when it leaves', async () => {
  const asked = { count: 0, released: false }
  const pieces = withinTime(source([1, 1, 1, 1], asked), limits, quickClock(10), new AbortController())
  await pieces.next()
  await pause(30)
  expect(asked.count).toBe(1)
  await pieces.return(undefined)
  await pause(5)
  expect(asked.released).toBe(true)
})
