import { createCallRate, type RateLimits } from '../call-rate.ts'
import type { Clock } from '../clock.ts'
import { GatewayFailure } from '../failure.ts'
import type { Log } from '../log.ts'
import type { Providers } from '../providers/choose.ts'
import type { Environment } from '../settings.ts'
import type { TimeLimits } from '../time-limits.ts'
import type { AskPorts } from './ask.ts'
import { createBreaker } from './breaker.ts'
import { BUDGET, type Budget, type BudgetLimits, createBudget } from './budget.ts'

/** What the questions of apps to models work with. */
export interface LlmPorts extends AskPorts {
  /** Ends the calls under way when a person stops them all. */
  readonly calls: Set<AbortController>
}

export interface LlmOptions {
  readonly budget: Budget
  readonly providers: Providers
  readonly clock: Clock
  readonly log: Log
  readonly secrets: () => readonly string[]
  readonly limits?: TimeLimits | undefined
}

/** Questions of one app to models: fewer than calls to the network, as each of them costs. */
const RATE: RateLimits = { perMinute: 20, atOnce: 2, waiting: 6 }
/** An app waits for a whole answer, and a person for the app. */
const LIMITS: TimeLimits = { first: 60_000, idle: 30_000, total: 120_000 }

export function createLlmPorts({ limits = LIMITS, ...ports }: LlmOptions): LlmPorts {
  return { ...ports, limits, breaker: createBreaker(ports.clock), rate: createCallRate(ports.clock, RATE), calls: new Set() }
}

/** The budget that is kept in `home`, with the limits of the environment where none are given. Throws `settings` where these are no numbers. */
export function openBudget(home: string, env: Environment, clock: Clock, limits: BudgetLimits = limitsIn(env)): Budget {
  return createBudget(home, clock, limits)
}

function limitsIn(env: Environment): BudgetLimits {
  const read = (name: string, usual: number) => {
    const text = env[name]?.trim()
    if (!text) return usual
    if (!/^\d{1,12}$/.test(text)) throw new GatewayFailure('settings', `${name} is “${text}”, which is no number of tokens.`)
    return Number(text)
  }
  return { app: read('LLM_APP_TOKENS', BUDGET.app), all: read('LLM_DAY_TOKENS', BUDGET.all) }
}
