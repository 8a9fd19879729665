import { LIMITS } from '../../schema/limits.ts'
import type { LlmStatus } from '../../schema/protocol/llm.ts'
import { GatewayFailure } from '../failure.ts'
import { askModel, openFirst, stoppedByPerson } from '../llm/ask.ts'
import { readQuestion } from '../llm/question.ts'
import { member, readRecord } from '../request-body.ts'
import type { RouteContext } from './context.ts'
import { readApp } from './grants.ts'

export const LLM_TOOL = 'llm.ask'

type Context = Pick<RouteContext, 'authority' | 'session' | 'llm' | 'closing'>

/** `POST /api/llm` `{ instance, hash, prompt, about?, type? }`: one question of an app, under its token. `{ value, provider, model, tokens, removed }`. */
export async function postLlm(request: Request, { authority, session, llm, closing }: Context): Promise<Response> {
  const body = await readRecord(request, LIMITS.callArgumentBytes + 64 * 1024)
  const app = readApp(body, session.id)
  const held = authority.begin(request, app, LLM_TOOL)
  const stop = new AbortController()
  llm.calls.add(stop)
  try {
    held.require('llm')
    const answer = await askModel(app.instance, readQuestion(body), llm, AbortSignal.any([request.signal, closing, held.signal, stop.signal]))
    // What was taken back meanwhile is not used (S26).
    held.require('llm')
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  } finally {
    llm.calls.delete(stop)
    held.release()
  }
}

/** `GET /api/llm`: `LlmStatus`. */
export async function getLlm({ llm }: Pick<RouteContext, 'llm'>): Promise<Response> {
  const { budget } = llm
  const provider = await openFirst(llm).catch((cause: unknown) => {
    if (cause instanceof GatewayFailure) return null
    throw cause
  })
  const status: LlmStatus = {
    provider: provider?.name ?? null,
    model: provider?.model ?? null,
    stopped: budget.stopped,
    spent: budget.spent(),
    limits: budget.limits,
  }
  return Response.json(status, { headers: { 'cache-control': 'no-store' } })
}

/** `POST /api/llm/stop` `{ stopped }`: ends all questions of apps, and lets none begin, until it is taken back. */
export async function stopLlm(request: Request, context: Pick<RouteContext, 'llm' | 'log'>): Promise<Response> {
  const { llm, log } = context
  const stopped = member(await readRecord(request, 1024), 'stopped')
  if (typeof stopped !== 'boolean') throw new GatewayFailure('body', '“stopped” must be true or false.')
  llm.budget.setStopped(stopped)
  if (stopped) for (const call of llm.calls) call.abort(stoppedByPerson())
  log.info('llm-stop', { stopped })
  return getLlm(context)
}
