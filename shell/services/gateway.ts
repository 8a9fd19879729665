import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { ProviderId, ProviderStatus } from '../../schema/protocol/generate.ts'
import type { SpendingStatus } from '../../schema/protocol/spending.ts'
import type { AppCalls, createAppCalls } from './app-calls.ts'
import { isFailure, PageFailure } from './page-failure.ts'

export interface ProviderChange {
  readonly baseUrl?: string
  readonly model?: string
  /** Goes to the gateway once and never comes back. Empty takes the stored one away. */
  readonly key?: string
}

export interface ProviderTest {
  readonly ok: boolean
  readonly seconds: number
  readonly note: string
}

/** The page's only way to the process that talks to models and networks. */
export interface Gateway extends AppCalls {
  /** Null until it is known whether there is one: a static site has none. */
  readonly present: ReadonlySignal<boolean | null>
  /** Looks for it; the answer is kept. */
  probe(): Promise<boolean>
  /** An answer that the caller reads itself (a stream). Rejects with a `PageFailure`. */
  post(path: string, body: unknown, signal?: AbortSignal): Promise<Response>
  /** A route that answers with JSON. Rejects with a `PageFailure`. */
  json(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>
  /** What the person's requests came to today. */
  spending(): Promise<SpendingStatus>
  /** Sets the tokens that may be spent a day; null takes the limit away. */
  setSpendingLimit(limit: number | null): Promise<SpendingStatus>
  providers(): Promise<readonly ProviderStatus[]>
  setProvider(id: ProviderId, change: ProviderChange): Promise<void>
  testProvider(id: ProviderId): Promise<ProviderTest>
}

/**
 * `secret` is what the gateway wrote into the page that it served; empty where no gateway did. `load` gives what makes the
 * calls of apps, which the desktop is shown without.
 */
export function createGateway(base: URL, secret: string, load: () => Promise<{ readonly createAppCalls: typeof createAppCalls }>): Gateway {
  const present = signal<boolean | null>(null)
  let probing: Promise<boolean> | null = null

  const send = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, abort?: AbortSignal, token?: string): Promise<Response> => {
    let response: Response
    try {
      response = await fetch(new URL(path, base), {
        method,
        headers: {
          'x-cyanotype-session': secret,
          ...(token && { 'x-cyanotype-token': token }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(abort ? { signal: abort } : {}),
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
      })
    } catch (cause) {
      if (abort?.aborted) throw new PageFailure('stopped', 'It was stopped.', { cause })
      throw new PageFailure('gateway-away', 'The desktop’s own server does not answer. Start it again with npm start, then try again.', { cause })
    }
    if (response.ok) return response
    throw await refusal(response)
  }

  let loading: Promise<AppCalls> | null = null
  const appCalls = () => {
    loading ??= load().then(kit => kit.createAppCalls(base, (...call) => send('POST', ...call)))
    loading.catch(() => {
      loading = null
    })
    return loading
  }

  const gateway: Gateway = {
    present,
    probe() {
      probing ??= (async () => {
        if (secret === '') return false
        try {
          const response = await fetch(new URL('health', base), { cache: 'no-store', signal: AbortSignal.timeout(3000) })
          return response.ok
        } catch {
          // No gateway is an ordinary answer here: the page goes on without one.
          return false
        }
      })().then(found => {
        present.value = found
        return found
      })
      return probing
    },
    post: (path, body, abort) => send('POST', path, body, abort),
    json: async (method, path, body) => (await send(method, path, body)).json(),
    async providers() {
      const body = await gateway.json('GET', 'api/providers')
      const list = Array.isArray(body) ? body : (body as { providers?: unknown }).providers
      if (!Array.isArray(list)) throw new PageFailure('bad-answer', 'The desktop’s server answered in a way this page does not know.')
      return list as ProviderStatus[]
    },
    spending: async () => (await (await send('GET', 'api/spending')).json()) as SpendingStatus,
    setSpendingLimit: async limit => (await (await send('POST', 'api/spending', { limit })).json()) as SpendingStatus,
    async setProvider(id, change) {
      await send('POST', `api/providers/${id}`, change)
    },
    async testProvider(id) {
      return (await (await send('POST', `api/providers/${id}/test`, {})).json()) as ProviderTest
    },
    async setGrants(...granted) {
      if (await gateway.probe()) await (await appCalls()).setGrants(...granted)
    },
    async framePage(...framed) {
      if (!(await gateway.probe()))
        throw new PageFailure('no-gateway', 'This page was opened without Cyanotype’s own server, which frames pages of the web. Start it with npm start.')
      return (await appCalls()).framePage(...framed)
    },
    http: async (...call) => (await appCalls()).http(...call),
    call: async (...call) => (await appCalls()).call(...call),
  }
  return gateway
}

async function refusal(response: Response): Promise<PageFailure> {
  const body: unknown = await response.json().catch(() => null)
  const said = isFailure(body) ? body : isFailure((body as { failure?: unknown } | null)?.failure) ? (body as { failure: PageFailure }).failure : null
  if (said) return new PageFailure(said.code, said.message)
  if (response.status === 401 || response.status === 403)
    return new PageFailure('session-over', 'The desktop’s server was restarted. Reload the page to go on; nothing here is lost.')
  return new PageFailure('gateway-refused', `The desktop’s server refused this (${response.status}). Try again, or reload the page.`)
}
