/** The operations of one edit, one after the other, and the verdict on all of them. */
import { own } from '../check/kinds.ts'
import { loadBlueprint } from '../check/load-blueprint.ts'
import { type Finding, placeFindings, textOf } from '../check/report.ts'
import type { Fix, Issue } from '../issue.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer, parsePointer } from '../json/pointer.ts'
import { LIMITS } from '../limits.ts'
import { applyOp } from './apply-op.ts'
import { type AppliedEdit, type CheckedOp, type Edit, isRefusal, type Refusal } from './edit.ts'
import { isNamed } from './find-node.ts'
import { withNodeIds, withoutNodeIds } from './node-ids.ts'
import { MOST_OPS, readHead, readOp } from './read-op.ts'
import { createWrittenPlaces } from './written-places.ts'

export interface EditRun {
  /** Checks the next operation against the document as changed so far, and applies it if it holds. `text` is what places are named in. */
  next(op: Json, text: () => string): CheckedOp
  /** The verdict, once all operations are in: of the edit and of the app that it makes. */
  finish(edit: Json, text: () => string): AppliedEdit
  /** The document as changed so far; it may be one that does not pass the check yet. */
  document(): JsonObject
}

/** With so many operations that do not hold, those after them say nothing new and are not looked at. */
const MOST_REFUSED = 20
/** Removals are looked for in this many earlier documents when a name leads nowhere any more. */
const MOST_LOOKED_BACK = 20
/** Checks of versions in between, to find the operation behind an issue of the app. */
const MOST_CHECKS = 16

export function createEditRun(base: JsonObject, hash: string): EditRun {
  let working = withNodeIds(base)
  /** The document before the first operation, after it, … */
  const versions: JsonObject[] = [working]
  const findings: Finding[] = []
  const changes: string[] = []
  const written = createWrittenPlaces()
  let count = 0

  const apply = (index: number, raw: Json): Refusal | string => {
    const read = readOp(raw)
    if (isRefusal(read)) return read
    const step = applyOp(working, read.form, read.op)
    if (isRefusal(step)) return explainRemoval(step, read.op)
    working = step.document
    written.add(index, step)
    return step.change
  }

  /** What an earlier operation took away is not merely missing. */
  const explainRemoval = (refusal: Refusal, op: JsonObject): Refusal => {
    const target = own(op, 'node')
    if (refusal.code !== 'edit-node-none' || target === undefined || refusal.at.length > 1) return refusal
    const earlier = [...versions.entries()].filter(([index, version]) => version !== working && version !== versions[index + 1]).slice(-MOST_LOOKED_BACK)
    for (const [index, version] of earlier.toReversed())
      if (isNamed(version, target as string | JsonObject))
        return {
          code: 'edit-removed',
          at: refusal.at,
          message: `Operation ${index + 1} has taken this component away or changed what it is known by: name it as it is after that, or put this operation before it.`,
        }
    return refusal
  }

  return {
    document: () => withoutNodeIds(working),
    next(op, text) {
      const index = count
      count += 1
      if (index >= MOST_OPS || findings.length > MOST_REFUSED) return { index, issues: [], change: null }
      if (findings.length === MOST_REFUSED) {
        findings.push(tooMany)
        return { index, issues: placeFindings([tooMany], text()), change: null }
      }
      const outcome = apply(index, op)
      versions.push(working)
      if (typeof outcome === 'string') {
        changes.push(outcome)
        return { index, issues: [], change: outcome }
      }
      const finding = findingOf(outcome, ['ops', index])
      findings.push(finding)
      return { index, issues: placeFindings([finding], text()), change: null }
    },
    finish(edit, text) {
      const found = [...readHead(edit, hash).map(refusal => findingOf(refusal, [])), ...findings]
      const readable = found.every(({ code, at }) => code !== 'not-an-edit' || at !== '') ? (edit as unknown as Edit) : null
      const refused = (): AppliedEdit => ({ document: null, issues: placeFindings(found, text()), changes, edit: readable })
      if (found.length > 0) return refused()
      const size = JSON.stringify(withoutNodeIds(working)).length
      if (size > LIMITS.documentCharacters) {
        found.push({
          code: 'too-long',
          severity: 'error',
          at: '',
          message: `A blueprint has at most ${LIMITS.documentCharacters} characters; with this edit it would have ${size}.`,
        })
        return refused()
      }
      const loaded = loadBlueprint(withoutNodeIds(working))
      const before = new Set(
        loadBlueprint(base)
          .issues.filter(({ severity }) => severity === 'note')
          .map(keyOf),
      )
      const trace = createTrace(versions)
      for (const issue of loaded.issues) if (issue.severity === 'error' || !before.has(keyOf(issue))) found.push(toEditFinding(issue, written.sourceOf, trace))
      if (loaded.issues.some(({ severity }) => severity === 'error')) return refused()
      return { document: loaded.document, issues: placeFindings(found, text()), changes, edit: readable }
    },
  }
}

const tooMany: Finding = {
  code: 'too-many-issues',
  severity: 'error',
  at: '/ops',
  message: `More than ${MOST_REFUSED} operations do not hold: mend these first. The others were not looked at.`,
}

/** For a value that is no text, places are named in the one that it has when it is printed. */
export const printedText = (edit: Json) => () => textOf(edit)

function findingOf({ code, at, message, suggestion, instead }: Refusal, prefix: Path): Finding {
  const pointer = formatPointer([...prefix, ...at])
  const fix: Fix | undefined = instead === undefined ? undefined : { title: `Write ${JSON.stringify(instead)}`, edits: [{ set: pointer, value: instead }] }
  return { code, severity: 'error', at: pointer, message, ...(suggestion !== undefined && { suggestion }), ...(fix !== undefined && { fix }) }
}

const keyOf = ({ code, message }: Issue): string => `${code}\n${message}`

/** An issue of the app, at the place in the edit that caused it, as far as that can be said. */
function toEditFinding(issue: Issue, sourceOf: (at: Path) => Path | undefined, trace: (issue: Issue) => number | null): Finding {
  const { code, severity, at, message, suggestion } = issue
  const source = sourceOf(parsePointer(at) ?? [])
  const said = suggestion === undefined ? {} : { suggestion }
  if (source !== undefined) {
    const fix = fixInEdit(issue.fix, sourceOf)
    return { code, severity, at: formatPointer(source), message, ...said, ...(fix && { fix }) }
  }
  const culprit = severity === 'error' ? trace(issue) : null
  const place = at === '' ? '' : ` (It is at ${at} of the app.)`
  return { code, severity, at: culprit === null ? '' : formatPointer(['ops', culprit]), message: `${message}${place}`, ...said }
}

/** A repair of the app is one of the edit where all that it touches was written by the edit. */
function fixInEdit(fix: Fix | undefined, sourceOf: (at: Path) => Path | undefined): Fix | undefined {
  if (!fix) return undefined
  const moved = (pointer: string): string | undefined => {
    const path = parsePointer(pointer) ?? []
    // Where a key comes or goes, what holds it must be the edit's own.
    const holder = sourceOf(path.slice(0, -1))
    return holder && formatPointer([...holder, ...path.slice(-1)])
  }
  const edits = fix.edits.map(edit => {
    if ('offset' in edit) return undefined
    const to = moved('set' in edit ? edit.set : 'remove' in edit ? edit.remove : edit.rename)
    if (to === undefined) return undefined
    return 'set' in edit ? { ...edit, set: to } : 'remove' in edit ? { remove: to } : { ...edit, rename: to }
  })
  return edits.every(edit => edit !== undefined) ? { title: fix.title, edits } : undefined
}

/** The operation with which an issue came to be, found by checking the versions in between: a handful of them, by halving. */
function createTrace(versions: readonly JsonObject[]): (issue: Issue) => number | null {
  const keys = new Map<number, ReadonlySet<string>>()
  const has = (version: number, key: string): boolean => {
    const known = keys.get(version) ?? new Set(loadBlueprint(withoutNodeIds(versions[version] as JsonObject)).issues.map(keyOf))
    keys.set(version, known)
    return known.has(key)
  }
  return issue => {
    const key = keyOf(issue)
    if (has(0, key)) return null
    let [without, withIt] = [0, versions.length - 1]
    while (withIt - without > 1) {
      if (keys.size >= MOST_CHECKS) return null
      const middle = (without + withIt) >> 1
      if (has(middle, key)) withIt = middle
      else without = middle
    }
    return withIt - 1
  }
}
