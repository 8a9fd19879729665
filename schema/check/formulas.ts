/** Formulas in their slots: parsed, checked against the names in scope, their issues put at their place in the document. */
import { checkFormulaWith } from '../formula/check-with.ts'
import type { Argument, Expression, FormulaFault } from '../formula/expression.ts'
import type { CheckOptions, FormulaCheck, FormulaIssue } from '../formula/formula-check.ts'
import { parseFormula, parseHole, parseLambda } from '../formula/parse.ts'
import { parseText } from '../formula/text.ts'
import { ANY, TEXT, type Type } from '../formula/types.ts'
import type { Path } from '../json/json.ts'
import type { Mender, Reading } from './mend-formula.ts'
import type { Scope } from './scope.ts'
import type { Walk } from './walk.ts'

/** A formula slot's text as an expression: bare, or as one whole `${…}` (B21). Offsets count from the beginning of the text. */
export type SlotFormula =
  | { readonly ok: true; readonly tree: Expression; readonly text: string }
  | { readonly ok: false; readonly faults: readonly FormulaFault[]; readonly text: string }

/**
 * Reads the text of a formula slot. A text that begins with a hole is a text with holes, so that
 * `${a} and ${b}` is no formula; any other text is a bare formula, also one with a template literal in it.
 */
export function readFormula(text: string): SlotFormula {
  const begin = text.length - text.trimStart().length
  if (text.startsWith('${', begin)) {
    const hole = parseHole(text, begin + 2)
    if (!hole.ok) return { ok: false, faults: hole.faults.map(fault => ({ ...fault, open: begin + 2 })), text }
    if (text.slice(hole.end).trim() === '') return { ok: true, tree: hole.tree, text }
    const fault = {
      code: 'syntax',
      message: 'Only one formula can stand here, with nothing beside it: ${…}.',
      from: hole.end,
      to: text.length,
      open: begin + 2,
    }
    return { ok: false, faults: [fault], text }
  }
  const parsed = parseFormula(text)
  return parsed.ok ? { ok: true, tree: parsed.tree, text } : { ok: false, faults: parsed.faults, text }
}

/** Checks a formula slot's text; gives the formula's type. */
export function checkFormulaText(walk: Walk, text: string, at: Path, scope: Scope, options: CheckOptions = {}): FormulaCheck | null {
  const formula = readFormula(text)
  const mender = walk.report.advice?.createMender(walk, text, at, readFormulaTrees, scope, options)
  if (formula.ok) return checkTree(walk, formula.tree, text, at, scope, options, mender)
  reportFaults(walk, formula.faults, text, at, mender)
  return null
}

const readFormulaTrees: Reading = text => {
  const formula = readFormula(text)
  return formula.ok ? { trees: [formula.tree], faults: 0 } : { trees: [], faults: formula.faults.length }
}

const readLambdaTrees: Reading = text => {
  const parsed = parseLambda(text)
  return parsed.ok ? { trees: [parsed.tree], faults: 0 } : { trees: [], faults: parsed.faults.length }
}

const readTextTrees: Reading = text => {
  const { parts, faults } = parseText(text)
  return { trees: parts.filter(part => typeof part !== 'string'), faults: faults.length, pieces: parts.map(part => (typeof part === 'string' ? part : null)) }
}

/** Checks a lambda slot's text (`where`). */
export function checkLambdaText(walk: Walk, text: string, at: Path, scope: Scope, options: CheckOptions): FormulaCheck | null {
  const parsed = parseLambda(text)
  const mender = walk.report.advice?.createMender(walk, text, at, readLambdaTrees, scope, options)
  if (!parsed.ok) {
    reportFaults(walk, parsed.faults, text, at, mender)
    return null
  }
  if (parsed.tree.kind !== 'lambda') {
    walk.report.error('not-a-lambda', at, `What holds for an element is written with a name for it: item => item.done; this is ${text}.`)
    return null
  }
  return checkTree(walk, parsed.tree, text, at, scope, options, mender)
}

/** Checks a tree that was read from `text`. */
export function checkTree(
  walk: Walk,
  tree: Argument,
  text: string,
  at: Path,
  scope: Scope,
  options: CheckOptions = {},
  mender: Mender | undefined = walk.report.advice?.createMender(walk, text, at, readFormulaTrees, scope, options),
): FormulaCheck | null {
  if (walk.pending) return null
  const check = checkFormulaWith(tree, scope.types, options, walk.report.advice?.formula ?? null)
  for (const issue of check.issues) reportIssue(walk, issue, text, at, mender)
  return check
}

/** What a text in a plain slot is once computed, and whether it computes at all. */
export interface TextReading {
  readonly type: Type
  readonly computed: boolean
  /** One whole `${…}`: its expression. */
  readonly tree?: Expression
}

/** Checks a plain slot's text, with its holes (B20). */
export function checkPlainText(walk: Walk, text: string, at: Path, scope: Scope, options: CheckOptions = {}): TextReading {
  const template = parseText(text)
  const mender = walk.report.advice?.createMender(walk, text, at, readTextTrees, scope, options)
  reportFaults(walk, template.faults, text, at, mender)
  let type: Type = TEXT
  for (const part of template.parts) {
    if (typeof part === 'string') continue
    const check = checkTree(walk, part, text, at, scope, options, mender)
    if (template.whole) type = check?.type ?? ANY
  }
  const computed = template.faults.length > 0 || template.parts.some(part => typeof part !== 'string')
  walk.report.advice?.noteUncomputed(walk, text, template, at, scope, options)
  const [only] = template.parts
  return { type: template.faults.length > 0 ? ANY : type, computed, ...(template.whole && typeof only === 'object' && { tree: only }) }
}

/** Reports the syntax of a text; with a mender, together with the repair. */
export function reportFaults(walk: Walk, faults: readonly FormulaFault[], text: string, at: Path, mender?: Mender): void {
  for (const fault of faults) {
    const { hint = '', ...mended } = mender?.fault(fault) ?? {}
    const within = { text, from: fault.from, to: fault.to }
    walk.report.error(`formula-${fault.code}`, at, `${fault.message}${hint}${excerpt(text, fault.from, fault.to)}`, { ...mended, within })
  }
}

function reportIssue(walk: Walk, found: FormulaIssue, text: string, at: Path, mender: Mender | undefined): void {
  const issue = atItsWord(found, text)
  const { from, to } = issue
  const extra = { suggestion: issue.suggestion, fix: mender?.issue(issue), within: { text, from, to } }
  const message = `${issue.message}${excerpt(text, found.from, found.to)}`
  if (issue.severity === 'note') walk.report.note(issue.code, at, message, extra)
  else walk.report.error(issue.code, at, message, extra)
}

/** The issue at the very name that is at fault. */
function atItsWord(issue: FormulaIssue, text: string): FormulaIssue {
  if (issue.word === undefined) return issue
  const from = text.indexOf(issue.word, issue.from)
  return from < 0 || from >= issue.to ? issue : { ...issue, from, to: from + issue.word.length }
}

/** The piece of the text that is meant, where the text holds more than it. */
function excerpt(text: string, from: number, to: number): string {
  const piece = text.slice(from, to).trim()
  if (piece === '' || piece.length > 60 || piece.length > text.length - 4) return ''
  return ` (In: ${piece})`
}
