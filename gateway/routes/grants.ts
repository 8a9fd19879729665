import { isHash } from '../../schema/identity/hash.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { GatewayFailure } from '../failure.ts'
import type { AppIdentity } from '../grants.ts'
import { canonicalCapability } from '../http-proxy/target.ts'
import { readRecord, textListMember, textMember } from '../request-body.ts'
import type { RouteContext } from './context.ts'

/** `POST /api/grants` `{ instance, hash, capabilities }`: what the person said yes to, in place of what was there. */
export async function postGrants(request: Request, { grants, session }: Pick<RouteContext, 'grants' | 'session'>): Promise<Response> {
  const body = await readRecord(request, 64 * 1024)
  const app = readApp(body, session.id)
  const capabilities = textListMember(body, 'capabilities', 200).map(text => {
    const canonical = canonicalCapability(text)
    if (canonical === null)
      throw new GatewayFailure(
        'capability',
        `“${text.slice(0, 100)}” is no capability. A network capability names one origin, like net:https://api.example.com.`,
      )
    return canonical
  })
  grants.replace(app, capabilities)
  return Response.json({ capabilities })
}

/** `DELETE /api/grants` `{ instance }`: takes everything back; calls under way are aborted. */
export async function deleteGrants(request: Request, { grants, session }: RouteContext): Promise<Response> {
  const body = await readRecord(request, 64 * 1024)
  grants.revoke({ session: session.id, instance: readInstance(body) })
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
