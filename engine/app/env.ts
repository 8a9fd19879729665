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

/** What counts for one or more environments. Each evaluation begins anew on it, also one in the middle of another. */
export interface AppMeter extends Meter {
  /** What is evaluated at the moment is one evaluation, of however many formulas. */
  isShared: boolean
}

export function createMeter(): AppMeter {
  return { lambdaCalls: 0, textMade: 0, isShared: false }
}

/** `chance` is given in steps only. */
export function createEnv(scope: Scope, sources: EnvSources, chance: Chance | null, meter: AppMeter = createMeter()): AppEnv {
  return new ScopeEnv(scope, sources, chance, meter)
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

/** So many characters made count as one step of a turn, as a power of two: 32. */
const TEXT_SHIFT = 5

/** What an environment lends to an evaluation. */
interface Metered {
  readonly meter: Meter & { isShared?: boolean }
  readonly turn?: Turn
}

/** One evaluation, with a meter of its own (B28); null where the turn has nothing left. */
export function evaluateIn<E extends Metered, R>(env: E, run: (env: E) => R): R | null {
  return env.turn?.isSpent() ? null : metered(env, run)
}

function metered<E extends Metered, R>(env: E, run: (env: E) => R): R {
  const { meter, turn } = env
  if (meter.isShared) return run(env)
  const { lambdaCalls, textMade } = meter
  // Past its limit before it begins: it ends at once.
  meter.lambdaCalls = turn?.isSpent() ? LIMITS.lambdaCalls + 1 : 0
  meter.textMade = 0
  turn?.begin()
  try {
    return run(env)
  } finally {
    turn?.end(meter.lambdaCalls + (meter.textMade >> TEXT_SHIFT))
    meter.lambdaCalls = lambdaCalls
    meter.textMade = textMade
  }
}

/** All that `work` evaluates with the meter of `env` counts as one evaluation: what one step does to each element of a list. */
export function evaluateTogether<R>(env: Metered, work: () => R): R {
  const { meter } = env
  if (meter.isShared) return work()
  return metered(env, () => {
    meter.isShared = true
    try {
      return work()
    } finally {
      meter.isShared = false
    }
  })
}
