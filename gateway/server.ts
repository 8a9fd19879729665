import { join } from 'node:path'
import { Hono } from 'hono'
import { loadBlueprint } from '../schema/check/load-blueprint.ts'
import { systemPrompt } from '../schema/generated/prompt.ts'
import { LIMITS } from '../schema/limits.ts'
import { CALL_RATE, createCallRate, type RateLimits } from './call-rate.ts'
import { type Clock, systemClock } from './clock.ts'
import { GatewayFailure, toFailure } from './failure.ts'
import { FRAME_PAGE } from './frame-page.ts'
import { createFrameTickets } from './frame-tickets.ts'
import { createGrants } from './grants.ts'
import { createGuard } from './guard.ts'
import { createPolicy } from './headers.ts'
import { type AddressRules, systemRules } from './http-proxy/address.ts'
import { HTTP_LIMITS, type HttpLimits } from './http-proxy/call.ts'
import type { BudgetLimits } from './llm/budget.ts'
import { createLlmPorts, openBudget } from './llm/llm-ports.ts'
import { createLocalServer } from './local-server.ts'
import { createLog } from './log.ts'
import { createPlaces } from './places.ts'
import { createProviders } from './providers/choose.ts'
import { type Library, shippedLibrary } from './providers/library.ts'
import type { RouteContext } from './routes/context.ts'
import { postFiles } from './routes/files.ts'
import { connectFolder, disconnectFolder, listFolders, lookAtFolders } from './routes/folders.ts'
import { getFrame, postFrame } from './routes/frame.ts'
import { postGenerate } from './routes/generate.ts'
import { deleteGrants, postGrants } from './routes/grants.ts'
import { postHttp } from './routes/http.ts'
import { getLlm, postLlm, stopLlm } from './routes/llm.ts'
import { getProviders, postProvider, testProvider } from './routes/providers.ts'
import { deleteSecret, getSecrets, postSecret } from './routes/secrets.ts'
import { getSpending, postSpending } from './routes/spending.ts'
import { createSecrets } from './secrets/store.ts'
import { createSession } from './session.ts'
import { createSettings, type Environment, homeFolder } from './settings.ts'
import { createSpending } from './spending.ts'
import { readStaticFiles } from './static.ts'
import { MODEL_LIMITS, type TimeLimits } from './time-limits.ts'
import { createAuthority } from './tokens/authority.ts'
import { createConnectedFolders } from './workspace/connected-folders.ts'

export interface GatewayOptions {
  /** Where keys and choices of provider are read from; the process's own where left out. */
  readonly env?: Environment
  /** The folder of the settings; `CYANOTYPE_HOME` or `~/.cyanotype` where left out. */
  readonly home?: string
  /** The built shell. */
  readonly shell?: string
  /** The port that requests name in their Host, until `listen` says another. */
  readonly port?: number
  readonly clock?: Clock
  /** In [0, 1). */
  readonly random?: () => number
  /** Takes one line of the log. */
  readonly write?: (line: string) => void
  readonly library?: Library
  readonly modelLimits?: TimeLimits
  readonly httpLimits?: HttpLimits
  /** How often one app may call. */
  readonly callRate?: RateLimits
  /** What apps may spend on models in a day; `LLM_APP_TOKENS` and `LLM_DAY_TOKENS` where left out. */
  readonly llmBudget?: BudgetLimits
  /** What apps may connect to; for tests, which run their servers on this machine. */
  readonly addressRules?: Partial<AddressRules>
  /** Keys are kept for servers without encryption too; for tests. */
  readonly plainSecrets?: boolean
}

/** Apps that may be written at the same time. */
const GENERATIONS_AT_ONCE = 8

export interface Gateway {
  fetch(request: Request): Promise<Response>
  /**
   * Listens on 127.0.0.1 alone; port 0 takes a free one. Throws a `GatewayFailure` with the code `port-busy`
   * where another program has the port.
   */
  listen(port: number): Promise<{ readonly port: number; readonly url: string }>
  /** Ends what is under way and stops listening. */
  close(): Promise<void>
}

/** The one process that talks to models and the network, and serves the page. Throws `GatewayFailure` where the settings are wrong. */
export function createGateway(options: GatewayOptions = {}): Gateway {
  const clock = options.clock ?? systemClock
  const random = options.random ?? Math.random
  const env = options.env ?? process.env
  const session = createSession()
  const closing = new AbortController()
  const write = options.write ?? (line => process.stderr.write(line))
  const home = options.home ?? homeFolder(env)
  const settings = createSettings(home, env)
  const folders = createConnectedFolders(home, clock)
  const kept = createSecrets(home, { now: () => clock.now(), plain: options.plainSecrets ?? false })
  const secrets = () => [session.secret, ...settings.secrets(), ...kept.spellings()]
  const budget = openBudget(home, env, clock, options.llmBudget)
  const spending = createSpending(home, clock)
  const log = createLog({ clock, write, secrets })
  for (const message of [...settings.warnings, ...folders.warnings, ...kept.warnings, ...budget.warnings, ...spending.warnings])
    log.warn('settings', { message })
  const providers = createProviders(settings)
  const files = readStaticFiles(options.shell ?? join(import.meta.dirname, '../dist/shell'))
  const withPolicy = createPolicy(files.styleHashes)
  let port = options.port ?? 4600
  const guard = createGuard({ port: () => port, session })
  const grants = createGrants()
  const authority = createAuthority({ grants, clock, audience: () => `http://localhost:${port}`, log })
  const context: RouteContext = {
    session,
    settings,
    providers,
    grants,
    authority,
    frames: createFrameTickets(grants),
    secrets: kept,
    folders,
    generate: {
      providers,
      library: options.library ?? shippedLibrary,
      // Written for this desktop: slips are put right, as the page does when it loads the same text.
      check: text => loadBlueprint(text, { trusted: true }).issues,
      systemPrompt,
      limits: options.modelLimits ?? MODEL_LIMITS,
      clock,
      random,
      log,
      spending,
      secrets,
    },
    llm: createLlmPorts({ providers, budget, clock, log, secrets, limits: options.modelLimits }),
    http: {
      clock,
      secrets: kept,
      rules: { ...systemRules, ...options.addressRules },
      limits: options.httpLimits ?? { ...HTTP_LIMITS, bytes: LIMITS.httpBodyBytes, redirects: LIMITS.httpRedirects },
    },
    callRate: createCallRate(clock, options.callRate ?? CALL_RATE),
    generations: createPlaces(GENERATIONS_AT_ONCE),
    spending,
    clock,
    log,
    closing: closing.signal,
  }

  const app = new Hono()
  app.use(async (c, next) => {
    guard.host(c.req.raw)
    await next()
  })
  app.get('/health', c => c.json({ status: 'ok', product: 'cyanotype' }))

  app.use('/api/*', async (c, next) => {
    if (c.req.method === 'GET') guard.read(c.req.raw)
    else guard.write(c.req.raw, { secret: c.req.path !== '/api/session' })
    await next()
  })
  // For a page that was opened from another site's link: it was served without the secret, and asks for it itself.
  app.post('/api/session', c => c.json({ session: session.secret }, 200, { 'cache-control': 'no-store' }))
  app.post('/api/generate', c => postGenerate(c.req.raw, context))
  app.get('/api/spending', () => getSpending(context))
  app.post('/api/spending', c => postSpending(c.req.raw, context))
  app.get('/api/providers', () => getProviders(context))
  app.post('/api/providers/:id', c => postProvider(c.req.raw, c.req.param('id'), context))
  app.post('/api/providers/:id/test', c => testProvider(c.req.raw, c.req.param('id'), context))
  app.post('/api/grants', c => postGrants(c.req.raw, context))
  app.delete('/api/grants', c => deleteGrants(c.req.raw, context))
  app.post('/api/frame', c => postFrame(c.req.raw, context))
  app.get('/api/secrets', () => getSecrets(context))
  app.post('/api/secrets', c => postSecret(c.req.raw, context))
  app.delete('/api/secrets', c => deleteSecret(c.req.raw, context))
  app.post('/api/http', c => postHttp(c.req.raw, context))
  app.post('/api/llm', c => postLlm(c.req.raw, context))
  app.get('/api/llm', () => getLlm(context))
  app.post('/api/llm/stop', c => stopLlm(c.req.raw, context))
  app.post('/api/fs', c => postFiles(c.req.raw, context))
  app.post('/api/folders/list', () => listFolders(context))
  app.post('/api/folders/connect', c => connectFolder(c.req.raw, context))
  app.post('/api/folders/disconnect', c => disconnectFolder(c.req.raw, context))
  app.post('/api/folders/look', c => lookAtFolders(c.req.raw, context))

  app.get(FRAME_PAGE, c => getFrame(c.req.raw, guard, context))

  app.get('*', c => {
    const url = new URL(c.req.url)
    if (url.pathname.startsWith('/api/')) return c.notFound()
    // One origin for everything that is stored: the page lives on localhost.
    if (url.hostname !== 'localhost') return c.redirect(`http://localhost:${port}${url.pathname}${url.search}`, 308)
    if (url.pathname === '/' || url.pathname === '/index.html') {
      if (!files.built) return c.text('The desktop is not built yet. Start it with: npm start', 503)
      return files.page(guard.foreign(c.req.raw) ? '' : session.secret)
    }
    return files.file(url.pathname, c.req.raw) ?? c.notFound()
  })

  app.notFound(c => c.json({ code: 'not-found', message: 'There is nothing at this address.' }, 404))
  app.onError((error, c) => {
    if (error instanceof GatewayFailure) return Response.json(toFailure(error), { status: error.status })
    if (c.req.raw.signal.aborted) return Response.json({ code: 'stopped', message: 'The request was stopped.' }, { status: 499 })
    log.error('fault', { path: c.req.path, error: `${error.name}: ${error.message}`, stack: error.stack ?? null })
    return Response.json({ code: 'fault', message: 'The gateway has a fault. What happened is in its log.' }, { status: 500 })
  })

  const answer = async (request: Request): Promise<Response> => withPolicy(request, await app.fetch(request))
  const server = createLocalServer(answer)
  return {
    fetch: answer,
    async listen(wanted) {
      port = await server.listen(wanted)
      return { port, url: `http://localhost:${port}/` }
    },
    async close() {
      closing.abort(new GatewayFailure('closing', 'The gateway was closed.', { status: 503, again: 'person' }))
      await server.close()
    },
  }
}
