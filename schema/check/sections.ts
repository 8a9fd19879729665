/** The sections of a document that hold formulas, components and steps, walked with the names that are in scope there. */

import type { SlotSpec } from '../catalog.ts'
import { durationMilliseconds } from '../durations.ts'
import { isFormulaText } from '../formula/text.ts'
import { ANY, describeType, fits, NUMBER, parseType, recordOf, TEXT, type Type } from '../formula/types.ts'
import { components } from '../generated/catalog.ts'
import { intentNameMessage, isIntentName } from '../intents.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { LIMITS } from '../limits.ts'
import { checkAddress } from './addresses.ts'
import { checkDuration, looksLikeDuration } from './durations.ts'
import type { Owner } from './facts.ts'
import { entriesOf, isList, isRecord, isText, own, shown } from './kinds.ts'
import { checkName, nameProblem } from './names.ts'
import { removeAt, setTo } from './repairs.ts'
import { noteShadow } from './repeats.ts'
import { type Binding, innerScope, type NameKind, type Scope } from './scope.ts'
import { checkShortcut } from './shortcuts.ts'
import { checkDataCall } from './steps.ts'
import type { NodePlace, StepPlace, Walk } from './walk.ts'

const theDocument: Owner = { kind: 'document', name: '' }
const rootPlace: NodePlace = { owner: theDocument, depth: 0 }
const formula: SlotSpec = { kind: 'formula', type: 'any' }
const condition: SlotSpec = { kind: 'formula', type: 'bool' }

/** Walks all sections but `state`, `derived` (they make the scope) and `tests`. */
export function walkSections(walk: Walk, document: JsonObject, scope: Scope): void {
  checkApp(walk, document)
  walkData(walk, document, scope)
  const view = own(document, 'view')
  if (view !== undefined) walk.node(view, ['view'], scope, rootPlace)
  walkPages(walk, document, scope)
  const glance = own(document, 'glance')
  if (glance !== undefined) walk.node(glance, ['glance'], scope, rootPlace)
  walkParts(walk, document, scope)
  walkActions(walk, document, scope)
  walkKeys(walk, document, scope)
  walkTimers(walk, document, scope)
  walkEffects(walk, document, scope)
}

function checkApp(walk: Walk, document: JsonObject): void {
  const app = own(document, 'app')
  if (!isRecord(app)) return
  const theme = own(app, 'theme')
  const accent = isRecord(theme) ? own(theme, 'accent') : undefined
  if (isText(accent)) checkAddress(walk, accent, 'color', ['app', 'theme', 'accent'], false)
  const currency = own(app, 'currency')
  if (isText(currency) && !/^[A-Z]{3}$/.test(currency))
    walk.report.error('wrong-value', ['app', 'currency'], `A currency is three capital letters, as in EUR; this is ${shown(currency)}.`)
}

function walkData(walk: Walk, document: JsonObject, scope: Scope): void {
  for (const [name, entry] of entriesOf(own(document, 'data'))) {
    if (!isRecord(entry)) continue
    checkDataCall(walk, entry, ['data', name], scope, { owner: theDocument, gesture: false })
    const refresh = own(entry, 'refresh')
    if (refresh !== undefined) checkDuration(walk, refresh, ['data', name, 'refresh'], 1000)
  }
}

function walkPages(walk: Walk, document: JsonObject, scope: Scope): void {
  const pages = own(document, 'pages')
  for (const [name, page] of entriesOf(pages)) {
    if (!isRecord(page)) continue
    const at: Path = ['pages', name]
    const place: NodePlace = { owner: { kind: 'page', name }, depth: 0 }
    const inner = paramScope(walk, page, at, scope, 'param')
    const title = own(page, 'title')
    if (title !== undefined) walk.slot(title, { kind: 'plain', type: 'text' }, [...at, 'title'], { scope: inner, node: place })
    const view = own(page, 'view')
    if (view !== undefined) walk.node(view, [...at, 'view'], inner, place)
  }
  const frame = own(document, 'view')
  if (frame !== undefined && entriesOf(pages).length > 0 && !holdsOutlet(frame, document))
    walk.report.error('missing-outlet', ['view'], 'With "pages", "view" is the frame around them: it needs an { "type": "Outlet" } where the page goes.')
}

function holdsOutlet(value: Json, document: JsonObject, seen: ReadonlySet<string> = new Set()): boolean {
  if (isList(value)) return value.some(inner => holdsOutlet(inner, document, seen))
  if (!isRecord(value)) return false
  const type = own(value, 'type')
  if (type === 'Outlet') return true
  const parts = own(document, 'parts')
  const part = isText(type) && isRecord(parts) && !seen.has(type) ? own(parts, type) : undefined
  if (part !== undefined && isText(type) && holdsOutlet(part, document, new Set([...seen, type]))) return true
  return Object.keys(value).some(key => holdsOutlet(value[key] as Json, document, seen))
}

function walkParts(walk: Walk, document: JsonObject, scope: Scope): void {
  for (const [name, part] of entriesOf(own(document, 'parts'))) {
    if (!isRecord(part)) continue
    const at: Path = ['parts', name]
    if (components.has(name)) walk.report.error('name-clash', at, `"${name}" is a component of the catalogue: give the part another name.`)
    else if (!/^[A-Z]/.test(name) || nameProblem(name) !== null)
      walk.report.error('bad-name', at, `A part's name is like a component's, a capital letter first and then letters and digits; this is "${name}".`)
    const view = own(part, 'view')
    if (view !== undefined) walk.node(view, [...at, 'view'], paramScope(walk, part, at, scope, 'part-param'), { owner: { kind: 'part', name }, depth: 0 })
  }
}

function walkActions(walk: Walk, document: JsonObject, scope: Scope): void {
  for (const [name, action] of entriesOf(own(document, 'actions'))) {
    const at: Path = ['actions', name]
    const place: StepPlace = { owner: { kind: 'action', name }, gesture: true }
    const withEvent = innerScope(scope, [['event', { kind: 'local', type: ANY }]])
    const steps = isRecord(action) && !Object.hasOwn(action, 'do') ? own(action, 'steps') : undefined
    if (isRecord(action) && steps !== undefined) walk.steps(steps, [...at, 'steps'], paramScope(walk, action, at, withEvent, 'param'), place)
    else walk.steps(action, at, withEvent, place)
  }
}

/** A scope with the parameters of an action, a page or a part. */
function paramScope(walk: Walk, record: JsonObject, at: Path, scope: Scope, kind: NameKind): Scope {
  const bindings = readParams(walk, own(record, 'params'), [...at, 'params']).map(([name, type]): [string, Binding] => {
    noteShadow(walk, name, scope, [...at, 'params', name])
    return [name, { kind, type }]
  })
  return bindings.length === 0 ? scope : innerScope(scope, bindings)
}

export function readParams(walk: Pick<Walk, 'report'>, params: Json | undefined, at: Path): [string, Type][] {
  return entriesOf(params).map(([name, written]) => {
    checkName(walk.report, name, [...at, name])
    return [name, readType(written)]
  })
}

/** A type as it is written (B11); any where it is none, which the document's shape reports. */
function readType(written: Json): Type {
  const parsed = parseType(written)
  return parsed.ok ? parsed.type : ANY
}

function walkKeys(walk: Walk, document: JsonObject, scope: Scope): void {
  const event = innerScope(scope, [['event', { kind: 'local', type: recordOf([['key', TEXT]]) }]])
  for (const [shortcut, steps] of entriesOf(own(document, 'keys'))) {
    checkShortcut(shortcut, ['keys', shortcut], walk.report)
    walk.steps(steps, ['keys', shortcut], event, { owner: theDocument, gesture: true })
  }
}

function walkTimers(walk: Walk, document: JsonObject, scope: Scope): void {
  for (const [name, timer] of entriesOf(own(document, 'timers'))) {
    if (!isRecord(timer)) continue
    const at: Path = ['timers', name]
    const every = own(timer, 'every')
    if (isText(every) && durationMilliseconds(every) === null && !looksLikeDuration(every))
      walk.slot(every, { kind: 'formula', type: 'any' }, [...at, 'every'], { scope, node: rootPlace })
    else if (every !== undefined) checkDuration(walk, every, [...at, 'every'], LIMITS.shortestTimerMilliseconds)
    walkDoer(walk, timer, at, scope)
  }
}

const events = ['when', 'watch', 'on'] as const

function walkEffects(walk: Walk, document: JsonObject, scope: Scope): void {
  for (const [name, effect] of entriesOf(own(document, 'effects'))) {
    if (!isRecord(effect)) continue
    const at: Path = ['effects', name]
    const kinds = events.filter(kind => Object.hasOwn(effect, kind))
    if (kinds.length !== 1)
      walk.report.error(
        'bad-effect',
        at,
        `An effect has one of "when" (turns true), "watch" (changes) and "on" (happens); this has ${kinds.length === 0 ? 'none' : kinds.map(kind => `"${kind}"`).join(' and ')}.${kinds.length === 2 && kinds.includes('when') ? ` A condition of a step goes into it: "do": { "do": …, "when": … }.` : ''}`,
      )
    const after = own(effect, 'after')
    if (after !== undefined) checkDuration(walk, after, [...at, 'after'], 0)
    const watch = own(effect, 'watch')
    const type = watch === undefined ? ANY : walk.slot(watch, formula, [...at, 'watch'], { scope, node: rootPlace })
    const on = own(effect, 'on')
    checkIntent(walk, effect, at)
    const event: Type =
      watch !== undefined
        ? recordOf([
            ['value', type],
            ['old', type],
          ])
        : on === 'intent'
          ? recordOf([
              ['data', readType(own(effect, 'type') ?? 'any')],
              ['from', TEXT],
            ])
          : recordOf([])
    walkDoer(walk, effect, at, innerScope(scope, [['event', { kind: 'local', type: event }]]))
  }
}

/** What another app may ask for has a name and, if it says so, a type, which is held to before the effect runs. */
function checkIntent(walk: Walk, effect: JsonObject, at: Path): void {
  const name = own(effect, 'intent')
  if (own(effect, 'on') === 'intent') {
    if (name === undefined) walk.report.error('bad-effect', at, 'An effect on an intent names it: "intent" is missing.')
    else if (isText(name) && !isIntentName(name)) walk.report.error('bad-effect', [...at, 'intent'], intentNameMessage(name))
    return
  }
  for (const key of ['intent', 'type'])
    if (Object.hasOwn(effect, key)) walk.report.error('bad-effect', [...at, key], `"${key}" stands beside "on": "intent" only.`, removeAt([...at, key]))
}

function walkDoer(walk: Walk, entry: JsonObject, at: Path, scope: Scope): void {
  const when = own(entry, 'when')
  if (when !== undefined) walk.slot(when, condition, [...at, 'when'], { scope, node: rootPlace })
  const steps = own(entry, 'do')
  if (steps !== undefined) walk.steps(steps, [...at, 'do'], scope, { owner: theDocument, gesture: false })
}

/** Types of the state, with each first value held to its type where it is written out. */
export function readState(walk: Pick<Walk, 'report'>, document: JsonObject): [string, Binding][] {
  return entriesOf(own(document, 'state')).map(([name, entry]) => {
    if (!isRecord(entry))
      return [name, { kind: 'state', type: isText(entry) ? TEXT : typeof entry === 'number' ? NUMBER : typeof entry === 'boolean' ? { kind: 'bool' } : ANY }]
    const written = own(entry, 'type')
    const type = written === undefined ? ANY : readType(written)
    const init = own(entry, 'init')
    if (init !== undefined && !holdsFormula(init) && !fits(init, type))
      walk.report.error(
        'wrong-type',
        ['state', name, 'init'],
        `The first value of "${name}" is ${describeType(type)}, as its type says; this is ${shown(init)}.`,
        setTo(['state', name, 'init'], walk.report.advice?.meantAsType(init, type)),
      )
    const allowed = own(entry, 'enum')
    if (isList(allowed) && init !== undefined && !holdsFormula(init) && init !== null && !allowed.includes(init))
      walk.report.error('wrong-value', ['state', name, 'init'], `The first value of "${name}" is none of its "enum".`)
    return [name, { kind: 'state', type }]
  })
}

/** First values may hold formulas over constants and the clock (B11). */
export function walkInits(walk: Walk, document: JsonObject, constants: Scope): void {
  for (const [name, entry] of entriesOf(own(document, 'state'))) {
    const init = isRecord(entry) ? own(entry, 'init') : undefined
    if (init !== undefined && holdsFormula(init))
      walk.slot(init, { kind: 'plain', type: 'any' }, ['state', name, 'init'], { scope: constants, node: rootPlace })
  }
}

function holdsFormula(value: Json): boolean {
  if (isText(value)) return isFormulaText(value)
  if (isList(value)) return value.some(holdsFormula)
  return isRecord(value) && Object.keys(value).some(key => holdsFormula(value[key] as Json))
}
