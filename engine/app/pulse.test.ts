import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../react/test-run/virtual-clock.ts'
import { createTestApp } from '../test-app.ts'
import { createPulse } from './pulse.ts'

/** A pulse that writes down at which moment, and in which turn of the clock, something ran. */
function start() {
  const clock = createVirtualClock(0)
  const pulse = createPulse(clock)
  const ran: string[] = []
  let turn = 0
  const settle = async () => void turn++
  return {
    pulse,
    ran,
    at: (due: number, name: string) => pulse.at(due, () => void ran.push(`${name}@${clock.now()} in ${turn}`)),
    advance: (ms: number) => clock.advance(ms, settle),
  }
}

describe('[B65] the timers of an app', () => {
  it('that are due together run in one turn, the earlier first', async () => {
    const { ran, at, advance } = start()
    at(100, 'a')
    at(100, 'b')
    at(200, 'c')
    await advance(300)
    expect(ran).toEqual(['a@100 in 0', 'b@100 in 0', 'c@200 in 1'])
  })

  it('ask for no two turns closer together than the shortest timer', async () => {
    const { ran, at, advance } = start()
    for (const due of [100, 101, 109, 117, 140]) at(due, `${due}`)
    await advance(300)
    expect(ran).toEqual(['100@100 in 0', '101@116 in 1', '109@116 in 1', '117@132 in 2', '140@148 in 3'])
  })

  it('are cancelled one by one, also by each other', async () => {
    const { pulse, ran, at, advance } = start()
    const later = at(100, 'later')
    at(50, 'sooner')()
    const other = { cancel() {} }
    pulse.at(90, () => other.cancel())
    other.cancel = at(90, 'other')
    await advance(95)
    later()
    await advance(300)
    expect(ran).toEqual([])
  })

  it('go on where one of them throws', async () => {
    const { pulse, ran, at, advance } = start()
    pulse.at(10, () => {
      throw new Error('no')
    })
    at(10, 'after')
    await expect(advance(20)).rejects.toThrow('no')
    await advance(40)
    expect(ran).toEqual(['after@26 in 0'])
  })

  it('commit no more often than one of them may', async () => {
    const timers = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`t${index}`, { every: 16 + index, do: { do: 'inc', path: 'n' } }]))
    const { app, wait, clock } = createTestApp({ state: { n: 0 }, timers })
    const moments = new Set<number>()
    app.onCommit(() => void moments.add(clock.now()))
    await wait(1000)
    expect(moments.size).toBeLessThanOrEqual(Math.ceil(1000 / 16))
    expect(Number(app.state().n)).toBeGreaterThan(500)
  })
})
