/** The texts that a formula with a fault in its syntax may have been meant as: each one small change away. */
import type { FormulaFault } from './expression.ts'
import { findLibraryFunction } from './library.ts'

export interface Candidate {
  /** What the change does, in the imperative. */
  readonly title: string
  readonly text: string
  /** How likely such a slip is, less is likelier; decides between texts that both pass the check. */
  readonly rank: number
}

interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

const PIECE = /[\p{ID_Start}$_][\p{ID_Continue}$]*|\d+(?:\.\d+)?|=>|[=!<>]=+|&&|\|\||\?\?|\?\.(?!\d)|\.\.\.|\$\{|\S/gu

/** The words of a text, quotes no matter, as a fault may lie in them. */
function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(PIECE)].map(({ 0: found, index }) => ({ text: found, from: index, to: index + found.length }))
}

/** What other languages write, where the parser stops at it or just behind it. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['is', '=='],
  ['mod', '%'],
  ['&', '&&'],
  ['|', '||'],
  ['<>', '!='],
  ['=<', '<='],
  ['=>', '>='],
  ['=!', '!='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['…', '...'],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‘', "'"],
  ['’', "'"],
])
const DROPPED = new Set([';', 'return', 'const', 'let', 'var', 'await', 'void', 'new', '...', '&', '=', '++', '--'])

/** Rewrites of what JavaScript has and a formula has not, tried over the whole text. */
const REWRITES: readonly (readonly [title: string, pattern: RegExp, by: string])[] = [
  ['Write today()', /new\s+Date\(\)\s*\.toISOString\(\)\s*\.(?:slice|substring|substr)\(0,\s*10\)/g, 'today()'],
  ['Write now()', /(?:\+\s*)?new\s+Date\(\)(?:\.getTime\(\)|\.valueOf\(\))?/g, 'now()'],
  ['Write parseDate(…)', /new\s+Date\(/g, 'parseDate('],
  ["Write type(x) == 'text'", /typeof\s*\(?([\p{ID_Start}$_][\p{ID_Continue}$.]*)\)?\s*([=!]==?)\s*(['"])string\3/gu, "type($1) $2 'text'"],
  ["Write type(x) == 'bool'", /typeof\s*\(?([\p{ID_Start}$_][\p{ID_Continue}$.]*)\)?\s*([=!]==?)\s*(['"])boolean\3/gu, "type($1) $2 'bool'"],
  ["Write type(x) == 'record'", /typeof\s*\(?([\p{ID_Start}$_][\p{ID_Continue}$.]*)\)?\s*([=!]==?)\s*(['"])object\3/gu, "type($1) $2 'record'"],
  ['Write x == null', /typeof\s*\(?([\p{ID_Start}$_][\p{ID_Continue}$.]*)\)?\s*([=!]==?)\s*(['"])undefined\3/gu, '$1 $2 null'],
  ['Write type(x)', /typeof\s*\(?([\p{ID_Start}$_][\p{ID_Continue}$.]*)\)?/gu, 'type($1)'],
  ['Write number(x)', /(^|[-+*/%({,[=<>?:]\s*)\+\s*([\p{ID_Start}$_][\p{ID_Continue}$.]*)/gu, '$1number($2)'],
  [
    'Write pow(x, y)',
    /([\p{ID_Start}$_][\p{ID_Continue}$.]*|\d+(?:\.\d+)?|\([^()]*\))\s*(?:\*\*|\^)\s*([\p{ID_Start}$_][\p{ID_Continue}$.]*|\d+(?:\.\d+)?|\([^()]*\))/gu,
    'pow($1, $2)',
  ],
  ['Write a lambda', /\bfunction\s*\w*\s*(\([^()]*\))\s*\{\s*return\s+([^{};]*?)\s*;?\s*\}/g, '$1 => $2'],
  ['Leave return and its braces out', /=>\s*\{\s*return\s+([^{};]*?)\s*;?\s*\}/g, '=> $1'],
  ['Put parentheses round the record', /=>\s*(\{(?:[^{}]|\{[^{}]*\})*\})/g, '=> ($1)'],
  ['Put parentheses where ?? stands beside ||', /([^\s|&?()]+\s*\?\?\s*[^\s|&?()]+)(?=\s*(?:\|\||&&))/g, '($1)'],
  ['Put parentheses where ?? stands beside ||', /([^\s|&?(),]+\s*(?:\|\||&&)\s*[^\s|&?(),]+)(?=\s*\?\?)/g, '($1)'],
  ['Leave the assignment out', /\b(?:let|const|var)\s+[\p{ID_Start}_][\p{ID_Continue}]*\s*=(?!=)\s*/gu, ''],
  ['Leave this. out', /\bthis\./g, ''],
  ['Leave the comma out', /,\s*,(\s*[)\]}])/g, '$1'],
  ['Leave the comma out', /,\s*,/g, ','],
  ['Write ${ }', /^\s*\$\{\s*\{\{\s*([\s\S]*?)\s*\}\}\s*\}\s*$/g, '${$1}'],
  ['Write ${ }', /^\s*\$\{\$(?!\{)([\s\S]*)\}\}\s*$/g, '${$1}'],
  ['Write ${ }', /^\s*\$\{\{([\s\S]*)\}\}\s*$/g, '${$1}'],
  ['Leave the comment out', /\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ''],
  ['Write &&', /\s+and\s+/gi, ' && '],
  ['Write ||', /\s+or\s+/gi, ' || '],
  ['Write plain quotes', /[“”„]/g, '"'],
  ['Write plain quotes', /[‘’]/g, "'"],
]

const CLOSERS = [')', ']', '}', "'", '"', '`']
const OPENERS = ['(', '[', '{', "'", '"', '`', '${']
/** What may be missing just before the word at which the parser stops. Of operators none is likelier than another, but for texts. */
const JOINTS: readonly (readonly [string, number])[] = [
  [', ', 1.5],
  ['(', 2.5],
  ['[', 2.55],
  [' : ', 1.6],
  [': ', 1.7],
  [' ? ', 1.6],
  [' => ', 1.6],
  ...[' + ', ' - ', ' * ', ' / ', ' && ', ' || ', ' == ', ' < ', '.'].map(operator => [operator, 5] as const),
]
const BRACKETS = new Set(['(', ')', '[', ']', '{', '}', '${', "'", '"', '`'])
const QUOTES = /^['"`]$/
const PARTNERS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['${', '}'],
])
/** Places further from the fault than this many words are not tried. */
const REACH = 60

const splice = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to)

/**
 * All small changes that may mend `fault`, in no order. Their number is bounded, and each has a text of its own.
 * `open` is where the formula begins: after its `${` in a text with holes, else 0.
 */
export function candidatesFor(text: string, fault: FormulaFault, open: number): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (title: string, changed: string, rank: number): void => {
    const known = found.get(changed)
    if (changed !== text && (known === undefined || known.rank > rank)) found.set(changed, { title, text: changed, rank })
  }
  addRewrites(text, add)
  const pieces = piecesOf(text).filter(({ to }) => to > open)
  addWordsOfAll(text, open, add)
  const at = pieces.findIndex(({ to }) => to > fault.from)
  const here = at < 0 ? pieces.length : at
  addWords(text, pieces, here, add)
  const near = pieces.slice(Math.max(0, here - REACH), here + REACH)
  addBrackets(text, near, fault, open, add)
  return [...found.values()]
}

type Add = (title: string, changed: string, rank: number) => void

function addRewrites(text: string, add: Add): void {
  let all = text
  // Of two that fit, the earlier says more.
  for (const [i, [title, pattern, by]] of REWRITES.entries()) {
    const changed = text.replace(pattern, by)
    add(title, changed, i / 100)
    all = all.replace(pattern, by)
  }
  add('Write it in the language of formulas', all, 0.5)
}

/** The word at which the parser stops, and the one or two before it, put otherwise or left out. */
function addWords(text: string, pieces: readonly Piece[], here: number, add: Add): void {
  for (const i of [here, here - 1, here - 2]) {
    const piece = pieces[i]
    if (piece === undefined) continue
    const next = pieces[i + 1]
    const pair = next !== undefined && next.from === piece.to ? piece.text + next.text : ''
    const double = WORDS.get(pair)
    if (double !== undefined && next !== undefined) add(`Write ${double}`, splice(text, piece.from, next.to, double), 0)
    const single = WORDS.get(piece.text) ?? WORDS.get(piece.text.toLowerCase())
    if (single !== undefined) {
      const end = single === '!' ? (next?.from ?? piece.to) : piece.to
      add(`Write ${single}`, splice(text, piece.from, end, single), 0)
    }
    if (DROPPED.has(piece.text)) add(`Leave ${piece.text} out`, splice(text, piece.from, next?.from ?? piece.to, ''), 1)
    if (i !== here - 2 && !BRACKETS.has(piece.text))
      add(`Remove ${piece.text}`, splice(text, piece.from, piece.to, ''), /[\p{ID_Start}\d]/u.test(piece.text) ? 9 : 5)
  }
  const stop = pieces[here]
  const before = pieces[here - 1]
  if (before === undefined) return
  const isText = [before.text, stop?.text ?? ''].some(word => /['"`]/.test(word))
  for (const [joint, rank] of JOINTS)
    add(`Insert ${joint.trim()}`, splice(text, before.to, stop?.from ?? before.to, joint), isText && (joint === ' + ' || joint === ' == ') ? rank - 1 : rank)
}

/** Every such word in the formula outside of quotes, as who writes `and` once writes it always. */
function addWordsOfAll(text: string, open: number, add: Add): void {
  const close = text.indexOf('}', open)
  const end = close < 0 ? text.length : close
  const pieces = text.slice(open, end).split(/('[^']*'|"[^"]*")/)
  const changed = pieces.map((piece, i) => (i % 2 === 1 ? piece : piece.replace(FOREIGN_WORDS, word => WORDS.get(word.trim().toLowerCase()) ?? word))).join('')
  add('Write the operators of formulas', splice(text, open, end, changed), 0.2)
}

const FOREIGN_WORDS = /(?<![\w.$])(?:and|or|is|AND|OR)(?![\w$])|(?<![\w.$])(?:not|NOT)\s+|<>|(?<![=!<>])=(?![=>])|(?<!&)&(?!&)|(?<!\|)\|(?!\|)/g

function addBrackets(text: string, pieces: readonly Piece[], fault: FormulaFault, open: number, add: Add): void {
  // Where something is not closed, the fault spans all that follows; the parser stopped at its end.
  const stop = fault.to === text.length ? fault.to : fault.from
  const far = (at: number) => Math.abs(stop - at) / (text.length + 1)
  const kinds = (marks: readonly string[]) => marks.filter(mark => !/["`]/.test(mark) || text.includes(mark))
  for (const { to } of pieces) {
    // Where a bracket may have stood, the last place is the likeliest; of the places for a quote or a brace the nearest before the fault.
    const late = (text.length - to) / (text.length + 1)
    for (const mark of kinds(CLOSERS)) {
      const quote = /['"`]/.test(mark)
      add(`Insert ${mark}`, splice(text, to, to, mark), quote ? closingQuoteRank(text, to) + far(to) : 2 + (mark === '}' ? far(to) : late))
    }
  }
  for (const from of new Set([open, ...pieces.map(piece => piece.from), text.length])) {
    for (const mark of kinds(OPENERS)) {
      const quote = /['"`]/.test(mark)
      const wanted = text[fault.from] === PARTNERS.get(mark)
      add(`Insert ${mark}`, splice(text, from, from, mark), (quote ? openingQuoteRank(text, from) : wanted ? 2.6 : 3) + far(from))
    }
  }
  // What was left of a text of nothing but spaces, or that ended in one.
  for (const { index } of text.matchAll(/\s\s/g)) add("Insert '", splice(text, index + 1, index + 1, "'"), 2.3 + far(index))
  for (const piece of pieces) {
    if (/^[\p{ID_Start}$_]/u.test(piece.text) && Math.abs(piece.to - stop) < 40) addInside(text, piece, add)
    if (!BRACKETS.has(piece.text)) continue
    const atFault = piece.from === fault.from
    const doubled = atFault && text[piece.from - 1] === piece.text
    add(`Remove ${piece.text}`, splice(text, piece.from, piece.to, ''), (doubled ? 2.4 : 3.5) + far(piece.from))
    for (const mark of BRACKETS)
      if (mark !== piece.text) {
        const quotes = QUOTES.test(mark) && QUOTES.test(piece.text)
        // A text that is closed by the other kind of quote ends at the nearest one.
        const rank = quotes ? 2.05 + Math.abs(piece.from - fault.from) / (text.length + 1) : atFault ? 1.9 : 4.5 + far(piece.from)
        add(`Change ${piece.text} to ${mark}`, splice(text, piece.from, piece.to, mark), rank)
      }
    // A quote inside a quoted text.
    if (/['"`]/.test(piece.text)) add(`Write \\${piece.text}`, splice(text, piece.from, piece.from, '\\'), 2.8 + far(piece.from))
  }
}

/** A quote closes behind a word, or another quote, before what cannot go on. */
function closingQuoteRank(text: string, at: number): number {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? '']
  if (/['"]/.test(before)) return 2.15
  return /[\p{L}\p{N}.!?%…]/u.test(before) && /[\s),\]}:]|^$/.test(after) ? 2.2 : 2.9
}

/** A quote opens before a word, or another quote, behind a space or a bracket. */
function openingQuoteRank(text: string, at: number): number {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? '']
  if (/['"]/.test(after)) return 2.15
  if (!/[\s([{,:]/.test(before) || /[\s)\]},:?=&|]/.test(after)) return 2.9
  return /[\p{L}\p{N}#]/u.test(after) ? 2.1 : 2.4
}

/** A bracket between two names that were written as one without it: `filteru =>`, `marksat]`. */
function addInside(text: string, { text: word, from }: Piece, add: Add): void {
  for (let i = 1; i < Math.min(word.length, 24); i += 1) {
    const at = from + i
    if (findLibraryFunction(word.slice(0, i)) !== undefined) add('Insert (', splice(text, at, at, '('), 3.2)
    add('Insert [', splice(text, at, at, '['), 3.6)
  }
}
