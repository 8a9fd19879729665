/** What a formula may spend, and what it can reach (B26, B27, B28, S9, S36). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseFormula } from '../../schema/formula/parse.ts'
import type { Json } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { corpus } from '../../tests/corpus.ts'
import { compileFormula } from './compile.ts'
import { run, testEnv } from './test-env.ts'

const big = Array.from({ length: LIMITS.listElements }, (_, i) => i)

describe('[B28] bounds', () => {
  for (const [what, text, code] of [
    ['lambda calls', 'big.map(x => range(50).map(y => y))', 'too-much-work'],
    ['lists walked without a lambda', 'big.map(x => has(big, -1))', 'too-much-work'],
    ['sorting in a lambda', 'big.map(x => sort(big)[0])', 'too-much-work'],
    ['field names for lambdas', "big.map(x => sum(big, 'n'))", 'too-much-work'],
    ['lists compared', 'big.map(x => big == big2)', 'too-much-work'],
    ['records grown', 'big.reduce((r, x) => ({ ...r, [x]: x }), {})', 'too-much-work'],
    ['lists grown', 'big.reduce((xs, x) => [...xs, x, x], [])', 'too-much-work'],
    ['texts searched', 'big.map(x => contains(long, "!"))', 'too-much-work'],
    ['a long list', 'range(10001)', 'list-too-long'],
    ['a list doubled', '[...big, ...big]', 'list-too-long'],
    ['flatMap', 'big.flatMap(x => [x, x])', 'list-too-long'],
    ['concat', 'concat(big, big)', 'list-too-long'],
    ['a text split', "split(long, '')", 'list-too-long'],
    ['a text doubled', "range(40).reduce((s, i) => s + s, 'xx')", 'too-much-text'],
    ['repeat', "repeat('x', 1e9)", 'too-much-text'],
    ['pad', 'pad(1, 1e9)', 'too-much-text'],
    ['replace', "replace(long, 'a', repeat('b', 100))", 'too-much-text'],
    ['join', 'join(big.map(x => long))', 'too-much-text'],
    ['templates', 'big.map(x => `${long}${x}${long}`).length', 'too-much-text'],
    ['lists as text', "big.map(x => '' + big).length", 'too-much-text'],
  ] as const)
    it(what, () => {
      const env = testEnv({ big, big2: [...big], long: 'a'.repeat(65_536) })
      const begun = performance.now()
      expect(run(text, env)).toBeNull()
      console.info(`${what}: ${env.meter.lambdaCalls} calls, ${env.meter.textMade} characters, ${(performance.now() - begun).toFixed(1)} ms`)
      expect(env.faults).toMatchObject([{ code }])
      // What was counted last may be past the bound, by one call's worth.
      expect(env.meter.lambdaCalls).toBeLessThanOrEqual(LIMITS.lambdaCalls + LIMITS.listElements)
    })

  it('leaves room for what apps do', () => {
    const env = testEnv({ big })
    expect(run('big.filter(x => x % 2 == 0).map(x => x * 2).reduce((a, x) => a + x, 0)', env)).toBe(49_990_000)
    expect(run("range(2000).reduce((s, i) => s + i + ',', '').length", testEnv())).toBe(8_890)
    expect(run('range(1000).filter(i => has(range(1000), i)).length', testEnv())).toBe(1_000)
    expect(env.faults).toEqual([])
    expect(env.meter.lambdaCalls).toBeLessThan(30_000)
  })

  it('is shared by all formulas of one evaluation', () => {
    const env = testEnv({ big })
    for (let i = 0; i < 30; i += 1) run('big.map(x => x)', env)
    expect(env.faults[0]).toMatchObject({ code: 'too-much-work' })
  })

  it('values nested too deep are refused, not overflown', () => {
    const env = testEnv({})
    expect(run("parseJson(repeat('[', 100) + repeat(']', 100))", env)).toBeNull()
    expect(env.faults).toMatchObject([{ code: 'too-deep' }])
  })
})

describe('[S36] texts made to exhaust the parser', () => {
  // The shapes that blow the stack of other parsers, some of them megabytes long.
  for (const piece of ['(', '[', '{a:', 'f(', '!', '-', '1+', 'a.', 'a[', 'a?', '`${', "'", 'x=>', '1?1:', '...', ')', 'a||', '((((x)=>', '\\'])
    for (const times of [300, 5_000, 1_000_000 / piece.length])
      it(`${piece} × ${Math.floor(times)}`, () => {
        attack([piece.repeat(times), `${piece.repeat(times)}1`], false)
      })

  it('the longest chains that are accepted are computed', () => {
    expect(run(`${'1+'.repeat(990)}1`)).toBe(991)
    expect(run(`a${'.b'.repeat(990)}`)).toBeNull()
    expect(run(`${'0?1:'.repeat(490)}2`)).toBe(2)
    expect(run(`a${'[0]'.repeat(600)}`)).toBeNull()
    expect(run(`x${'.trim()'.repeat(280)}`)).toBe('')
    expect(run(`[${'1,'.repeat(980)}]`)).toHaveLength(980)
  })
})

const HOSTILE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  '__lookupGetter__',
  'call',
  'apply',
  'bind',
  'caller',
  'arguments',
  'name',
  'then',
  'toJSON',
  'map',
  'push',
]

describe('[B27] own fields only', () => {
  it('hostile names are missing fields of every kind of value', () => {
    for (const key of HOSTILE)
      for (const text of [
        `r['${key}']`,
        `r[k]`,
        `xs['${key}']`,
        `'text'['${key}']`,
        `s[k]`,
        `(5)['${key}']`,
        `true['${key}']`,
        `get(r, k)`,
        `get(xs, k)`,
        `pick(r, k)[k]`,
        `r?.['${key}']?.x`,
        `map([r], k)[0]`,
        `[r].map(x => x[k])[0]`,
        `'${key}' in r || '${key}' in xs ? 1 : null`,
      ])
        expect(run(text, testEnv({ r: { a: 1 }, xs: [1], s: 'text', k: key })), `${text} for ${key}`).toBeNull()
  })

  it('hostile names can be fields like any other', () => {
    for (const key of HOSTILE) {
      const env = testEnv({ k: key })
      expect(run('get({ [k]: 5 }, k)', env)).toBe(5)
      expect(run('merge({ [k]: 5 }, { a: 1 })[k]', env)).toBe(5)
      expect(run('parseJson(\'{"\' + k + \'":{"polluted":1}}\')[k].polluted', env)).toBe(1)
      expect(run('keys({ [k]: 1 })', env)).toEqual([key])
      expect(run('group([k, k], x => x)[0].value.length', env)).toBe(2)
      expect(Object.getPrototypeOf(run('({ ...{ [k]: { polluted: 1 } } })', env) as object)).toBe(Object.prototype)
    }
    expect(run('{ __proto__: [1] }.length')).toBeNull()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('a function of the library is no value', () => {
    for (const text of ['count', 'map', 'xs.map', 'xs.filter', '[count][0]', 'type(count)'])
      expect(run(text, testEnv({ xs: [1] })), text).toSatisfy(value => value === null || value === 'null')
    const env = testEnv()
    expect(run('type(x => x)', env)).toBe('null')
    expect(run('own(x => x)', env)).toBeNull()
    expect(run('[1].map(5)', env)).toBeNull()
  })
})

/** Runs what is in a corpus; whatever is accepted is answered within the bounds with plain data. */
function attack(texts: readonly string[], print = true) {
  let refused = 0
  let longest = 0
  for (const text of texts) {
    const begun = performance.now()
    const parsed = parseFormula(text)
    if (!parsed.ok) {
      refused += 1
      expect(parsed.faults[0]?.message, text).not.toBe('')
    } else {
      const env = testEnv({ a: { b: 1 }, x: 2, f: null })
      const value = compileFormula(parsed.tree)(env)
      expect(isPlain(value), text).toBe(true)
      expect(env.meter.lambdaCalls, text).toBeLessThanOrEqual(LIMITS.lambdaCalls + LIMITS.listElements)
      expect(env.meter.textMade, text).toBeLessThanOrEqual(LIMITS.evaluationCharacters * 2)
      expect(
        env.faults.filter(fault => fault.code === 'internal'),
        text,
      ).toEqual([])
    }
    longest = Math.max(longest, performance.now() - begun)
  }
  if (print) console.info(`${texts.length} formulas: ${refused} refused, ${texts.length - refused} answered, the slowest in ${longest.toFixed(1)} ms`)
}

function isPlain(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return ['boolean', 'number', 'string', 'object'].includes(typeof value)
  const prototype = Object.getPrototypeOf(value)
  return (prototype === Array.prototype || prototype === Object.prototype) && Object.values(value).every(isPlain)
}

describe('corpora', () => {
  const escapes = corpus('expr-escape')
  it.skipIf(escapes === null)('[S36][B27] sandbox escapes reach nothing', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length
    for (const file of readdirSync(escapes ?? '').filter(found => found.endsWith('.json'))) {
      const rows = JSON.parse(readFileSync(join(escapes ?? '', file), 'utf8')) as { expr: string }[]
      attack(rows.flatMap(row => [row.expr, ...row.expr.split(/[;\n]/).map(part => part.replace(/^\s*\w+\s*=(?!=)/, ''))]))
    }
    expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before)
    expect(Object.keys(globalThis).some(key => key.includes('hacked'))).toBe(false)
  })

  const dos = corpus('expr-dos')
  it.skipIf(dos === null)('[S36][B28] blow-ups are refused or answered within the bounds', () => {
    for (const file of readdirSync(dos ?? '').filter(found => found.endsWith('.json'))) {
      const { rows } = JSON.parse(readFileSync(join(dos ?? '', file), 'utf8')) as { rows: { expr?: string }[] }
      // Some rows only say how a text of many megabytes is made.
      const texts = [...new Set(rows.flatMap(row => row.expr ?? []))]
      attack(texts)
      // What a person types into a calculator goes the same way.
      for (const text of texts) expect(isPlain(run('calc(text)', testEnv({ text })))).toBe(true)
    }
  })

  const pollution = corpus('prototype-pollution')
  it.skipIf(pollution === null)('[S9] no path pollutes a prototype', () => {
    const { keys, paths, json } = JSON.parse(readFileSync(join(pollution ?? '', 'own-pp-vectors.json'), 'utf8')) as Record<'keys' | 'paths' | 'json', string[]>
    for (const key of keys) {
      expect(run('[{ a: 1 }, k].map(x => ({ ...r, [k]: { polluted: 1 } }))[0][k].polluted', testEnv({ k: key, r: { a: 1 } })), key).toBe(1)
      // `length` of a list or a text is its count; of a record it is a field like any other.
      expect(run('r[k]', testEnv({ k: key, r: { a: 1 } })), key).toBeNull()
    }
    for (const path of paths) expect(run('get(r, p)', testEnv({ p: path.replaceAll('/', '.').replace(/^\./, ''), r: { a: { b: 1 } } })), path).toBeNull()
    attack(paths)
    for (const text of json) run('with(parseJson(j), v => merge({}, v))', testEnv({ j: text }))
    const fresh: Record<string, unknown> = {}
    expect(fresh.polluted).toBeUndefined()
    expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
