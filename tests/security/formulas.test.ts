/** Formulas as a document holds them: what other languages' escapes and blow-ups come to here (S36, B25–B28). */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createTestApp } from '../../engine/test-app.ts'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import type { Json } from '../../schema/json/json.ts'
import { corpus } from '../corpus.ts'

function expressions(name: string, file: string): readonly string[] {
  const folder = corpus(name)
  if (folder === null) return []
  const data = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { expr: unknown }[] | { rows: { expr: unknown }[] }
  return [...new Set((Array.isArray(data) ? data : data.rows).flatMap(({ expr }) => (typeof expr === 'string' ? [expr] : [])))]
}

const escapes = expressions('expr-escape', 'mathjs-security-exprs.json')
const bombs = expressions('expr-dos', 'mathjs-15.2.0-measured.json')

/** Only plain data, however deep. */
function isPlain(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true
  if (Array.isArray(value)) return value.every(isPlain)
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain)
}

describe('[S36] the corpora, in a text, a formula slot, a step and a condition of a document', () => {
  it.each([
    ['escapes', escapes],
    ['blow-ups', bombs],
  ])('%s are refused with a place, or give plain data in bounded time', async (_, list) => {
    let slowest = 0
    for (const expression of list) {
      const hole = `\${${expression}}`
      const document = {
        blueprint: 1,
        app: { name: 'Test' },
        state: { a: { type: 'any', init: null }, x: 2 },
        derived: { d: hole },
        view: {
          type: 'Stack',
          children: [
            { type: 'Text', text: `before ${hole} after` },
            { type: 'Text', show: expression, text: 'x' },
          ],
        },
        actions: {
          go: [
            { do: 'set', path: 'a', value: hole },
            { do: 'if', test: expression, then: [{ do: 'inc', path: 'x' }] },
          ],
        },
      }
      let started = performance.now()
      const { issues } = loadBlueprint(document)
      slowest = Math.max(slowest, performance.now() - started)
      expect(issues.every(({ at, message }) => at.startsWith('/') && message !== '')).toBe(true)
      started = performance.now()
      const { app, run, value } = createTestApp(document)
      await run('go')
      for (const result of [value('d'), app.state().a, app.state().x]) expect(isPlain(result), expression).toBe(true)
      slowest = Math.max(slowest, performance.now() - started)
      expect(app.phase.value).toBe('running')
      app.dispose()
    }
    console.info(`The slowest took ${Math.round(slowest)} ms.`)
  })
})

describe('through a document', () => {
  const { value } = createTestApp({
    constants: { people: [{ name: 'Ann', age: 41 }, { name: 'Bo' }], nested: { a: { b: [1, 2] } } },
    state: { typed: { type: 'text', init: '$${1 + 1}' }, n: 0 },
    derived: { greeting: '${`Hello ${people[0].name}, ${typed}`}', total: '${people.map(p => p.age).length}' },
  })

  it('[B25] numbers, texts and lists are as in JavaScript but for what is listed', () => {
    const expected: readonly (readonly [formula: string, value: Json])[] = [
      ['0.1 + 0.2 == 0.3', true],
      ["1 + '2'", '12'],
      ['1 / 0', null],
      ['1 % 0', null],
      ['null + 1', 1],
      ['people[1].age + 1', 1],
      ['people[9].name', null],
      ['nobody.at.all', null],
      ['[1, [2]] == [1, [2]]', true],
      ['{ a: 1 } == { a: 1 }', true],
      ['[3, 1, 2].sort()', [1, 2, 3]],
      ["'b' < 'a'", false],
      ['1e308 * 10', null],
    ]
    for (const [formula, wanted] of expected) expect(value(formula), formula).toEqual(wanted)
  })

  it('[B22] a value is never scanned for a hole', () => {
    expect(value('typed')).toBe('${1 + 1}')
    expect(value('greeting')).toBe('Hello Ann, ${1 + 1}')
  })

  it('[B26] a fault is null and a diagnostic, and the rest goes on', async () => {
    const test = createTestApp({ derived: { bad: '${range(99999999)}', good: '${1 + 1}' } })
    expect(test.value('bad')).toBe(null)
    expect(test.value('good')).toBe(2)
    await Promise.resolve()
    expect(test.app.issues.value).toMatchObject([{ severity: 'note', code: 'list-too-long' }])
  })

  it('[B27] nothing but own fields is read, and nothing is a function', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf'])
      for (const of of ['nested', 'people', 'people[0]', "'text'", '(1)', 'true', 'nested.a'])
        for (const formula of [`${of}.${name}`, `${of}['${name}']`, `${of}['${name.slice(0, 2)}' + '${name.slice(2)}']`, `'${name}' in ${of}`])
          expect([null, false], formula).toContain(value(formula))
    expect(value("nested.constructor.constructor('return 1')")).toBe(null)
  })

  it('[B28] an evaluation that has spent its share stops, and the next has its own', () => {
    expect(value('range(9999).map(x => range(999).map(y => y))')).toBe(null)
    expect(value('range(3).map(x => x)')).toEqual([0, 1, 2])
  })
})
