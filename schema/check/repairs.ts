/** The repairs that most issues offer: the nearest name in place of the wrong one. */
import type { Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import type { Extra } from './report.ts'

/** The value at `at` is a name: the suggestion in its place. */
export function changeTo(at: Path, suggestion: string | undefined): Extra {
  if (suggestion === undefined) return {}
  return { suggestion, fix: { title: `Change to ${suggestion}`, edits: [{ set: formatPointer(at), value: suggestion }] } }
}

/** The key at `at` is a name: the suggestion in its place. */
export function renameTo(at: Path, suggestion: string | undefined): Extra {
  if (suggestion === undefined) return {}
  return { suggestion, fix: { title: `Rename to ${suggestion}`, edits: [{ rename: formatPointer(at), to: suggestion }] } }
}

/** The end of a message: `: did you mean "x"?`, else what is said instead. */
export function orElse(suggestion: string | undefined, otherwise: string): string {
  return suggestion === undefined ? otherwise : `: did you mean "${suggestion}"?`
}
