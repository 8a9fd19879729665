/** The list that an app is about, and where its fields stand: in a form, in a table, in rows, in steps. */
import { isList, isRecord, isText, own } from '../../../schema/check/kinds.ts'
import { shortIdOf, withNodeIds } from '../../../schema/edit/node-ids.ts'
import { nodePlaces } from '../../../schema/edit/node-places.ts'
import type { Json, JsonObject, Path } from '../../../schema/json/json.ts'
import type { Field, FieldKind } from '../fields.ts'
import { capitalize, stems } from '../words.ts'

/** A component with its short id, by which an edit names it. */
export interface ShownNode {
  readonly id: string
  readonly node: JsonObject
  /** Stands among siblings, before or after which others can stand. */
  readonly listed: boolean
}

export interface ListShape {
  /** The state entry. */
  readonly name: string
  /** The type of one element. */
  readonly type: JsonObject
  readonly init: readonly Json[]
  /** Its fields but `id`, as far as they can be told. */
  readonly fields: readonly Field[]
  /** All components of the app, in its order. */
  readonly nodes: readonly ShownNode[]
  /** The name before the point in what the form's inputs bind, and those inputs; null where there is no form. */
  readonly form: { readonly draft: string; readonly isState: boolean; readonly inputs: readonly ShownNode[] } | null
  /** Tables of it, and what is repeated for each of it, with the name of one. */
  readonly tables: readonly ShownNode[]
  readonly repeats: readonly (ShownNode & { readonly as: string })[]
  /** Records that steps make an element of, or change one with, by their places in the document. */
  readonly written: readonly { readonly at: Path; readonly record: JsonObject; readonly adds: boolean }[]
  /** Lists of columns that steps export. */
  readonly exported: readonly { readonly at: Path; readonly columns: readonly Json[] }[]
  /** Steps among others that write one path, by their places. */
  readonly setting: readonly { readonly at: Path; readonly path: string }[]
}

/** Null where the app has no list of records. */
export function listShape(document: JsonObject): ListShape | null {
  const lists = Object.entries(recordAt(document, 'state')).flatMap(([name, entry]) => {
    const type = isRecord(entry) ? own(entry, 'type') : undefined
    const [one] = isList(type) ? type : []
    return isRecord(entry) && isRecord(one) ? [{ name, type: one, init: own(entry, 'init'), kept: own(entry, 'persist') === true }] : []
  })
  // What is kept is what the app is about; of several the one with the most to say.
  const [main] = lists.sort((a, b) => Number(b.kept) - Number(a.kept) || Object.keys(b.type).length - Object.keys(a.type).length)
  if (!main) return null
  const nodes = shownNodes(document)
  const names = namesOfList(document, main.name)
  const mentions = (value: Json | undefined) => isText(value) && keepsElements(value) && identifiers(value).some(word => names.has(word))
  const repeats = nodes.flatMap(shown => {
    const as = own(shown.node, 'as')
    return mentions(own(shown.node, 'each')) ? [{ ...shown, as: isText(as) ? as : 'item' }] : []
  })
  const tables = nodes.filter(({ node }) => node.type === 'Table' && mentions(own(node, 'rows')))
  const form = formOf(document, main.type, nodes, new Set(repeats.map(({ as }) => as)))
  const found = writtenRecords(document, main.name)
  return {
    name: main.name,
    type: main.type,
    init: isList(main.init) ? main.init : [],
    fields: fieldsOf(main.type, nodes, form?.draft ?? null),
    nodes,
    form,
    tables,
    repeats,
    ...found,
  }
}

/** The field that a person means by `words`; undefined where there is none, or more than one. */
export function fieldNamed(shape: ListShape, words: string): Field | undefined {
  const wanted = stems(words).join(' ')
  const exact = shape.fields.filter(({ id, label }) => [label, id].some(name => stems(spaced(name)).join(' ') === wanted))
  const [one, other] = exact.length > 0 ? exact : shape.fields.filter(({ label }) => stems(label).some(stem => stem === wanted))
  return other === undefined ? one : undefined
}

const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2')

export function shownNodes(document: JsonObject): readonly ShownNode[] {
  return nodePlaces(withNodeIds(document)).flatMap(({ node, path }) => {
    if (!isRecord(node) || (path[0] !== 'view' && path[0] !== 'pages')) return []
    const id = shortIdOf(node)
    return id === undefined ? [] : [{ id, node, listed: typeof path.at(-1) === 'number' }]
  })
}

/** The state entry itself, and every derived value that has its elements. */
function namesOfList(document: JsonObject, list: string): ReadonlySet<string> {
  const names = new Set([list])
  const derived = Object.entries(recordAt(document, 'derived')).filter(([, value]) => isText(value) && keepsElements(value))
  for (let before = 0; before < names.size; ) {
    before = names.size
    for (const [name, value] of derived) if (identifiers(value as string).some(word => names.has(word))) names.add(name)
  }
  return names
}

/** What comes out of these is something else than what went in. */
const keepsElements = (formula: string): boolean =>
  !/\b(?:map|flatMap|group|reduce|scan|keys|entries|zip|chunk|find|first|last|count|sum|length)\b/.test(formula)

/** The inputs that bind fields of one and the same thing; those of a row that is edited in place are no form. */
function formOf(document: JsonObject, type: JsonObject, nodes: readonly ShownNode[], rowNames: ReadonlySet<string>): ListShape['form'] {
  const byDraft = new Map<string, ShownNode[]>()
  for (const shown of nodes) {
    const bind = own(shown.node, 'bind')
    const [draft, field, ...more] = isText(bind) ? bind.split('.') : []
    if (draft === undefined || field === undefined || more.length > 0 || rowNames.has(draft) || !Object.hasOwn(type, field)) continue
    byDraft.set(draft, [...(byDraft.get(draft) ?? []), shown])
  }
  const [largest] = [...byDraft].sort(([, a], [, b]) => b.length - a.length)
  if (!largest) return null
  const [draft, inputs] = largest
  return { draft, isState: Object.hasOwn(recordAt(document, 'state'), draft), inputs }
}

const KIND_OF_TYPE: ReadonlyMap<string, FieldKind> = new Map([
  ['text', 'text'],
  ['number', 'number'],
  ['bool', 'bool'],
  ['date', 'date'],
  ['time', 'time'],
  ['file', 'photo'],
])

function fieldsOf(type: JsonObject, nodes: readonly ShownNode[], draft: string | null): readonly Field[] {
  return Object.entries(type).flatMap(([id, of]) => {
    if (id === 'id') return []
    const input = nodes.find(({ node }) => own(node, 'bind') === `${draft}.${id}`)?.node
    const said = input ? own(input, 'label') : undefined
    const label = isText(said) && !said.includes('${') ? said : capitalize(spaced(id).toLowerCase())
    const kind = isText(of) ? KIND_OF_TYPE.get(of.replace('?', '')) : isList(of) && of[0] === 'text' ? 'tags' : undefined
    if (kind === undefined) return []
    if (kind === 'number' && input?.format === 'money') return [{ id, label, kind: 'money' as const }]
    if (kind === 'text' && (input?.type === 'ComboBox' || input?.type === 'Select' || input?.type === 'Segmented'))
      return [{ id, label, kind: 'choice' as const }]
    return [{ id, label, kind }]
  })
}

/** Steps that add to the list or change in it, with a record that is written out; and the columns that are exported. */
function writtenRecords(document: JsonObject, list: string): Pick<ListShape, 'written' | 'exported' | 'setting'> {
  const written: { at: Path; record: JsonObject; adds: boolean }[] = []
  const exported: { at: Path; columns: readonly Json[] }[] = []
  const setting: { at: Path; path: string }[] = []
  const walk = (value: Json, at: Path): void => {
    if (isList(value)) for (const [index, inner] of value.entries()) walk(inner, [...at, index])
    if (!isRecord(value)) return
    const { item, columns } = value
    if (value.do === 'add' && value.to === list && isRecord(item)) written.push({ at: [...at, 'item'], record: item, adds: true })
    if (value.do === 'update' && value.in === list && isRecord(value.with)) written.push({ at: [...at, 'with'], record: value.with, adds: false })
    if (isText(value.do) && isText(value.path) && typeof at.at(-1) === 'number') setting.push({ at, path: value.path })
    if (value.do === 'csv.format' && isList(columns)) exported.push({ at: [...at, 'columns'], columns })
    for (const key of Object.keys(value)) walk(value[key] as Json, [...at, key])
  }
  for (const section of ['view', 'pages', 'actions', 'keys', 'effects', 'timers', 'parts']) {
    const value = own(document, section)
    if (value !== undefined) walk(value, [section])
  }
  return { written, exported, setting }
}

export function recordAt(document: JsonObject, section: string): JsonObject {
  const value = own(document, section)
  return isRecord(value) ? value : {}
}

const identifiers = (formula: string): readonly string[] => formula.match(/[A-Za-z_$][\w$]*/g) ?? []
