import { GatewayFailure } from '../failure.ts'
import { member, readRecord } from '../request-body.ts'
import type { RouteContext } from './context.ts'

/** `GET /api/spending`: `SpendingStatus`. */
export function getSpending({ spending }: Pick<RouteContext, 'spending'>): Response {
  return Response.json(spending.status(), { headers: { 'cache-control': 'no-store' } })
}

/** `POST /api/spending` `{ limit }`: tokens a day, or null for none. */
export async function postSpending(request: Request, context: Pick<RouteContext, 'spending'>): Promise<Response> {
  const limit = member(await readRecord(request, 1024), 'limit')
  if (limit !== null && !(typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0))
    throw new GatewayFailure('body', 'The limit must be a whole number of tokens above 0, or null for none.')
  context.spending.setLimit(limit)
  return getSpending(context)
}
