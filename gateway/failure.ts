import type { Failure } from '../schema/issue.ts'

/**
 * Who may try again: `auto` the gateway itself, `person` only a person's press (doing it at once
 * would fail the same way), `never` until something is changed.
 */
export type Again = 'auto' | 'person' | 'never'

/**
 * A failing world or a refused request, said to a person. Its message is written by us: what a server
 * or a provider said stands in it only after `quote`, and a key never does.
 */
export class GatewayFailure extends Error implements Failure {
  readonly code: string
  /** The HTTP status of the answer that carries it. */
  readonly status: number
  readonly again: Again
  /** Milliseconds that the provider asked to be left alone. */
  readonly retryAfter: number | null

  constructor(
    code: string,
    message: string,
    options: { readonly status?: number; readonly again?: Again; readonly retryAfter?: number | null; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'GatewayFailure'
    this.code = code
    this.status = options.status ?? 400
    this.again = options.again ?? 'never'
    this.retryAfter = options.retryAfter ?? null
  }
}

/** What leaves the gateway of a failure: no cause, no stack. */
export function toFailure(failure: Failure): Failure {
  return { code: failure.code, message: failure.message }
}

/** Foreign text made fit to stand in one of our sentences: one line, no control or invisible characters, at most `length` characters. */
export function quote(text: string, length = 300): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...line]
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : line
}

/** What it says in short: for a label. */
export function firstSentence(message: string): string {
  return /^.*?[.](?=\s|$)/.exec(message)?.[0] ?? message
}

/** What lay behind it, for the log, which redacts it. */
export function causeOf(failure: GatewayFailure): string | null {
  return failure.cause instanceof Error ? quote(`${failure.cause.name}: ${failure.cause.message}`, 200) : null
}
