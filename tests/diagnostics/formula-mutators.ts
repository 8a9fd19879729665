/** Formulas that do not read, or read as something else. */
import { library } from '../../schema/formula/library.ts'
import { parseFormula } from '../../schema/formula/parse.ts'
import type { Chance } from './chance.ts'
import { changeWord } from './changes.ts'
import { isRecord, type Mutant, type Mutator, replaced } from './mutant.ts'
import type { Sample } from './samples.ts'
import { codeOf, sitesOf } from './sites.ts'

interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A formula changed at one of the places that `find` gives. */
function changeFormula(sample: Sample, chance: Chance, find: (text: string) => readonly Change[]): Mutant | null {
  const places = sitesOf(sample.document).formulas.flatMap(({ at, text }) => find(text).map(change => ({ at, text, change })))
  const place = chance.pick(places)
  if (place === null) return null
  const { at, text, change } = place
  return replaced(sample, at, text.slice(0, change.from) + change.text + text.slice(change.to))
}

/** Where a sign stands in the code of a formula, replaced. */
function swapSign(sign: RegExp, next: (found: RegExpExecArray | RegExpMatchArray) => string): (text: string) => readonly Change[] {
  return text =>
    codeOf(text).flatMap(({ from, to }) =>
      [...text.slice(from, to).matchAll(sign)].map(found => ({ from: from + found.index, to: from + found.index + found[0].length, text: next(found) })),
    )
}

/** The calls of a text that have no call or bracket inside: name, arguments and where they stand. */
function plainCalls(text: string): readonly { readonly name: string; readonly args: readonly string[]; readonly from: number; readonly to: number }[] {
  if (codeOf(text).length === 0) return []
  return [...text.matchAll(/(?<![.\w])([a-zA-Z]\w*)\(([^()[\]{}]+)\)/g)].flatMap(found => {
    const [whole, name, inner] = found
    if (name === undefined || inner === undefined || !library.has(name) || inner.includes('=>')) return []
    const start = found.index + name.length + 1
    return [{ name, args: inner.split(/,\s*/), from: start, to: found.index + whole.length - 1 }]
  })
}

export const formulaMutators: readonly Mutator[] = [
  {
    name: 'dropped brace of a hole',
    make: (sample, chance) => changeFormula(sample, chance, text => holes(text).map(({ to }) => ({ from: to - 1, to, text: '' }))),
  },
  {
    name: 'dropped parenthesis',
    make: (sample, chance) =>
      changeFormula(
        sample,
        chance,
        swapSign(/\)/g, () => ''),
      ),
  },
  {
    name: 'dropped opening parenthesis',
    make: (sample, chance) =>
      changeFormula(
        sample,
        chance,
        swapSign(/\(/g, () => ''),
      ),
  },
  {
    name: '= for ==',
    make: (sample, chance) =>
      changeFormula(
        sample,
        chance,
        swapSign(/(?<![=!<>])==(?!=)/g, () => '='),
      ),
  },
  {
    name: 'and, or for && and ||',
    make: (sample, chance) =>
      changeFormula(
        sample,
        chance,
        swapSign(/ (&&|\|\|) /g, found => (found[1] === '&&' ? ' and ' : ' or ')),
      ),
  },
  {
    name: 'not for !',
    make: (sample, chance) =>
      changeFormula(
        sample,
        chance,
        swapSign(/!(?!=)/g, () => 'not '),
      ),
  },
  {
    name: '<> for !=',
    make: (sample, chance) =>
      changeFormula(
        sample,
        chance,
        swapSign(/!=(?!=)/g, () => '<>'),
      ),
  },
  {
    name: 'wrong quote in a formula',
    make: (sample, chance) =>
      changeFormula(sample, chance, text =>
        quotes(text).map(({ from, to }) => (chance.below(2) === 0 ? { from, to: from + 1, text: '"' } : { from: to - 1, to, text: '"' })),
      ),
  },
  {
    name: 'dropped quote in a formula',
    make: (sample, chance) => changeFormula(sample, chance, text => quotes(text).map(({ to }) => ({ from: to - 1, to, text: '' }))),
  },
  {
    name: 'typographic quotes in a formula',
    make: (sample, chance) =>
      changeFormula(sample, chance, text => quotes(text).map(({ from, to }) => ({ from, to, text: `‘${text.slice(from + 1, to - 1)}’` }))),
  },
  {
    name: 'bare formula in a plain slot',
    make: (sample, chance) => {
      const places = sitesOf(sample.document).slots.flatMap(({ at, value, slot }) => {
        const inner = slot.kind === 'plain' && typeof value === 'string' && !at.includes('constants') ? /^\$\{(.*)\}$/s.exec(value)?.[1] : undefined
        return inner !== undefined && parseFormula(inner).ok && !inner.includes('${') && /^(?:[^']|'[^']*')*$/.test(inner) ? [{ at, inner }] : []
      })
      const place = chance.pick(places)
      return place === null ? null : replaced(sample, place.at, place.inner)
    },
  },
  {
    name: 'double braces for a hole',
    make: (sample, chance) =>
      changeFormula(sample, chance, text =>
        holes(text).length === 1 && !text.slice(2).includes('{')
          ? holes(text).map(({ from, to }) => ({ from, to, text: `{{ ${text.slice(from + 2, to - 1)} }}` }))
          : [],
      ),
  },
  {
    name: 'single braces for a hole',
    make: (sample, chance) =>
      changeFormula(sample, chance, text =>
        holes(text).length === 1 && !text.slice(2).includes('{') ? holes(text).map(({ from }) => ({ from, to: from + 1, text: '' })) : [],
      ),
  },
  {
    name: 'missing argument of a function',
    make: (sample, chance) =>
      changeFormula(sample, chance, text =>
        plainCalls(text).flatMap(({ name, args, from, to }) =>
          args.length > 1 && args.length === required(name) ? [{ from, to, text: args.slice(0, -1).join(', ') }] : [],
        ),
      ),
  },
  {
    name: 'swapped arguments',
    make: (sample, chance) =>
      changeFormula(sample, chance, text =>
        plainCalls(text).flatMap(({ args, from, to }) => {
          const [first, second, ...rest] = args
          return first !== undefined && second !== undefined && /^'/.test(second) !== /^'/.test(first)
            ? [{ from, to, text: [second, first, ...rest].join(', ') }]
            : []
        }),
      ),
  },
  {
    name: 'field of a list',
    make: (sample, chance) => {
      const lists = new Map<string, readonly string[]>()
      const { state } = sample.document
      for (const [name, entry] of Object.entries(isRecord(state) ? state : {})) {
        const type = isRecord(entry) && Array.isArray(entry.type) ? entry.type[0] : undefined
        if (isRecord(type)) lists.set(name, Object.keys(type))
      }
      return changeWord(
        sample,
        chance,
        (word, text) =>
          lists.has(word.name) &&
          word.before !== '.' &&
          word.after !== '(' &&
          word.after !== '.' &&
          word.after !== '[' &&
          !text.slice(word.to).startsWith(' =>'),
        (word, by) => `${word}.${by.pick(lists.get(word) ?? []) ?? 'id'}`,
      )
    },
  },
  {
    name: 'assignment in a formula',
    make: (sample, chance) =>
      changeFormula(sample, chance, text =>
        holes(text)
          .slice(0, 1)
          .map(({ from }) => ({ from: from + 2, to: from + 2, text: 'let x = ' })),
      ),
  },
  {
    name: 'return in a formula',
    make: (sample, chance) =>
      changeFormula(sample, chance, text =>
        holes(text)
          .slice(0, 1)
          .map(({ from }) => ({ from: from + 2, to: from + 2, text: 'return ' })),
      ),
  },
  {
    name: 'state. before a name',
    make: (sample, chance) => {
      const { state } = sample.document
      const names = new Set(Object.keys(isRecord(state) ? state : {}))
      return changeWord(
        sample,
        chance,
        word => names.has(word.name) && word.before !== '.' && word.after !== ':' && word.after !== '(',
        (word, by) => `${by.pick(['state', 'this', '$state']) ?? 'state'}.${word}`,
      )
    },
  },
  {
    name: 'a comma too many in a call',
    make: (sample, chance) => changeFormula(sample, chance, text => plainCalls(text).map(({ to }) => ({ from: to, to, text: ',,' }))),
  },
  {
    name: 'dropped operator',
    make: (sample, chance) =>
      changeFormula(
        sample,
        chance,
        swapSign(/ (?:==|&&|\|\||\+|<|>|>=|<=) /g, () => ' '),
      ),
  },
  {
    name: 'dropped colon of a condition',
    make: (sample, chance) => changeFormula(sample, chance, text => (/\?[^.?:{]+ : /.test(text) ? swapSign(/ : /g, () => ' ')(text) : [])),
  },
  {
    name: 'semicolon after a formula',
    make: (sample, chance) => changeFormula(sample, chance, text => holes(text).map(({ to }) => ({ from: to - 1, to: to - 1, text: ';' }))),
  },
  {
    name: 'raw line break in a text of a formula',
    make: (sample, chance) =>
      changeFormula(sample, chance, text =>
        [...text.matchAll(/\\n/g)].filter(() => text.includes("'")).map(found => ({ from: found.index, to: found.index + 2, text: '\n' })),
      ),
  },
]

/** So many arguments a function needs at least. */
const required = (name: string): number =>
  Math.min(
    ...(library.get(name)?.signatures ?? []).map(({ params }) => (params.some(param => param.rest) ? 0 : params.filter(param => !param.optional).length)),
  )

/** The whole holes of a text, by the formula's own brackets. */
function holes(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] !== '$' || text[i + 1] !== '{') continue
    let depth = 0
    let quote = ''
    for (let j = i + 1; j < text.length; j += 1) {
      const character = text[j] as string
      if (quote !== '') {
        if (character === '\\') j += 1
        else if (character === quote) quote = ''
      } else if (character === "'" || character === '"' || character === '`') quote = character
      else if (character === '{') depth += 1
      else if (character === '}') {
        depth -= 1
        if (depth === 0) {
          found.push({ from: i, to: j + 1 })
          i = j
          break
        }
      }
    }
  }
  return found
}

/** The quoted texts inside the holes of a text. */
function quotes(text: string): readonly { readonly from: number; readonly to: number }[] {
  return holes(text).flatMap(hole =>
    [...text.slice(hole.from, hole.to).matchAll(/'[^'\\]+'/g)].map(found => ({ from: hole.from + found.index, to: hole.from + found.index + found[0].length })),
  )
}
