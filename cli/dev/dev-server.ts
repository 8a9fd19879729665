import { createCallRate } from '../../gateway/call-rate.ts'
import { systemClock } from '../../gateway/clock.ts'
import { GatewayFailure, toFailure } from '../../gateway/failure.ts'
import { FRAME_PAGE } from '../../gateway/frame-page.ts'
import { createFrameTickets } from '../../gateway/frame-tickets.ts'
import { createGrants } from '../../gateway/grants.ts'
import { createGuard } from '../../gateway/guard.ts'
import { createPolicy } from '../../gateway/headers.ts'
import { systemRules } from '../../gateway/http-proxy/address.ts'
import { HTTP_LIMITS } from '../../gateway/http-proxy/call.ts'
import { createLocalServer } from '../../gateway/local-server.ts'
import { createLog } from '../../gateway/log.ts'
import { readRecord, textMember } from '../../gateway/request-body.ts'
import { getFrame, postFrame } from '../../gateway/routes/frame.ts'
import { postGrants } from '../../gateway/routes/grants.ts'
import { postHttp } from '../../gateway/routes/http.ts'
import { createSecrets } from '../../gateway/secrets/store.ts'
import { createSession } from '../../gateway/session.ts'
import { homeFolder } from '../../gateway/settings.ts'
import { readStaticFiles } from '../../gateway/static.ts'
import { createAuthority } from '../../gateway/tokens/authority.ts'
import { LIMITS } from '../../schema/limits.ts'
import { EVENTS, FIX, type WatchedFile } from '../../shell/preview/protocol.ts'
import { FixRefused, readBlueprintFile, writeFix } from './blueprint-file.ts'
import { createBroadcast } from './broadcast.ts'
import { watchFile } from './watch-file.ts'

export interface DevServerOptions {
  /** The blueprint's path. */
  readonly file: string
  /** The built shell, whose page `preview/index.html` this serves. */
  readonly shell: string
  /** Told of the file at first and after each save. */
  readonly onFile: (file: WatchedFile) => void
  /** Takes one line of what went wrong in the server itself. */
  readonly write: (line: string) => void
}

export interface DevServer {
  fetch(request: Request): Promise<Response>
  /** On 127.0.0.1 alone; port 0 takes a free one. Throws a `GatewayFailure` with the code `port-busy`. */
  listen(port: number): Promise<{ readonly port: number; readonly url: string }>
  close(): Promise<void>
}

const NO_MODEL =
  'Here no model is asked. Open the app on the desktop, with npm start and Apps, Open a file; in its tests, give a reply for llm.ask under "tools".'

/**
 * Serves one blueprint's file to one page: the app as it is now, and what the app may reach once the person in the page allows it.
 * The same guard, policy and way to the network as the desktop's gateway (S18, S44–S46), and no models.
 */
export function createDevServer({ file, shell, onFile, write }: DevServerOptions): DevServer {
  const session = createSession()
  const closing = new AbortController()
  let port = 0
  const guard = createGuard({ port: () => port, session })
  const files = readStaticFiles(shell, '/preview/index.html')
  if (!files.built) throw new RangeError(`There is no built page in ${shell}.`)
  const withPolicy = createPolicy(files.styleHashes)
  const grants = createGrants()
  const log = createLog({ clock: systemClock, write: () => {}, secrets: () => [session.secret] })
  const http = {
    grants,
    authority: createAuthority({ grants, clock: systemClock, audience: () => `http://localhost:${port}`, log }),
    frames: createFrameTickets(grants),
    callRate: createCallRate(systemClock),
    session,
    closing: closing.signal,
    log,
    http: {
      clock: systemClock,
      rules: systemRules,
      limits: { ...HTTP_LIMITS, bytes: LIMITS.httpBodyBytes, redirects: LIMITS.httpRedirects },
      // The keys that the person keeps with the desktop.
      secrets: createSecrets(homeFolder(process.env), { now: Date.now }),
    },
  }
  const events = createBroadcast()
  let now: WatchedFile | null = null
  let reading: Promise<void> = Promise.resolve()

  /** One after the other, so that the last that is told is the last that was saved. */
  function readAgain(): Promise<void> {
    reading = reading.then(async () => {
      const found = await readBlueprintFile(file)
      if (now !== null && JSON.stringify(found) === JSON.stringify(now)) return
      now = found
      events.send('file', found)
      onFile(found)
    })
    return reading
  }

  async function postFix(request: Request): Promise<Response> {
    const body = await readRecord(request, 1024)
    const issue = typeof body.issue === 'number' ? body.issue : -1
    try {
      await writeFix(file, { version: textMember(body, 'version', 64), issue })
    } catch (error) {
      if (!(error instanceof FixRefused)) throw error
      throw new GatewayFailure(error.code, error.message, { status: 409, cause: error })
    }
    await readAgain()
    return Response.json({})
  }

  async function route(request: Request): Promise<Response> {
    guard.host(request)
    const { pathname } = new URL(request.url)
    if (request.method === 'POST') {
      guard.write(request)
      if (pathname === `/${FIX}`) return postFix(request)
      if (pathname === '/api/grants') return postGrants(request, http)
      if (pathname === '/api/frame') return postFrame(request, http)
      if (pathname === '/api/http') return postHttp(request, http)
      if (pathname === '/api/llm') throw new GatewayFailure('no-model', NO_MODEL, { status: 503 })
    } else if (request.method === 'GET') {
      if (pathname === '/health') return Response.json({ status: 'ok', product: 'cyanotype dev' })
      if (pathname === `/${EVENTS}`) {
        guard.read(request)
        return events.stream([['hello', { start: session.id }], ...(now === null ? [] : [['file', now] as const])])
      }
      if (pathname === FRAME_PAGE) return getFrame(request, guard, http)
      if (pathname === '/') return files.page(guard.foreign(request) ? '' : session.secret)
      const found = files.file(pathname, request)
      if (found) return found
    }
    return Response.json({ code: 'not-found', message: 'There is nothing at this address.' }, { status: 404 })
  }

  async function answer(request: Request): Promise<Response> {
    let response: Response
    try {
      response = await route(request)
    } catch (error) {
      if (error instanceof GatewayFailure) response = Response.json(toFailure(error), { status: error.status })
      else {
        write(error instanceof Error ? (error.stack ?? error.message) : String(error))
        response = Response.json({ code: 'fault', message: 'The server of this page has a fault. What happened stands in the terminal.' }, { status: 500 })
      }
    }
    return withPolicy(request, response)
  }

  const server = createLocalServer(answer)
  let unwatch: (() => void) | null = null
  return {
    fetch: answer,
    async listen(wanted) {
      port = await server.listen(wanted)
      unwatch = watchFile(file, () => void readAgain())
      await readAgain()
      return { port, url: `http://localhost:${port}/` }
    },
    async close() {
      unwatch?.()
      closing.abort(new GatewayFailure('closing', 'The server was closed.', { status: 503 }))
      events.close()
      await server.close()
    },
  }
}
