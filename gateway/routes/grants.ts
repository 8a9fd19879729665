import { isHash } from '../../schema/identity/hash.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { GatewayFailure } from '../failure.ts'
import type { AppIdentity } from '../grants.ts'
import { canonicalCapability } from '../http-proxy/target.ts'
import { member, readRecord, textListMember, textMember } from '../request-body.ts'
import type { Narrower } from '../tokens/authority.ts'
import type { RouteContext } from './context.ts'

/**
 * `POST /api/grants` `{ instance, hash, capabilities?, tools?, narrower? }`. `capabilities` is what the person said yes to, in
 * place of what was there; for each of `tools` a token is given for what is allowed then. `{ capabilities, tokens }`.
 */
export async function postGrants(request: Request, { grants, authority, session }: Pick<RouteContext, 'grants' | 'authority' | 'session'>): Promise<Response> {
  const body = await readRecord(request, 64 * 1024)
  const app = readApp(body, session.id)
  const given = member(body, 'capabilities')
  if (given !== undefined && given !== null) grants.replace(app, textListMember(body, 'capabilities', 200).map(readCapability))
  const tools = member(body, 'tools') === undefined ? [] : textListMember(body, 'tools', 20)
  const narrower = readNarrower(body)
  const tokens = Object.fromEntries(tools.map(tool => [tool, authority.mint(app, tool, narrower)]))
  return Response.json({ capabilities: [...grants.live(app).keys()], tokens }, { headers: { 'cache-control': 'no-store' } })
}

function readCapability(text: string): string {
  const canonical = canonicalCapability(text)
  if (canonical === null)
    throw new GatewayFailure('capability', `“${text.slice(0, 100)}” is no capability. A network capability names one origin, like net:https://api.example.com.`)
  return canonical
}

function readNarrower(body: JsonObject): Narrower {
  const narrower = member(body, 'narrower') ?? {}
  if (typeof narrower !== 'object' || Array.isArray(narrower)) throw new GatewayFailure('body', '“narrower” must be a record.')
  const record = narrower as JsonObject
  const calls = countMember(record, 'calls')
  const milliseconds = countMember(record, 'milliseconds')
  return {
    ...(member(record, 'capabilities') === undefined ? {} : { capabilities: textListMember(record, 'capabilities', 40).map(readCapability) }),
    ...(calls === undefined ? {} : { calls }),
    ...(milliseconds === undefined ? {} : { milliseconds }),
  }
}

function countMember(record: JsonObject, name: string): number | undefined {
  const value = member(record, name)
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new GatewayFailure('body', `“${name}” must be a whole number.`)
  return value
}

/** `DELETE /api/grants` `{ instance }` takes everything back from an app, `{ token }` one token by its id; calls under way are aborted. */
export async function deleteGrants(
  request: Request,
  { grants, authority, session }: Pick<RouteContext, 'grants' | 'authority' | 'session'>,
): Promise<Response> {
  const body = await readRecord(request, 64 * 1024)
  if (member(body, 'token') !== undefined) authority.revoke(textMember(body, 'token', 100))
  else grants.revoke({ session: session.id, instance: readInstance(body) })
  return Response.json({})
}

/** The app that a request speaks for. */
export function readApp(body: JsonObject, session: string): AppIdentity {
  const hash = textMember(body, 'hash', 64)
  if (!isHash(hash)) throw new GatewayFailure('hash', '“hash” must be the SHA-256 of the blueprint, 64 hexadecimal digits.')
  return { session, instance: readInstance(body), hash }
}

function readInstance(body: JsonObject): string {
  const instance = textMember(body, 'instance', 100)
  if (instance === '') throw new GatewayFailure('body', '“instance” must name the installed app.')
  return instance
}
