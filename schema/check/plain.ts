/** Values that did not come from our parser: only plain JSON within the limits goes on (S10, S34). */
import type { Json, Path } from '../json/json.ts'
import { LIMITS } from '../limits.ts'
import { createReport, type Finding } from './report.ts'

/**
 * A fresh copy of `input` if it is plain JSON, else what is wrong with it. Reads own enumerable data
 * properties only: an accessor, a symbol, a class instance or a function is refused, nothing is called.
 */
export function toPlainJson(input: unknown): { readonly value: Json | undefined; readonly findings: readonly Finding[] } {
  const report = createReport()
  let count = 0
  const refuse = (at: Path, what: string): undefined => {
    report.error('not-json', at, `A blueprint is plain JSON: ${what} cannot stand here.`)
    return undefined
  }
  const copy = (value: unknown, at: Path): Json | undefined => {
    count += 1
    if (count > LIMITS.documentCharacters / 2) return refuse(at, 'so many values')
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') return Number.isFinite(value) ? value : refuse(at, String(value))
    if (typeof value !== 'object') return refuse(at, `a ${typeof value}`)
    if (at.length > LIMITS.jsonDepth) {
      report.error('too-deep', at, `The document is nested more than ${LIMITS.jsonDepth} deep: move inner pieces into parts.`)
      return undefined
    }
    if (Array.isArray(value)) {
      const list: Json[] = []
      for (let index = 0; index < value.length; index += 1) {
        const property = Object.getOwnPropertyDescriptor(value, index)
        const element = property && 'value' in property ? copy(property.value, [...at, index]) : refuse([...at, index], 'a hole')
        if (element === undefined) return undefined
        list.push(element)
      }
      return list
    }
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) return refuse(at, 'an object of a class')
    if (Object.getOwnPropertySymbols(value).length > 0) return refuse(at, 'a symbol')
    const record: Record<string, Json> = {}
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      if (!('value' in property)) return refuse([...at, key], 'an accessor')
      const inner = copy(property.value, [...at, key])
      if (inner === undefined) return undefined
      Object.defineProperty(record, key, { value: inner, writable: true, enumerable: true, configurable: true })
    }
    return record
  }
  const value = copy(input, [])
  return { value: report.hasErrors ? undefined : value, findings: report.findings }
}
