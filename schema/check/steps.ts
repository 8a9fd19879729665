/** Steps: tools with their arguments, control forms, and the names that one step gives to the next (B60, B61). */

import type { SlotSpec, ToolSpec } from '../catalog.ts'
import { ANY, describeType, NUMBER, recordOf, TEXT, type Type } from '../formula/types.ts'
import { tools } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { resultType } from '../tool-result.ts'
import { type AsMeant, readAsMeant, type Slip } from './as-meant.ts'
import { readFormula } from './formulas.ts'
import { fitsKeys } from './guess.ts'
import { isList, isRecord, isText, recordOf as jsonRecord, kindText, listed, own } from './kinds.ts'
import { below, originOf } from './origins.ts'
import { changeTo, orElse, removeAt, renameTo, setTo } from './repairs.ts'
import { noteShadow } from './repeats.ts'
import { type Binding, innerScope, type Scope } from './scope.ts'
import { slotWords } from './slot-words.ts'
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
  const tool = tools.get(name)
  const near = tool ? undefined : walk.report.advice?.nearest(name, names)
  const instead = tool
    ? `: "${name}" is a tool, written as a step { "do": "${name}", … }.`
    : orElse(near, names.length > 0 ? `. There is ${listed(names.slice(0, 12))}.` : '.')
  const alone = tool && Object.values(tool.arguments).every(slot => !slot.required) && !tool.oneOf
  walk.report.error('unknown-action', at, `There is no action "${name}"${instead}`, alone ? setTo(at, { do: name }, 'Write it as a step') : changeTo(at, near))
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
  const tool = isText(name) ? (tools.get(name) ?? reportUnknownTool(walk, name, step, at)) : reportNoTool(walk, step, at)
  if (!tool) return scope
  if (tool.gesture && !place.gesture)
    walk.report.error('needs-gesture', [...at, 'do'], `${tool.name} runs only when a person presses something: move it to an event.`)
  const meant = checkArguments(walk, tool, step, at, scope, place)
  return scopeAfter(walk, tool, meant, scope)
}

/** A step without "do"; gives the tool that it must have meant. */
function reportNoTool(walk: Walk, step: JsonObject, at: Path): ToolSpec | undefined {
  const other = Object.keys(step).find(key => /^(tool|action|name|type|call|op|run)$/.test(key) && isText(step[key]) && tools.has(step[key]))
  if (other !== undefined) {
    walk.report.error(
      'missing-do',
      at,
      `A step says what it does: "do" is missing, which is called "${other}" here.`,
      renameTo([...at, other], { name: 'do', sure: true }, step),
    )
    return undefined
  }
  const keys = Object.keys(step).filter(key => !Object.hasOwn(stepForms, key))
  const tables = [...tools.values()]
    .filter(({ oneOf }) => !oneOf || oneOf.some(set => set.every(key => keys.includes(key))))
    .map(({ name, arguments: slots }) => [name, slots] as const)
  const [first, ...others] = tables.filter(([, slots]) => fitsKeys(keys, slots)).map(([name]) => name)
  const meant = keys.length > 0 && others.length === 0 ? first : undefined
  const hint = keys.length === 0 || first === undefined || others.length > 3 ? '' : ` By its arguments it is ${listed([first, ...others])}.`
  walk.report.error(
    'missing-do',
    at,
    `A step says what it does: "do" is missing, the name of a tool.${hint}`,
    meant === undefined ? {} : { suggestion: meant, ...setTo([...at, 'do'], meant, `Write that it does ${meant}`) },
  )
  return meant === undefined ? undefined : tools.get(meant)
}

/** A tool as an entry of `data`: it may stand there only if it does nothing but read (B14). */
export function checkDataCall(walk: Walk, entry: JsonObject, at: Path, scope: Scope, place: StepPlace): Type {
  const name = own(entry, 'do')
  // An entry without "do" is told by the shape.
  const tool = isText(name) ? (tools.get(name) ?? reportUnknownTool(walk, name, entry, at)) : undefined
  if (!tool) return ANY
  if (!tool.read)
    walk.report.error(
      'not-reading',
      [...at, 'do'],
      `${tool.name} cannot stand in "data", where only what reads may: ${listed([...tools.values()].filter(other => other.read).map(other => other.name))}. Call it in a step.`,
    )
  checkArguments(walk, tool, entry, at, scope, place, dataForms)
  return resultType(tool)
}
const dataForms: Readonly<Record<string, SlotSpec>> = { refresh: { kind: 'literal', type: 'any' }, when: { kind: 'formula', type: 'bool' } }

function noteUse(walk: Walk, tool: ToolSpec, call: AsMeant, at: Path): void {
  const argument = tool.capability?.scope?.argument
  const also = tool.capability?.also?.argument
  walk.facts.toolUses.push({
    tool: tool.name,
    at,
    scope: argument === undefined ? undefined : own(call.record, argument),
    scopeAt: argument === undefined ? at : call.place(argument),
    also: also === undefined ? undefined : own(call.record, also),
    alsoAt: also === undefined ? at : call.place(also),
  })
}

/** Gives the tool that was meant, where that is certain. */
function reportUnknownTool(walk: Walk, name: string, step: JsonObject, stepAt: Path): ToolSpec | undefined {
  const at = [...stepAt, 'do']
  const params = walk.definitions.actions.get(name)
  if (params) {
    const known = new Set(Object.keys(stepForms))
    const { do: _, ...rest } = step
    const given = Object.keys(rest).filter(key => params.types.has(key) && !known.has(key))
    const kept = Object.keys(rest).filter(key => known.has(key) || key === 'with')
    const whole = given.length + kept.length === Object.keys(rest).length && (given.length === 0 || !kept.includes('with'))
    const pick = (keys: readonly string[]): JsonObject => jsonRecord(keys.map(key => [key, rest[key] as Json]))
    const run: JsonObject = { do: 'run', action: name, ...(given.length > 0 && { with: pick(given) }), ...pick(kept) }
    walk.report.error(
      'unknown-tool',
      at,
      `"${name}" is an action, not a tool: write { "do": "run", "action": "${name}" }.`,
      whole ? setTo(stepAt, run, 'Run the action') : {},
    )
    return undefined
  }
  const keys = Object.keys(step).filter(key => key !== 'do' && !Object.hasOwn(stepForms, key))
  const near = walk.report.advice?.nearestFitting(name, tools.keys(), other => fitsKeys(keys, tools.get(other)?.arguments ?? {}))
  walk.report.error('unknown-tool', at, `There is no tool "${name}"${orElse(near, '. The catalogue lists those there are.')}`, changeTo(at, near))
  return near?.sure ? tools.get(near.name) : undefined
}

const wrappers: ReadonlySet<string> = new Set(['args', 'arguments', 'params', 'with', 'payload', 'input', 'props', 'options'])

/** Gives the step with its arguments under the names that were meant. */
function checkArguments(
  walk: Walk,
  tool: ToolSpec,
  written: JsonObject,
  at: Path,
  scope: Scope,
  place: StepPlace,
  forms: Readonly<Record<string, SlotSpec>> = stepForms,
): AsMeant {
  const names = [...Object.keys(tool.arguments), ...Object.keys(forms)]
  const meant = readAsMeant(written, at, {
    names: [...names, 'do'],
    required: Object.keys(tool.arguments).filter(name => tool.arguments[name]?.required),
    wrappers,
    nearest(key, free, missing) {
      const alias = tool.aliases && Object.hasOwn(tool.aliases, key) ? tool.aliases[key] : undefined
      return alias !== undefined && free.includes(alias)
        ? { name: alias, sure: true }
        : walk.report.advice?.nearestArgument(
            key,
            free.filter(name => name !== 'do'),
            missing,
          )
    },
  })
  const step = meant.record
  noteUse(walk, tool, meant, at)
  for (const slip of meant.slips) reportUnknownArgument(walk, tool, slip, at)
  const slotPlace: SlotPlace = { scope, node: { owner: place.owner, depth: 0 }, steps: place, ...(lambdaTypes(walk, tool, step, scope) ?? {}) }
  const types = new Map<string, Type>()
  for (const key of Object.keys(step)) {
    if (key === 'do') continue
    const slot = Object.hasOwn(tool.arguments, key) ? tool.arguments[key] : forms[key]
    const value = step[key] as Json
    if (slot?.kind === 'steps') walk.steps(value, meant.place(key), stepsScope(walk, tool, meant, key, at, scope), place)
    else if (slot) types.set(key, walk.slot(value, slot, meant.place(key), slotPlace))
  }
  for (const [name, slot] of Object.entries(tool.arguments))
    if (slot.required && !Object.hasOwn(step, name)) walk.report.error('missing-argument', at, `${tool.name} needs "${name}", ${slotWords(slot)}.`)
  if (tool.oneOf && !tool.oneOf.some(set => set.every(name => Object.hasOwn(step, name))))
    walk.report.error('missing-argument', at, `${tool.name} needs ${tool.oneOf.map(set => set.map(name => `"${name}"`).join(' and ')).join(', or ')}.`)
  checkParameters(walk, tool, meant, at, place)
  checkWritten(walk, tool, types, meant)
  return meant
}

function reportUnknownArgument(walk: Walk, tool: ToolSpec, { key, near, fix, lifted }: Slip, at: Path): void {
  const names = Object.keys(tool.arguments)
  const message = lifted
    ? `The arguments of ${tool.name} stand beside "do", not in a record "${key}".`
    : `${tool.name} takes no "${key}"${orElse(near, names.length > 0 ? `. It takes ${listed(names)}.` : ' and nothing else.')}`
  walk.report.error('unknown-argument', [...at, key], message, { suggestion: near?.name, fix })
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
function stepsScope(walk: Walk, tool: ToolSpec, { record: step, place }: AsMeant, key: string, at: Path, scope: Scope): Scope {
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
  noteShadow(walk, name, scope, Object.hasOwn(step, 'as') ? place('as') : at)
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
function scopeAfter(walk: Walk, tool: ToolSpec, { record: step, place }: AsMeant, scope: Scope): Scope {
  const names: [string, Binding][] = []
  const out = own(step, 'out')
  if (isText(out)) {
    if (tool.result === 'null') walk.report.error('no-result', place('out'), `${tool.name} gives nothing to keep: remove "out".`, removeAt(place('out')))
    names.push([out, { kind: 'local', type: resultType(tool) }])
  }
  if (tool.name === 'let') {
    const name = own(step, 'name')
    const value = own(step, 'value')
    const formula = isText(value) ? readFormula(value) : null
    const type = formula?.ok && !walk.pending && isText(value) && value.trim().startsWith('${') ? walk.typeOf(formula.tree, scope) : ANY
    if (isText(name)) names.push([name, { kind: 'local', type }])
  }
  for (const [name] of names) noteShadow(walk, name, scope, place(tool.name === 'let' ? 'name' : 'out'))
  return names.length === 0 ? scope : innerScope(scope, names)
}

/** The parameters that `run` and `go` hand over must be those of the action or page. */
function checkParameters(walk: Walk, tool: ToolSpec, { record: step, place: placeOf }: AsMeant, at: Path, place: StepPlace): void {
  const [target, key] = tool.name === 'run' ? (['action', 'with'] as const) : tool.name === 'go' ? (['page', 'params'] as const) : [null, null]
  if (target === null) return
  const name = own(step, target)
  if (!isText(name)) return
  if (target === 'action' && walk.definitions.actions.has(name)) noteCall(walk, name, place)
  const params: Params | undefined = (target === 'action' ? walk.definitions.actions : walk.definitions.pages).get(name)
  const given = own(step, key)
  if (!params || (given !== undefined && !isRecord(given))) return
  const names = [...params.types.keys()]
  const missing = new Set(names.filter(param => !Object.hasOwn(given ?? {}, param)))
  for (const other of Object.keys(given ?? {})) {
    if (params.types.has(other)) continue
    const near = walk.report.advice?.nearest(other, missing)
    if (near?.sure) missing.delete(near.name)
    const otherAt = [...placeOf(key), other]
    walk.report.error(
      'unknown-argument',
      otherAt,
      `The ${target} "${name}" has no parameter "${other}"${orElse(near, names.length > 0 ? `. It has ${listed(names)}.` : '.')}`,
      renameTo(otherAt, near),
    )
  }
  for (const param of missing)
    walk.report.note('missing-argument', at, `The ${target} "${name}" has a parameter "${param}" that is not given here: it will be null.`)
}

/** What is written must be of the type that stands there. */
function checkWritten(walk: Walk, tool: ToolSpec, types: ReadonlyMap<string, Type>, meant: AsMeant): void {
  const [place, value] = tool.name === 'update' && types.has('item') ? ['item', 'with'] : (written.get(tool.name) ?? [])
  const there = place === undefined ? undefined : types.get(place)
  const given = value === undefined ? undefined : types.get(value)
  if (!there || !given || value === undefined) return
  const element = tool.name === 'add' || (tool.name === 'update' && place === 'in') ? (there.kind === 'list' ? there.of : ANY) : there
  if (tool.name === 'add' && there.kind !== 'list' && there.kind !== 'any' && there.kind !== 'null')
    walk.report.error('not-a-list', meant.place('to'), '"add" puts an item into a list; this is none. "set" writes a value.')
  const [stray] = strayFields(given, element)
  if (stray) {
    const near = walk.report.advice?.nearest(stray.name, stray.known)
    const record = own(meant.record, value)
    const strayAt = [...meant.place(value), stray.name]
    walk.report.error(
      'unknown-field',
      meant.place(value),
      `There is no field "${stray.name}" in the type that is written here${orElse(near, `. It has ${listed(stray.known)}.`)}`,
      isRecord(record) && Object.hasOwn(record, stray.name) ? renameTo(strayAt, near, record) : { suggestion: near?.name },
    )
  } else if (!mayBe(given, element))
    walk.report.error('wrong-type', meant.place(value), `${describeType(element)} stands there; this is ${describeType(given)}.`)
}
const written: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['set', ['path', 'value']],
  ['add', ['to', 'item']],
  ['update', ['in', 'with']],
])
