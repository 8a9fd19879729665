/** Texts that look computed and are not: other brackets round a formula, or none. */
import { type CheckOptions, checkFormula } from '../formula/check.ts'
import { parseFormula } from '../formula/parse.ts'
import type { Template } from '../formula/text.ts'
import type { Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import type { Scope } from './scope.ts'
import type { Walk } from './walk.ts'

/** Notes what in a plain text was probably meant to be computed. */
export function noteUncomputed(walk: Walk, text: string, template: Template, at: Path, scope: Scope, options: CheckOptions): void {
  noteEscapes(walk, template.escapes, text, at)
  if (template.faults.length > 0 || walk.pending) return
  const literal = template.parts.filter(part => typeof part === 'string').join('')
  if (!/[{}.(]/.test(literal)) return
  const means = (formula: string | undefined, bare = false): boolean =>
    formula !== undefined && (!bare || /[.(]/.test(formula)) && computes(formula, scope, options, bare)
  const note = (message: string, mended: string): void =>
    walk.report.note('not-computed', at, message, { fix: { title: 'Write ${ }', edits: [{ set: formatPointer(at), value: mended }] } })
  const inside = /\{\{([^{}]+)\}\}/.exec(literal)?.[1]
  if (inside !== undefined) {
    if (parseFormula(inside).ok)
      note(
        '{{ }} is text here and computes nothing: a formula stands in ${…}.',
        text.replaceAll(/\{\{([^{}]+)\}\}/g, (_, inner: string) => `\${${inner.trim()}}`),
      )
    return
  }
  // `{total}`, `$total}` and `total}` where the whole of it would compute.
  for (const [pattern, message] of [
    [/^\{([\s\S]+)\}$/, '{ } is text here and computes nothing: a formula stands in ${…}.'],
    [/(?<![$\p{ID_Continue}])\{([^{}]+)\}/u, '{ } is text here and computes nothing: a formula stands in ${…}.'],
    [/\$([^\s{}$][^{}$]*)\}/u, 'A { is missing after the $, so this computes nothing: a formula stands in ${…}.'],
  ] as const) {
    const found = pattern.exec(literal)
    if (found === null || !means(found[1])) continue
    note(
      message,
      text.replace(found[0], () => `\${${found[1]}}`),
    )
    return
  }
  if (template.parts.length === 1 && means(literal, true)) note('This is text and computes nothing: a formula stands in ${…}.', `\${${literal}}`)
}

/**
 * Whether a text is a formula that passes the check and reads something; if `known`, something that is known to be
 * there: `event.csv` is the name of a file.
 */
function computes(text: string, scope: Scope, options: CheckOptions, known: boolean): boolean {
  const parsed = parseFormula(text)
  if (!parsed.ok) return false
  const check = checkFormula(parsed.tree, scope.types, options)
  return check.issues.length === 0 && (check.names.length > 0 || text.includes('(')) && !(known && check.type.kind === 'any')
}

function noteEscapes(walk: Walk, escapes: readonly number[], text: string, at: Path): void {
  const [first] = escapes
  const hole = first === undefined ? null : /^\$\$\{([^{}]+)\}/.exec(text.slice(first))
  if (hole?.[1] === undefined || first === undefined) return
  const mended = `${text.slice(0, first)}\${'$'}\${${hole[1]}}${text.slice(first + hole[0].length)}`
  const message = `$\${ writes the characters \${ and computes nothing. For a dollar sign before a value write \${'$'}\${${hole[1]}}, or money(x).`
  walk.report.note('escaped-hole', at, message, { fix: { title: 'Compute the value', edits: [{ set: formatPointer(at), value: mended }] } })
}
