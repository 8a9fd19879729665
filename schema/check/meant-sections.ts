import type { FixEdit } from '../issue.ts'
import type { JsonObject } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import type { Advice } from './advice.ts'
import { entriesOf, recordOf } from './kinds.ts'
import type { Finding } from './report.ts'
import { sectionMeantBy } from './shape.ts'

export interface MeantSections {
  readonly document: JsonObject
  /** A finding in `document` with the places of the document as it is written. */
  toWritten(finding: Finding): Finding
}

/** The document with its misspelt sections under the names that were meant, so that what they declare is known to the rest. */
export function readSections(written: JsonObject, advice: Advice | null): MeantSections {
  if (advice === null) return { document: written, toWritten: finding => finding }
  const meant = new Map<string, string>()
  for (const key of Object.keys(written)) {
    const name = sectionMeantBy(key, written, advice)
    if (name !== undefined && !meant.has(name)) meant.set(name, key)
  }
  if (meant.size === 0) return { document: written, toWritten: finding => finding }
  const names = new Map([...meant].map(([name, key]) => [key, name]))
  const place = (pointer: string): string => {
    const [, section = '', ...rest] = pointer.split('/')
    const key = meant.get(section)
    return key === undefined ? pointer : [formatPointer([key]), ...rest].join('/')
  }
  return {
    document: recordOf(entriesOf(written).map(([key, value]) => [names.get(key) ?? key, value])),
    toWritten: finding => ({
      ...finding,
      at: place(finding.at),
      ...(finding.fix && { fix: { title: finding.fix.title, edits: finding.fix.edits.map(edit => movedTo(edit, place)) } }),
    }),
  }
}

function movedTo(edit: FixEdit, place: (pointer: string) => string): FixEdit {
  if ('set' in edit) return { set: place(edit.set), value: edit.value }
  if ('remove' in edit) return { remove: place(edit.remove) }
  return 'rename' in edit ? { rename: place(edit.rename), to: edit.to } : edit
}
