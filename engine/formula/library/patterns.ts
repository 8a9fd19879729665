/** The named patterns of `matches`: each reads a text once, with no way back over it (S38). */
import { readDate } from './calendar.ts'

const shaped = (longest: number, shape: RegExp) => (text: string) => text.length <= longest && shape.test(text)

export const patterns: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['email', shaped(254, /^[^\s@]{1,64}@(?:[^\s@.]+\.)+[^\s@.]{2,}$/)],
  ['url', (text: string) => shaped(2048, /^https?:\/\/[^\s]+$/i)(text) && URL.canParse(text)],
  ['phone', (text: string) => shaped(32, /^\+?[\d\s()./-]+$/)(text) && /^\d{5,15}$/.test(text.replace(/\D/g, ''))],
  ['digits', (text: string) => /^\d+$/.test(text)],
  ['slug', (text: string) => /^[a-z0-9-]+$/.test(text) && !/^-|--|-$/.test(text)],
  ['uuid', shaped(36, /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i)],
  ['hex', (text: string) => /^[\da-f]+$/i.test(text)],
  ['iso-date', (text: string) => readDate(text) !== null],
  ['time', shaped(8, /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/)],
])
