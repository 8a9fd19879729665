/** The formula library in one paragraph for the prompt: names, and arguments only where a name does not say them. */
import { type LibraryFunction, library } from '../formula/library.ts'

/** What stands behind a name. A function that is missing here is listed by its name alone. */
const notes: ReadonlyMap<string, string> = new Map([
  ['sum', '(list, fn|field)'],
  ['reduce', '(list, (acc, x) => …, init)'],
  ['sort', "(list, fn|field, 'desc'?)"],
  ['group', '(list, fn|field, agg?) → [{key, value}]'],
  ['range', '(n) or (a, b)'],
  ['entries', '→ [{key, value}]'],
  ['round', '(x, digits?)'],
  ['clamp', '(x, lo, hi)'],
  ['pad', "(x, n, '0')"],
  ['matches', "(text, 'email'|'url'|'phone'|'digits')"],
  ['weekday', '(1 = Monday)'],
  ['diffDays', '(a, b) = b − a'],
  ['startOf', "(d, 'day'|'week'|'month'|'year')"],
  ['timeIn', '(zone, time?) → {hour, minute, date, weekday, offset…}'],
  ['atTime', "(date, 'HH:mm', zone?)"],
  ['format', "(x, 'd MMM yyyy'|'HH:mm'|'EEE'|'0.00'|'short'|'long'|'relative')"],
  ['money', '(x)'],
  ['percent', '(0.25)'],
  ['plural', "(n, 'item', 'items')"],
  ['with', '(value, v => …)'],
  ['replaceAt', '(list, i, value)'],
  ['get', '(record, key, otherwise)'],
])

export function libraryLine(): string {
  const families = new Map<string, string[]>()
  for (const entry of library.values()) {
    if (entry.stepsOnly) continue
    families.set(entry.family, [...(families.get(entry.family) ?? []), describe(entry)])
  }
  const stepsOnly = [...library.values()].filter(entry => entry.stepsOnly).map(entry => `${entry.name}()`)
  return `${[...families].map(([family, names]) => `${family}: ${names.join(' ')}`).join('\n')}
In steps only: ${stepsOnly.join(' ')}. List lambdas get (x, i); a field's name does too: sum(rows, 'amount'). x.f(a) is f(x, a); JavaScript's names work (some, length …). JSON: '\\\\n' for a new line.`
}

function describe(entry: LibraryFunction): string {
  return entry.name + (notes.get(entry.name) ?? '')
}
