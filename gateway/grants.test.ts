import { expect, it } from 'vitest'
import { GatewayFailure } from './failure.ts'
import { type AppIdentity, createGrants } from './grants.ts'

const NET = 'net:https://a.example'
const app: AppIdentity = { session: 's', instance: 'i', hash: 'a'.repeat(64) }

function code(run: () => void): string {
  try {
    run()
    return 'allowed'
  } catch (error) {
    if (error instanceof GatewayFailure) return error.code
    throw error
  }
}

it('[S22][B92] a grant holds for one session, one installed app and one hash', () => {
  const grants = createGrants()
  const apps: AppIdentity[] = []
  for (const session of ['s', 't'])
    for (const instance of ['i', 'j']) for (const hash of ['a'.repeat(64), 'b'.repeat(64)]) apps.push({ session, instance, hash })
  for (const granted of apps) {
    const one = createGrants()
    one.replace(granted, [NET])
    for (const other of apps) expect(code(() => one.begin(other).require(NET))).toBe(other === granted ? 'allowed' : 'denied')
  }
  expect(code(() => grants.begin(app).require(NET))).toBe('denied')
})

it('[S22] names that could run together are kept apart', () => {
  const grants = createGrants()
  grants.replace({ ...app, session: 's","i', instance: 'x' }, [NET])
  expect(code(() => grants.begin({ ...app, session: 's', instance: 'i","x' }).require(NET))).toBe('denied')
})

it('[S26] what is taken back aborts the calls that used it, at once, and those alone', () => {
  const grants = createGrants()
  const other = { ...app, instance: 'other' }
  grants.replace(app, [NET, 'net:https://b.example'])
  grants.replace(other, [NET])
  const used = grants.begin(app)
  const unused = grants.begin(app)
  const elsewhere = grants.begin(other)
  used.require(NET)
  unused.require('net:https://b.example')
  elsewhere.require(NET)
  grants.replace(app, ['net:https://b.example'])
  expect([used.signal.aborted, unused.signal.aborted, elsewhere.signal.aborted]).toEqual([true, false, false])
  expect(used.signal.reason).toMatchObject({ code: 'denied' })
  expect(code(() => used.require(NET))).toBe('denied')
  grants.revoke(app)
  expect(unused.signal.aborted).toBe(true)
  expect(elsewhere.signal.aborted).toBe(false)
})

it('[S24][B92] a new version has none of the old grants, and ends the old version’s calls', () => {
  const grants = createGrants()
  grants.replace(app, [NET])
  const call = grants.begin(app)
  call.require(NET)
  grants.replace({ ...app, hash: 'b'.repeat(64) }, [NET])
  expect(call.signal.aborted).toBe(true)
  expect(code(() => grants.begin(app).require(NET))).toBe('denied')
})
