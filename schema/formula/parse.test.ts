import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import schema from '../expression.schema.json' with { type: 'json' }
import { LIMITS } from '../limits.ts'
import { type Expression, stripOffsets } from './expression.ts'
import { parseFormula, parseLambda } from './parse.ts'
import { isFormulaText, parseText } from './text.ts'
import { treeArbitrary } from './tree-arbitrary.ts'
import { templateToText, treeToFormula } from './tree-to-formula.ts'

function tree(text: string): Expression {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.faults[0]?.message}`)
  return stripOffsets(parsed.tree)
}

function fault(text: string) {
  const parsed = parseFormula(text)
  if (parsed.ok) throw new Error(`${text} was accepted`)
  return parsed.faults[0] as NonNullable<(typeof parsed.faults)[0]>
}

describe('grammar', () => {
  it('[B23] binds as tightly as JavaScript', () => {
    for (const [plain, grouped] of [
      ['1 + 2 * 3', '1 + (2 * 3)'],
      ['1 - 2 - 3', '(1 - 2) - 3'],
      ['a || b && c', 'a || (b && c)'],
      ['!a.b == c', '(!(a.b)) == c'],
      ['-a * b', '(-a) * b'],
      ['a < b == c > d', '(a < b) == (c > d)'],
      ['a ? b : c ? d : e', 'a ? b : (c ? d : e)'],
      ['a ?? b == c', 'a ?? (b == c)'],
      ["'k' in r && x", "('k' in r) && x"],
      ['a?.5:1', 'a ? 0.5 : 1'],
    ] as const)
      expect(tree(plain), plain).toEqual(tree(grouped))
  })

  it('[B23] reads texts as JavaScript does', () => {
    for (const text of [`'a\\n\\t\\u0041\\x42\\u{1f600}\\''`, `"it's"`, '`a${1}b`'.replace('${1}', '\\${1}')]) {
      expect(tree(text)).toMatchObject({ kind: text.startsWith('`') ? 'template' : 'literal' })
    }
    expect(tree(`'a\\nb'`)).toEqual({ kind: 'literal', value: 'a\nb' })
  })

  it('[B31] a raw new line in a quoted text is one', () => {
    expect(tree("'a\nb'")).toEqual({ kind: 'literal', value: 'a\nb' })
  })

  it('[B24] x.f(a) is f(x, a)', () => {
    expect(tree('todos.filter(t => !t.done).length')).toEqual({
      kind: 'member',
      key: 'length',
      object: {
        kind: 'call',
        name: 'filter',
        method: true,
        args: [
          { kind: 'name', name: 'todos' },
          { kind: 'lambda', params: ['t'], body: { kind: 'unary', op: '!', value: { kind: 'member', object: { kind: 'name', name: 't' }, key: 'done' } } },
        ],
      },
    })
  })

  it('[B25] == and === are one operator', () => {
    expect(tree('a === b')).toEqual(tree('a == b'))
    expect(tree('a !== b')).toEqual(tree('a != b'))
  })

  it('[B23] refuses what is no part of the language, and says what to write', () => {
    for (const [text, hint] of [
      ['a = 1', '=='],
      ['a += 1', 'set'],
      ['new Date()', 'now()'],
      ['this.x', 'state'],
      ['typeof x', 'type(x)'],
      ['x => x', 'argument'],
      ['/a/.test(x)', 'matches'],
      ['a ** 2', 'pow'],
      ['a; b', 'one expression'],
      ['a & b', '&&'],
      ['max(...xs)', 'max(list)'],
      ['xs.map(x => { return x })', 'parentheses'],
      ['+x', 'number(x)'],
      ['`a``b`', 'operator'],
      ['f(x)(y)', 'by their names'],
      ['a // b', 'comments'],
      ['return 1', 'return'],
      ['0x10', 'decimal'],
      ['a ?? b || c', 'parentheses'],
    ] as const)
      expect(fault(text).message, text).toContain(hint)
  })

  it('[B23] a fault names its place', () => {
    expect(fault('a + ')).toMatchObject({ code: 'syntax', from: 4, to: 4 })
    expect(fault('f(a, b')).toMatchObject({ from: 1, to: 2, message: 'The ( is not closed: a ) is missing.' })
    expect(fault("'abc")).toMatchObject({ from: 0, message: "This text is not closed: a ' is missing." })
    expect(fault('')).toMatchObject({ message: 'The formula is empty.' })
    expect(fault('a b')).toMatchObject({ from: 2, to: 3 })
  })

  it('[B29] every node knows its place', () => {
    const parsed = parseFormula('a + todos.map(t => t.x)[0]')
    if (!parsed.ok || parsed.tree.kind !== 'binary') throw new Error('expected a sum')
    const { right } = parsed.tree
    expect([right.from, right.to]).toEqual([4, 26])
  })

  it('[B21] a lambda slot takes a lambda or a formula', () => {
    expect(parseLambda('t => t.done')).toMatchObject({ ok: true, tree: { kind: 'lambda' } })
    expect(parseLambda('done')).toMatchObject({ ok: true, tree: { kind: 'name' } })
  })
})

describe('[B28] bounds', () => {
  it('2,000 characters', () => {
    const exactly = (length: number) => `${'1+'.repeat((length - 1) / 2)}1`
    expect(parseFormula(exactly(LIMITS.formulaCharacters - 1)).ok).toBe(true)
    expect(fault(exactly(LIMITS.formulaCharacters + 1)).code).toBe('too-long')
    expect(fault('x'.repeat(1_000_000)).code).toBe('too-long')
    expect(parseText(`\${${exactly(LIMITS.formulaCharacters + 1)}}`).faults[0]?.code).toBe('too-long')
  })

  it('nesting of 40', () => {
    for (const [open, close] of [
      ['(', ')'],
      ['[', ']'],
      ['f(', ')'],
      ['!', ''],
      ['{a:', '}'],
      ['`${', '}`'],
      ['x[', ']'],
    ] as const) {
      expect(parseFormula(open.repeat(LIMITS.formulaDepth) + 1 + close.repeat(LIMITS.formulaDepth)).ok, open).toBe(true)
      expect(fault(open.repeat(LIMITS.formulaDepth + 1) + 1 + close.repeat(LIMITS.formulaDepth + 1)).code, open).toBe('too-deep')
    }
  })

  it('a long chain of ? : is no nesting', () => {
    expect(parseFormula(`${'a?1:'.repeat(400)}2`).ok).toBe(true)
  })

  it('lambdas three deep', () => {
    const nested = (depth: number) => `${'f(x => '.repeat(depth)}1${')'.repeat(depth)}`
    expect(parseFormula(nested(LIMITS.lambdaDepth)).ok).toBe(true)
    expect(fault(nested(LIMITS.lambdaDepth + 1)).code).toBe('too-deep')
    expect(parseFormula('f(x => 1, f(x => 2), f(x => 3), f(x => 4))').ok).toBe(true)
  })
})

describe('plain slots', () => {
  it('[B20] one hole alone is whole', () => {
    expect(parseText('${a}')).toMatchObject({ whole: true, parts: [{ kind: 'name' }] })
    expect(parseText(' ${a}').whole).toBe(false)
    expect(parseText('plain')).toMatchObject({ whole: false, parts: ['plain'] })
    expect(parseText('')).toMatchObject({ whole: false, parts: [] })
  })

  it('[B20] $${ writes ${', () => {
    expect(parseText('costs $${x} or $5')).toMatchObject({ parts: ['costs ${x} or $5'], escapes: [6] })
    expect(isFormulaText('costs $${x}')).toBe(false)
    expect(isFormulaText('$${x} ${y}')).toBe(true)
    expect(isFormulaText('$ {x}')).toBe(false)
  })

  it('[B24] where a hole ends the grammar decides', () => {
    const text = "a ${xs.map(x => ({ id: x.id, s: '}' }))} b ${`in ${'`}'}`} c"
    const { parts, faults } = parseText(text)
    expect(faults).toEqual([])
    expect(parts.map(part => (typeof part === 'string' ? part : part.kind))).toEqual(['a ', 'call', ' b ', 'template', ' c'])
  })

  it('[B20] a fault in one hole leaves the others, with offsets into the whole text', () => {
    const { parts, faults } = parseText('a ${1 +} b ${c}')
    expect(faults).toMatchObject([{ from: 7 }])
    expect(parts).toMatchObject(['a ', ' b ', { kind: 'name' }])
    expect(parseText('a ${b').faults[0]?.message).toContain('} is missing')
  })
})

describe('trees', () => {
  it('[B32] parse is the inverse of print', () => {
    fc.assert(
      fc.property(treeArbitrary(), generated => {
        const text = treeToFormula(generated)
        fc.pre(text.length <= LIMITS.formulaCharacters)
        const parsed = parseFormula(text)
        // Trees that nest deeper than the language allows are refused, never read otherwise.
        if (!parsed.ok) expect(parsed.faults[0]?.code, text).toBe('too-deep')
        else expect(stripOffsets(parsed.tree), text).toEqual(generated)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[B20] texts of plain slots survive too', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('$', '${a}', '$${', '{', '}', 'x', '${`$`}')), { maxLength: 8 }), pieces => {
        const first = parseText(pieces.join(''))
        fc.pre(first.faults.length === 0)
        const second = parseText(templateToText(first))
        expect(second.parts.map(part => (typeof part === 'string' ? part : stripOffsets(part)))).toEqual(
          first.parts.map(part => (typeof part === 'string' ? part : stripOffsets(part))),
        )
      }),
    )
  })

  it('[B32] the schema describes what the parser gives', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema)
    for (const text of ['a.b[0]?.c', 'f(x => ({ ...x, [k]: `a${1}` }), -1)', "x ?? (a in b ? !c : [...d, 'e'])", 'x?.f(null)']) {
      const parsed = parseFormula(text)
      expect(parsed.ok && validate(parsed.tree), text).toBe(true)
    }
    for (const odd of [{ kind: 'call', name: 'f', args: [], code: 'x' }, { kind: 'lambda', params: [], body: null }, { kind: 'eval' }, 'text'])
      expect(validate(odd)).toBe(false)
  })
})
