import { GatewayFailure, quote } from '../failure.ts'
import { redact } from '../log.ts'

interface Fault {
  readonly status: number | null
  readonly type: string
  readonly text: string
  readonly retryAfter: number | null
  /** Codes and names along the chain of causes. */
  readonly codes: readonly string[]
}

const SPENT = /insufficient_quota|credit balance|billing|spend(?:ing)?[ _-]limit|current quota|payment required|out of credits/i
const TOO_LONG = /context[ _](?:length|window)|prompt is too long|maximum context|too many tokens|request_too_large/i

/**
 * What went wrong with a provider, in plain words and with the remedy; which of it the gateway itself
 * may try again. `name` and `model` are for the message, `now` (ms) for a `retry-after` that is a date.
 * What the provider said is quoted only where it helps, and never where it could hold the key.
 */
export function explainProviderError(error: unknown, name: string, model: string, secrets: readonly string[], now: number): GatewayFailure {
  const own = findOwn(error)
  if (own !== null) return own
  const fault = readFault(error, now)
  const said = redact(quote(fault.text, 200), secrets)
  const quoted = said === '' || /^(?:\d{3} )?\s*</.test(said) ? '' : ` It said: “${said}”`
  const { status, retryAfter } = fault
  const make = (code: string, message: string, again: GatewayFailure['again'], answer = 502) =>
    new GatewayFailure(code, message, { again, status: answer, retryAfter, cause: error })

  if (status === 402 || SPENT.test(fault.type) || SPENT.test(fault.text))
    return make(
      'spend-limit',
      `${name} refused because the account's credit or spending limit is used up. Top it up or raise the limit there, or choose another provider in Settings.`,
      'person',
    )
  if (status === 401 || fault.type === 'authentication_error' || fault.type === 'invalid_api_key')
    return make('key-refused', `${name} did not accept the key. Set a valid key in Settings.`, 'never')
  if (status === 403 || fault.type === 'permission_error')
    return make('not-permitted', `${name} does not let this key use ${model}. Choose another model in Settings, or a key that may.`, 'never')
  if (status === 404 || fault.type === 'not_found_error')
    return make('model-unknown', `${name} does not know the model ${model}. Choose another in Settings.`, 'never')
  if (status === 413 || TOO_LONG.test(fault.type) || TOO_LONG.test(fault.text))
    return make('too-long', `What was asked is too long for ${model}. Shorten the prompt, or choose a model that takes more.`, 'never')
  if (status === 429 || /rate_limit/.test(fault.type))
    return make('rate-limited', `${name} is limiting how often it may be asked. Wait a little and try again.`, 'auto')
  if (status === 529 || /overloaded/.test(fault.type) || /overloaded/i.test(fault.text))
    return make('overloaded', `${name} is overloaded at the moment. Try again in a minute.`, 'auto')
  if (status === 408 || status === 409 || fault.codes.some(code => /Timeout|TIMEOUT|TIMEDOUT/.test(code)))
    return make('timeout', `${name} did not answer in time. Try again.`, 'auto', 504)
  if (status !== null && status >= 500) return make('provider-error', `${name} has a fault on its side (${status}). Try again in a minute.`, 'auto')
  if (status !== null && status >= 400) return make('request-refused', `${name} refused the request (${status}).${quoted}`, 'never')
  if (fault.codes.some(code => /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(code)))
    return make(
      'unreachable',
      `${name} could not be reached. Check that it is running and that this machine is online, or choose another provider in Settings.`,
      'person',
    )
  if (fault.codes.includes('SyntaxError')) return make('garbled', `${name} sent something that could not be read. Try again.`, 'auto')
  if (/api_error|server_error|internal/i.test(fault.type))
    return make('provider-error', `${name} broke off with a fault on its side. Try again in a minute.`, 'auto')
  return make('cut-off', `The connection to ${name} broke off. Try again.${fault.type !== '' ? quoted : ''}`, 'auto')
}

/** The reply ended without the provider's saying so. */
export function cutOff(name: string): GatewayFailure {
  return new GatewayFailure('cut-off', `The reply of ${name} broke off before its end. Try again; what arrived is kept.`, {
    status: 502,
    again: 'auto',
  })
}

function findOwn(error: unknown): GatewayFailure | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) if (at instanceof GatewayFailure) return at
  return null
}

function readFault(error: unknown, now: number): Fault {
  const codes: string[] = []
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    codes.push(at.name, at.constructor.name)
    const code: unknown = Reflect.get(at, 'code')
    if (typeof code === 'string') codes.push(code)
  }
  if (typeof error !== 'object' || error === null) return { status: null, type: '', text: String(error), retryAfter: null, codes }
  const status: unknown = Reflect.get(error, 'status') ?? Reflect.get(error, 'status_code')
  const headers: unknown = Reflect.get(error, 'headers')
  return {
    status: typeof status === 'number' ? status : null,
    type: [
      field(error, 'type'),
      field(error, 'code'),
      field(error, 'errorCode'),
      field(Reflect.get(error, 'error'), 'type'),
      field(field(Reflect.get(error, 'error'), 'error'), 'type'),
    ]
      .filter(part => typeof part === 'string')
      .join(' '),
    text: error instanceof Error ? error.message : '',
    retryAfter: headers instanceof Headers ? readRetryAfter(headers, now) : null,
    codes,
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** Milliseconds that `retry-after-ms` or `retry-after` (seconds or a date) ask for. */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const exact = Number(headers.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(exact) && exact >= 0) return exact
  const text = headers.get('retry-after')
  if (text === null) return null
  const seconds = Number(text)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
