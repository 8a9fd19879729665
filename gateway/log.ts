import type { Json } from '../schema/json/json.ts'
import type { Clock } from './clock.ts'

export type LogFields = { readonly [name: string]: Json | undefined }

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

export interface LogOptions {
  readonly clock: Clock
  /** Takes one line, its line feed included. */
  readonly write: (line: string) => void
  /** What must never be written, asked for at every line: keys may change while the gateway runs. */
  readonly secrets: () => readonly string[]
}

/** Keys of the providers' usual forms, in case one arrives in a text that we did not expect. */
const KEY_LIKE = /\b(?:sk|pk|rk|gsk|xai|key)-[A-Za-z0-9_-]{12,}|\bBearer\s+[A-Za-z0-9._~+/-]{12,}=*|\bAIza[A-Za-z0-9_-]{30,}/g

/** `text` without any of `secrets` and without anything that looks like a provider's key. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) if (secret.length >= 4) clean = clean.replaceAll(secret, '[redacted]')
  return clean.replace(KEY_LIKE, '[redacted]')
}

/** Characters that a terminal or a log reader would act on and that JSON.stringify leaves as they are. */
const UNSAFE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/**
 * A log of one JSON object a line: `{ time, level, event, … }`. Every string is redacted before it is
 * written, and no control or direction character survives, so that a line is a line (S47, S50).
 */
export function createLog({ clock, write, secrets }: LogOptions): Log {
  const put = (level: string, event: string, fields: LogFields = {}) => {
    const hidden = secrets()
    const entry = { time: new Date(clock.now()).toISOString(), level, event, ...fields }
    const line = JSON.stringify(entry, (_, value) => (typeof value === 'string' ? redact(value, hidden) : value))
    write(`${line.replace(UNSAFE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`)
  }
  return {
    info: (event, fields) => put('info', event, fields),
    warn: (event, fields) => put('warn', event, fields),
    error: (event, fields) => put('error', event, fields),
  }
}
