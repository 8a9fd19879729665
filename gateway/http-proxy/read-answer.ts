import type { Json } from '../../schema/json/json.ts'
import { type Clock, wait } from '../clock.ts'
import { GatewayFailure } from '../failure.ts'

export type ReadAs = 'json' | 'text' | 'csv'

export interface AnswerLimits {
  /** Bytes of the body after decompression. */
  readonly bytes: number
  /** Milliseconds without a single byte. */
  readonly idle: number
}

/** Text and data; nothing that a page would run, draw or play. */
const READABLE =
  /^(?:text\/(?!html$|javascript$|css$)[\w.+-]+|application\/(?:json|ld\+json|geo\+json|xml|yaml|x-yaml|csv|x-ndjson|problem\+json|rss\+xml|atom\+xml|[\w.+-]+\+(?:json|xml)))$/

/** Throws unless the body's type is one that apps can read; no type at all counts as text. */
export function checkReadable(contentType: string | null): void {
  const type = mediaType(contentType)
  if (type !== '' && !READABLE.test(type))
    throw new GatewayFailure('content-type', `The server answered with ${type.slice(0, 80)}, which apps cannot read. They can read JSON, text, CSV and XML.`, {
      status: 502,
    })
}

/**
 * The whole body as text, in the charset that its type names. Stops reading at the limits: what is
 * counted is what comes out of the decompressor, so a small answer that unpacks to a large one is cut too (S42).
 */
export async function readText(
  body: AsyncIterable<Uint8Array> | null,
  contentType: string | null,
  limits: AnswerLimits,
  clock: Clock,
  abort: AbortController,
): Promise<string> {
  if (body === null) return ''
  const decoder = decoderFor(contentType)
  const parts: string[] = []
  let bytes = 0
  const iterator = body[Symbol.asyncIterator]()
  for (;;) {
    const chunk = await nextWithin(iterator, limits.idle, clock, abort)
    if (chunk.done) break
    bytes += chunk.value.byteLength
    if (bytes > limits.bytes) {
      const failure = new GatewayFailure(
        'too-large',
        `The answer is larger than ${Math.floor(limits.bytes / 1024 / 1024)} MiB, the most that an app can read.`,
        { status: 502 },
      )
      abort.abort(failure)
      throw failure
    }
    parts.push(decoder.decode(chunk.value, { stream: true }))
  }
  parts.push(decoder.decode())
  return parts.join('')
}

/** The body as the app asked for it; where it did not ask, JSON by the content type and text else. CSV stays text: the page reads it. */
export function readBody(text: string, contentType: string | null, read: ReadAs | null): Json {
  const type = mediaType(contentType)
  const json = read === 'json' || (read === null && (type === 'application/json' || type.endsWith('+json')))
  if (!json) return text
  if (text.trim() === '') return null
  try {
    return JSON.parse(text) as Json
  } catch (cause) {
    throw new GatewayFailure('not-json', 'The server was asked for JSON and answered with something else.', { status: 502, cause })
  }
}

function mediaType(contentType: string | null): string {
  return contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
}

function decoderFor(contentType: string | null): TextDecoder {
  const label = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label)
  } catch {
    // A charset that nobody knows: UTF-8 shows what can be shown and marks the rest.
    return new TextDecoder()
  }
}

async function nextWithin<T>(iterator: AsyncIterator<T>, ms: number, clock: Clock, abort: AbortController): Promise<IteratorResult<T>> {
  const cancel = new AbortController()
  const idle = wait(clock, ms, cancel.signal).then(
    () => {
      const failure = new GatewayFailure('timeout', 'The server stopped sending in the middle of its answer. Try again later.', {
        status: 504,
        again: 'person',
      })
      abort.abort(failure)
      throw failure
    },
    // The timer was cancelled because the chunk arrived: the race is over.
    () => new Promise<never>(() => {}),
  )
  try {
    return await Promise.race([iterator.next(), idle])
  } finally {
    cancel.abort()
  }
}
