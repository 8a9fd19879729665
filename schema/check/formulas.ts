/** Formulas in their slots: parsed, checked against the names in scope, their issues put at their place in the document. */
import { type CheckOptions, checkFormula, type FormulaCheck, type FormulaIssue } from '../formula/check.ts'
import type { Argument, Expression, FormulaFault } from '../formula/expression.ts'
import { parseFormula, parseLambda } from '../formula/parse.ts'
import { parseText } from '../formula/text.ts'
import { ANY, TEXT, type Type } from '../formula/types.ts'
import type { Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import type { Scope } from './scope.ts'
import type { Walk } from './walk.ts'

/** A formula slot's text as an expression: bare, or as one whole `${…}` (B21). */
export type SlotFormula =
  | { readonly ok: true; readonly tree: Expression /** Where offsets in the tree count from. */; readonly text: string }
  | { readonly ok: false; readonly faults: readonly FormulaFault[]; readonly text: string }

/**
 * Reads the text of a formula slot. A text that begins with a hole is a text with holes, so that
 * `${a} and ${b}` is no formula; any other text is a bare formula, also one with a template literal in it.
 */
export function readFormula(text: string): SlotFormula {
  const template = parseText(text.trim())
  const [only] = template.parts
  if (template.whole && only !== undefined && typeof only !== 'string') return { ok: true, tree: only, text: text.trim() }
  if (text.trimStart().startsWith('${')) {
    const fault = { code: 'syntax', message: 'Only one formula can stand here, with nothing beside it: ${…}.', from: 0, to: text.length }
    return { ok: false, faults: template.faults.length > 0 ? template.faults : [fault], text: text.trim() }
  }
  const parsed = parseFormula(text)
  return parsed.ok ? { ok: true, tree: parsed.tree, text } : { ok: false, faults: parsed.faults, text }
}

/** Checks a formula slot's text; gives the formula's type. */
export function checkFormulaText(walk: Walk, text: string, at: Path, scope: Scope, options: CheckOptions = {}): FormulaCheck | null {
  const formula = readFormula(text)
  if (!formula.ok) {
    reportFaults(walk, formula.faults, formula.text, at)
    return null
  }
  return checkTree(walk, formula.tree, formula.text, at, scope, options)
}

/** Checks a lambda slot's text (`where`). */
export function checkLambdaText(walk: Walk, text: string, at: Path, scope: Scope, options: CheckOptions): FormulaCheck | null {
  const parsed = parseLambda(text)
  if (!parsed.ok) {
    reportFaults(walk, parsed.faults, text, at)
    return null
  }
  if (parsed.tree.kind !== 'lambda') {
    walk.report.error('not-a-lambda', at, `What holds for an element is written with a name for it: item => item.done; this is ${text}.`)
    return null
  }
  return checkTree(walk, parsed.tree, text, at, scope, options)
}

export function checkTree(walk: Walk, tree: Argument, text: string, at: Path, scope: Scope, options: CheckOptions = {}): FormulaCheck | null {
  if (walk.pending) return null
  const check = checkFormula(tree, scope.types, options)
  for (const issue of check.issues) reportIssue(walk, issue, text, at)
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
  reportFaults(walk, template.faults, text, at)
  noteEscapes(walk, template.escapes, text, at)
  let type: Type = TEXT
  for (const part of template.parts) {
    if (typeof part === 'string') continue
    const check = checkTree(walk, part, text, at, scope, options)
    if (template.whole) type = check?.type ?? ANY
  }
  const computed = template.faults.length > 0 || template.parts.some(part => typeof part !== 'string')
  if (!computed) noteMustache(walk, text, at)
  const [only] = template.parts
  return { type: template.faults.length > 0 ? ANY : type, computed, ...(template.whole && typeof only === 'object' && { tree: only }) }
}

export function reportFaults(walk: Walk, faults: readonly FormulaFault[], text: string, at: Path): void {
  for (const fault of faults) walk.report.error(`formula-${fault.code}`, at, `${fault.message}${excerpt(text, fault.from, fault.to)}`)
}

function reportIssue(walk: Walk, issue: FormulaIssue, text: string, at: Path): void {
  const { fix } = issue
  const extra = {
    suggestion: issue.suggestion,
    fix: fix
      ? { title: fix.title, edits: [{ set: formatPointer(at), value: text.slice(0, issue.from) + fix.text + text.slice(issue.to) }] }
      : issue.suggestion !== undefined && issue.code.startsWith('unknown-')
        ? renameIn(text, issue, issue.suggestion, at)
        : undefined,
  }
  const message = `${issue.message}${excerpt(text, issue.from, issue.to)}`
  if (issue.severity === 'note') walk.report.note(issue.code, at, message, extra)
  else walk.report.error(issue.code, at, message, extra)
}

/** The name at fault, the last word of what the issue spans or its beginning, put right. */
function renameIn(text: string, issue: FormulaIssue, suggestion: string, at: Path) {
  const span = text.slice(issue.from, issue.to)
  const word = issue.code === 'unknown-field' ? /([\p{ID_Start}_$][\p{ID_Continue}$]*)$/u.exec(span) : /^([\p{ID_Start}_$][\p{ID_Continue}$]*)/u.exec(span)
  const name = word?.[1]
  if (name === undefined) return undefined
  const start = issue.from + (issue.code === 'unknown-field' ? span.length - name.length : 0)
  return { title: `Change to ${suggestion}`, edits: [{ set: formatPointer(at), value: text.slice(0, start) + suggestion + text.slice(start + name.length) }] }
}

/** The piece of the text that is meant, where the text holds more than it. */
function excerpt(text: string, from: number, to: number): string {
  const piece = text.slice(from, to).trim()
  if (piece === '' || piece.length > 60 || piece.length > text.length - 4) return ''
  return ` (In: ${piece})`
}

function noteEscapes(walk: Walk, escapes: readonly number[], text: string, at: Path): void {
  const [first] = escapes
  const hole = first === undefined ? null : /^\$\$\{([^{}]+)\}/.exec(text.slice(first))
  if (hole?.[1] === undefined || first === undefined) return
  const mended = `${text.slice(0, first)}\${'$'}\${${hole[1]}}${text.slice(first + hole[0].length)}`
  walk.report.note(
    'escaped-hole',
    at,
    `$\${ writes the characters \${ and computes nothing. For a dollar sign before a value write \${'$'}\${${hole[1]}}, or money(x).`,
    {
      fix: { title: 'Compute the value', edits: [{ set: formatPointer(at), value: mended }] },
    },
  )
}

function noteMustache(walk: Walk, text: string, at: Path): void {
  const found = /\{\{\s*([^{}]+?)\s*\}\}/.exec(text)
  if (found?.[1] === undefined || !parseFormula(found[1]).ok) return
  walk.report.note('not-computed', at, `{{ }} is text here and computes nothing: a formula stands in \${…}.`, {
    fix: { title: 'Write ${ }', edits: [{ set: formatPointer(at), value: text.replaceAll(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, inner: string) => `\${${inner}}`) }] },
  })
}
