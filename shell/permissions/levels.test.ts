import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grade } from '../../schema/catalog.ts'
import { components, tools } from '../../schema/generated/catalog.ts'
import { isLevel, levelNames } from './level-names.ts'
import { mayUse, ruleFor } from './levels.ts'

const grades: readonly Grade[] = ['quiet', 'ask', 'sensitive']
const kinds = [...new Set([...tools.values(), ...components.values()].flatMap(spec => spec.capability?.name ?? []))]
const level = fc.constantFrom(...levelNames)
const capability = fc.constantFrom(...kinds, 'constructor', '__proto__', 'unheard.of')
const grade = fc.constantFrom(...grades)

describe('a level', () => {
  it('is standard where it is what each grade says', () => {
    expect(grades.map(each => ruleFor('standard', 'x', each, false))).toEqual(['allow', 'ask', 'ask'])
    for (const kind of kinds) expect(ruleFor('standard', kind, 'ask', false)).toBe('ask')
  })

  it('minimal lets an app keep its data, and nothing else', () => {
    const allowed = kinds.filter(kind => grades.some(each => ruleFor('minimal', kind, each, false) !== 'refuse'))
    expect(allowed).toEqual(['storage'])
  })

  it('readonly lets only tools use an address or a folder that change nothing', () => {
    expect([mayUse('readonly', 'net:https://a.example', true), mayUse('readonly', 'net:https://a.example', false)]).toEqual([true, false])
    // It may look how the desktop is set up, and change nothing of that.
    expect([ruleFor('readonly', 'system.settings', 'ask', false), ruleFor('readonly', 'system.look', 'sensitive', false)]).toEqual(['ask', 'refuse'])
    expect([mayUse('readonly', 'notify', false), mayUse('standard', 'net:https://a.example', false)]).toEqual([true, true])
  })

  it('sandboxed asks nothing about what stays here, and lets nothing out', () => {
    const at = (kind: string, each: Grade) => ruleFor('sandboxed', kind, each, false)
    expect([at('notify', 'ask'), at('storage', 'quiet'), at('net:https://a.example', 'ask'), at('llm', 'ask'), at('location', 'sensitive')]).toEqual([
      'allow',
      'allow',
      'refuse',
      'refuse',
      'refuse',
    ])
  })

  it('[S64] never allows what came from elsewhere more than quiet things without a question, nor anybody a sensor', () => {
    fc.assert(
      fc.property(level, capability, grade, fc.boolean(), (name, what, how, foreign) => {
        const ruling = ruleFor(name, what, how, foreign)
        if (ruling === 'allow') expect(how === 'quiet' || (how === 'ask' && !foreign)).toBe(true)
      }),
    )
  })

  it('never asks more of an app from here than of one from elsewhere', () => {
    const width = { refuse: 0, ask: 1, allow: 2 }
    fc.assert(fc.property(level, capability, grade, (name, what, how) => width[ruleFor(name, what, how, true)] <= width[ruleFor(name, what, how, false)]))
  })

  it('is one of four names', () => {
    expect(['minimal', 'standard', 'toString', '', null, 3].map(isLevel)).toEqual([true, true, false, false, false, false])
  })
})
