/** What writers of JavaScript, spreadsheets and other languages reach for and the library calls otherwise, for the checker's rewrites. */

/** Objects of JavaScript whose methods are plain functions here: `Math.round(x)` is `round(x)`. */
export const FOREIGN_OBJECTS: ReadonlySet<string> = new Set(['Math', 'Object', 'Array', 'Number', 'String', 'JSON', 'Date', 'Intl', '_'])

/** Fields of theirs that have a plain value here. */
export const FOREIGN_FIELDS: ReadonlyMap<string, string> = new Map([
  ['Math.PI', 'pi()'],
  ['Math.E', 'exp(1)'],
])

/** Names that have a plain value here, as a formula writes it. */
export const FOREIGN_NAMES: ReadonlyMap<string, string> = new Map([
  ['undefined', 'null'],
  ['NaN', 'null'],
  ['nil', 'null'],
  ['None', 'null'],
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
  ['pi', 'pi()'],
  ['PI', 'pi()'],
])

/** Functions that take the same and are called otherwise here. */
export const FOREIGN_FUNCTIONS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['avg', 'average mean'],
      ['count', 'size len strlen'],
      ['group', 'groupBy'],
      ['sort', 'sortBy orderBy toSorted'],
      ['reverse', 'toReversed'],
      ['uniq', 'distinct unique dedupe uniqBy'],
      ['sum', 'sumBy'],
      ['min', 'minBy'],
      ['max', 'maxBy'],
      ['first', 'head'],
      ['concat', 'concatenate'],
      ['any', 'exists'],
      ['empty', 'isEmpty isBlank'],
      ['upper', 'toLocaleUpperCase toUpper uppercase'],
      ['lower', 'toLocaleLowerCase toLower lowercase'],
      ['format', 'formatDate formatTime formatNumber dateFormat toLocaleString'],
      ['money', 'currency formatCurrency formatMoney'],
      ['plural', 'pluralize'],
      ['diffDays', 'dateDiff daysBetween'],
      ['number', 'parseFloat toNumber'],
      ['ceil', 'ceiling roundUp'],
      ['floor', 'trunc roundDown'],
      ['ln', 'log'],
      ['json', 'stringify toJSON'],
      ['parseJson', 'parse'],
      ['merge', 'assign'],
      ['id', 'uuid randomUUID'],
    ] as const
  ).flatMap(([own, others]) => others.split(' ').map(other => [other, own] as const)),
)

/** Functions, with the number of their arguments, that are an expression here; `$1` is the first argument, which a method has before its dot. */
export const FOREIGN_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'if/2': '$1 ? $2 : null',
    'if/3': '$1 ? $2 : $3',
    'iif/3': '$1 ? $2 : $3',
    'ifelse/3': '$1 ? $2 : $3',
    'and/2': '$1 && $2',
    'and/3': '$1 && $2 && $3',
    'or/2': '$1 || $2',
    'or/3': '$1 || $2 || $3',
    'not/1': '!$1',
    'coalesce/2': '$1 ?? $2',
    'ifnull/2': '$1 ?? $2',
    'iferror/2': '$1 ?? $2',
    'nvl/2': '$1 ?? $2',
    'isnan/1': 'number($1) == null',
    'isarray/1': "type($1) == 'list'",
    'isinteger/1': '$1 % 1 == 0',
    'boolean/1': '!!$1',
    'parseint/1': 'floor(number($1))',
    'parseint/2': 'floor(number($1))',
    'push/2': '[...$1, $2]',
    'charat/2': 'slice($1, $2, $2 + 1)',
    'substring/2': 'slice($1, $2)',
    'substring/3': 'slice($1, $2, $3)',
    'substr/2': 'slice($1, $2)',
    'substr/3': 'slice($1, $2, $2 + $3)',
    'left/2': 'slice($1, 0, $2)',
    'right/2': 'slice($1, -$2)',
    'at/2': '$1[$2]',
    'localecompare/2': '$1 < $2 ? -1 : $1 > $2 ? 1 : 0',
    'padend/2': "$1 + repeat(' ', $2 - count($1))",
    'tofixed/1': "format($1, '0')",
    'gettime/1': '$1',
    'valueof/1': '$1',
    'getfullyear/1': 'year($1)',
    'getmonth/1': 'month($1) - 1',
    'getdate/1': 'day($1)',
    'getday/1': 'weekday($1) % 7',
    'gethours/1': 'hour($1)',
    'getminutes/1': 'minute($1)',
    'getseconds/1': 'second($1)',
    'tolocaledatestring/1': "format($1, 'short')",
    'toisostring/1': "format($1, 'yyyy-MM-dd')",
  }),
)

/** Functions of other languages that no one expression stands for, and what serves here. */
export const FOREIGN_HINTS: ReadonlyMap<string, string> = new Map([
  ['toFixed', "write format(x, '0.00') for a text, round(x, 2) for a number"],
  ['if', 'write condition ? a : b'],
  ['splice', 'a formula changes nothing: use filter, slice or replaceAt, or the step { "do": "remove", … }'],
  ['pop', 'a formula changes nothing: last(list) is the last element, slice(list, 0, -1) all others'],
  ['shift', 'a formula changes nothing: first(list) is the first element, skip(list, 1) all others'],
  ['unshift', 'a formula changes nothing: write [x, ...list]'],
  ['forEach', 'a formula changes nothing: use map, or the step { "do": "each", … }'],
  ['fill', 'write range(n).map(i => x)'],
  ['from', 'write range(n), or the list itself'],
  ['test', "write matches(text, 'email') with a named pattern, or contains"],
  ['match', "write matches(text, 'email') with a named pattern, or contains"],
  ['exec', "write matches(text, 'email') with a named pattern, or contains"],
  ['lookup', 'write find(list, x => x.id == id)'],
  ['vlookup', 'write find(list, x => x.id == id)'],
  ['countif', 'write count(list, x => …)'],
  ['sumif', 'write sum(filter(list, x => …), x => …)'],
])
