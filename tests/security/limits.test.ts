/** Each limit of the language (section 9 of schema/SPEC.md): all is well at it, and one beyond is refused or stopped. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createTestApp } from '../../engine/test-app.ts'
import { type AppIdentity, createGrants } from '../../gateway/grants.ts'
import { callHttp, HTTP_LIMITS } from '../../gateway/http-proxy/call.ts'
import { postHttp } from '../../gateway/routes/http.ts'
import { createAuthority } from '../../gateway/tokens/authority.ts'
import { encodeLink } from '../../schema/identity/link.ts'
import { checkBlueprint } from '../../schema/index.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { quickClock } from '../fake-providers/quick-clock.ts'

const sample = (sections: JsonObject): JsonObject => ({ blueprint: 1, app: { name: 'Sample' }, view: 'Hello', ...sections })
const errors = (input: Json): string[] =>
  checkBlueprint(input)
    .filter(issue => issue.severity === 'error')
    .map(issue => issue.code)
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
const nested = (depth: number, inside: Json, round: (inner: Json) => Json): Json => times(depth, () => 0).reduce<Json>(round, inside)
const keyed = (count: number, value: Json): JsonObject => Object.fromEntries(times(count, index => [`k${index}`, value]))

describe('what is too large is refused when it is loaded', () => {
  /** Components inside each other: more than JSON itself may nest, so a part stands in the innermost of the document's own. */
  const ofDepth = (depth: number): JsonObject => {
    const stacks = (count: number, inside: Json) => nested(count, inside, inner => ({ type: 'Stack', children: [inner] }))
    return sample({ view: stacks(20, { type: 'Deep' }), parts: { Deep: { view: stacks(depth - 21, 'a') } } })
  }
  /** The document's Stack, two uses of a part, the Stack in each, and texts. */
  const ofNodes = (count: number): JsonObject =>
    sample({
      parts: { Many: { view: { type: 'Stack', children: times(9_000, () => 'a') } } },
      view: { type: 'Stack', children: [{ type: 'Many' }, { type: 'Many' }, ...times(count - 5 - 18_000, () => 'a')] },
    })
  const cases: readonly (readonly [limit: keyof typeof LIMITS, of: (size: number) => Json, codes: readonly string[]])[] = [
    ['documentCharacters', size => JSON.stringify(sample({})).padEnd(size), ['too-long']],
    ['jsonDepth', size => JSON.stringify(sample({ constants: { deep: nested(size - 2, 1, inner => [inner]) } })), ['too-deep']],
    ['componentDepth', ofDepth, ['too-deep']],
    ['documentNodes', ofNodes, ['too-many-components']],
    ['listElements', size => sample({ constants: { list: times(size, () => 0) } }), ['too-many']],
    ['recordKeys', size => sample({ constants: { record: keyed(size, 0) } }), ['too-many']],
    ['authorTextCharacters', size => sample({ view: 'a'.repeat(size) }), ['too-long']],
    ['formulaCharacters', size => sample({ view: `\${'${'a'.repeat(size - 2)}'}` }), ['formula-too-long']],
    ['formulaDepth', size => sample({ view: `\${${'('.repeat(size)}1${')'.repeat(size)}}` }), ['formula-too-deep']],
    ['lambdaDepth', size => sample({ view: `\${count(${'map([1], x => '.repeat(size)}1${')'.repeat(size)})}` }), ['formula-too-deep']],
    ['timers', size => sample({ timers: keyed(size, { every: '1s', do: { do: 'undo' } }) }), ['out-of-bounds']],
  ]

  it.each(cases)('[S34] %s', (limit, of, codes) => {
    expect(errors(of(LIMITS[limit]))).toEqual([])
    expect(errors(of(LIMITS[limit] + 1))).toEqual(codes)
  })

  it('[B65] shortestTimerMilliseconds', () => {
    const timer = (every: Json) => sample({ timers: { tick: { every, do: { do: 'undo' } } } })
    for (const every of [LIMITS.shortestTimerMilliseconds, `${LIMITS.shortestTimerMilliseconds}ms`]) expect(errors(timer(every))).toEqual([])
    for (const every of [LIMITS.shortestTimerMilliseconds - 1, `${LIMITS.shortestTimerMilliseconds - 1}ms`])
      expect(errors(timer(every))).toEqual(['out-of-bounds'])
  })

  it('[B91] qrBytes and linkBytes', async () => {
    const { bytes } = await encodeLink(sample({}))
    const fill = (size: number) => `https://${'a'.repeat(size - bytes - 9)}/`
    expect(await encodeLink(sample({}), fill(LIMITS.qrBytes))).toMatchObject({ bytes: LIMITS.qrBytes, fitsQr: true })
    expect(await encodeLink(sample({}), fill(LIMITS.qrBytes + 1))).toMatchObject({ fitsQr: false })
    // A character of a document has at most three bytes, so that a document of the longest text may be too large for a link.
    const wide = (count: number) => ({ text: '€'.repeat(count) })
    const most = Math.floor((LIMITS.linkBytes - 11) / 3)
    expect((await encodeLink(wide(most))).fragment).toMatch(/^#\/b\//)
    await expect(encodeLink(wide(most + 1))).rejects.toThrow(RangeError)
  })
})

describe('what is too much stops while it runs', () => {
  it('[B28] listElements, evaluationCharacters and lambdaCalls', () => {
    const { value } = createTestApp({})
    expect(value(`range(${LIMITS.listElements}).length`)).toBe(LIMITS.listElements)
    expect(value(`range(${LIMITS.listElements + 1})`)).toBe(null)
    expect(value(`repeat('a', ${LIMITS.evaluationCharacters}).length`)).toBe(LIMITS.evaluationCharacters)
    expect(value(`repeat('a', ${LIMITS.evaluationCharacters + 1})`)).toBe(null)
    // A lambda call for each element, one for the walk and one more for each 64.
    const spent = (elements: number) => elements + 1 + (elements >> 6)
    const [outer, inner] = [250, 975]
    const most = spent(outer) + outer * (spent(inner) + spent(inner) - inner)
    const { value: within } = createTestApp({ constants: { outer: times(outer, index => index), inner: times(inner, index => index) } })
    expect(most).toBeLessThanOrEqual(LIMITS.lambdaCalls + LIMITS.lambdaCalls / 50)
    expect(within('outer.map(x => inner.map(y => y)[0]).length')).toBe(outer)
    expect(within('concat(outer, [1, 2, 3, 4, 5]).map(x => inner.map(y => y)[0])')).toBe(null)
  })

  it('[B66] stepsPerEvent', async () => {
    const steps = (count: number) => times(count, () => ({ do: 'inc', path: 'n' }))
    const at = createTestApp({ state: { n: 0 } })
    await at.run(steps(LIMITS.stepsPerEvent))
    expect([at.value('n'), at.app.phase.value]).toEqual([LIMITS.stepsPerEvent, 'running'])
    const beyond = createTestApp({ state: { n: 0 } })
    await beyond.run(steps(LIMITS.stepsPerEvent + 1))
    expect([beyond.value('n'), beyond.app.failure.value?.code]).toEqual([LIMITS.stepsPerEvent, 'too-many-steps'])
  })

  it('[B66] effectCascade', async () => {
    const domino = async (count: number) => {
      const effects = Object.fromEntries(times(count, index => [`e${index}`, { when: `\${n == ${index + 1}}`, do: { do: 'inc', path: 'n' } }]))
      const app = createTestApp({ state: { n: 0 }, effects })
      await app.run({ do: 'set', path: 'n', value: 1 })
      for (let turn = 0; turn < 2 * count; turn++) await app.wait(0)
      return app
    }
    const at = await domino(LIMITS.effectCascade)
    expect([at.value('n'), at.app.phase.value]).toEqual([LIMITS.effectCascade + 1, 'running'])
    const beyond = await domino(LIMITS.effectCascade + 1)
    expect([beyond.value('n'), beyond.app.failure.value?.code]).toEqual([LIMITS.effectCascade + 1, 'cascade'])
  })

  it('[S34] stateBytes, counted to a few percent', () => {
    const { app } = createTestApp({ state: { text: '' } })
    const large = 'a'.repeat(LIMITS.stateBytes * 0.98)
    app.write(['text'], large)
    expect(app.state().text).toBe(large)
    app.write(['text'], 'b'.repeat(LIMITS.stateBytes * 1.02))
    expect(app.state().text).toBe(large)
  })
})

describe('what is too much does not leave the page, or come back to it', () => {
  const app: AppIdentity = { session: 's', instance: 'i', hash: 'a'.repeat(64) }

  /** What becomes of a call: its answer, or the code of its failure. */
  async function call(handle: (path: string) => { readonly to?: string; readonly body?: string }, path: string): Promise<string> {
    const server = createServer((request, response) => {
      const { to, body = '' } = handle(request.url ?? '/')
      if (to !== undefined) response.writeHead(302, { location: to }).end()
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(body)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://api.test:${(server.address() as AddressInfo).port}`
    const grants = createGrants()
    grants.replace(app, [`net:${origin}`])
    try {
      const answer = await callHttp(
        { method: 'GET', url: origin + path, query: new Map(), headers: new Map(), body: null, read: 'text', secret: null },
        grants.begin(app),
        new AbortController().signal,
        {
          clock: quickClock(1),
          rules: { resolve: async () => [{ address: '127.0.0.1', family: 4 as const }], allowAddress: () => true },
          limits: { ...HTTP_LIMITS, bytes: LIMITS.httpBodyBytes, redirects: LIMITS.httpRedirects },
          secrets: {
            forCall() {
              throw new RangeError('No key was asked for.')
            },
          },
        },
      )
      return `${String(answer.body).length} characters`
    } catch (error) {
      return String((error as { code?: unknown }).code)
    } finally {
      server.close()
      server.closeAllConnections()
    }
  }

  it('[S42] httpBodyBytes', async () => {
    const body = (size: number) => () => ({ body: 'a'.repeat(size) })
    expect(await call(body(LIMITS.httpBodyBytes), '/')).toBe(`${LIMITS.httpBodyBytes} characters`)
    expect(await call(body(LIMITS.httpBodyBytes + 1), '/')).toBe('too-large')
  })

  it('[S42] httpRedirects', async () => {
    const hops = (path: string) => (path === '/0' ? { body: 'end' } : { to: `/${Number(path.slice(1)) - 1}` })
    expect(await call(hops, `/${LIMITS.httpRedirects}`)).toBe('3 characters')
    expect(await call(hops, `/${LIMITS.httpRedirects + 1}`)).toBe('redirects')
  })

  it('callArgumentBytes: what is sent, with room for what the page says beside it', async () => {
    const post = async (size: number): Promise<string> => {
      const body = JSON.stringify({ instance: 'i', hash: app.hash, method: 'POST', url: 'https://api.test/', body: 'a'.repeat(size) })
      const request = new Request('http://localhost/api/http', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
      const log = { info: () => {}, warn: () => {} }
      try {
        await postHttp(request, {
          authority: createAuthority({ grants: createGrants(), clock: quickClock(1), audience: () => 'http://localhost', log: { ...log, error: () => {} } }),
          session: { id: 's' },
          closing: new AbortController().signal,
          log,
        } as unknown as Parameters<typeof postHttp>[1])
        return 'sent'
      } catch (error) {
        return String((error as { code?: unknown }).code)
      }
    }
    // It was read, and then refused for want of a token.
    expect(await post(LIMITS.callArgumentBytes)).toBe('token')
    expect(await post(LIMITS.callArgumentBytes + 4 * 1024 + 1)).toBe('too-large')
  })
})
