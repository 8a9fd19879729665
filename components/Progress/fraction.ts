import { asNumber } from '../read-field.ts'

/** How much of `max` (100 where it is no number above zero) `value` is: 0 to 1. */
export function fraction(value: unknown, max: unknown): number {
  const whole = asNumber(max) ?? 100
  const part = asNumber(value) ?? 0
  if (whole <= 0) return part > 0 ? 1 : 0
  return Math.min(1, Math.max(0, part / whole))
}
