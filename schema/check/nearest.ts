/** Which name a wrong one was meant as, and whether that is certain enough to write it so. */
import { distance } from '../formula/did-you-mean.ts'

export interface Near {
  readonly name: string
  /** No other name is as near, so that a repair may use it. */
  readonly sure: boolean
}

/** What is longer is no name that somebody mistook, and takes long to compare. */
const LONGEST = 100

/**
 * The candidate that a wrong name most likely meant: the same but for capitals, `_`, `-` or what stands before a point (`parts.Card`), else the
 * nearest by letters lost, added, changed or swapped with their neighbour, up to a third of the name. Of equals counts the one that shares more
 * of its beginning and end; what is still equal is not `sure`, nor is a name that only begins like it.
 */
export function nearest(name: string, candidates: Iterable<string>): Near | undefined {
  if (name.length > LONGEST) return undefined
  const all = [...new Set(candidates)].filter(candidate => candidate !== name && candidate.length <= LONGEST)
  const same = all.filter(candidate => plain(candidate) === plain(name))
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1)
  const exact = same[0] ?? all.find(candidate => candidate === last)
  if (exact !== undefined) return { name: exact, sure: same.length < 2 }
  if (name.length < 2) return undefined
  const wanted = name.toLowerCase()
  const bound = Math.max(1, Math.floor(name.length / 3)) + 1
  const ranked = all
    .filter(candidate => Math.abs(candidate.length - name.length) < bound)
    .map(candidate => ({ candidate, far: distance(wanted, candidate.toLowerCase(), bound), shared: sharedLetters(wanted, candidate.toLowerCase()) }))
    .filter(({ far }) => far < bound)
    .sort((a, b) => a.far - b.far || b.shared - a.shared)
  const [first, second] = ranked
  if (first) return { name: first.candidate, sure: second === undefined || second.far > first.far || second.shared < first.shared }
  const begun = name.length < 4 ? [] : all.filter(candidate => candidate.length >= 4 && (candidate.startsWith(name) || name.startsWith(candidate)))
  return begun.length === 1 ? { name: begun[0] as string, sure: false } : undefined
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[_\-\s]/g, '')

/** Letters that two words have in common at their beginning and end. */
function sharedLetters(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let before = 0
  while (before < most && a[before] === b[before]) before += 1
  let after = 0
  while (after < most - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after += 1
  return before + after
}

/** The nearest name, or one that is as near and `fits` what else is known. */
export function nearestFitting(name: string, candidates: Iterable<string>, fits: (candidate: string) => boolean): Near | undefined {
  const all = [...candidates]
  const near = nearest(name, all)
  if (near === undefined || (near.sure && fits(near.name))) return near
  const fitting = nearest(name, all.filter(fits))
  if (fitting === undefined) return near
  const far = (other: string): number => distance(name.toLowerCase(), other.toLowerCase())
  return far(fitting.name) <= far(near.name) ? fitting : near
}
