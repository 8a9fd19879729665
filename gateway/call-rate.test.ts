import { expect, it } from 'vitest'
import { createCallRate } from './call-rate.ts'
import { GatewayFailure } from './failure.ts'

const { signal } = new AbortController()
const limits = { perMinute: 60, atOnce: 2, waiting: 2 }

async function code(entering: Promise<() => void>): Promise<string> {
  try {
    const leave = await entering
    leave()
    return 'entered'
  } catch (error) {
    if (error instanceof GatewayFailure) return error.code
    throw error
  }
}

it('[S40] an app that calls without end is held back, in words, and goes on as time passes; others are not', async () => {
  let now = 0
  const rate = createCallRate({ now: () => now }, limits)
  const codes: string[] = []
  for (let i = 0; i < 31; i++) codes.push(await code(rate.enter('loops', signal)))
  expect(codes.filter(each => each === 'entered')).toHaveLength(30)
  expect(codes.at(-1)).toBe('rate')
  await expect(rate.enter('loops', signal)).rejects.toMatchObject({
    status: 429,
    message: expect.stringContaining('60 in a minute. It can go on in 1 second.'),
  })
  expect(await code(rate.enter('other', signal))).toBe('entered')
  now += 1_000
  expect([await code(rate.enter('loops', signal)), await code(rate.enter('loops', signal))]).toEqual(['entered', 'rate'])
  now -= 3_600_000
  expect(await code(rate.enter('loops', signal))).toBe('rate')
})

it('[S40] calls beyond those at once wait for their turn, in order, and not without end', async () => {
  const rate = createCallRate({ now: () => 0 }, limits)
  const order: string[] = []
  const stopped = new AbortController()
  const enter = (name: string, of = signal) =>
    rate.enter('app', of).then(
      leave => {
        order.push(name)
        return leave
      },
      () => {
        order.push(`${name} stopped`)
        return () => {}
      },
    )
  const [a, b] = [await enter('a'), await enter('b')]
  const c = enter('c', stopped.signal)
  const d = enter('d')
  expect(await code(rate.enter('app', signal))).toBe('rate')
  expect(await code(rate.enter('other', signal))).toBe('entered')
  stopped.abort(new Error('gone'))
  await c
  a()
  a()
  const leaveD = await d
  expect(order).toEqual(['a', 'b', 'c stopped', 'd'])
  b()
  leaveD()
  expect(await code(rate.enter('app', signal))).toBe('entered')
  await expect(rate.enter('app', stopped.signal)).rejects.toThrow('gone')
})

it('forgets apps that have rested', async () => {
  let now = 0
  const rate = createCallRate({ now: () => now }, limits)
  for (let i = 0; i < 500; i++) expect(await code(rate.enter(`app ${i}`, signal))).toBe('entered')
  now += 60_000
  for (let i = 0; i < 30; i++) expect(await code(rate.enter('app 1', signal))).toBe('entered')
})
