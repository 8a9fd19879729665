/** The section `tests`: each step does one thing, what it names exists (B70). */

import { didYouMean } from '../formula/did-you-mean.ts'
import { fits } from '../formula/types.ts'
import { tools } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { durationMilliseconds } from './durations.ts'
import { checkFormulaText } from './formulas.ts'
import { entriesOf, isList, isRecord, isText, listed, own, shown } from './kinds.ts'
import { orElse } from './repairs.ts'
import { findBinding, type Scope } from './scope.ts'
import type { Walk } from './walk.ts'

const companions: ReadonlyMap<string, string | null> = new Map([
  ['press', null],
  ['fill', 'into'],
  ['choose', 'in'],
  ['check', null],
  ['uncheck', null],
  ['key', null],
  ['wait', null],
  ['sees', null],
  ['notSees', null],
  ['expect', null],
  ['move', 'to'],
  ['reload', null],
])

const stepKeys: ReadonlySet<string> = new Set([...companions].flat().filter(key => key !== null))

export function checkTests(walk: Walk, document: JsonObject, scope: Scope): void {
  const tests = own(document, 'tests')
  if (!isList(tests)) return
  tests.forEach((test, index) => {
    if (!isRecord(test)) return
    const at: Path = ['tests', index]
    checkState(walk, own(test, 'state'), [...at, 'state'], scope)
    checkReplies(walk, own(test, 'tools'), [...at, 'tools'])
    const steps = own(test, 'steps')
    if (isList(steps)) for (const [place, step] of steps.entries()) if (isRecord(step)) checkTestStep(walk, step, [...at, 'steps', place], scope)
  })
}

function checkState(walk: Walk, state: Json | undefined, at: Path, scope: Scope): void {
  const names = [...scope.bindings].filter(([, binding]) => binding.kind === 'state').map(([name]) => name)
  for (const [name, value] of entriesOf(state)) {
    const binding = findBinding(scope, name)
    if (binding?.kind !== 'state') {
      const suggestion = didYouMean(name, names)
      walk.report.error('unknown-name', [...at, name], `There is no state "${name}"${orElse(suggestion, '.')}`, { suggestion })
    } else if (!fits(value, binding.type)) walk.report.error('wrong-type', [...at, name], `This is not of the type of "${name}".`)
  }
}

function checkReplies(walk: Walk, replies: Json | undefined, at: Path): void {
  for (const [name, written] of entriesOf(replies)) {
    if (!tools.has(name)) {
      const suggestion = didYouMean(name, tools.keys())
      walk.report.error('unknown-tool', [...at, name], `There is no tool "${name}"${orElse(suggestion, '.')}`, { suggestion })
    }
    const list = isList(written) ? written : [written]
    list.forEach((reply, index) => {
      const place = isList(written) ? [...at, name, index] : [...at, name]
      if (isRecord(reply) && Object.hasOwn(reply, 'reply') === Object.hasOwn(reply, 'error'))
        walk.report.error('bad-test', place, 'A tool answers with either "reply" or "error".')
    })
  }
}

function checkTestStep(walk: Walk, step: JsonObject, at: Path, scope: Scope): void {
  // What is no key of a test's step at all is told by the shape.
  if (Object.keys(step).some(key => !stepKeys.has(key))) return
  const verbs = Object.keys(step).filter(key => companions.has(key))
  const [verb] = verbs
  if (verb === undefined || verbs.length > 1) {
    walk.report.error(
      'bad-test',
      at,
      `A step of a test does one thing: ${listed([...companions.keys()])}. This has ${verb === undefined ? 'none' : verbs.join(' and ')}.`,
    )
    return
  }
  const companion = companions.get(verb) ?? null
  for (const key of Object.keys(step))
    if (key !== verb && key !== companion) walk.report.error('bad-test', [...at, key], `"${key}" does not go with "${verb}".`)
  if (companion !== null && !Object.hasOwn(step, companion)) walk.report.error('bad-test', at, `"${verb}" needs "${companion}", the label of where.`)
  const value = own(step, verb)
  if (verb === 'wait' && isText(value) && durationMilliseconds(value) === null)
    walk.report.error('wrong-value', [...at, verb], `A time span is expected here, "25m", "1s" or milliseconds; this is ${shown(value)}.`)
  if (verb === 'expect' && isText(value)) checkFormulaText(walk, value, [...at, verb], scope)
}
