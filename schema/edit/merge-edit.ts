/** An edit of an earlier version, for the version that there is now. */
import type { JsonObject, Path } from '../json/json.ts'
import { applyEdit } from './apply-edit.ts'
import { describeDifferences } from './differences.ts'
import type { Edit } from './edit.ts'
import { editBetween } from './edit-between.ts'

export interface Merging {
  /** The version that the edit was made for, and its hash. */
  readonly base: JsonObject
  readonly baseHash: string
  readonly current: JsonObject
  readonly currentHash: string
}

export type Merged =
  /** The same change as an edit of the current version. */
  | { readonly kind: 'merged'; readonly edit: Edit }
  /** Both changed one thing: what became of it here, and what the edit would have made of it, in words. */
  | { readonly kind: 'conflict'; readonly here: readonly string[]; readonly there: readonly string[] }
  /** The edit does not hold for the version that it was made for either. */
  | { readonly kind: 'refused'; readonly message: string }

/**
 * What the edit changes has to be untouched since: no path that it writes lies on one that was written since, or the other way
 * round. A list of which elements came or went counts as a whole.
 */
export function mergeEdit(edit: unknown, { base, baseHash, current, currentHash }: Merging): Merged {
  const applied = applyEdit(base, edit, { hash: baseHash })
  if (applied.document === null)
    return { kind: 'refused', message: applied.issues.find(({ severity }) => severity === 'error')?.message ?? 'This edit does not hold.' }
  const theirs = editBetween(base, applied.document, currentHash)
  const ours = editBetween(base, current, currentHash)
  const touched = ours.ops.map(pathOf)
  const clash = theirs.ops.some(op => touched.some(path => overlap(path, pathOf(op))))
  if (clash) return { kind: 'conflict', here: describeDifferences(base, current), there: describeDifferences(base, applied.document) }
  return { kind: 'merged', edit: applied.edit?.say === undefined ? theirs : { ...theirs, say: applied.edit.say } }
}

const pathOf = (op: JsonObject): Path => (op.put ?? op.drop) as Path

const overlap = (a: Path, b: Path): boolean => {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return false
  return true
}
