/** The words of the grammar: operators, and what JavaScript has and the language has not (B23). */
import type { BinaryOp, LogicalOp } from './expression.ts'

/** The operators with two sides, and how tightly each binds. */
export const BINARY: ReadonlyMap<string, { readonly level: number; readonly op: BinaryOp | LogicalOp }> = new Map<
  string,
  { level: number; op: BinaryOp | LogicalOp }
>([
  ['??', { level: 1, op: '??' }],
  ['||', { level: 1, op: '||' }],
  ['&&', { level: 2, op: '&&' }],
  ['==', { level: 3, op: '==' }],
  ['===', { level: 3, op: '==' }],
  ['!=', { level: 3, op: '!=' }],
  ['!==', { level: 3, op: '!=' }],
  ['<', { level: 4, op: '<' }],
  ['<=', { level: 4, op: '<=' }],
  ['>', { level: 4, op: '>' }],
  ['>=', { level: 4, op: '>=' }],
  ['in', { level: 4, op: 'in' }],
  ['+', { level: 5, op: '+' }],
  ['-', { level: 5, op: '-' }],
  ['*', { level: 6, op: '*' }],
  ['/', { level: 6, op: '/' }],
  ['%', { level: 6, op: '%' }],
])

/** The names that are values by themselves. */
export const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** What JavaScript has and a formula has not, and what to write for it. */
export const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['=', 'A formula changes nothing. To compare write ==; to change the state use a step: { "do": "set", … }.'],
  ['**', 'Write pow(x, y) for x ** y.'],
  ['++', 'A formula changes nothing: write x + 1 in a step that sets x.'],
  ['--', 'A formula changes nothing: write x - 1 in a step that sets x.'],
  [';', 'A formula is one expression: leave the ; out.'],
  ['&', 'Write && for "and".'],
  ['|', 'Write || for "or".'],
  ['^', 'Write pow(x, y) for a power.'],
  ['=>', 'A lambda stands only as an argument of a call: filter(items, x => x.done).'],
  ['...', 'Spread stands only in a list or a record: [...a, b] or { ...a, b: 1 }.'],
  ['new', 'There is no new: now() is the time, today() the date, parseDate(text) reads one.'],
  ['this', 'There is no this: read the state by its names.'],
  ['typeof', "Write type(x) == 'text' for typeof."],
  ['instanceof', "Write type(x) == 'list' for instanceof."],
  ['function', 'Write a lambda as an argument of a call: filter(items, x => x.done).'],
  ['return', 'A formula is one expression: leave return out.'],
  ['var', 'A formula has no variables: use with(value, v => …), or a derived entry.'],
  ['let', 'A formula has no variables: use with(value, v => …), or a derived entry.'],
  ['const', 'A formula has no variables: use with(value, v => …), or a derived entry.'],
  ['await', 'A formula never waits: call tools in steps, or in data.'],
  ['void', 'Write null for void 0.'],
  ['delete', 'A formula changes nothing: write omit(record, key).'],
])

/** Whether a lambda begins at `(`, and whether an arrow follows a name. Sticky: set `lastIndex` first. */
export const LAMBDA_AHEAD = /\(\s*(?:[\p{ID_Start}$_][\p{ID_Continue}$]*\s*(?:,\s*[\p{ID_Start}$_][\p{ID_Continue}$]*\s*)*)?\)\s*=>/uy
export const ARROW_AHEAD = /\s*=>/y
