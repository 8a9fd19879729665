/** Steps: tools with their arguments, control forms, and the names that one step gives to the next (B60, B61). */

import type { SlotSpec, ToolSpec } from '../catalog.ts'
import { didYouMean } from '../formula/did-you-mean.ts'
import { ANY, describeType, NUMBER, parseType, recordOf, TEXT, type Type } from '../formula/types.ts'
import { tools } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import { isPlannedTool } from '../planned.ts'
import { readFormula } from './formulas.ts'
import { isList, isRecord, isText, kindText, listed, own } from './kinds.ts'
import { noteShadow } from './nodes.ts'
import { below, originOf } from './origins.ts'
import { changeTo, orElse, renameTo } from './repairs.ts'
import { type Binding, innerScope, type Scope } from './scope.ts'
import { stepForms } from './step-forms.ts'
import { mayBe, strayFields } from './type-fit.ts'
import type { Params, SlotPlace, StepPlace, Walk } from './walk.ts'

/** Checks what an event does: a step, a list of steps, or the name of an action. */
export function checkSteps(walk: Walk, value: Json, at: Path, scope: Scope, place: StepPlace): void {
  if (isText(value)) {
    checkActionName(walk, value, at, place)
    return
  }
  if (!isList(value)) {
    checkStep(walk, value, at, scope, place)
    return
  }
  let inner = scope
  value.forEach((step, index) => {
    inner = checkStep(walk, step, [...at, index], inner, place)
  })
}

function checkActionName(walk: Walk, name: string, at: Path, place: StepPlace): void {
  const action = walk.definitions.actions.get(name)
  if (action) noteCall(walk, name, place)
  if (action || walk.pending) return
  const names = [...walk.definitions.actions.keys()]
  const suggestion = didYouMean(name, names)
  const tool = tools.get(name)
  const instead = suggestion
    ? `: did you mean "${suggestion}"?`
    : tool
      ? `: "${name}" is a tool, written as a step { "do": "${name}", … }.`
      : names.length > 0
        ? `. There is ${listed(names.slice(0, 12))}.`
        : '.'
  walk.report.error('unknown-action', at, `There is no action "${name}"${instead}`, {
    suggestion,
    fix: suggestion
      ? { title: `Change to ${suggestion}`, edits: [{ set: formatPointer(at), value: suggestion }] }
      : tool && Object.values(tool.arguments).every(slot => !slot.required)
        ? { title: 'Write it as a step', edits: [{ set: formatPointer(at), value: { do: name } }] }
        : undefined,
  })
}

function noteCall(walk: Walk, action: string, place: StepPlace): void {
  if (place.owner.kind !== 'action') return
  const calls = walk.facts.actionCalls.get(place.owner.name) ?? new Set()
  calls.add(action)
  walk.facts.actionCalls.set(place.owner.name, calls)
}

/** Checks one step; gives the scope of the steps after it. */
function checkStep(walk: Walk, step: Json, at: Path, scope: Scope, place: StepPlace): Scope {
  if (!isRecord(step)) {
    walk.report.error('not-a-step', at, `A step is expected here, { "do": tool, … }; this is ${kindText(step)}.`)
    return scope
  }
  const name = own(step, 'do')
  if (!isText(name)) {
    walk.report.error('missing-do', at, 'A step says what it does: "do" is missing, the name of a tool.')
    return scope
  }
  const tool = tools.get(name)
  if (!tool) {
    reportUnknownTool(walk, name, step, [...at, 'do'])
    return scope
  }
  noteUse(walk, tool, step, at)
  if (tool.gesture && !place.gesture)
    walk.report.error('needs-gesture', [...at, 'do'], `${name} runs only when a person presses something: move it to an event.`)
  checkArguments(walk, tool, step, at, scope, place)
  return scopeAfter(walk, tool, step, at, scope)
}

/** A tool as an entry of `data`: it may stand there only if it does nothing but read (B14). */
export function checkDataCall(walk: Walk, entry: JsonObject, at: Path, scope: Scope, place: StepPlace): Type {
  const name = own(entry, 'do')
  const tool = isText(name) ? tools.get(name) : undefined
  if (!tool) {
    if (isText(name)) reportUnknownTool(walk, name, entry, [...at, 'do'])
    return ANY
  }
  if (!tool.read)
    walk.report.error(
      'not-reading',
      [...at, 'do'],
      `${tool.name} cannot stand in "data", where only what reads may: ${listed([...tools.values()].filter(other => other.read).map(other => other.name))}. Call it in a step.`,
    )
  noteUse(walk, tool, entry, at)
  checkArguments(walk, tool, entry, at, scope, place, dataForms)
  return resultType(tool)
}
const dataForms: Readonly<Record<string, SlotSpec>> = { refresh: { kind: 'literal', type: 'any' }, when: { kind: 'formula', type: 'bool' } }

function noteUse(walk: Walk, tool: ToolSpec, call: JsonObject, at: Path): void {
  const argument = tool.capability?.scope?.argument
  walk.facts.toolUses.push({
    tool: tool.name,
    at,
    scope: argument === undefined ? undefined : own(call, argument),
    scopeAt: argument === undefined ? at : [...at, argument],
  })
}

function reportUnknownTool(walk: Walk, name: string, step: JsonObject, at: Path): void {
  if (isPlannedTool(name)) {
    walk.report.error('planned-tool', at, `The tool "${name}" is not available in this version.`)
    return
  }
  if (walk.definitions.actions.has(name)) {
    const alone = Object.keys(step).length === 1
    const fix = alone ? { title: 'Run the action', edits: [{ set: formatPointer(at.slice(0, -1)), value: { do: 'run', action: name } }] } : undefined
    walk.report.error('unknown-tool', at, `"${name}" is an action, not a tool: write { "do": "run", "action": "${name}" }.`, { fix })
    return
  }
  const suggestion = didYouMean(name, tools.keys())
  walk.report.error('unknown-tool', at, `There is no tool "${name}"${orElse(suggestion, '. The catalogue lists those there are.')}`, changeTo(at, suggestion))
}

function checkArguments(
  walk: Walk,
  tool: ToolSpec,
  step: JsonObject,
  at: Path,
  scope: Scope,
  place: StepPlace,
  forms: Readonly<Record<string, SlotSpec>> = stepForms,
): void {
  const slotPlace: SlotPlace = { scope, node: { owner: place.owner, depth: 0 }, steps: place, ...(lambdaTypes(walk, tool, step, scope) ?? {}) }
  const types = new Map<string, Type>()
  for (const key of Object.keys(step)) {
    if (key === 'do') continue
    const slot = Object.hasOwn(tool.arguments, key) ? tool.arguments[key] : Object.hasOwn(forms, key) ? forms[key] : undefined
    const value = step[key] as Json
    if (!slot) reportUnknownArgument(walk, tool, key, at, Object.keys(forms))
    else if (slot.kind === 'steps') walk.steps(value, [...at, key], stepsScope(walk, tool, step, key, at, scope), place)
    else types.set(key, walk.slot(value, slot, [...at, key], slotPlace))
  }
  for (const [name, slot] of Object.entries(tool.arguments))
    if (slot.required && !Object.hasOwn(step, name)) walk.report.error('missing-argument', at, `${tool.name} needs "${name}".`)
  if (tool.oneOf && !tool.oneOf.some(set => set.every(name => Object.hasOwn(step, name))))
    walk.report.error('missing-argument', at, `${tool.name} needs ${tool.oneOf.map(set => set.map(name => `"${name}"`).join(' and ')).join(', or ')}.`)
  checkParameters(walk, tool, step, at, place)
  checkWritten(walk, tool, types, at)
}

function reportUnknownArgument(walk: Walk, tool: ToolSpec, key: string, at: Path, forms: readonly string[]): void {
  const names = Object.keys(tool.arguments)
  const alias = tool.aliases && Object.hasOwn(tool.aliases, key) ? tool.aliases[key] : undefined
  const suggestion = alias ?? didYouMean(key, [...names, ...forms])
  const place = [...at, key]
  walk.report.error(
    'unknown-argument',
    place,
    `${tool.name} takes no "${key}"${suggestion ? `: did you mean "${suggestion}"?` : names.length > 0 ? `. It takes ${listed(names)}.` : ' and nothing else.'}`,
    renameTo(place, suggestion),
  )
}

/** What `where` is given: an element of the list beside it. */
function lambdaTypes(walk: Walk, tool: ToolSpec, step: JsonObject, scope: Scope): { readonly lambda: readonly Type[] } | null {
  if (!Object.values(tool.arguments).some(slot => slot.kind === 'lambda')) return null
  const list = own(step, 'in') ?? own(step, 'from')
  const formula = isText(list) ? readFormula(list) : null
  if (!formula?.ok || walk.pending) return null
  const type = walk.typeOf(formula.tree, scope)
  return { lambda: [type.kind === 'list' ? type.of : ANY, NUMBER] }
}

/** The scope of steps inside a step: `each` names the element, `catch` has the error. */
function stepsScope(walk: Walk, tool: ToolSpec, step: JsonObject, key: string, at: Path, scope: Scope): Scope {
  if (key === 'catch')
    return innerScope(scope, [
      [
        'error',
        {
          kind: 'local',
          type: recordOf([
            ['message', TEXT],
            ['code', TEXT],
          ]),
        },
      ],
    ])
  if (tool.name !== 'each') return scope
  const as = own(step, 'as')
  const name = isText(as) ? as : 'item'
  noteShadow(walk, name, scope, Object.hasOwn(step, 'as') ? [...at, 'as'] : at)
  const list = own(step, 'in')
  const formula = isText(list) ? readFormula(list) : null
  const known = formula?.ok && !walk.pending
  const type = known ? walk.typeOf(formula.tree, scope) : ANY
  const origin = known ? originOf(formula.tree, scope, walk.derivedOrigin) : undefined
  return innerScope(scope, [
    [name, { kind: 'item', type: type.kind === 'list' ? type.of : ANY, origin: below(origin, '[]') }],
    ['index', { kind: 'local', type: NUMBER }],
  ])
}

/** `out` and `let` name a value for the steps that follow. */
function scopeAfter(walk: Walk, tool: ToolSpec, step: JsonObject, at: Path, scope: Scope): Scope {
  const names: [string, Binding][] = []
  const out = own(step, 'out')
  if (isText(out)) {
    if (tool.result === 'null') walk.report.error('no-result', [...at, 'out'], `${tool.name} gives nothing to keep: remove "out".`)
    names.push([out, { kind: 'local', type: resultType(tool) }])
  }
  if (tool.name === 'let') {
    const name = own(step, 'name')
    const value = own(step, 'value')
    const formula = isText(value) ? readFormula(value) : null
    const type = formula?.ok && !walk.pending && isText(value) && value.trim().startsWith('${') ? walk.typeOf(formula.tree, scope) : ANY
    if (isText(name)) names.push([name, { kind: 'local', type }])
  }
  for (const [name] of names) noteShadow(walk, name, scope, [...at, tool.name === 'let' ? 'name' : 'out'])
  return names.length === 0 ? scope : innerScope(scope, names)
}

export function resultType(tool: ToolSpec): Type {
  const parsed = parseType(tool.result.startsWith('{') ? JSON.parse(tool.result) : tool.result)
  return parsed.ok ? parsed.type : ANY
}

/** The parameters that `run` and `go` hand over must be those of the action or page. */
function checkParameters(walk: Walk, tool: ToolSpec, step: JsonObject, at: Path, place: StepPlace): void {
  const [target, key] = tool.name === 'run' ? (['action', 'with'] as const) : tool.name === 'go' ? (['page', 'params'] as const) : [null, null]
  if (target === null) return
  const name = own(step, target)
  if (!isText(name)) return
  if (target === 'action' && walk.definitions.actions.has(name)) noteCall(walk, name, place)
  const params: Params | undefined = (target === 'action' ? walk.definitions.actions : walk.definitions.pages).get(name)
  const given = own(step, key)
  if (!params || (given !== undefined && !isRecord(given))) return
  const names = [...params.types.keys()]
  for (const other of Object.keys(given ?? {})) {
    if (params.types.has(other)) continue
    const suggestion = didYouMean(other, names)
    walk.report.error(
      'unknown-argument',
      [...at, key, other],
      `The ${target} "${name}" has no parameter "${other}"${suggestion ? `: did you mean "${suggestion}"?` : names.length > 0 ? `. It has ${listed(names)}.` : '.'}`,
      renameTo([...at, key, other], suggestion),
    )
  }
  for (const missing of names.filter(param => !Object.hasOwn(given ?? {}, param)))
    walk.report.note('missing-argument', at, `The ${target} "${name}" has a parameter "${missing}" that is not given here: it will be null.`)
}

/** What is written must be of the type that stands there. */
function checkWritten(walk: Walk, tool: ToolSpec, types: ReadonlyMap<string, Type>, at: Path): void {
  const [place, value] = tool.name === 'update' && types.has('item') ? ['item', 'with'] : (written.get(tool.name) ?? [])
  const there = place === undefined ? undefined : types.get(place)
  const given = value === undefined ? undefined : types.get(value)
  if (!there || !given || value === undefined) return
  const element = tool.name === 'add' || (tool.name === 'update' && place === 'in') ? (there.kind === 'list' ? there.of : ANY) : there
  if (tool.name === 'add' && there.kind !== 'list' && there.kind !== 'any' && there.kind !== 'null')
    walk.report.error('not-a-list', [...at, 'to'], '"add" puts an item into a list; this is none. "set" writes a value.')
  const [stray] = strayFields(given, element)
  if (stray) {
    const suggestion = didYouMean(stray.name, stray.known)
    walk.report.error(
      'unknown-field',
      [...at, value],
      `There is no field "${stray.name}" in the type that is written here${suggestion ? `: did you mean "${suggestion}"?` : `. It has ${listed(stray.known)}.`}`,
      { suggestion },
    )
  } else if (!mayBe(given, element)) walk.report.error('wrong-type', [...at, value], `${describeType(element)} stands there; this is ${describeType(given)}.`)
}
const written: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['set', ['path', 'value']],
  ['add', ['to', 'item']],
  ['update', ['in', 'with']],
])
