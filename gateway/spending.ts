import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SpendingStatus } from '../schema/protocol/spending.ts'
import type { Clock } from './clock.ts'
import { GatewayFailure } from './failure.ts'
import type { Tokens } from './one-reply.ts'

/** What a person's requests for apps and changes came to today, UTC, and the limit that they set. Apps' own questions are counted apart (`llm/budget.ts`). */
export interface Spending {
  status(): SpendingStatus
  /** Null takes the limit away. */
  setLimit(limit: number | null): void
  /** Throws `day-limit` where nothing more may be asked today. */
  require(): void
  /** One request is over; also one that was stopped or failed. */
  count(tokens: Tokens, seconds: number): void
  readonly warnings: readonly string[]
}

const NOTHING: SpendingStatus = { day: '', requests: 0, inputTokens: 0, outputTokens: 0, seconds: 0, limit: null }

/** Kept in `home`, so that a restart begins no new day. A file that cannot be read counts as nothing spent, which is said. */
export function createSpending(home: string, clock: Pick<Clock, 'now'>): Spending {
  const file = join(home, 'spending.json')
  const warnings: string[] = []
  let stored = readStored(file, message => warnings.push(message))

  function today(): SpendingStatus {
    const day = new Date(clock.now()).toISOString().slice(0, 10)
    // A clock that is set back begins no new day.
    if (day > stored.day) stored = { ...NOTHING, day, limit: stored.limit }
    return stored
  }

  function keep(next: SpendingStatus): void {
    stored = next
    try {
      mkdirSync(home, { recursive: true, mode: 0o700 })
      const temporary = `${file}.${process.pid}.new`
      writeFileSync(temporary, `${JSON.stringify(next)}\n`, { mode: 0o600 })
      renameSync(temporary, file)
    } catch (cause) {
      throw new GatewayFailure('settings-not-saved', `What was spent could not be saved in ${home}. Check that this folder can be written to.`, {
        status: 500,
        cause,
      })
    }
  }

  return {
    warnings,
    status: today,
    setLimit(limit) {
      keep({ ...today(), limit })
    },
    require() {
      const { limit, inputTokens, outputTokens } = today()
      const spent = inputTokens + outputTokens
      if (limit !== null && spent >= limit)
        throw new GatewayFailure(
          'day-limit',
          `Today’s limit of ${limit.toLocaleString('en')} tokens is used up (${spent.toLocaleString('en')}). Set another in Settings, under Models, or go on tomorrow.`,
          { status: 429 },
        )
    },
    count({ input, output }, seconds) {
      const now = today()
      keep({
        ...now,
        requests: now.requests + 1,
        inputTokens: now.inputTokens + input,
        outputTokens: now.outputTokens + output,
        seconds: Math.round((now.seconds + seconds) * 10) / 10,
      })
    },
  }
}

function readStored(file: string, warn: (message: string) => void): SpendingStatus {
  const unreadable = () => {
    warn(`What was spent on models cannot be read from ${file}; it counts as nothing.`)
    return NOTHING
  }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? NOTHING : unreadable()
  }
  try {
    const value = JSON.parse(text) as Partial<Record<keyof SpendingStatus, unknown>>
    const number = (given: unknown) => (typeof given === 'number' && Number.isFinite(given) && given >= 0 ? given : 0)
    chmodSync(file, 0o600)
    return {
      day: typeof value.day === 'string' ? value.day : '',
      requests: number(value.requests),
      inputTokens: number(value.inputTokens),
      outputTokens: number(value.outputTokens),
      seconds: number(value.seconds),
      limit: typeof value.limit === 'number' ? number(value.limit) : null,
    }
  } catch {
    return unreadable()
  }
}
