import { randomUUID } from 'node:crypto'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import { hashBlueprint } from '../../schema/identity/hash.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { ChangedApp, GenerateEvent, GenerateRequest, Picture, PictureType, ProviderId } from '../../schema/protocol/generate.ts'
import { GatewayFailure } from '../failure.ts'
import { generate } from '../generate.ts'
import { choiceMember, member, optionalText, readRecord, textListMember, textMember } from '../request-body.ts'
import { eventStream } from '../sse.ts'
import type { RouteContext } from './context.ts'

const PROMPT_CHARACTERS = 100_000
const DATA_CHARACTERS = 100_000
const PICTURES = 4
const PICTURE_CHARACTERS = Math.ceil((4 * 1024 * 1024 * 4) / 3)
const PICTURE_TYPES: readonly PictureType[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']
const PROVIDERS: readonly ProviderId[] = ['anthropic', 'openai', 'ollama', 'library']

/** `POST /api/generate`: a `GenerateRequest`, answered by server-sent events. Refused where as many are under way as may be (S40). */
export async function postGenerate(request: Request, context: RouteContext): Promise<Response> {
  const asked = await readGenerateRequest(request)
  const leave = context.generations.take()
  if (leave === null)
    throw new GatewayFailure(
      'busy',
      `${context.generations.most} apps are being written at once, which is as many as may be. Stop one of them, or try again when one is done.`,
      {
        status: 429,
        again: 'person',
      },
    )
  const stopped = new AbortController()
  const signal = AbortSignal.any([request.signal, stopped.signal, context.closing])
  // A stream that nobody begins to read never gets to its own end.
  signal.addEventListener('abort', leave, { once: true })
  const events = leaving(generate(asked, randomUUID(), context.generate, signal), leave)
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  return new Response(
    eventStream(events, () => stopped.abort()),
    { headers },
  )
}

async function* leaving(events: AsyncGenerator<GenerateEvent>, leave: () => void): AsyncGenerator<GenerateEvent> {
  try {
    yield* events
  } finally {
    leave()
  }
}

async function readGenerateRequest(request: Request): Promise<GenerateRequest> {
  const body = await readRecord(request, 4 * (PROMPT_CHARACTERS + DATA_CHARACTERS + 2 * LIMITS.documentCharacters) + PICTURES * PICTURE_CHARACTERS)
  const written = textMember(body, 'prompt', PROMPT_CHARACTERS)
  const prompt = cleanText(written).text.trim()
  if (prompt === '') throw new GatewayFailure('empty-prompt', 'Write what the app should do, for example “a tracker for my plants”.')
  const provider = choiceMember(body, 'provider', PROVIDERS)
  const resume = optionalText(body, 'resume', LIMITS.documentCharacters) ?? undefined
  const change = member(body, 'change')
  const pictures = readPictures(member(body, 'pictures'))
  return {
    prompt,
    ...(provider === undefined ? {} : { provider }),
    ...(resume === undefined ? {} : { resume }),
    ...(pictures.length === 0 ? {} : { pictures }),
    ...(change === undefined || change === null ? {} : { change: await readChange(change) }),
  }
}

function readPictures(value: Json | undefined): readonly Picture[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || value.length > PICTURES) throw new GatewayFailure('body', `“pictures” must be a list of at most ${PICTURES}.`)
  return value.map(picture => {
    if (typeof picture !== 'object' || picture === null || Array.isArray(picture))
      throw new GatewayFailure('body', 'A picture must be a record of “type” and “base64”.')
    const record = picture as JsonObject
    const type = choiceMember(record, 'type', PICTURE_TYPES)
    const base64 = textMember(record, 'base64', PICTURE_CHARACTERS)
    if (type === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new GatewayFailure('body', 'A picture must be PNG, JPEG, WebP or GIF, in base64.')
    return { type, base64 }
  })
}

/** An app that is to be changed: one that passes the check, under its own hash. */
async function readChange(change: Json): Promise<ChangedApp> {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) throw new GatewayFailure('body', '“change” must be a record.')
  const record = change as JsonObject
  const { document, issues } = loadBlueprint(member(record, 'document'))
  const fault = issues.find(({ severity }) => severity === 'error')
  if (!document || fault)
    throw new GatewayFailure('bad-app', `The app that is to be changed does not pass the check: ${fault?.message ?? 'it is no blueprint.'}`)
  const hash = textMember(record, 'hash', 64)
  if ((await hashBlueprint(document)) !== hash) throw new GatewayFailure('hash', '“hash” is not that of the app that is to be changed.')
  const pointed = member(record, 'pointed')
  if (pointed !== undefined && pointed !== null && !isPath(pointed)) throw new GatewayFailure('body', '“pointed” must be a list of names and places.')
  const data = optionalText(record, 'data', DATA_CHARACTERS) ?? undefined
  return {
    document,
    hash,
    ...(member(record, 'before') === undefined ? {} : { before: textListMember(record, 'before', 50, 4000).map(text => cleanText(text).text) }),
    ...(member(record, 'problems') === undefined ? {} : { problems: textListMember(record, 'problems', 50, 4000).map(text => cleanText(text).text) }),
    ...(isPath(pointed) ? { pointed } : {}),
    ...(data === undefined ? {} : { data: cleanText(data).text }),
  }
}

function isPath(value: Json | undefined): value is Json & Path {
  return Array.isArray(value) && value.length <= 200 && value.every(key => typeof key === 'string' || typeof key === 'number')
}
