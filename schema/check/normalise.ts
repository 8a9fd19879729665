/**
 * The known lossless slips of writers, put right (B5): a wrong name for a right one, a bare formula
 * where a formula is meant, one child where a list is. Each is a note with the repair; nothing here
 * changes what the document means, and nothing adds to what it can reach.
 */
import type { SlotSpec, SlotTable } from '../catalog.ts'
import { durationMilliseconds } from '../durations.ts'
import { parseLambda } from '../formula/parse.ts'
import { blocks, commonSlots, components, tools } from '../generated/catalog.ts'
import type { FixEdit } from '../issue.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer, parsePointer } from '../json/pointer.ts'
import { looksLikeDuration } from './durations.ts'
import { entriesOf, isList, isRecord, isText, own, recordOf } from './kinds.ts'
import { escapeLineBreaks } from './line-breaks.ts'
import { createReport, type Report } from './report.ts'
import { stepForms } from './step-forms.ts'

export interface Normalised {
  /** The document with its slips put right; the same object where there was none. */
  readonly document: JsonObject
  /** Where that which stands at a pointer into `document` was written. */
  toWritten(pointer: string): string
}

/** @param known what some of its nodes become, known from when they arrived */
export function normalise(written: JsonObject, report: Report, known?: NodeNormaliser['known']): Normalised {
  // What had a slip is looked into again, so that it is told.
  const hidesBlock = entriesOf(own(written, 'parts')).some(([name]) => blocks.has(name))
  const { document, toWritten } = createNormaliser(report, known && !hidesBlock ? node => (known(node) === node ? node : undefined) : undefined)
  return { document: document(written), toWritten }
}

/** Names that writers give to a section's entry and what the entry is called. */
const sectionAliases: ReadonlyMap<string, string> = new Map([
  ['computed', 'derived'],
  ['components', 'parts'],
  ['shortcuts', 'keys'],
])
const testAliases: Readonly<Record<string, string>> = { type: 'fill', click: 'press', see: 'sees', text: 'sees' }
const stepAliases: Readonly<Record<string, string>> = { tool: 'do', as: 'out', result: 'out', onError: 'catch' }

/** @param known what a node is known to become: it is not looked into again */
function createNormaliser(report: Report, known: (node: JsonObject) => JsonObject | undefined = () => undefined) {
  const bare: FixEdit[] = []
  let firstBare: Path | undefined
  /** Where a key or an index was put in: the pointer to it in its written surroundings → what was written there, null for nothing. */
  const moved = new Map<string, string | null>()
  /** Parts of the app's own that bear a block's name and stand in its place (B52). */
  let ownParts: ReadonlySet<string> = new Set()

  // Places and repairs are those of the text as it was written: `was` maps a key put right to the written one.
  const rename = (record: JsonObject, at: Path, from: string, to: string, was: Map<string, string>): JsonObject => {
    if (!Object.hasOwn(record, from) || Object.hasOwn(record, to)) return record
    const place = [...at, from]
    report.note('renamed', place, `"${from}" is called "${to}" here; it was read as that.`, {
      suggestion: to,
      fix: { title: `Rename to ${to}`, edits: [{ rename: formatPointer(place), to }] },
    })
    was.set(to, from)
    moved.set(formatPointer([...at, to]), from)
    return recordOf(Object.keys(record).map(key => [key === from ? to : key, record[key] as Json]))
  }
  const replace = (code: string, at: Path, value: Json, message: string): Json => {
    report.note(code, at, message, { fix: { title: 'Write it so', edits: [{ set: formatPointer(at), value }] } })
    return value
  }
  const unchanged = new Map<string, string>()
  const wrap = (value: Json, at: Path): Json => {
    if (!isText(value) || value.trimStart().startsWith('${') || value.trim() === '') return value
    // Words with holes in them are no formula that only lacks its braces.
    if (value.includes('${') && !value.includes('`')) return value
    const wrapped = `\${${value.trim()}}`
    firstBare ??= at
    bare.push({ set: formatPointer(at), value: wrapped })
    return wrapped
  }
  const mapRecord = (record: JsonObject, change: (value: Json, key: string) => Json): JsonObject => {
    let changed: Map<string, Json> | undefined
    for (const key of Object.keys(record)) {
      const value = record[key] as Json
      const next = change(value, key)
      if (next !== value) {
        changed ??= new Map(entriesOf(record))
        changed.set(key, next)
      }
    }
    return changed ? recordOf(changed) : record
  }
  const mapList = (list: readonly Json[], change: (value: Json, index: number) => Json): readonly Json[] => {
    let changed: Json[] | undefined
    for (const [index, value] of list.entries()) {
      const next = change(value, index)
      if (next !== value) {
        changed ??= [...list]
        changed[index] = next
      }
    }
    return changed ?? list
  }

  const slots = (record: JsonObject, table: SlotTable, at: Path, was: ReadonlyMap<string, string> = unchanged): JsonObject =>
    mapRecord(record, (value, key) => {
      const spec = Object.hasOwn(table, key) ? (table[key] as SlotSpec) : undefined
      return spec === undefined || staysAsWritten(value, spec) ? value : slot(value, spec, [...at, was.get(key) ?? key])
    })
  /** Most values are, and need no place of their own: it is looked at for each component that streams. */
  const staysAsWritten = (value: Json, spec: SlotSpec): boolean =>
    (spec.kind === 'plain' || spec.kind === 'literal') &&
    (typeof value === 'string' ? spec.type !== 'bool' && !value.includes('\n') : value === null || typeof value !== 'object')

  const slot = (value: Json, spec: SlotSpec, at: Path): Json => {
    switch (spec.kind) {
      case 'formula':
        return spec.type === 'record' && isRecord(value)
          ? mapRecord(value, (inner, key) => formula(inner, [...at, key]))
          : formula(isText(value) ? unquoted(value, spec, at) : value, at)
      case 'node':
        return spec.values?.includes(value as string) ? value : node(value, at)
      case 'nodes':
        return nodes(value, at)
      case 'steps':
        return steps(value, at)
      case 'lambda':
        return lambda(value, at)
      case 'path':
        return path(value, at)
      case 'plain':
        return inside(isText(value) ? unquoted(unbroken(value, at, false), spec, at) : value, spec, at)
      case 'literal':
        return inside(isText(value) ? unquoted(value, spec, at) : value, spec, at)
      default:
        return value
    }
  }
  /** `"true"` where only true or false can stand. */
  const unquoted = (value: string, spec: SlotSpec, at: Path): Json => {
    const word = value.trim().toLowerCase()
    if (spec.type !== 'bool' || spec.types || (word !== 'true' && word !== 'false')) return value
    return replace('quoted-value', at, word === 'true', 'true and false are written without quotes; it was read as that.')
  }
  const unbroken = (value: string, at: Path, bare: boolean): string => {
    const text = escapeLineBreaks(value, bare)
    if (text !== value) replace('raw-line-break', at, text, 'A line break in a text of a formula is written \\n; it was read as that.')
    return text
  }
  const formula = (value: Json, at: Path): Json => {
    const text = isText(value) ? unbroken(value, at, !value.trimStart().startsWith('${')) : value
    return wrap(text, at)
  }
  const inside = (value: Json, spec: SlotSpec, at: Path): Json => {
    if (isList(value) && (spec.fields || spec.element))
      return mapList(value, (element, index) =>
        spec.fields ? (isRecord(element) ? slots(element, spec.fields, [...at, index]) : element) : slot(element, spec.element as SlotSpec, [...at, index]),
      )
    return isRecord(value) && spec.fields ? slots(value, spec.fields, at) : value
  }
  const lambda = (value: Json, at: Path): Json => {
    const inner = isText(value) ? /^\s*\$\{([\s\S]*)\}\s*$/.exec(value)?.[1]?.trim() : undefined
    if (inner === undefined || !parseLambda(inner).ok) return value
    return replace('bare-lambda', at, inner, 'A formula of one element is written without ${ }; it was read as that.')
  }
  const path = (value: Json, at: Path): Json => {
    if (isList(value)) return mapList(value, (element, index) => path(element, [...at, index]))
    const name = isText(value) ? /^\$\{\s*([\p{ID_Start}_$][^{}]*?)\s*\}$/u.exec(value)?.[1] : undefined
    return name === undefined ? value : replace('bare-path', at, name, 'A path is written without ${ }; it was read as that.')
  }

  const nodes = (value: Json, at: Path): Json => {
    if (isList(value)) return mapList(value, (element, index) => (isRecord(element) ? (known(element) ?? node(element, [...at, index])) : element))
    if (!isRecord(value) && !isText(value)) return value
    moved.set(formatPointer([...at, 0]), null)
    replace('one-child', at, [value], 'A list is expected here; this one was read as the only element of it.')
    return [node(value, at)]
  }
  const node = (value: Json, at: Path): Json => {
    if (!isRecord(value)) return value
    const before = known(value)
    if (before) return before
    const type = own(value, 'type')
    const spec = isText(type) ? (components.get(type) ?? (ownParts.has(type) ? undefined : blocks.get(type))) : undefined
    let record = value
    let was = unchanged
    const renamed = (from: string, to: string): void => {
      if (was === unchanged) was = new Map()
      record = rename(record, at, from, to, was)
    }
    const aliases = spec?.aliases
    if (spec && aliases)
      for (const from of Object.keys(record)) if (Object.hasOwn(aliases, from) && !Object.hasOwn(spec.slots, from)) renamed(from, aliases[from] as string)
    if (spec && Object.hasOwn(spec.slots, 'onPress')) for (const from of ['onClick', 'onTap']) if (Object.hasOwn(record, from)) renamed(from, 'onPress')
    record = slots(record, spec?.slots ?? commonSlots, at, was)
    return mapRecord(record, (inner, key) => (key === 'children' ? nodes(inner, [...at, was.get(key) ?? key]) : inner))
  }

  const steps = (value: Json, at: Path): Json => {
    if (isList(value)) return mapList(value, (element, index) => step(element, [...at, index]))
    return step(value, at)
  }
  const step = (value: Json, at: Path): Json => {
    if (!isRecord(value)) return value
    let record = value
    const was = new Map<string, string>()
    if (!Object.hasOwn(record, 'do')) record = rename(record, at, 'tool', 'do', was)
    const name = own(record, 'do')
    const spec = isText(name) ? tools.get(name) : undefined
    for (const [from, to] of [...Object.entries(spec?.aliases ?? {}), ...Object.entries(spec ? stepAliases : {})])
      if (spec && from !== 'tool' && !Object.hasOwn(spec.arguments, from)) record = rename(record, at, from, to, was)
    return slots(record, { ...(spec?.arguments ?? {}), ...stepForms }, at, was)
  }

  const sections: Readonly<Record<string, (value: Json, at: Path) => Json>> = {
    state: (value, at) => (isRecord(value) ? mapRecord(value, (entry, name) => stateEntry(entry, [...at, name])) : value),
    data: (value, at) => (isRecord(value) ? mapRecord(value, (entry, name) => (isRecord(entry) ? step(entry, [...at, name]) : entry)) : value),
    derived: (value, at) =>
      isRecord(value)
        ? mapRecord(value, (entry, name) =>
            isRecord(entry) ? mapRecord(entry, (inner, key) => (key === 'value' ? formula(inner, [...at, name, key]) : inner)) : formula(entry, [...at, name]),
          )
        : value,
    view: node,
    glance: node,
    pages: (value, at) => (isRecord(value) ? mapRecord(value, (page, name) => (isRecord(page) ? viewOf(page, [...at, name]) : page)) : value),
    parts: (value, at) => (isRecord(value) ? mapRecord(value, (part, name) => (isRecord(part) ? viewOf(part, [...at, name]) : part)) : value),
    actions: (value, at) => (isRecord(value) ? mapRecord(value, (action, name) => actionEntry(action, [...at, name])) : value),
    keys: (value, at) => (isRecord(value) ? mapRecord(value, (entry, name) => steps(entry, [...at, name])) : value),
    timers: (value, at) => doers(value, at),
    effects: (value, at) => doers(value, at),
    tests: (value, at) => (isList(value) ? mapList(value, (test, index) => (isRecord(test) ? testEntry(test, [...at, index]) : test)) : value),
  }
  const viewOf = (record: JsonObject, at: Path): JsonObject => mapRecord(record, (inner, key) => (key === 'view' ? node(inner, [...at, key]) : inner))
  const actionEntry = (action: Json, at: Path): Json =>
    isRecord(action) && Object.hasOwn(action, 'steps') && !Object.hasOwn(action, 'do')
      ? mapRecord(action, (inner, key) => (key === 'steps' ? steps(inner, [...at, key]) : inner))
      : steps(action, at)
  const doers = (value: Json, at: Path): Json =>
    isRecord(value)
      ? mapRecord(value, (entry, name) =>
          isRecord(entry)
            ? mapRecord(entry, (inner, key) =>
                key === 'do' ? steps(inner, [...at, name, key]) : isFormulaKey(key, inner) ? wrap(inner, [...at, name, key]) : inner,
              )
            : entry,
        )
      : value
  const isFormulaKey = (key: string, value: Json): boolean =>
    key === 'when' || key === 'watch' || (key === 'every' && isText(value) && durationMilliseconds(value) === null && !looksLikeDuration(value))
  const stateEntry = (entry: Json, at: Path): Json => {
    if (!isRecord(entry) || !Object.hasOwn(entry, 'init')) moved.set(formatPointer([...at, 'init']), null)
    if (entry === null) return replace('short-entry', at, { type: 'any?', init: null }, 'An entry that may be null says its type; it was read as any.')
    if (isList(entry))
      return replace(
        'short-entry',
        at,
        { type: ['any'], init: entry },
        'A list in the state says its type, { "type": ["any"], "init": [] }; it was read as that.',
      )
    if (!isRecord(entry) || Object.hasOwn(entry, 'type')) return entry
    if (Object.hasOwn(entry, 'init'))
      return replace('short-entry', at, recordOf([['type', 'any'], ...entriesOf(entry)]), 'An entry with "init" says its "type"; it was read as any.')
    return Object.keys(entry).length > 0 && !Object.hasOwn(entry, 'persist')
      ? replace('short-entry', at, { type: 'any', init: entry }, 'A record in the state says its type, { "type": { … }, "init": { … } }; it was read as any.')
      : entry
  }
  const testEntry = (test: JsonObject, at: Path): JsonObject =>
    mapRecord(test, (value, key) => {
      if (key !== 'steps' || !isList(value)) return value
      return mapList(value, (entry, index) => {
        if (!isRecord(entry)) return entry
        let record = entry
        for (const [from, to] of Object.entries(testAliases))
          if (Object.keys(record).length <= 2) record = rename(record, [...at, key, index], from, to, new Map())
        return mapRecord(record, (inner, name) => (name === 'expect' ? wrap(inner, [...at, key, index, name]) : inner))
      })
    })

  return {
    node,
    toWritten(pointer: string): string {
      const written: string[] = []
      for (const token of parsePointer(pointer) ?? []) {
        const was = moved.get(formatPointer([...written, token]))
        if (was !== null) written.push(was ?? token)
      }
      return formatPointer(written)
    },
    document(document: JsonObject): JsonObject {
      // For editors only (docs/decisions/0010): no part of the app and of its hash.
      let record = Object.hasOwn(document, '$schema') ? recordOf(entriesOf(document).filter(([key]) => key !== '$schema')) : document
      const was = new Map<string, string>()
      for (const [from, to] of sectionAliases) record = rename(record, [], from, to, was)
      if (!Object.hasOwn(record, 'blueprint') && Object.hasOwn(record, 'app')) {
        report.note('version-added', [], 'The version of the language, "blueprint": 1, was missing; it was added.', {
          fix: { title: 'Add "blueprint": 1', edits: [{ set: '/blueprint', value: 1 }] },
        })
        record = recordOf([['blueprint', 1], ...entriesOf(record)])
      }
      ownParts = new Set(entriesOf(own(record, 'parts')).map(([name]) => name))
      record = mapRecord(record, (value, key) =>
        Object.hasOwn(sections, key) ? (sections[key] as (value: Json, at: Path) => Json)(value, [was.get(key) ?? key]) : value,
      )
      if (firstBare !== undefined)
        report.note(
          'bare-formula',
          firstBare,
          `${bare.length === 1 ? 'A formula was' : `${bare.length} formulas were`} written without \${ } where only a formula can stand; read as formulas.`,
          {
            fix: { title: 'Write ${ } round them', edits: bare },
          },
        )
      return record
    },
  }
}

/** Puts right one node after another, each with all in it, as `normalise` would leave it; what it has put right before is not looked into again. */
export interface NodeNormaliser {
  node(node: JsonObject, at?: Path): JsonObject
  /** What a node has become; undefined where it was not given. */
  known(node: JsonObject): JsonObject | undefined
}

export function createNodeNormaliser(): NodeNormaliser {
  const became = new WeakMap<JsonObject, JsonObject>()
  const known = (node: JsonObject) => became.get(node)
  let normaliser = createNormaliser(createReport(), known)
  return {
    known,
    node(node, at = []) {
      const next = normaliser.node(node, at)
      const normal = isRecord(next) ? next : node
      became.set(node, normal)
      // What it notes of slips is for nobody.
      if (normal !== node) normaliser = createNormaliser(createReport(), known)
      return normal
    },
  }
}
