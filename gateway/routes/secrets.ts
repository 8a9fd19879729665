import { GatewayFailure } from '../failure.ts'
import { choiceMember, optionalText, readRecord, textMember } from '../request-body.ts'
import type { RouteContext } from './context.ts'

/** `GET /api/secrets`: `SecretInfo[]`, never a value. */
export function getSecrets({ secrets }: Pick<RouteContext, 'secrets'>): Response {
  return Response.json(secrets.list(), { headers: { 'cache-control': 'no-store' } })
}

/** `POST /api/secrets` `{ name, origin, place, field?, value }`: keeps a key, whose value is never given out again. Answers with the list. */
export async function postSecret(request: Request, { secrets, log }: Pick<RouteContext, 'secrets' | 'log'>): Promise<Response> {
  const body = await readRecord(request, 16 * 1024)
  const place = choiceMember(body, 'place', ['bearer', 'header', 'query'] as const)
  if (place === undefined) throw new GatewayFailure('body', '“place” must be one of: bearer, header, query.')
  const name = textMember(body, 'name', 100)
  secrets.set({ name, origin: textMember(body, 'origin', 500), place, field: optionalText(body, 'field', 100) ?? '', value: textMember(body, 'value', 5_000) })
  log.info('secret-kept', { name })
  return getSecrets({ secrets })
}

/** `DELETE /api/secrets` `{ name }`. Answers with the list. */
export async function deleteSecret(request: Request, { secrets, log }: Pick<RouteContext, 'secrets' | 'log'>): Promise<Response> {
  const name = textMember(await readRecord(request, 1024), 'name', 100)
  secrets.remove(name)
  log.info('secret-removed', { name })
  return getSecrets({ secrets })
}
