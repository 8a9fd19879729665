/** The repairs of a formula's text, each tried against the check before it is offered. */
import { type CheckOptions, checkFormula, type FormulaIssue } from '../formula/check.ts'
import { type Argument, childrenOf, type ExpressionNode, type FormulaFault } from '../formula/expression.ts'
import { type Judgement, mend } from '../formula/repair.ts'
import { treeToFormula } from '../formula/tree-to-formula.ts'
import type { Fix } from '../issue.ts'
import type { Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import { LIMITS } from '../limits.ts'
import type { Report } from './report.ts'
import type { Scope } from './scope.ts'
import type { Walk } from './walk.ts'

/** How the text of a slot is read: the formulas in it, and how many do not parse. */
export type Reading = (text: string) => {
  readonly trees: readonly Argument[]
  readonly faults: number
  /** What stands between them; null for each formula. */
  readonly pieces?: readonly (string | null)[]
}

export interface Mender {
  /** The repair of what does not parse, or what it may have been meant as. */
  fault(fault: FormulaFault): { readonly fix?: Fix; readonly hint?: string }
  /** The repair that an issue carries, if the check agrees that it is one. */
  issue(issue: FormulaIssue): Fix | undefined
}

/** Characters of candidates that are read for one document; beyond, its issues carry no more repairs. */
const MOST_READ = 500_000
/** A text much longer than a formula is not looked through. */
const LONGEST = 2 * LIMITS.formulaCharacters
const spent = new WeakMap<Report, number>()

export function createMender(walk: Walk, text: string, at: Path, read: Reading, scope: Scope, options: CheckOptions): Mender {
  let own: Judgement | undefined
  const judge = (candidate: string): Judgement => {
    spent.set(walk.report, (spent.get(walk.report) ?? 0) + candidate.length)
    const { trees, faults: unread, pieces } = read(candidate)
    // A brace left over outside of the holes closes nothing.
    const faults = unread + (pieces ?? []).filter(piece => piece !== null && piece.split('}').length > piece.split('{').length).length
    let errors = 0
    let notes = oddities(trees, pieces ?? [])
    if (faults === 0) {
      for (const tree of trees) {
        const { issues, type } = checkFormula(tree, scope.types, options)
        for (const { severity } of issues) {
          if (severity === 'error') errors += 1
          else notes += 1
        }
        // A record among words would be shown as JSON.
        if (type.kind === 'record' && pieces !== undefined && pieces.length > 1) notes += 2
      }
    }
    return { faults, errors, notes, meaning: JSON.stringify([trees.map(treeToFormula), pieces]) }
  }
  const exhausted = () => walk.pending || text.length > LONGEST || (spent.get(walk.report) ?? 0) > MOST_READ
  const fixTo = (title: string, value: string): Fix => ({ title, edits: [{ set: formatPointer(at), value }] })
  return {
    fault(fault) {
      if (exhausted()) return {}
      // A condition that were a text would always hold: there, words with holes are another slip.
      const written = at[0] === 'derived' ? textAsFormula(text, fault) : null
      if (written !== null && isSound(judge(written))) return { fix: fixTo('Write the text as a formula', written), hint: ` Probably: ${brief(written)}.` }
      const { repair, choices } = mend(text, fault, fault.open ?? 0, judge)
      if (repair !== null) return { fix: fixTo(repair.title, repair.text), hint: ` Probably: ${brief(repair.text)}.` }
      if (choices.length === 0) return {}
      return { hint: ` ${choices.length === 1 ? 'Perhaps:' : 'Either'} ${choices.map(choice => brief(choice.text)).join(' or ')}.` }
    },
    issue({ fix, word, suggestion, from, to }) {
      const change = fix ?? (word !== undefined && suggestion !== undefined ? { title: `Change to ${suggestion}`, text: suggestion } : undefined)
      if (change === undefined || exhausted()) return undefined
      const [begin, end] = fix === undefined ? [from, to] : [fix.from ?? from, fix.to ?? to]
      const pieces = typeof change.text === 'string' ? [change.text] : change.text
      const by = pieces.map(piece => (typeof piece === 'string' ? piece : text.slice(piece.from, piece.to))).join('')
      const mended = text.slice(0, begin) + by + text.slice(end)
      own ??= judge(text)
      const after = judge(mended)
      const better =
        after.faults < own.faults || (after.faults === own.faults && (after.errors < own.errors || (after.errors === own.errors && after.notes < own.notes)))
      return better ? fixTo(change.title, mended) : undefined
    },
  }
}

const CODE = /&&|\|\||[=!]=|=>|[\p{ID_Continue}]\(|\)\s*[?:]|\s[?:]\s|\[|\]/u

/** What stands as text and reads like a formula: a sign that a quote or a bracket stands in the wrong place. */
function oddities(trees: readonly Argument[], pieces: readonly (string | null)[]): number {
  let count = 0
  for (const piece of pieces) {
    if (piece === null) continue
    if (piece.split('{').length > piece.split('}').length) count += 4
    if (/^\.[\p{ID_Start}]|^[([]/u.test(piece) || CODE.test(piece)) count += 1
  }
  const visit = (node: ExpressionNode): void => {
    if (node.kind === 'literal' && typeof node.value === 'string' && CODE.test(node.value)) count += 2
    if (node.kind === 'entry' && typeof node.key === 'string' && !/^[\p{ID_Start}_$]/u.test(node.key)) count += 1
    if (node.kind === 'template') for (const part of node.parts) if (typeof part === 'string' && CODE.test(part)) count += 2
    childrenOf(node).forEach(visit)
  }
  trees.forEach(visit)
  return count
}

function brief(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117)}…`
}

const isSound = ({ faults, errors }: Judgement): boolean => faults === 0 && errors === 0

/** Words and holes where one formula is wanted: what they say together is a formula's text of its own kind. */
function textAsFormula(text: string, { open = 0, from, to }: FormulaFault): string | null {
  const isMixed = text.includes('${') && !/[\\`]|\$\$/.test(text) && (open === 0 || (to === text.length && text[from - 1] === '}'))
  return isMixed ? `\${\`${text.trim()}\`}` : null
}
