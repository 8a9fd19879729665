import type { Json } from '../../schema/json/json.ts'
import { PageFailure } from './page-failure.ts'

/** For which app, in which version, a call is made, and of which tool. */
export interface CallOf {
  readonly instance: string
  readonly hash: string | null
  readonly tool: string
}

/** What the gateway does for apps, each call under the token of its app, its version and its tool. */
export interface AppCalls {
  /** Replaces what the gateway lets this instance reach; an empty list takes all of it back. */
  setGrants(instance: string, hash: string, capabilities: readonly string[]): Promise<void>
  /** The address of the page that frames `url` for this app, whose grants the gateway then knows. */
  framePage(instance: string, hash: string, capabilities: readonly string[], url: string): Promise<string>
  /** One web request of an app: `{ url, … }`. */
  http(app: CallOf, request: object, signal: AbortSignal): Promise<Json>
  /**
   * `POST` to a route that apps reach, for an app and under its token for that tool, which stays in here: no app, formula,
   * address, record or log has it. Where it has run out, another is asked for, once; nothing was done by then.
   */
  call(app: CallOf, path: string, body: object, signal?: AbortSignal): Promise<Response>
}

/** Rejects with a `PageFailure`. */
export type Post = (path: string, body: object, signal?: AbortSignal, token?: string) => Promise<Response>

interface HeldToken {
  readonly token: string
  /** By `performance.now()`. */
  readonly until: number
}

export function createAppCalls(base: URL, post: Post): AppCalls {
  /** By instance, then by tool and version. */
  const tokens = new Map<string, Map<string, Promise<HeldToken>>>()
  /** The last that the gateway was told of each instance's grants. */
  const telling = new Map<string, Promise<unknown>>()

  const tokenFor = async ({ instance, hash, tool }: CallOf): Promise<string> => {
    // What was allowed a moment ago is known to the gateway first. Where that failed, the call says why.
    await telling.get(instance)?.catch(() => undefined)
    const own = tokens.get(instance) ?? new Map<string, Promise<HeldToken>>()
    tokens.set(instance, own)
    const name = `${hash} ${tool}`
    const known = own.get(name)
    const held = known && (await known)
    if (held && performance.now() < held.until) return held.token
    const asked = post('api/grants', { instance, hash, tools: [tool] }).then(async response => {
      const minted = ((await response.json()) as { tokens: Record<string, { token: string; milliseconds: number }> }).tokens[tool]!
      return { token: minted.token, until: performance.now() + minted.milliseconds * 0.9 }
    })
    own.set(name, asked)
    // What failed is asked for again at the next call.
    asked.catch(() => own.delete(name))
    return (await asked).token
  }

  const calls: AppCalls = {
    async setGrants(instance, hash, capabilities) {
      tokens.delete(instance)
      const told = post('api/grants', { instance, hash, capabilities })
      telling.set(instance, told)
      await told
    },
    async framePage(instance, hash, capabilities, url) {
      await calls.setGrants(instance, hash, capabilities)
      const answer = await calls.call({ instance, hash, tool: 'frame' }, 'api/frame', { url })
      return new URL(`frame?${new URLSearchParams((await answer.json()) as { ticket: string })}`, base).href
    },
    async http(app, request, signal) {
      return (await (await calls.call(app, 'api/http', request, signal)).json()) as Json
    },
    async call(app, path, body, signal) {
      const { instance, hash } = app
      for (let again = true; ; again = false) {
        try {
          return await post(path, { ...body, instance, hash }, signal, await tokenFor(app))
        } catch (cause) {
          if (!again || !(cause instanceof PageFailure) || cause.code !== 'token') throw cause
          tokens.delete(instance)
        }
      }
    },
  }
  return calls
}
