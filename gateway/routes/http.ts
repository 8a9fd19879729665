import { LIMITS } from '../../schema/limits.ts'
import { callHttp, type HttpCall } from '../http-proxy/call.ts'
import { choiceMember, member, optionalText, readRecord, textMapMember, textMember } from '../request-body.ts'
import type { RouteContext } from './context.ts'
import { readApp } from './grants.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** `POST /api/http`: one web request of an app, under its token. `{ status, ok, headers, body }`, or a Failure. */
export async function postHttp(
  request: Request,
  { authority, session, http, callRate, closing, log }: Pick<RouteContext, 'authority' | 'session' | 'http' | 'callRate' | 'closing' | 'log'>,
): Promise<Response> {
  const body = await readRecord(request, LIMITS.callArgumentBytes + 4 * 1024)
  const app = readApp(body, session.id)
  const call: HttpCall = {
    method: choiceMember(body, 'method', METHODS) ?? 'GET',
    url: textMember(body, 'url', 8_000),
    query: textMapMember(body, 'query'),
    headers: textMapMember(body, 'headers'),
    body: member(body, 'body') ?? null,
    secret: optionalText(body, 'secret', 40) ?? null,
    read: choiceMember(body, 'read', ['json', 'text', 'csv'] as const) ?? null,
  }
  const held = authority.begin(request, app, `http.${call.method.toLowerCase()}`)
  const signal = AbortSignal.any([request.signal, closing])
  let leave: (() => void) | null = null
  try {
    leave = await callRate.enter(app.instance, AbortSignal.any([signal, held.signal]))
    const answer = await callHttp(call, held, signal, http)
    log.info('http', { app: app.hash.slice(0, 12), method: call.method, host: new URL(call.url).host, status: answer.status })
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  } finally {
    leave?.()
    held.release()
  }
}
