/** The grammar of formulas as `schema/SPEC.md` writes it (B23), against the parser: whatever it derives is a formula. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseFormula } from '../../schema/formula/parse.ts'
import { randomSeed } from '../random-seed.ts'

type Rule =
  | { readonly kind: 'terminal'; readonly text: string }
  | { readonly kind: 'rule'; readonly text: string }
  | { readonly kind: 'sequence'; readonly of: readonly Rule[] }
  | { readonly kind: 'choice'; readonly of: readonly Rule[] }
  | { readonly kind: 'optional'; readonly of: readonly [Rule] }
  | { readonly kind: 'repeated'; readonly of: readonly [Rule] }

const spec = readFileSync(join(import.meta.dirname, '../../schema/SPEC.md'), 'utf8')
const section = spec.slice(spec.indexOf('### B23'))
const grammar = readGrammar(/```ebnf\n([\s\S]*?)```/.exec(section)?.[1] ?? '')

/** What the text of the rule says in words. */
const builtins: ReadonlyMap<string, readonly string[]> = new Map([
  ['digit', [...'0123456789']],
  ['hex', [...'0123456789abcdefABCDEF']],
  ['nonzero', [...'123456789']],
  ['newline', ['\n']],
  ['other', [...'aZ \\\'"`{}$/']],
  ['character', [...'aZ9 _-+*/(){}[]<>,.;:!?#@é€', '😀', '$ ']],
  ['ID_Start', [...'abcxyzÄπ']],
  ['ID_Continue', [...'abc019_é']],
])
/** Rules whose parts stand side by side without white space. */
const words: ReadonlySet<string> = new Set(['number', 'whole', 'digits', 'text', 'template', 'escape', 'name'])

function readGrammar(text: string): ReadonlyMap<string, Rule> {
  const tokens = [...text.replace(/\(\*.*?\*\)/gs, '').matchAll(/"[^"]+"|'[^']+'|\w+|[=|;{}[\]()]/g)].map(([token]) => token)
  const rules = new Map<string, Rule>()
  let at = 0
  const choice = (): Rule => {
    const of = [sequence()]
    while (tokens[at] === '|') {
      at++
      of.push(sequence())
    }
    return of.length === 1 ? of[0]! : { kind: 'choice', of }
  }
  const sequence = (): Rule => {
    const of: Rule[] = []
    for (let token = tokens[at]; token !== undefined && !'|;}])'.includes(token); token = tokens[at]) {
      at++
      if (token === '{' || token === '[' || token === '(') {
        const inner = choice()
        at++
        of.push(token === '(' ? inner : { kind: token === '{' ? 'repeated' : 'optional', of: [inner] })
      } else of.push(/^["']/.test(token) ? { kind: 'terminal', text: token.slice(1, -1) } : { kind: 'rule', text: token })
    }
    return of.length === 1 ? of[0]! : { kind: 'sequence', of }
  }
  while (at < tokens.length) {
    const name = tokens[at]!
    expect(tokens[at + 1], name).toBe('=')
    at += 2
    rules.set(name, choice())
    expect(tokens[at], name).toBe(';')
    at++
  }
  return rules
}

/** How many rules deep the shortest derivation of each rule is. */
const heights = new Map<string, number>([...builtins.keys()].map(name => [name, 0]))
function heightOf(rule: Rule): number {
  if (rule.kind === 'terminal' || rule.kind === 'optional' || rule.kind === 'repeated') return 0
  if (rule.kind === 'rule') return heights.get(rule.text) ?? Number.POSITIVE_INFINITY
  const inner = rule.of.map(heightOf)
  return rule.kind === 'choice' ? Math.min(...inner) : Math.max(0, ...inner)
}
for (let pass = 0; pass < grammar.size; pass++) for (const [name, rule] of grammar) heights.set(name, 1 + heightOf(rule))

/** A random derivation; `room` is how many rules deep it goes by choice, then it takes the shortest way. */
function derive(rule: Rule, random: () => number, room: number, glue: string): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const parts = (count: number, inner: Rule) =>
    Array.from({ length: count }, () => derive(inner, random, room, glue))
      .filter(part => part !== '')
      .join(glue)
  switch (rule.kind) {
    case 'terminal':
      return rule.text
    case 'rule': {
      const letters = builtins.get(rule.text)
      if (letters) return pick(letters)
      return derive(grammar.get(rule.text)!, random, room - 1, words.has(rule.text) ? '' : ' ')
    }
    case 'sequence':
      return rule.of
        .map(inner => derive(inner, random, room, glue))
        .filter(part => part !== '')
        .join(glue)
    case 'choice': {
      const fitting = rule.of.filter(inner => heightOf(inner) < room)
      return derive(fitting.length > 0 ? pick(fitting) : rule.of.toSorted((a, b) => heightOf(a) - heightOf(b))[0]!, random, room, glue)
    }
    case 'optional':
      return parts(room > 0 && random() < 0.25 ? 1 : 0, rule.of[0])
    case 'repeated':
      return parts(room > 0 && random() < 0.3 ? 1 + Math.floor(random() * 2) : 0, rule.of[0])
  }
}

/** Faults of what the rules say in words, or section 9. */
const inWords = [/^too-deep/, /^too-long/, /Two parameters are called/, /is too large/, /A lambda gives one value/, /Write the escape as/]

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

it('[B23] the grammar names its rules, and each of them', () => {
  const used = new Set<string>()
  const visit = (rule: Rule): void => {
    if (rule.kind === 'rule') used.add(rule.text)
    else if ('of' in rule) rule.of.forEach(visit)
  }
  for (const rule of grammar.values()) visit(rule)
  expect([...used].filter(name => !grammar.has(name) && !builtins.has(name))).toEqual([])
  expect([...grammar.keys()].filter(name => !used.has(name))).toEqual([])
})

it('[B23] what the grammar derives is a formula', () => {
  const random = randomFrom(randomSeed())
  const outcomes = new Map<string, number>()
  for (let turn = 0; turn < 3_000; turn++) {
    const text = derive({ kind: 'rule', text: 'formula' }, random, 12 + Math.floor(random() * 25), ' ')
    const parsed = parseFormula(text)
    const [fault] = parsed.ok ? [] : parsed.faults
    const outcome = fault === undefined ? 'accepted' : inWords.find(pattern => pattern.test(`${fault.code} ${fault.message}`))?.source
    expect(outcome, `${fault?.message} in ${text}`).toBeDefined()
    outcomes.set(outcome!, (outcomes.get(outcome!) ?? 0) + 1)
  }
  console.info(JSON.stringify(Object.fromEntries(outcomes)))
  expect(outcomes.get('accepted')).toBeGreaterThan(2_000)
})
