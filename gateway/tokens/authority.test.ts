import { describe, expect, it } from 'vitest'
import { GatewayFailure } from '../failure.ts'
import { type AppIdentity, createGrants, type Grants, type HeldCall } from '../grants.ts'
import { createLog } from '../log.ts'
import { type Authority, createAuthority, TOKEN_HEADER } from './authority.ts'

const NET = 'net:https://a.example'
const OTHER = 'net:https://b.example'
const app: AppIdentity = { session: 's', instance: 'i', hash: 'a'.repeat(64) }

interface World {
  readonly grants: Grants
  readonly authority: Authority
  readonly lines: string[]
  wall: number
  ticks: number
  audience: string
}

function world(): World {
  const grants = createGrants()
  const lines: string[] = []
  const made = { grants, lines, wall: 1_000_000, ticks: 0, audience: 'http://localhost:4600' }
  const clock = { now: () => made.wall, after: () => () => {} }
  const authority = createAuthority({
    grants,
    clock,
    monotonic: () => made.ticks,
    audience: () => made.audience,
    log: createLog({ clock, write: line => lines.push(line), secrets: () => [] }),
  })
  return Object.assign(made, { authority })
}

const request = (token: string | null) => new Request('http://localhost:4600/api/http', token === null ? {} : { headers: { [TOKEN_HEADER]: token } })

function codeOf(run: () => unknown): string {
  try {
    run()
    return 'allowed'
  } catch (error) {
    if (error instanceof GatewayFailure) return error.code
    throw error
  }
}

/** How a whole call comes out: begun and asked for one capability. */
function call(authority: Authority, token: string | null, capability = NET, of = app, tool = 'http.get'): string {
  let held: HeldCall | null = null
  const code = codeOf(() => {
    held = authority.begin(request(token), of, tool)
    held.require(capability)
  })
  ;(held as HeldCall | null)?.release()
  return code
}

it('[S20] a call brings a token, and what it may use is in it', () => {
  const { grants, authority } = world()
  expect(codeOf(() => authority.mint(app, 'http.get'))).toBe('denied')
  grants.replace(app, [NET, 'storage'])
  const { token } = authority.mint(app, 'http.get')
  expect(call(authority, token)).toBe('allowed')
  expect(call(authority, token, OTHER)).toBe('denied')
  // Granted to the app, and not what this tool works with.
  expect(call(authority, token, 'storage')).toBe('token')
  for (const none of [null, '', 'x', token.slice(0, -1), `${token}, ${token}`]) expect(call(authority, none)).not.toBe('allowed')
})

it('is given for tools that reach the gateway alone', () => {
  const { grants, authority } = world()
  grants.replace(app, [NET])
  for (const tool of ['', 'http', 'set', 'toast', 'http.trace', '__proto__', 'constructor', 'Frame'])
    expect(
      codeOf(() => authority.mint(app, tool)),
      tool,
    ).toBe('tool')
  expect(codeOf(() => authority.mint(app, 'frame'))).toBe('denied')
})

it('[S22] [S25] the off-diagonal: no token works for another session, app, version or tool', () => {
  const { grants, authority } = world()
  const apps: AppIdentity[] = []
  // One version of an installed app runs at a time, so the versions have instances of their own here.
  for (const session of ['s', 't'])
    for (const instance of ['i', 'j']) for (const hash of ['a', 'b']) apps.push({ session, instance: instance + hash, hash: hash.repeat(64) })
  const tools = ['http.get', 'http.post', 'http.put', 'http.patch', 'http.delete', 'frame']
  const capabilityOf = (tool: string) => (tool === 'frame' ? 'frame:https://a.example' : NET)
  const tokens = apps.flatMap(of => {
    grants.replace(of, [NET, 'frame:https://a.example'])
    return tools.map(tool => ({ of, tool, token: authority.mint(of, tool).token }))
  })
  const wrong: string[] = []
  let denied = 0
  for (const of of apps)
    for (const tool of tools)
      for (const held of tokens) {
        const own = held.of === of && held.tool === tool
        const code = call(authority, held.token, capabilityOf(tool), of, tool)
        if (!own) denied += 1
        if (code !== (own ? 'allowed' : 'token')) wrong.push(`${JSON.stringify([held.of, held.tool])} at ${JSON.stringify([of, tool])}: ${code}`)
      }
  expect(wrong).toEqual([])
  expect(denied).toBe(48 * 47)
  // The same instance with the hash of another version.
  expect(call(authority, tokens[0]!.token, NET, { ...apps[0]!, hash: 'b'.repeat(64) })).toBe('token')
})

describe('[S21] replay', () => {
  it('ends with the life of the token, and a clock that is set back brings it not back', () => {
    const made = world()
    const { grants, authority } = made
    grants.replace(app, [NET])
    const { token, milliseconds } = authority.mint(app, 'http.get')
    expect(milliseconds).toBeLessThanOrEqual(15 * 60_000)
    made.ticks += milliseconds - 1
    made.wall -= 3_600_000
    expect(call(authority, token)).toBe('allowed')
    made.ticks += 1
    expect(call(authority, token)).toBe('token')
    made.wall -= 24 * 3_600_000
    expect(call(authority, token)).toBe('token')
    // The grant lives: another token is given, and it lasts as long by the clock that does not go back.
    const { token: next } = authority.mint(app, 'http.get')
    expect(call(authority, next)).toBe('allowed')
    made.wall += 24 * 3_600_000
    expect(call(authority, next)).toBe('token')
  })

  it('is counted', () => {
    const { grants, authority } = world()
    grants.replace(app, [NET])
    const { token, calls } = authority.mint(app, 'http.get', { calls: 2 })
    expect(calls).toBe(2)
    expect([1, 2, 3].map(() => call(authority, token))).toEqual(['allowed', 'allowed', 'token'])
    const whole = authority.mint(app, 'http.get')
    for (let i = 0; i < whole.calls; i++) authority.begin(request(whole.token), app, 'http.get').release()
    expect(call(authority, whole.token)).toBe('token')
  })

  it('is of no use at another start of the gateway, or at another port', () => {
    const made = world()
    made.grants.replace(app, [NET])
    const { token } = made.authority.mint(app, 'http.get')
    const again = world()
    again.grants.replace(app, [NET])
    expect(call(again.authority, token)).toBe('token')
    made.audience = 'http://localhost:4601'
    expect(call(made.authority, token)).toBe('token')
  })
})

describe('[S23] asked for with less', () => {
  it('gives less, and never more', () => {
    const made = world()
    const { grants, authority } = made
    grants.replace(app, [NET, OTHER])
    const less = authority.mint(app, 'http.get', { capabilities: [OTHER, 'net:https://c.example', 'storage'], milliseconds: 5_000 })
    expect(call(authority, less.token, OTHER)).toBe('allowed')
    expect(call(authority, less.token, NET)).not.toBe('allowed')
    expect(call(authority, less.token, 'net:https://c.example')).toBe('denied')
    made.ticks += 5_000
    expect(call(authority, less.token, OTHER)).toBe('token')
    const more = authority.mint(app, 'http.get', { calls: 1e6, milliseconds: 1e9 })
    expect([more.calls, more.milliseconds]).toEqual([1000, 600_000])
    made.ticks += 600_000
    expect(call(authority, more.token)).toBe('token')
  })
})

describe('[S26] what is taken back', () => {
  it('ends by the id of the grant, and granting it again does not bring the old token back', () => {
    const { grants, authority } = world()
    grants.replace(app, [NET, OTHER])
    const { token } = authority.mint(app, 'http.get')
    grants.replace(app, [OTHER])
    expect([call(authority, token, NET), call(authority, token, OTHER)]).toEqual(['denied', 'allowed'])
    grants.replace(app, [NET, OTHER])
    // Allowed by now, and not by this token, which does not have the new grant’s id.
    expect([call(authority, token, NET), call(authority, token, OTHER)]).toEqual(['token', 'allowed'])
    expect(call(authority, authority.mint(app, 'http.get').token, NET)).toBe('allowed')
    grants.revoke(app)
    expect(call(authority, token, OTHER)).toBe('token')
    grants.replace(app, [OTHER])
    expect(call(authority, token, OTHER)).toBe('token')
  })

  it('ends by the id of the token, with the calls under way', () => {
    const { grants, authority } = world()
    grants.replace(app, [NET])
    const [one, other] = [authority.mint(app, 'http.get'), authority.mint(app, 'http.get')]
    const held = authority.begin(request(one.token), app, 'http.get')
    const elsewhere = authority.begin(request(other.token), app, 'http.get')
    held.require(NET)
    authority.revoke(one.jti)
    expect([held.signal.aborted, elsewhere.signal.aborted]).toEqual([true, false])
    expect(codeOf(() => held.require(NET))).toBe('denied')
    expect([call(authority, one.token), call(authority, other.token)]).toEqual(['token', 'allowed'])
  })

  it('ends a call between any two of its steps, also where it was granted again meanwhile', () => {
    const { grants, authority } = world()
    for (let stop = 0; stop < 5; stop++) {
      for (const again of [false, true]) {
        grants.replace(app, [NET, OTHER])
        const held = authority.begin(request(authority.mint(app, 'http.get').token), app, 'http.get')
        const codes: string[] = []
        for (let step = 0; step < 5; step++) {
          if (step === stop) {
            grants.replace(app, [OTHER])
            if (again) grants.replace(app, [NET, OTHER])
          }
          codes.push(codeOf(() => held.require(NET)))
        }
        const refused = stop === 0 && again ? 'token' : 'denied'
        expect(codes, `${stop} ${again}`).toEqual(Array.from({ length: 5 }, (_, step) => (step < stop ? 'allowed' : refused)))
        expect(held.signal.aborted).toBe(stop > 0)
        held.release()
      }
    }
  })

  it('[S24] ends with the version that it was given for', () => {
    const { grants, authority } = world()
    grants.replace(app, [NET])
    const { token } = authority.mint(app, 'http.get')
    grants.replace({ ...app, hash: 'b'.repeat(64) }, [NET])
    expect(call(authority, token)).toBe('token')
    expect(call(authority, token, NET, { ...app, hash: 'b'.repeat(64) })).toBe('token')
  })
})

it('no token is in the log, nor in what is said of it', () => {
  const { grants, authority, lines } = world()
  grants.replace(app, [NET])
  const { token } = authority.mint(app, 'http.get')
  for (const [of, tool] of [
    [{ ...app, instance: 'j' }, 'http.get'],
    [app, 'http.post'],
  ] as const) {
    let said = ''
    try {
      authority.begin(request(token), of, tool)
    } catch (error) {
      said = String(error)
    }
    expect(said).toContain('pass')
    expect(said).not.toContain(token.slice(0, 40))
  }
  expect(lines).toHaveLength(2)
  expect(lines.join('')).toContain('"why":"holder"')
  expect(lines.join('')).not.toContain(token.slice(0, 40))
})

it('more grants than fit into one token are said, not dropped', () => {
  const { grants, authority } = world()
  grants.replace(
    app,
    Array.from({ length: 100 }, (_, i) => `net:https://server-${i}.example`),
  )
  expect(codeOf(() => authority.mint(app, 'http.get'))).toBe('too-many-grants')
})
