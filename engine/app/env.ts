/** The environment in which formulas of one scope are evaluated (see `FormulaEnv`). */
import type { Json, Path } from '../../schema/json/json.ts'
import type { ClockGrain, ElementOrigin, Evaluate, FormulaFault, ListOrigin, Meter, OriginEnv } from '../formula/contract.ts'
import type { Chance, Locale } from '../ports.ts'
import type { Scope } from './scope.ts'

export interface EnvSources {
  readonly locale: Locale
  now(grain: ClockGrain): number
  report(fault: FormulaFault): void
  /** A name that nothing declares was read: an error in a complete document, something still to come while it streams (B6). */
  missing(name: string): void
}

/** `chance` is given in steps only. */
export function createEnv(scope: Scope, sources: EnvSources, chance: Chance | null): OriginEnv {
  const find = (name: string) => {
    const binding = scope.find(name)
    if (!binding) sources.missing(name)
    return binding
  }
  return {
    read: (name, path) => find(name)?.read(path) ?? null,
    call: (name, args) => find(name)?.call?.(args) ?? null,
    now: grain => sources.now(grain),
    locale: sources.locale,
    chance,
    meter: { lambdaCalls: 0, textMade: 0 },
    report: fault => sources.report(fault),
    listOrigin: (name: string, path: Path): ListOrigin | null => find(name)?.listOrigin?.(path) ?? null,
    elementOrigin: (name: string, path: Path): ElementOrigin | null => find(name)?.elementOrigin?.(path) ?? null,
  }
}

/** One evaluation, with a meter of its own (B28). */
export function evaluateIn<E extends { readonly meter: Meter }>(env: E, run: (env: E) => Json): Json {
  const { meter } = env
  const { lambdaCalls, textMade } = meter
  meter.lambdaCalls = 0
  meter.textMade = 0
  try {
    return run(env)
  } finally {
    meter.lambdaCalls = lambdaCalls
    meter.textMade = textMade
  }
}

export type { Evaluate }
