import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { GatewayFailure } from '../failure.ts'
import type { Tokens } from '../one-reply.ts'

export interface BudgetLimits {
  /** Tokens of one app in a day, in and out. */
  readonly app: number
  /** Of all apps. */
  readonly all: number
}

export const BUDGET: BudgetLimits = { app: 100_000, all: 400_000 }

export interface Spent {
  readonly all: number
  readonly apps: Readonly<Record<string, number>>
}

/**
 * What apps may spend on models in a day (S40), UTC. What a call may come to is held back before it begins, so that calls at the same time
 * cannot spend together what each alone may; it is counted when it is over, also where it failed.
 */
export interface Budget {
  readonly limits: BudgetLimits
  spent(): Spent
  /** A person stopped all calls of apps; kept over restarts. */
  readonly stopped: boolean
  setStopped(stopped: boolean): void
  /** Throws `budget`. `most` is what the call may come to; gives what counts what it came to. */
  hold(app: string, most: number): (tokens: Tokens) => void
  readonly warnings: readonly string[]
}

interface Stored {
  day: string
  stopped: boolean
  apps: Map<string, number>
}

/** How many apps are told apart in the file: instances are not for ever. */
const APPS = 1000

/** Kept in `home`, so that a restart begins no new day. A file that cannot be read counts as nothing spent, which is said. */
export function createBudget(home: string, clock: Pick<Clock, 'now'>, limits: BudgetLimits = BUDGET): Budget {
  const file = join(home, 'llm.json')
  const warnings: string[] = []
  const stored = readStored(file, message => warnings.push(message))
  const held = new Map<string, number>()
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0)

  function today(): Map<string, number> {
    const day = new Date(clock.now()).toISOString().slice(0, 10)
    // A clock that is set back begins no new day.
    if (day > stored.day) Object.assign(stored, { day, apps: new Map() })
    return stored.apps
  }

  function save(): void {
    try {
      mkdirSync(home, { recursive: true, mode: 0o700 })
      const temporary = `${file}.${process.pid}.new`
      writeFileSync(temporary, `${JSON.stringify({ day: stored.day, stopped: stored.stopped, apps: Object.fromEntries(stored.apps) })}\n`, { mode: 0o600 })
      renameSync(temporary, file)
    } catch (cause) {
      throw new GatewayFailure('settings-not-saved', `What was spent could not be saved in ${home}. Check that this folder can be written to.`, {
        status: 500,
        cause,
      })
    }
  }

  return {
    limits,
    warnings,
    spent: () => ({ all: sum(today()), apps: Object.fromEntries(today()) }),
    get stopped() {
      return stored.stopped
    },
    setStopped(stopped) {
      stored.stopped = stopped
      save()
    },
    hold(app, most) {
      const apps = today()
      const own = (apps.get(app) ?? 0) + (held.get(app) ?? 0)
      if (own + most > limits.app) throw overBudget('This app has', limits.app)
      if (sum(apps) + sum(held) + most > limits.all) throw overBudget('Your apps together have', limits.all)
      held.set(app, (held.get(app) ?? 0) + most)
      let counted = false
      return ({ input, output }) => {
        if (counted) return
        counted = true
        const rest = (held.get(app) ?? 0) - most
        if (rest > 0) held.set(app, rest)
        else held.delete(app)
        const now = today()
        now.set(app, (now.get(app) ?? 0) + input + output)
        for (const oldest of now.keys()) if (now.size > APPS) now.delete(oldest)
        save()
      }
    },
  }
}

function overBudget(who: string, limit: number): GatewayFailure {
  return new GatewayFailure(
    'budget',
    `${who} used up what may be spent on models in a day, ${limit.toLocaleString('en')} tokens, or would with this. It goes on tomorrow; LLM_APP_TOKENS and LLM_DAY_TOKENS set other limits.`,
    { status: 429 },
  )
}

function readStored(file: string, warn: (message: string) => void): Stored {
  const empty: Stored = { day: '', stopped: false, apps: new Map() }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') warn(`What apps spent on models cannot be read from ${file}; it counts as nothing.`)
    return empty
  }
  try {
    const value = JSON.parse(text) as { readonly day?: unknown; readonly stopped?: unknown; readonly apps?: Record<string, unknown> }
    const apps = Object.entries(value.apps ?? {}).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]) && (entry[1] as number) >= 0)
    chmodSync(file, 0o600)
    return { day: typeof value.day === 'string' ? value.day : '', stopped: value.stopped === true, apps: new Map(apps) }
  } catch {
    warn(`What apps spent on models cannot be read from ${file}; it counts as nothing.`)
    return empty
  }
}
