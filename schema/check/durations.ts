/** Places that take a time span. */
import { durationMilliseconds } from '../durations.ts'
import type { Json, Path } from '../json/json.ts'
import { isText, shown } from './kinds.ts'
import { setTo } from './repairs.ts'
import type { Walk } from './walk.ts'

const words: ReadonlyMap<string, string> = new Map(
  Object.entries({ ms: ['msec', 'millis', 'millisecond'], s: ['sec', 'second'], m: ['min', 'minute'], h: ['hr', 'hour'], d: ['day'] }).flatMap(
    ([unit, names]) => [unit, ...names, ...names.map(name => `${name}s`)].map(name => [name, unit] as const),
  ),
)

/** A number with a unit, whether or not there is such a unit: no formula. */
export function looksLikeDuration(value: Json): boolean {
  return isText(value) && /^\s*\d+(?:\.\d+)?\s*\p{L}+\s*$/u.test(value)
}

/** Reports what is no time span, or one of less than `least` milliseconds. */
export function checkDuration(walk: Walk, value: Json, at: Path, least: number): void {
  const ms = durationMilliseconds(value)
  if (ms === null) {
    const meant = meantDuration(value)
    walk.report.error(
      'wrong-value',
      at,
      `A time span is expected here, "300ms", "30s", "5m", "1h", "2d" or a number of milliseconds; this is ${shown(value)}.`,
      {
        suggestion: meant,
        ...setTo(at, meant),
      },
    )
  } else if (ms < least) walk.report.error('out-of-bounds', at, `This is at least ${least} milliseconds; it is ${ms}.`)
}

function meantDuration(value: Json): string | undefined {
  const found = isText(value) ? /^\s*(\d+(?:\.\d+)?)\s*(\p{L}+)\.?\s*$/u.exec(value) : null
  const unit = words.get(found?.[2]?.toLowerCase() ?? '')
  return unit === undefined ? undefined : `${found?.[1]}${unit}`
}
