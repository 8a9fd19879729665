/** The environment in which formulas of one scope are evaluated (see `FormulaEnv`). */
import type { Path } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { ClockGrain, ElementOrigin, FormulaFault, ListOrigin, Meter, OriginEnv } from '../formula/contract.ts'
import type { Chance, Locale } from '../ports.ts'
import type { Scope } from './scope.ts'
import type { Turn } from './turn.ts'

export interface EnvSources {
  readonly locale: Locale
  readonly turn: Turn
  now(grain: ClockGrain): number
  report(fault: FormulaFault): void
  /** A name that nothing declares was read: an error in a complete document, something still to come while it streams (B6). */
  missing(name: string): void
}

/** The environment of an app's formulas: what they do in one turn is counted too. */
export interface AppEnv extends OriginEnv {
  readonly turn: Turn
}

/** `chance` is given in steps only. */
export function createEnv(scope: Scope, sources: EnvSources, chance: Chance | null): AppEnv {
  const meter: Meter = { lambdaCalls: 0, textMade: 0 }
  const find = (name: string) => {
    const binding = scope.find(name)
    if (!binding) sources.missing(name)
    return binding
  }
  return {
    read: (name, path) => find(name)?.read(path) ?? null,
    // The meter of whoever evaluates, which may be lent from another environment.
    call(name, args) {
      return find(name)?.call?.(args, this.meter) ?? null
    },
    now: grain => sources.now(grain),
    locale: sources.locale,
    chance,
    meter,
    turn: sources.turn,
    report: fault => sources.report(fault),
    listOrigin: (name: string, path: Path): ListOrigin | null => find(name)?.listOrigin?.(path) ?? null,
    elementOrigin: (name: string, path: Path): ElementOrigin | null => find(name)?.elementOrigin?.(path) ?? null,
  }
}

/** What an environment lends to an evaluation. */
interface Metered {
  readonly meter: Meter
  readonly turn?: Turn
}

const together = new WeakSet<Meter>()

/** One evaluation, with a meter of its own (B28). */
export function evaluateIn<E extends Metered, R>(env: E, run: (env: E) => R): R {
  const { meter, turn } = env
  if (together.has(meter)) return run(env)
  const { lambdaCalls, textMade } = meter
  meter.lambdaCalls = turn?.isSpent() ? LIMITS.lambdaCalls : 0
  meter.textMade = 0
  try {
    return run(env)
  } finally {
    turn?.spend(meter.lambdaCalls)
    meter.lambdaCalls = lambdaCalls
    meter.textMade = textMade
  }
}

/** All that `work` evaluates with the meter of `env` counts as one evaluation: what one step does to each element of a list. */
export function evaluateTogether<R>(env: Metered, work: () => R): R {
  return evaluateIn(env, ({ meter }) => {
    together.add(meter)
    try {
      return work()
    } finally {
      together.delete(meter)
    }
  })
}
