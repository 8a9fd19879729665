/** The environment in which formulas of one scope are evaluated (see `FormulaEnv`). */
import type { Json, Path } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { ClockGrain, ElementOrigin, FormulaFault, ListOrigin, Meter, OriginEnv } from '../formula/contract.ts'
import type { Chance, Locale } from '../ports.ts'
import type { Binding, Scope } from './scope.ts'
import type { Turn } from './turn.ts'

export interface EnvSources {
  readonly locale: Locale
  readonly turn: Turn
  now(grain: ClockGrain): number
  report(fault: FormulaFault): void
  /** A name was looked up. One that nothing declares is an error in a complete document, something still to come while it streams (B6). */
  lookedUp(name: string, found: boolean): void
}

/** The environment of an app's formulas: what they do in one turn is counted too. */
export interface AppEnv extends OriginEnv {
  readonly turn: Turn
}

/** `chance` is given in steps only. */
export function createEnv(scope: Scope, sources: EnvSources, chance: Chance | null): AppEnv {
  return new ScopeEnv(scope, sources, chance, { lambdaCalls: 0, textMade: 0 })
}

/** The same environment, counting on another's meter. */
export function lendMeter(env: OriginEnv, meter: Meter): OriginEnv {
  return env instanceof ScopeEnv ? env.on(meter) : { ...env, meter }
}

/** There is one for each row that is drawn, so what it does stands in the class. */
class ScopeEnv implements AppEnv {
  readonly chance: Chance | null
  readonly meter: Meter
  readonly #scope: Scope
  readonly #sources: EnvSources

  constructor(scope: Scope, sources: EnvSources, chance: Chance | null, meter: Meter) {
    this.chance = chance
    this.meter = meter
    this.#scope = scope
    this.#sources = sources
  }

  get locale(): Locale {
    return this.#sources.locale
  }

  get turn(): Turn {
    return this.#sources.turn
  }

  on(meter: Meter): ScopeEnv {
    return new ScopeEnv(this.#scope, this.#sources, this.chance, meter)
  }

  read(name: string, path: Path): Json {
    return this.#find(name)?.read(path) ?? null
  }

  // The meter of whoever evaluates, which may be lent from another environment.
  call(name: string, args: readonly Json[]): Json {
    return this.#find(name)?.call?.(args, this.meter) ?? null
  }

  now(grain: ClockGrain): number {
    return this.#sources.now(grain)
  }

  report(fault: FormulaFault): void {
    this.#sources.report(fault)
  }

  listOrigin(name: string, path: Path): ListOrigin | null {
    return this.#find(name)?.listOrigin?.(path) ?? null
  }

  elementOrigin(name: string, path: Path): ElementOrigin | null {
    return this.#find(name)?.elementOrigin?.(path) ?? null
  }

  #find(name: string): Binding | undefined {
    const binding = this.#scope.find(name)
    this.#sources.lookedUp(name, binding !== undefined)
    return binding
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
  // Past its limit before it begins: it ends at once.
  meter.lambdaCalls = turn?.isSpent() ? LIMITS.lambdaCalls + 1 : 0
  meter.textMade = 0
  turn?.begin()
  try {
    return run(env)
  } finally {
    turn?.end(meter.lambdaCalls)
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
