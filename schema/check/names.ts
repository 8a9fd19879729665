/** Names that a document defines: how they may be written, and that each stands for one thing (B16). */
import type { Json, JsonObject, Path } from '../json/json.ts'
import { entriesOf, isText, own, shown } from './kinds.ts'
import type { Report } from './report.ts'

export const reservedNames: ReadonlySet<string> = new Set(['event', 'params', 'error', 'index'])
/** Words that a formula reads as something else. */
const words: ReadonlySet<string> = new Set('true false null undefined in new this typeof instanceof function return var let const await void delete'.split(' '))

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u

/** Whether a formula can read something under this name, with what is wrong where it cannot. */
export function nameProblem(name: string): string | null {
  if (!identifier.test(name)) return 'a name is letters, digits and _, and does not begin with a digit'
  if (words.has(name)) return `formulas read "${name}" as a word of their own`
  return name === '__proto__' ? 'that name is not allowed' : null
}

/** A name that `as`, `out` or `name` brings into scope. */
export function checkName(report: Report, value: Json, at: Path, isAction = false): string | null {
  if (!isText(value)) {
    report.error('bad-name', at, `A name is expected here; this is ${shown(value)}.`)
    return null
  }
  // An action is called by its name in steps, so that `delete` is a good one.
  const problem = isAction && words.has(value) ? null : nameProblem(value)
  if (problem !== null) report.error('bad-name', at, `"${value}" cannot be a name: ${problem}.`)
  else if (reservedNames.has(value))
    report.error('reserved-name', at, `"${value}" has a meaning of its own (${[...reservedNames].join(', ')}): choose another name.`)
  else return value
  return null
}

const namespaces = ['constants', 'state', 'data', 'derived', 'actions'] as const

/** The names of all sections that share one namespace. */
export function checkNamespace(document: JsonObject, report: Report): void {
  const owners = new Map<string, string>()
  for (const section of namespaces)
    for (const [name] of entriesOf(own(document, section))) {
      const at: Path = [section, name]
      if (checkName(report, name, at, section === 'actions') === null) continue
      const other = owners.get(name)
      if (other !== undefined)
        report.error('name-clash', at, `"${name}" is already a name in "${other}": each name stands for one thing, so rename one of them.`)
      else owners.set(name, section)
    }
}
