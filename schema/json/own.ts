import type { Json } from './json.ts'

/** Sets an own property, also one named `__proto__`, which by plain assignment would change the record's prototype. */
export function setOwn(record: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__') Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true })
  else record[key] = value
}
