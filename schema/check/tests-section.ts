/** The section `tests`: each step does one thing, what it names exists (B70). */

import { ANY, describeType, fits } from '../formula/types.ts'
import { tools } from '../generated/catalog.ts'
import { type DeclaredIntent, intentsOf } from '../intents.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { checkDuration } from './durations.ts'
import { checkFormulaText } from './formulas.ts'
import { entriesOf, isList, isRecord, isText, listed, own, shown } from './kinds.ts'
import { orElse, removeAt, renameTo, setTo } from './repairs.ts'
import { findBinding, innerScope, type Scope } from './scope.ts'
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
  ['intent', 'data'],
])

const stepKeys: ReadonlySet<string> = new Set([...companions].flat().filter(key => key !== null))

export function checkTests(walk: Walk, document: JsonObject, scope: Scope): void {
  const tests = own(document, 'tests')
  if (!isList(tests)) return
  const intents = intentsOf(document)
  tests.forEach((test, index) => {
    if (!isRecord(test)) return
    const at: Path = ['tests', index]
    checkState(walk, own(test, 'state'), [...at, 'state'], scope)
    checkReplies(walk, own(test, 'tools'), [...at, 'tools'], scope)
    const steps = own(test, 'steps')
    if (isList(steps)) for (const [place, step] of steps.entries()) if (isRecord(step)) checkTestStep(walk, step, [...at, 'steps', place], scope, intents)
  })
}

function checkState(walk: Walk, state: Json | undefined, at: Path, scope: Scope): void {
  const names = [...scope.bindings].filter(([, binding]) => binding.kind === 'state').map(([name]) => name)
  for (const [name, value] of entriesOf(state)) {
    const binding = findBinding(scope, name)
    if (binding?.kind !== 'state') {
      const near = walk.report.advice?.nearest(name, names)
      walk.report.error('unknown-name', [...at, name], `There is no state "${name}"${orElse(near, '.')}`, {
        ...renameTo([...at, name], near, isRecord(state) ? state : {}),
        within: { text: name, from: 0, to: name.length },
      })
    } else if (!fits(value, binding.type)) {
      const place = [...at, name]
      walk.report.error(
        'wrong-type',
        place,
        `"${name}" is ${describeType(binding.type)}; this is ${shown(value)}.`,
        setTo(place, walk.report.advice?.meantAsType(value, binding.type)),
      )
    }
  }
}

function checkReplies(walk: Walk, replies: Json | undefined, at: Path, scope: Scope): void {
  for (const [name, written] of entriesOf(replies)) {
    if (!tools.has(name)) {
      const near = walk.report.advice?.nearest(name, tools.keys())
      walk.report.error(
        'unknown-tool',
        [...at, name],
        `There is no tool "${name}"${orElse(near, '.')}`,
        renameTo([...at, name], near, isRecord(replies) ? replies : {}),
      )
    }
    const list = isList(written) ? written : [written]
    list.forEach((reply, index) => {
      const place = isList(written) ? [...at, name, index] : [...at, name]
      if (isRecord(reply) && Object.hasOwn(reply, 'reply') === Object.hasOwn(reply, 'error'))
        walk.report.error('bad-test', place, 'A tool answers with either "reply" or "error".')
      const when = isRecord(reply) ? own(reply, 'when') : undefined
      if (isText(when)) checkFormulaText(walk, when, [...place, 'when'], ofArguments(name, scope))
      const delay = isRecord(reply) ? own(reply, 'delay') : undefined
      if (delay !== undefined) checkDuration(walk, delay, [...place, 'delay'], 0)
    })
  }
}

/** The condition of a reply reads the arguments of the call. */
function ofArguments(tool: string, scope: Scope): Scope {
  return innerScope(
    scope,
    Object.keys(tools.get(tool)?.arguments ?? {}).map(name => [name, { kind: 'local', type: ANY }]),
  )
}

function checkTestStep(walk: Walk, step: JsonObject, at: Path, scope: Scope, intents: readonly DeclaredIntent[]): void {
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
  const needs = companion !== null && companion !== 'data' && !Object.hasOwn(step, companion) ? companion : null
  const stray = Object.keys(step).filter(key => key !== verb && key !== companion)
  for (const key of stray)
    walk.report.error(
      'bad-test',
      [...at, key],
      `"${key}" does not go with "${verb}"${companion === null ? '.' : `, which takes "${companion}".`}`,
      needs === null ? removeAt([...at, key]) : renameTo([...at, key], { name: needs, sure: stray.length === 1 }),
    )
  if (needs !== null && stray.length === 0) walk.report.error('bad-test', at, `"${verb}" needs "${needs}", the label of where.`)
  const value = own(step, verb)
  if (verb === 'wait' && value !== undefined) checkDuration(walk, value, [...at, verb], 0)
  if (verb === 'intent' && isText(value)) checkIntent(walk, value, own(step, 'data') ?? null, at, intents)
  if (verb === 'expect' && isText(value)) checkFormulaText(walk, value, [...at, verb], scope)
}

/** Another app sends this to the app under test: it answers such an intent, and takes such data. */
function checkIntent(walk: Walk, name: string, data: Json, at: Path, intents: readonly DeclaredIntent[]): void {
  const answering = intents.filter(intent => intent.name === name)
  if (answering.length === 0) {
    const near = walk.report.advice?.nearest(name, new Set(intents.map(intent => intent.name)))
    walk.report.error('bad-test', [...at, 'intent'], `No effect of the app answers the intent "${name}"${orElse(near, '.')}`)
  } else if (!answering.some(({ type }) => fits(data, type)))
    walk.report.error('bad-test', [...at, 'data'], `"${name}" takes ${answering.map(({ type }) => describeType(type)).join(' or ')}; this is ${shown(data)}.`)
}
