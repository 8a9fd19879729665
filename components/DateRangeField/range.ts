import { dayToText, textToDay } from '../DateField/day.ts'

/** `{ start, end }` of whatever the state holds there; what is no day is null. */
export function readRange(value: unknown): { readonly start: string | null; readonly end: string | null } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { start: null, end: null }
  return { start: readDay(value, 'start'), end: readDay(value, 'end') }
}

function readDay(value: object, name: 'start' | 'end'): string | null {
  const day = Object.hasOwn(value, name) ? textToDay((value as Readonly<Record<string, unknown>>)[name]) : null
  return day && dayToText(day)
}
