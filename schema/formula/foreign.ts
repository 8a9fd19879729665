/** What writers of JavaScript reach for and the library calls otherwise, for the checker's rewrites. */

/** Objects of JavaScript whose methods are plain functions here: `Math.round(x)` is `round(x)`. */
export const FOREIGN_OBJECTS: ReadonlySet<string> = new Set(['Math', 'Object', 'Array', 'Number', 'String', 'JSON', 'Date', 'Intl'])

/** Their functions that have another name here. Those with the same name need no row. */
export const FOREIGN_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['log', 'ln'],
  ['trunc', 'floor'],
  ['stringify', 'json'],
  ['parse', 'parseJson'],
  ['parseFloat', 'number'],
  ['parseInt', 'number'],
  ['assign', 'merge'],
])

/** Names of JavaScript that have a plain value here, as a formula writes it. */
export const FOREIGN_NAMES: ReadonlyMap<string, string> = new Map([
  ['undefined', 'null'],
  ['NaN', 'null'],
  ['pi', 'pi()'],
  ['PI', 'pi()'],
])

/** Functions of other languages, and what serves here. */
export const FOREIGN_HINTS: ReadonlyMap<string, string> = new Map([
  ['toFixed', "write format(x, '0.00') for a text, round(x, 2) for a number"],
  ['push', 'a formula changes nothing: write [...list, x], or use the step { "do": "add", … }'],
  ['splice', 'a formula changes nothing: use filter, slice or replaceAt, or the step { "do": "remove", … }'],
  ['forEach', 'a formula changes nothing: use map, or the step { "do": "each", … }'],
  ['charAt', 'write slice(text, i, i + 1)'],
  ['substring', 'write slice(text, from, to)'],
  ['substr', 'write slice(text, from, to)'],
  ['at', 'write list[i], first(list) or last(list)'],
  ['test', "write matches(text, 'email') with a named pattern, or contains"],
  ['match', "write matches(text, 'email') with a named pattern, or contains"],
  ['padEnd', "write x + repeat(' ', n)"],
  ['average', 'write avg(list)'],
  ['size', 'write count(x)'],
  ['len', 'write count(x)'],
  ['groupBy', 'write group(list, key)'],
  ['sortBy', 'write sort(list, key)'],
  ['orderBy', "write sort(list, key, 'desc')"],
  ['distinct', 'write uniq(list)'],
  ['formatDate', "write format(date, 'd MMM yyyy')"],
  ['toISOString', "write format(x, 'yyyy-MM-dd')"],
  ['getTime', 'a time is a number already'],
  ['toLocaleString', 'write format(x)'],
])
