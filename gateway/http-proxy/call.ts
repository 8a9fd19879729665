import { Agent, fetch } from 'undici'
import type { Json } from '../../schema/json/json.ts'
import type { Clock } from '../clock.ts'
import { GatewayFailure } from '../failure.ts'
import type { HeldCall } from '../grants.ts'
import { redactionOf } from '../secrets/redact-answer.ts'
import { type Secret, secretHeader } from '../secrets/secret.ts'
import type { Secrets } from '../secrets/store.ts'
import { type Address, type AddressRules, publicAddresses } from './address.ts'
import { answerHeaders, requestHeaders } from './call-headers.ts'
import { checkReadable, type ReadAs, readBody, readText } from './read-answer.ts'
import { parseTarget, type Target } from './target.ts'

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly query: ReadonlyMap<string, string>
  readonly headers: ReadonlyMap<string, string>
  /** JSON is sent as JSON, text as text; null sends nothing. */
  readonly body: Json
  readonly read: ReadAs | null
  /** Name of a key that is added for its own server. */
  readonly secret: string | null
}

export interface HttpAnswer {
  readonly status: number
  readonly ok: boolean
  readonly headers: Record<string, string>
  readonly body: Json
}

export interface HttpLimits {
  readonly bytes: number
  readonly redirects: number
  readonly headerBytes: number
  /** Milliseconds: for the whole call, and without a byte. */
  readonly total: number
  readonly idle: number
}

export const HTTP_LIMITS: HttpLimits = { bytes: 5 * 1024 * 1024, redirects: 3, headerBytes: 16 * 1024, total: 30_000, idle: 10_000 }

export interface CallPorts {
  readonly clock: Clock
  readonly rules: AddressRules
  readonly limits: HttpLimits
  readonly secrets: Pick<Secrets, 'forCall'>
}

/**
 * One web request of an app. At each hop, the first and every redirect: the address is parsed anew, the
 * live grant is asked for its origin, its name is resolved once and the connection pinned to what was
 * found public. Aborted by `signal` (the page went away) and by the grant being taken back.
 *
 * A key is added to the first hop alone, if the live grant has it and it was kept for that origin; no redirect gets it, and
 * no answer gives it back.
 */
export async function callHttp(call: HttpCall, grant: HeldCall, signal: AbortSignal, ports: CallPorts): Promise<HttpAnswer> {
  const { clock, limits } = ports
  const own = new AbortController()
  const all = AbortSignal.any([signal, grant.signal, own.signal])
  const cancel = clock.after(limits.total, () =>
    own.abort(
      new GatewayFailure('timeout', `The server did not finish within ${Math.round(limits.total / 1000)} seconds. Try again later.`, {
        status: 504,
        again: 'person',
      }),
    ),
  )
  try {
    return await followHops(call, grant, all, own, ports)
  } catch (error) {
    if (error instanceof GatewayFailure) throw error
    if (all.aborted && all.reason instanceof GatewayFailure) throw all.reason
    if (signal.aborted) throw new GatewayFailure('stopped', 'The call was stopped.', { status: 499, cause: error })
    throw explainNetworkError(error)
  } finally {
    cancel()
  }
}

async function followHops(call: HttpCall, grant: HeldCall, signal: AbortSignal, own: AbortController, ports: CallPorts): Promise<HttpAnswer> {
  const headers = requestHeaders(call.headers)
  let { method } = call
  let body = encodeBody(call, headers)
  let target = withQuery(parseTarget(call.url), call.query)
  const requireAll = () => {
    grant.require(`net:${target.origin}`)
    if (call.secret !== null) grant.require(`secret:${call.secret}`)
  }
  let redaction: ReturnType<typeof redactionOf> | null = null
  for (let hop = 0; ; hop += 1) {
    requireAll()
    const addresses = await publicAddresses(target, ports.rules, signal)
    // The name may have taken seconds to resolve: what was granted before is asked for again.
    requireAll()
    const secret = hop === 0 && call.secret !== null ? ports.secrets.forCall(call.secret, target.origin) : null
    if (secret !== null) redaction = redactionOf(secret)
    const agent = pinnedAgent(addresses, ports.limits)
    try {
      const response = await fetch(withSecret(target.url, secret), {
        method,
        headers: { 'user-agent': 'Cyanotype', ...Object.fromEntries(headers), ...headerOf(secret) },
        body,
        redirect: 'manual',
        dispatcher: agent,
        signal,
      })
      const location = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && response.status !== 304 && location !== null) {
        if (hop >= ports.limits.redirects)
          throw new GatewayFailure('redirects', `The server sent the call on more than ${ports.limits.redirects} times.`, { status: 502 })
        if (redaction !== null && redaction.text(location) !== location)
          throw new GatewayFailure('redirects', 'The server sent the call on with the key in the address, which is not done.', { status: 502 })
        target = nextTarget(location, target)
        if (response.status === 303 || (method === 'POST' && (response.status === 301 || response.status === 302))) {
          method = 'GET'
          body = null
          headers.delete('content-type')
        }
        continue
      }
      const type = response.headers.get('content-type')
      if (response.body !== null) checkReadable(type)
      const text = await readText(response.body, type, ports.limits, ports.clock, own)
      requireAll()
      const shown = answerHeaders(response.headers)
      const read = bodyOf(text, type, call.read, response.ok)
      return {
        status: response.status,
        ok: response.ok,
        headers: redaction === null ? shown : Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, redaction?.text(value) ?? value])),
        body: redaction === null ? read : redaction.json(read),
      }
    } finally {
      // Destroying also cuts a body that was not read to its end.
      await agent.destroy()
    }
  }
}

/** An error answer that is not the asked-for JSON is still an answer: its status is what matters. */
function bodyOf(text: string, type: string | null, read: ReadAs | null, ok: boolean): Json {
  try {
    return readBody(text, type, read)
  } catch (error) {
    if (ok) throw error
    return text
  }
}

function headerOf(secret: Secret | null): Record<string, string> {
  const header = secret && secretHeader(secret)
  return header ? { [header[0]]: header[1] } : {}
}

/** The address of one hop; its base, against which redirects are read, stays without the key. */
function withSecret(url: URL, secret: Secret | null): URL {
  if (secret?.place !== 'query') return url
  const own = new URL(url)
  own.searchParams.set(secret.field, secret.value)
  return own
}

function nextTarget(location: string, from: Target): Target {
  if (!URL.canParse(location, from.url)) throw new GatewayFailure('url', 'The server sent the call on to something that is no web address.', { status: 502 })
  return parseTarget(new URL(location, from.url).href)
}

function withQuery(target: Target, query: ReadonlyMap<string, string>): Target {
  for (const [name, value] of query) target.url.searchParams.append(name, value)
  return target
}

function encodeBody(call: HttpCall, headers: Map<string, string>): string | null {
  if (call.body === null || call.method === 'GET') return null
  const text = typeof call.body === 'string' ? call.body : JSON.stringify(call.body)
  if (!headers.has('content-type')) headers.set('content-type', typeof call.body === 'string' ? 'text/plain; charset=utf-8' : 'application/json')
  return text
}

/** An agent for one hop, whose connections go to these addresses whatever the name resolves to by now. */
function pinnedAgent(addresses: readonly Address[], limits: HttpLimits): Agent {
  return new Agent({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.total,
    bodyTimeout: limits.total,
    connect: {
      timeout: limits.idle,
      lookup(_host, options, callback) {
        const wanted = addresses.filter(({ family }) => !options.family || options.family === family)
        const first = wanted[0] ?? addresses[0]
        if (first === undefined) callback(new Error('No address was found to be safe.'), '', 0)
        else if (options.all)
          callback(
            null,
            wanted.map(({ address, family }) => ({ address, family })),
          )
        else callback(null, first.address, first.family)
      },
    },
  })
}

function explainNetworkError(error: unknown): GatewayFailure {
  const codes: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) codes.push(String((at as NodeJS.ErrnoException).code ?? at.name))
  const has = (pattern: RegExp) => codes.some(code => pattern.test(code))
  if (has(/HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW/))
    return new GatewayFailure('too-large', 'The server sent more headers than are read.', { status: 502, cause: error })
  if (has(/TIMEOUT|ETIMEDOUT/))
    return new GatewayFailure('timeout', 'The server did not answer in time. Try again later.', {
      status: 504,
      again: 'person',
      cause: error,
    })
  if (has(/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/))
    return new GatewayFailure('certificate', 'The server could not prove who it is, so nothing was sent to it.', {
      status: 502,
      cause: error,
    })
  return new GatewayFailure('network', 'The server could not be reached, or broke off. Try again later.', {
    status: 502,
    again: 'person',
    cause: error,
  })
}
