/** Components written out: each use of a part replaced by the part's view, with what its parameters and slots stand for put in (B45). */
import type { ComponentSpec, SlotSpec, SlotTable } from '../catalog.ts'
import { isList, isRecord, isText, own, recordOf } from '../check/kinds.ts'
import type { Expression } from '../formula/expression.ts'
import { treeToFormula } from '../formula/tree-to-formula.ts'
import { blockViews } from '../generated/block-views.ts'
import { blocks, commonSlots, components } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { type PartTable, usesParts } from './parts.ts'
import { ExpandProblem } from './problem.ts'
import { bindFixed, bindName, type Content, catches, type ExpandScope, type Standing, standing, without } from './scope.ts'
import { expandSteps, type StepHelp } from './steps.ts'
import { freeNames } from './substitute.ts'
import type { Rewriter } from './texts.ts'

export interface NodeExpander {
  /** A component, or the several that a Slot at the root of a part becomes. */
  nodes(value: Json, at: Path, scope: ExpandScope): readonly Json[]
  /** Where only one component can stand. */
  node(value: Json, at: Path, scope: ExpandScope): Json
}

export interface Surroundings {
  readonly parts: PartTable
  readonly rewrite: Rewriter
  /** The names of the whole document: what is written out must not be caught by a local name of the same spelling. */
  readonly documentNames: ReadonlySet<string>
  fresh(name: string): string
  /** A short name for a value of the whole document that is long or used in a lambda; else the value itself. */
  abbreviate(tree: Expression, like: string): Expression
  /** An entry of the state of this kind, which nothing else has; gives its name. */
  state(entry: Json, like: string): string
  /** An action with these steps; gives its name. */
  action(steps: Json, like: string): string
}

const NULL: Expression = { kind: 'literal', value: null }
const NOTHING: JsonObject = { type: 'Text', text: '', show: false }

export function createNodeExpander({ parts, rewrite, documentNames, fresh, abbreviate, state, action }: Surroundings): NodeExpander {
  const bind = (scope: ExpandScope, name: string, hidesDocument: boolean) => {
    const written = catches(scope, name) || (hidesDocument && documentNames.has(name)) ? fresh(name) : name
    return { scope: bindName(scope, name, written), written }
  }
  const help: StepHelp = { slot: (value, spec, at, scope) => slot(value, spec, at, scope, scope), bind: (scope, name) => bind(scope, name, false), action }

  const nodes = (value: Json, at: Path, scope: ExpandScope): readonly Json[] => {
    if (!isRecord(value)) return [isText(value) ? rewrite.plain(value, at, scope) : value]
    const type = own(value, 'type')
    if (type === 'Slot' && scope.slots) return fill(value, at, scope, scope.slots)
    const spec = isText(type) ? components.get(type) : undefined
    if (spec || !isText(type) || !(parts.has(type) || blocks.has(type))) return [component(value, spec, at, scope)]
    const block = parts.has(type) ? undefined : blocks.get(type)
    return block ? replaceBlock(value, block, at, scope) : use(value, type, at, scope)
  }
  const node = (value: Json, at: Path, scope: ExpandScope): Json => {
    const [only, second] = nodes(value, at, scope)
    if (second !== undefined) throw new ExpandProblem(at, 'Several components would stand here, where there can be only one: put the Slot into a Stack.')
    return only ?? NOTHING
  }
  const list = (value: Json, at: Path, scope: ExpandScope): Json =>
    isList(value) ? value.flatMap((child, index) => nodes(child, [...at, index], scope)) : nodes(value, at, scope)

  /** A Slot of a part: what its use put there. */
  const fill = (written: JsonObject, at: Path, scope: ExpandScope, slots: ReadonlyMap<string, Content>): readonly Json[] => {
    const name = own(written, 'name')
    const content = slots.get(isText(name) ? name : '')
    if (content === undefined) return []
    if (content.lost !== undefined) throw new ExpandProblem(at, `What stands in this Slot cannot be written out here: ${content.lost}.`)
    if (scope.collect) for (const word of content.free) scope.collect(word)
    return shownIf(content.named ? content.named(elementName(scope)) : content.nodes, written, at, scope)
  }

  /** A use of a part: the part's view, in the place of the use. */
  const use = (written: JsonObject, type: string, at: Path, scope: ExpandScope): readonly Json[] => {
    const part = parts.get(type)
    if (part === undefined) return []
    const caught = [...scope.locals].find(name => documentNames.has(name) && part.mentions.has(name))
    if (caught !== undefined)
      throw new ExpandProblem(at, `In the part "${type}", "${caught}" is the document's; where it is used here, something else has that name. Rename that.`)
    const names = new Map<string, Standing>()
    for (const param of part.params) {
      const tree = abbreviated(rewrite.tree(own(written, param), [...at, param], scope), `${type} ${param}`, scope)
      names.set(param, { tree, free: freeNames(tree) })
    }
    const slots = contents(own(written, 'children'), [...at, 'children'], scope)
    const inside: ExpandScope = { ...scope, names, slots }
    return shownIf(nodes(part.view, ['parts', type, 'view'], inside), written, at, scope)
  }

  /** A use of a block: its view, with state and actions of the app's own for what the block has and does. */
  const replaceBlock = (written: JsonObject, { name: type, slots: properties, rows, block }: ComponentSpec, at: Path, scope: ExpandScope): readonly Json[] => {
    const names = new Map<string, Standing>()
    const given = new Map<string, Json | null>()
    for (const [name, spec] of Object.entries(properties)) {
      const value = own(written, name)
      const place = [...at, name]
      if (spec.kind === 'steps') given.set(name, value === undefined ? null : expandSteps(value, place, bindFixed(scope, 'event'), help))
      else if (spec.kind === 'path' || spec.kind === 'formula')
        names.set(name, standing(abbreviated(value === undefined ? NULL : rewrite.condition(value, place, scope), `${type} ${name}`, scope)))
      else names.set(name, standing(abbreviated(rewrite.tree(value ?? spec.default, place, scope), `${type} ${name}`, scope)))
    }
    for (const [name, entry] of Object.entries(block?.state ?? {})) names.set(name, standing({ kind: 'name', name: state(entry as Json, `${type} ${name}`) }))
    const element = own(written, rows?.as ?? '')
    const row = rows && { name: rows.name, as: isText(element) ? element : rows.name }
    const slots = contents(own(written, 'children'), [...at, 'children'], scope, row?.as)
    const inside: ExpandScope = { ...scope, names, slots, given, row: row?.name ?? null }
    return shownIf(nodes(blockViews.get(type) ?? null, [type], inside), written, at, scope)
  }

  /** What an element of the block's rows is called where its content is put. */
  const elementName = ({ row, names }: ExpandScope): string => {
    const tree = names.get(row ?? '')?.tree
    return tree?.kind === 'name' ? tree.name : (row ?? '')
  }

  const abbreviated = (tree: Expression, like: string, scope: ExpandScope): Expression =>
    [...freeNames(tree)].some(name => scope.locals.has(name)) ? tree : abbreviate(tree, like)

  /** The children of a use, by the slot that they go to. */
  /** @param element what a block that repeats those without a slot calls an element for its user */
  const contents = (children: Json | undefined, at: Path, scope: ExpandScope, element?: string): ReadonlyMap<string, Content> => {
    const slots = new Map<string, { nodes: Json[]; free: Set<string>; named?: (name: string) => readonly Json[] }>()
    const all = children === undefined ? [] : isList(children) ? children : [children]
    all.forEach((child, index) => {
      const slotName = isRecord(child) ? own(child, 'slot') : undefined
      const name = isText(slotName) ? slotName : ''
      const free = new Set<string>()
      const repeated = element !== undefined && name === ''
      const withElement = (called: string): ExpandScope => (repeated ? bindFixed(bindName(scope, element, called), 'index') : scope)
      const expanded = nodes(child, [...at, index], {
        ...withElement(element ?? ''),
        collect: repeated ? without(word => void free.add(word), element) : word => void free.add(word),
      })
      if (scope.collect) for (const word of free) scope.collect(word)
      const there = slots.get(name) ?? { nodes: [], free: new Set() }
      there.nodes.push(...expanded.map(withoutSlot))
      for (const word of free) there.free.add(word)
      const before = there.named
      if (repeated) there.named = called => [...(before?.(called) ?? []), ...nodes(child, [...at, index], withElement(called)).map(withoutSlot)]
      slots.set(name, there)
    })
    return slots
  }

  /** Drawn only where `show` of the use holds too. */
  const shownIf = (drawn: readonly Json[], outer: JsonObject, at: Path, scope: ExpandScope): readonly Json[] => {
    const show = own(outer, 'show')
    if (show === undefined || show === true) return drawn
    const condition = rewrite.condition(show, [...at, 'show'], scope)
    return drawn.map(child => {
      const record: JsonObject = isRecord(child) ? child : { type: 'Text', text: child }
      const written = own(record, 'show')
      const inner = written === undefined || written === true ? null : rewrite.condition(written, [...at, 'show'], { ...scope, names: new Map() })
      const both: Expression = inner === null ? condition : { kind: 'logical', op: '&&', left: condition, right: inner }
      return recordOf([...Object.keys(record).map(key => [key, record[key] as Json] as const), ['show', `\${${treeToFormula(both)}}`]])
    })
  }

  const component = (written: JsonObject, spec: ComponentSpec | undefined, at: Path, scope: ExpandScope): Json => {
    const table: SlotTable = spec?.slots ?? commonSlots
    const hides = usesParts(written, parts)
    const repeat = Object.hasOwn(written, 'each') ? enter(written, 'as', 'item', scope, hides) : null
    const rows = spec?.rows ? enter(written, spec.rows.as, spec.rows.name, scope, hides) : null
    const result = new Map<string, Json>()
    for (const key of Object.keys(written)) {
      const value = written[key] as Json
      const place = [...at, key]
      const inner = spec?.children === 'template' ? (rows?.scope ?? scope) : (repeat?.scope ?? scope)
      const known = Object.hasOwn(table, key) ? table[key] : undefined
      if (known?.kind === 'steps' && isText(value) && scope.given?.get(value) === null) continue
      if (key === 'children') result.set(key, list(value, place, inner))
      else result.set(key, known === undefined ? value : slot(value, known, place, scope, rows?.scope ?? scope))
    }
    if (repeat !== null && repeat.written !== repeat.was) result.set('as', repeat.written)
    if (rows !== null && spec?.rows && rows.written !== rows.was) result.set(spec.rows.as, rows.written)
    return recordOf(result)
  }

  const enter = (written: JsonObject, key: string, otherwise: string, scope: ExpandScope, hides: boolean) => {
    const given = own(written, key)
    const was = isText(given) ? given : otherwise
    const bound = bind(scope, was, hides)
    return { scope: bindFixed(bound.scope, 'index'), written: bound.written, was }
  }

  /** A value in a slot; `rows` is the scope of one row of the component. */
  const slot = (value: Json, spec: SlotSpec, at: Path, scope: ExpandScope, rows: ExpandScope): Json => {
    const here = (spec.names ?? []).reduce(bindFixed, spec.each ? rows : scope)
    switch (spec.kind) {
      case 'node':
        return spec.values?.includes(value as string) ? value : node(value, at, here)
      case 'nodes':
        return list(value, at, here)
      case 'steps':
        return expandSteps(value, at, bindFixed(here, 'event'), help)
      case 'formula':
        if (spec.type === 'record' && isRecord(value))
          return recordOf(Object.keys(value).map(key => [key, rewrite.formula(value[key] as Json, [...at, key], here)]))
        return rewrite.formula(value, at, here)
      case 'lambda':
        return isText(value) ? rewrite.lambda(value, at, here) : value
      case 'path':
        if (isList(value)) return value.map((element, index) => (isText(element) ? rewrite.path(element, [...at, index], here) : element))
        return isText(value) ? rewrite.path(value, at, here) : value
      case 'plain':
        return plain(value, spec, at, here, rows)
      default:
        return value
    }
  }

  const plain = (value: Json, spec: SlotSpec, at: Path, scope: ExpandScope, rows: ExpandScope): Json => {
    const { fields, element } = spec
    const record = (inner: Json, place: Path): Json => {
      if (!fields || !isRecord(inner)) return rewrite.plain(inner, place, scope)
      return recordOf(
        Object.keys(inner).map(key => {
          const field = Object.hasOwn(fields, key) ? fields[key] : undefined
          const child = inner[key] as Json
          return [key, field ? slot(child, field, [...place, key], scope, rows) : rewrite.plain(child, [...place, key], scope)]
        }),
      )
    }
    if (!isList(value)) return record(value, at)
    return value.map((inner, index) => (element && !fields ? slot(inner, element, [...at, index], scope, rows) : record(inner, [...at, index])))
  }

  return { nodes, node }
}

/** In its place a child no longer says to which slot it goes. */
function withoutSlot(node: Json): Json {
  return isRecord(node) && Object.hasOwn(node, 'slot')
    ? recordOf(Object.keys(node).flatMap(key => (key === 'slot' ? [] : [[key, node[key] as Json] as const])))
    : node
}
