/** The oracle of formulas: a real JavaScript engine. For tests only, and only on texts that a test has made. */
import { compileFunction, createContext } from 'node:vm'
import type { Json, JsonObject } from '../../schema/json/json.ts'

const context = createContext(Object.create(null))

/** What JavaScript gives for the text, the fields of `data` being its variables; what JSON cannot hold is null, and -0 is 0. */
export function inJavaScript(text: string, data: JsonObject): Json {
  const keys = Object.keys(data)
  // Data is copied, as JavaScript's own methods may change it.
  const run = compileFunction(`return (${text}\n)`, keys, { parsingContext: context }) as (...args: unknown[]) => unknown
  return plain(run(...keys.map(key => structuredClone(data[key]))))
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value === undefined ? null : value), (_, inner: unknown) => (Object.is(inner, -0) ? 0 : inner)) as Json
}
