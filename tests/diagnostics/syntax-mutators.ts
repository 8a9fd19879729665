/** Texts that are no JSON, or more than it. */
import type { Chance } from './chance.ts'
import { cut, type Mutant, type Mutator } from './mutant.ts'
import type { Sample } from './samples.ts'

interface Token {
  readonly kind: 'string' | 'key' | 'sign' | 'word'
  readonly from: number
  readonly to: number
  readonly text: string
}

const known = new Map<string, readonly Token[]>()

function tokensOf(sample: Sample): readonly Token[] {
  const before = known.get(sample.text)
  if (before) return before
  const tokens = [...sample.text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g)].map((found): Token => {
    const text = found[0]
    const from = found.index
    const to = from + text.length
    const kind = text.startsWith('"') ? (/^\s*:/.test(sample.text.slice(to, to + 8)) ? 'key' : 'string') : /^[{}[\]:,]$/.test(text) ? 'sign' : 'word'
    return { kind, from, to, text }
  })
  known.set(sample.text, tokens)
  return tokens
}

function pickToken(sample: Sample, chance: Chance, fits: (token: Token, index: number, tokens: readonly Token[]) => boolean): Token | null {
  return chance.pick(tokensOf(sample).filter(fits))
}

/** One token that `fits` replaced. */
function swapToken(
  sample: Sample,
  chance: Chance,
  fits: (token: Token, index: number, tokens: readonly Token[]) => boolean,
  next: (token: Token) => string,
): Mutant | null {
  const token = pickToken(sample, chance, fits)
  return token === null ? null : cut(sample, token.from, token.to - token.from, next(token))
}

const isSign =
  (...signs: readonly string[]) =>
  (token: Token): boolean =>
    token.kind === 'sign' && signs.includes(token.text)
/** The closing brackets of the end of the document are left to the end that is cut off. */
const isInnerClose = (sign: string) => (token: Token, index: number, tokens: readonly Token[]) =>
  token.text === sign && token.kind === 'sign' && index < tokens.length - 4
const isPlain = (token: Token): boolean => !/['\\]/.test(token.text)

export const syntaxMutators: readonly Mutator[] = [
  { name: 'missing comma', make: (sample, chance) => swapToken(sample, chance, isSign(','), () => '') },
  {
    name: 'comma before a closing bracket',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        (token, index, tokens) => isSign('}', ']')(token) && !isSign('{', '[')(tokens[index - 1] as Token),
        token => `,${token.text}`,
      ),
  },
  { name: 'doubled comma', make: (sample, chance) => swapToken(sample, chance, isSign(','), () => ',,') },
  { name: 'semicolon for a comma', make: (sample, chance) => swapToken(sample, chance, isSign(','), () => ';') },
  { name: 'missing colon', make: (sample, chance) => swapToken(sample, chance, isSign(':'), () => '') },
  { name: '= for a colon', make: (sample, chance) => swapToken(sample, chance, isSign(':'), () => (chance.below(2) === 0 ? ' =' : ' =>')) },
  { name: 'dropped closing bracket', make: (sample, chance) => swapToken(sample, chance, isInnerClose(']'), () => '') },
  { name: 'dropped closing brace', make: (sample, chance) => swapToken(sample, chance, isInnerClose('}'), () => '') },
  {
    name: 'dropped opening brace',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        (token, index) => index > 0 && isSign('{')(token),
        () => '',
      ),
  },
  { name: 'dropped opening bracket', make: (sample, chance) => swapToken(sample, chance, isSign('['), () => '') },
  { name: 'doubled closing brace', make: (sample, chance) => swapToken(sample, chance, isInnerClose('}'), () => '}}') },
  { name: 'wrong closing bracket', make: (sample, chance) => swapToken(sample, chance, isSign('}', ']'), token => (token.text === '}' ? ']' : '}')) },
  {
    name: 'dropped closing quote',
    make: (sample, chance) => {
      const token = pickToken(sample, chance, ({ kind, text }) => (kind === 'string' || kind === 'key') && text.length > 2)
      return token === null ? null : cut(sample, token.to - 1, 1)
    },
  },
  {
    name: 'dropped opening quote',
    make: (sample, chance) => {
      const token = pickToken(sample, chance, ({ kind, text }) => (kind === 'string' || kind === 'key') && text.length > 2)
      return token === null ? null : cut(sample, token.from, 1)
    },
  },
  {
    name: 'unquoted key',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        ({ kind, text }) => kind === 'key' && /^"[A-Za-z_]\w*"$/.test(text),
        token => token.text.slice(1, -1),
      ),
  },
  {
    name: 'unquoted word',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        ({ kind, text }) => kind === 'string' && /^"[A-Za-z]\w*"$/.test(text) && !/true|false|null/i.test(text),
        token => token.text.slice(1, -1),
      ),
  },
  {
    name: 'single quotes',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        token => (token.kind === 'string' || token.kind === 'key') && isPlain(token),
        token => `'${token.text.slice(1, -1)}'`,
      ),
  },
  {
    name: 'single quotes throughout',
    make: sample => ({
      text: tokensOf(sample).reduceRight(
        (text, token) => (token.kind === 'key' && isPlain(token) ? `${text.slice(0, token.from)}'${token.text.slice(1, -1)}'${text.slice(token.to)}` : text),
        sample.text,
      ),
      place: { offset: 2 },
    }),
  },
  {
    name: 'typographic quotes',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        token => (token.kind === 'string' || token.kind === 'key') && isPlain(token),
        token => `“${token.text.slice(1, -1)}”`,
      ),
  },
  {
    name: 'line comment',
    make: (sample, chance) => {
      const token = pickToken(sample, chance, candidate => isSign(',')(candidate) && sample.text[candidate.to] === '\n')
      return token === null ? null : cut(sample, token.to, 0, ' // as asked')
    },
  },
  { name: 'block comment', make: (sample, chance) => swapToken(sample, chance, isSign(',', '{'), token => `${token.text} /* the next one */`) },
  {
    name: 'dots for the rest',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        (token, index, tokens) => isSign(']')(token) && !isSign('[')(tokens[index - 1] as Token),
        () => ', ...]',
      ),
  },
  {
    name: 'Python word',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        ({ kind, text }) => kind === 'word' && /^(true|false|null)$/.test(text),
        token => ({ true: 'True', false: 'False', null: 'None' })[token.text] ?? token.text,
      ),
  },
  {
    name: 'undefined',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        ({ kind, text }) => kind === 'word' && text === 'null',
        () => 'undefined',
      ),
  },
  {
    name: 'number with a leading point or plus',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        ({ kind, text }) => kind === 'word' && /^(0\.\d+|[1-9]\d*)$/.test(text),
        token => (token.text.startsWith('0.') ? token.text.slice(1) : `+${token.text}`),
      ),
  },
  {
    name: 'raw line break in a text',
    make: (sample, chance) => {
      const token = pickToken(sample, chance, ({ kind, text }) => kind === 'string' && text.includes('\\n') && !text.includes('\\\\n'))
      if (token === null) return null
      const at = token.text.indexOf('\\n')
      return cut(sample, token.from + at, 2, '\n')
    },
  },
  {
    name: 'unescaped quote',
    make: (sample, chance) => {
      const token = pickToken(sample, chance, ({ kind, text }) => kind === 'string' && text.includes('\\"'))
      return token === null ? null : cut(sample, token.from + token.text.indexOf('\\"'), 1)
    },
  },
  {
    name: 'bad escape',
    make: (sample, chance) => {
      const token = pickToken(sample, chance, ({ kind, text }) => kind === 'string' && text.includes("'") && !text.includes('\\'))
      return token === null ? null : cut(sample, token.from + token.text.indexOf("'"), 0, '\\')
    },
  },
  {
    name: 'doubled key',
    make: (sample, chance) => {
      const token = pickToken(sample, chance, ({ kind }, index, tokens) => kind === 'key' && tokens[index + 2]?.kind !== 'sign')
      const value = token === null ? undefined : tokensOf(sample)[tokensOf(sample).indexOf(token) + 2]
      return token === null || value === undefined ? null : cut(sample, value.to, 0, `, ${token.text}: ${value.text}`)
    },
  },
  {
    name: 'prose after',
    make: (sample, chance) =>
      cut(sample, sample.text.length, 0, chance.pick(['\n\nLet me know if you would like changes!', '\n\nThis app keeps its list on the device.']) ?? ''),
  },
  { name: 'prose before', make: sample => cut(sample, 0, 0, 'Here is the blueprint:\n\n') },
  { name: 'code fences', make: sample => cut(sample, 0, sample.text.length, `\`\`\`json\n${sample.text}\n\`\`\``) },
  { name: 'semicolon after', make: sample => cut(sample, sample.text.length, 0, ';') },
  { name: 'byte order mark', make: sample => cut(sample, 0, 0, '\ufeff') },
  {
    name: 'closing brackets cut off',
    make: (sample, chance) => {
      const end = /[\]}\s]+$/.exec(sample.text)?.[0].length ?? 1
      const from = sample.text.length - 1 - chance.below(end)
      return cut(sample, from, sample.text.length - from)
    },
  },
  {
    name: 'end cut off',
    make: (sample, chance) => {
      const from = Math.floor(sample.text.length * 0.5) + chance.below(Math.floor(sample.text.length * 0.5))
      return cut(sample, from, sample.text.length - from)
    },
  },
  {
    name: 'tab and a half line in a key',
    make: (sample, chance) =>
      swapToken(
        sample,
        chance,
        ({ kind }) => kind === 'key',
        token => `"${token.text.slice(1, -1)}\t"`,
      ),
  },
]
