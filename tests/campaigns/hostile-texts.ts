/** Texts that take long, or go deep, where something is done in a wrong way. */

const MILLION = 1_000_000

const app = (sections: string): string => `{"blueprint":1,"app":{"name":"A"},${sections}}`
const many = (count: number, element: (index: number) => string): string => Array.from({ length: count }, (_, index) => element(index)).join(',')
/** As many of them as fit into a document that is just not too long. */
const fill = (element: (index: number) => string): string => many(Math.floor(MILLION / (element(99_999).length + 1)), element)

/** By name. The first ones are beyond the limit of length, and are refused for that; the others are just within. */
export const hostileTexts: ReadonlyMap<string, string> = new Map([
  ['10 MB: one text', app(`"view":"${'x'.repeat(10 * MILLION)}"`)],
  ['10 MB: keys', app(`"state":{${many(600_000, index => `"k${index}":${index}`)}}`)],
  ['10 MB: nodes', app(`"view":{"type":"Stack","children":[${many(300_000, index => `{"type":"Text","text":"${index}"}`)}]}`)],
  ['10 MB: nesting', '['.repeat(10 * MILLION)],
  ['100,000 lists in each other', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['100,000 records in each other', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['100,000 brackets that do not fit', '[{'.repeat(50_000)],
  ['100,000 closing brackets', ']}'.repeat(50_000)],
  ['100,000 opening quotes', '"'.repeat(100_001)],
  ['one text', app(`"view":"${'x'.repeat(MILLION)}"`)],
  ['one text of holes', app(`"view":"${'${a}'.repeat(MILLION / 4)}"`)],
  ['one text that is not closed', app(`"view":"${'x'.repeat(MILLION)}`)],
  ['one text of line breaks', app(`"view":"${'\n'.repeat(MILLION)}"`)],
  ['one number', app(`"view":${'1'.repeat(MILLION)}`)],
  ['spaces', `${' '.repeat(MILLION)}x`],
  ['line breaks', `${'\n'.repeat(MILLION)}{`],
  ['comments', app(`${'/*x*/'.repeat(MILLION / 5)}"view":"a"`)],
  ['comments that are not closed', app('/*'.repeat(MILLION / 2))],
  ['spaces of another kind', app(`${'\u00a0 '.repeat(MILLION / 2)}"view":"a"`)],
  ['single quotes', app(`"view":[${fill(index => `'${index}'`)}]`)],
  ['a single quote that is not closed, often', app(`"view":['${"x' ".repeat(MILLION / 3)}`)],
  ['backslashes', app(`"view":"${'\\'.repeat(MILLION)}"`)],
  ['bad escapes', app(`"view":"${'\\q'.repeat(MILLION / 2)}"`)],
  ['half characters', app(`"view":"${'\ud83d'.repeat(MILLION / 2)}"`)],
  ['keys', app(`"state":{${fill(index => `"k${index}":${index}`)}},"view":"a"`)],
  ['keys that stand twice', app(`"state":{${fill(() => '"k":1')}},"view":"a"`)],
  ['sections that are none', `{${fill(index => `"viev${index}":1`)}}`],
  ['properties that are none', app(`"view":{"type":"Text","text":"a",${many(900, index => `"txet${index}":1`)}}`)],
  ['nodes', app(`"view":{"type":"Stack","children":[${fill(index => `{"type":"Text","text":"${index}"}`)}]}`)],
  ['unknown nodes', app(`"view":{"type":"Stack","children":[${many(9_000, index => `{"type":"Buton${index}"}`)}]}`)],
  [
    'unknown names among many',
    app(`"state":{${many(900, index => `"name${index}":0`)}},"view":{"type":"Stack","children":[${many(9_000, index => `"\${nam${index}e}"`)}]}`),
  ],
  ['unknown tools', app(`"actions":{${many(900, index => `"a${index}":[{"do":"tost"},{"do":"http.gte"}]`)}},"view":"a"`)],
  ['a list of numbers', app(`"constants":{"a":[${fill(index => `${index}`)}]},"view":"a"`)],
  ['a list of numbers without its bracket', app(`"constants":{"a":[${fill(index => `${index}`)}},"view":"a"`)],
  ['records without their brackets', app(`"view":{"type":"Stack","children":[${fill(index => `{"type":"Text","text":"${index}"`)}]}`)],
  ['elements without commas', app(`"constants":{"a":[${fill(index => `"${index}"`).replaceAll(',', ' ')}]},"view":"a"`)],
  ['keys without colons', app(`"state":{${fill(index => `"k${index}" ${index}`)}},"view":"a"`)],
  [
    'a bracket missing at the top of many nodes',
    app(`"constants":{"b":{"c":1,"d":2,"view":{"type":"Stack","children":[${many(9_000, index => `{"type":"Text","text":"${index}"}`)}]}}`),
  ],
  ['formulas', app(`"derived":{${many(900, index => `"d${index}":"d${(index + 1) % 900} + ${'(1 + '.repeat(30)}1${')'.repeat(30)}"`)}},"view":"a"`)],
  [
    'parts in each other',
    app(
      `"parts":{${many(900, index => `"P${index}":{"view":{"type":"Stack","children":[{"type":"P${index + 1}"},{"type":"P${index + 1}"}]}}`)}},"view":{"type":"P0"}`,
    ),
  ],
  ['prose', 'Here it is. '.repeat(MILLION / 12)],
  ['prose with braces', 'Here {it} is {"a". '.repeat(MILLION / 20)],
  ['fences', '```\n'.repeat(MILLION / 4)],
])
