/** The operations of an edit (B80) that bring one change about, or why the library cannot. */
import { isList, isRecord, isText, own } from '../../../schema/check/kinds.ts'
import { SHORT_ID } from '../../../schema/edit/node-ids.ts'
import type { Json, JsonObject, Path } from '../../../schema/json/json.ts'
import { column, fieldType, firstValue, inputNode, shownText, usedValues } from '../field-parts.ts'
import type { Field } from '../fields.ts'
import { guessFields } from '../fields.ts'
import { literal, quoted } from '../literal.ts'
import { capitalize } from '../words.ts'
import { fieldNamed, type ListShape, listShape, recordAt, type ShownNode, shownNodes } from './list-shape.ts'
import type { ChangeRequest } from './request.ts'

/** Operations, or the reason in words. */
export type Operations = readonly JsonObject[] | string

export function operationsFor(document: JsonObject, request: ChangeRequest): Operations {
  if (request.kind === 'rename') return rename(document, request.name)
  if (request.kind === 'look') return look(document, request.property, request.value)
  if (request.kind === 'page') return addPage(document, request.name)
  const shape = listShape(document)
  if (!shape) return 'This app keeps no list of things whose fields it could change.'
  switch (request.kind) {
    case 'add-field':
      return addField(document, shape, guessFields([request.field])[0] as Field)
    case 'remove-field':
      return withField(shape, request.field, field => removeField(document, shape, field))
    case 'filter':
      return withField(shape, request.field, field => addFilter(document, shape, field))
    case 'chart':
      return addChart(document, shape, request)
  }
}

function rename(document: JsonObject, name: string): Operations {
  const old = own(recordAt(document, 'app'), 'name')
  const titles = shownNodes(document).filter(({ node }) => node.type === 'Heading' && own(node, 'text') === old)
  return [{ put: 'app.name', value: literal(name) }, ...titles.map(({ id }) => ({ node: id, set: { text: literal(name) } }))]
}

function look(document: JsonObject, property: string, value: string): Operations {
  return isRecord(own(recordAt(document, 'app'), 'theme')) ? [{ put: ['app', 'theme', property], value }] : [{ put: 'app.theme', value: { [property]: value } }]
}

function withField(shape: ListShape, words: string, then: (field: Field) => Operations): Operations {
  const field = fieldNamed(shape, words)
  const known = shape.fields.map(({ label }) => label.toLowerCase()).join(', ')
  return field ? then(field) : `Nothing here is called “${words}”. There ${shape.fields.length === 1 ? 'is' : 'are'}: ${known}.`
}

function addField(document: JsonObject, shape: ListShape, asked: Field): Operations {
  if (fieldNamed(shape, asked.label)) return `It has “${asked.label}” already.`
  const { form, name, tables } = shape
  const last = form?.inputs.at(-1)
  if (!form || !last?.listed) return 'This app has no form with a place for another field.'
  const field = Object.hasOwn(shape.type, asked.id) ? { ...asked, id: `${asked.id}2` } : asked
  const first = firstValue(field)
  const entry = recordAt(recordAt(document, 'state'), form.draft)
  const value = field.kind === 'text' || field.kind === 'long' ? `\${trim(${form.draft}.${field.id})}` : `\${${form.draft}.${field.id}}`
  const tableColumn = column(field)
  return [
    { put: ['state', name, 'type', 0, field.id], value: fieldType(field) },
    ...shape.init.flatMap((one, index) => (isRecord(one) ? [{ put: ['state', name, 'init', index, field.id], value: first }] : [])),
    ...(form.isState && isRecord(own(entry, 'type')) ? [{ put: ['state', form.draft, 'type', field.id], value: fieldType(field) }] : []),
    ...(form.isState && isRecord(own(entry, 'init')) ? [{ put: ['state', form.draft, 'init', field.id], value: first }] : []),
    { node: last.id, after: inputNode(field, false, { draft: form.draft, list: name }) },
    ...shape.written.flatMap(({ at, record, adds }) => {
      const fromForm = form.isState && JSON.stringify(record).includes(`${form.draft}.`)
      return fromForm || adds ? [{ put: [...at, field.id], value: fromForm ? value : first }] : []
    }),
    ...(tableColumn ? tables.map(({ id, node }) => ({ node: id, set: { columns: [...listOf(own(node, 'columns')), tableColumn] } })) : []),
    ...(tables.length === 0 ? shownInRows(shape, field) : []),
    ...(field.kind === 'photo' ? [] : shape.exported.map(({ at, columns }) => ({ put: [...at], value: [...columns, field.id] }))),
    ...changedTests(document, test => withTestState(test, shape, record => ({ ...record, [field.id]: first }))),
  ]
}

/** A line below the last text that a row shows of an element. */
function shownInRows(shape: ListShape, field: Field): JsonObject[] {
  return shape.repeats.flatMap(({ node, as }) => {
    const inside = nodesInside(shape, node)
    const last = inside.filter(({ node: inner, listed }) => listed && inner.type === 'Text' && mentionsOf(own(inner, 'text'), as)).at(-1)
    if (!last || field.kind === 'photo') return []
    const text = shownText(field, as)
    return [{ node: last.id, after: { type: 'Text', show: `\${${text} != ''}`, size: 's', tone: 'neutral', text: `\${${text}}` } }]
  })
}

function removeField(document: JsonObject, shape: ListShape, field: Field): Operations {
  if (shape.fields.length < 2) return `“${field.label}” is all that is kept of each; without it nothing would be left.`
  const { form, name, tables, written, exported } = shape
  const entry = form ? recordAt(recordAt(document, 'state'), form.draft) : {}
  const drop = (record: Json | undefined, path: Json) => (isRecord(record) && Object.hasOwn(record, field.id) ? [{ drop: path }] : [])
  // Only what shows this field and nothing else goes with it.
  const alone = shape.nodes.filter(({ node, listed }) => listed && showsOnly(node, field.id, shape))
  const rest = (columns: readonly Json[]) => columns.filter(one => one !== field.id && (!isRecord(one) || own(one, 'field') !== field.id))
  return [
    ...readsWithout(document, field.id, alone),
    ...alone.map(({ id }) => ({ node: id, remove: true })),
    ...tables.flatMap(({ id, node }) => {
      const columns = listOf(own(node, 'columns'))
      return rest(columns).length < columns.length && rest(columns).length > 0 ? [{ node: id, set: { columns: rest(columns) } }] : []
    }),
    ...written.flatMap(({ at, record }) => drop(record, [...at, field.id])),
    ...exported.filter(({ columns }) => columns.includes(field.id)).map(({ at, columns }) => ({ put: [...at], value: rest(columns) })),
    ...(form?.isState
      ? [...drop(own(entry, 'type'), ['state', form.draft, 'type', field.id]), ...drop(own(entry, 'init'), ['state', form.draft, 'init', field.id])]
      : []),
    ...shape.init.flatMap((one, index) => drop(one, ['state', name, 'init', index, field.id])),
    { drop: ['state', name, 'type', 0, field.id] },
    ...shape.setting
      .filter(({ path }) => path.endsWith(`.${field.id}`))
      .map(({ at }) => ({ drop: [...at] }))
      .reverse(),
    ...changedTests(document, test => (isAbout(test, field) ? null : withTestState(test, shape, ({ [field.id]: _gone, ...rest }) => rest))),
  ]
}

/** The formulas that read the field, without it, but for those in what goes anyway. */
function readsWithout(document: JsonObject, id: string, alone: readonly ShownNode[]): JsonObject[] {
  const puts: JsonObject[] = []
  const going = new Set(alone.map(({ node }) => JSON.stringify({ ...node, [SHORT_ID]: undefined })))
  const walk = (value: Json, at: Path): void => {
    if (isText(value)) {
      const without = withoutField(value, id)
      if (without !== value) puts.push({ put: [...at], value: without })
    } else if (isList(value)) for (const [index, inner] of value.entries()) walk(inner, [...at, index])
    else if (isRecord(value) && !going.has(JSON.stringify(value))) {
      // What is written into the field goes as a whole.
      for (const key of Object.keys(value)) if (key !== id && key !== 'bind' && key !== 'path') walk(value[key] as Json, [...at, key])
    }
  }
  for (const section of ['derived', 'view', 'pages', 'glance', 'actions', 'effects', 'data']) {
    const value = own(document, section)
    if (value !== undefined) walk(value, [section])
  }
  return puts
}

/** The app's own tests, each as `become` has it; null leaves one out. */
function changedTests(document: JsonObject, become: (test: JsonObject) => JsonObject | null): JsonObject[] {
  const tests = own(document, 'tests')
  if (!isList(tests)) return []
  const changed = tests.flatMap(test => (isRecord(test) ? (become(test) ?? []) : []))
  if (changed.length === tests.length && changed.every((test, index) => test === tests[index])) return []
  return [changed.length > 0 ? { put: 'tests', value: changed } : { drop: 'tests' }]
}

/** With each element of the list, and what the form holds, in the state that a test begins with. */
function withTestState(test: JsonObject, { name, form }: ListShape, become: (record: JsonObject) => JsonObject): JsonObject {
  const state = own(test, 'state')
  if (!isRecord(state)) return test
  const each = (value: Json): Json => (isList(value) ? value.map(each) : isRecord(value) ? become(value) : value)
  const of = [name, ...(form?.isState ? [form.draft] : [])].filter(entry => Object.hasOwn(state, entry))
  return of.length === 0 ? test : { ...test, state: { ...state, ...Object.fromEntries(of.map(entry => [entry, each(state[entry] as Json)])) } }
}

/** Whether a test enters the field, looks at it, or waits to see what it begins with there. */
function isAbout(test: JsonObject, { id, label }: Field): boolean {
  const steps = JSON.stringify([own(test, 'steps') ?? null, own(test, 'tools') ?? null])
  const entered = ['into', 'in', 'check', 'uncheck'].some(key => steps.includes(JSON.stringify({ [key]: label }).slice(1, -1)))
  return entered || new RegExp(`\\.${id}(?![\\w$])`).test(steps) || valuesOf(own(test, 'state') ?? null, id).some(value => steps.includes(value))
}

/** The texts that stand in fields of this name, but for those so short that they stand anywhere. */
function valuesOf(state: Json, id: string): readonly string[] {
  if (isList(state)) return state.flatMap(inner => valuesOf(inner, id))
  if (!isRecord(state)) return []
  const value = own(state, id)
  return [...(isText(value) && value.length > 1 ? [value] : []), ...Object.values(state).flatMap(inner => valuesOf(inner as Json, id))]
}

/** What a formula reads of a field that is gone is null, which is what it would read (B25). */
const withoutField = (formula: string, id: string): string => formula.replace(new RegExp(`(?<![\\w$.])[A-Za-z_$][\\w$]*\\??\\.${id}(?![\\w$(])`, 'g'), 'null')

/** A component without others in it that speaks of this field and of no other. */
function showsOnly(node: JsonObject, id: string, { fields }: ListShape): boolean {
  if (own(node, 'children') !== undefined || node.type === 'Table') return false
  const text = JSON.stringify(node)
  const reads = (field: string) => new RegExp(`\\.${field}(?![\\w$])`).test(text)
  return reads(id) && !fields.some(field => field.id !== id && reads(field.id))
}

function addFilter(document: JsonObject, shape: ListShape, field: Field): Operations {
  const shown: readonly (ShownNode & { readonly slot: string })[] = [
    ...shape.tables.map(table => ({ ...table, slot: 'rows' })),
    ...shape.repeats.map(repeat => ({ ...repeat, slot: 'each' })),
  ]
  const [target] = shown
  if (!target?.listed) return 'There is no list on the screen that a filter could stand above.'
  const entry = unused(recordAt(document, 'state'), `only${capitalize(field.id)}`)
  const before = String(target.node[target.slot] ?? '')
  const rows = before.startsWith('${') && before.endsWith('}') ? before.slice(2, -1) : before
  const common = { label: literal(`Filter by ${field.label.toLowerCase()}`), hideLabel: true, bind: entry }
  if (field.kind === 'bool')
    return [
      { put: ['state', entry], value: 'all' },
      {
        node: target.id,
        before: {
          type: 'Segmented',
          ...common,
          options: [
            { value: 'all', label: 'All' },
            { value: 'yes', label: literal(field.label) },
            { value: 'no', label: literal(`Not ${field.label.toLowerCase()}`) },
          ],
        },
      },
      { node: target.id, set: { [target.slot]: `\${(${rows}).filter(x => ${entry} == 'all' || x.${field.id} == (${entry} == 'yes'))}` } },
    ]
  const tags = field.kind === 'tags'
  if (!tags && field.kind !== 'text' && field.kind !== 'choice' && field.kind !== 'fixed')
    return `A filter by ${field.label.toLowerCase()} is more than the library can do: it filters by texts, tags and yes or no.`
  const values = tags ? `sort(uniq(${shape.name}.flatMap(x => x.${field.id})))` : usedValues(field, shape.name)
  return [
    { put: ['state', entry], value: { type: 'text?', init: null } },
    {
      node: target.id,
      before: {
        type: 'Select',
        ...common,
        width: 'm',
        options: `\${concat([{ value: null, label: ${quoted(`${field.label}: all`)} }], ${values}.map(v => ({ value: v, label: v })))}`,
      },
    },
    {
      node: target.id,
      set: { [target.slot]: `\${(${rows}).filter(x => ${entry} == null || ${tags ? `has(x.${field.id}, ${entry})` : `x.${field.id} == ${entry}`})}` },
    },
  ]
}

function addChart(document: JsonObject, shape: ListShape, { chart, of, how, by }: Extract<ChangeRequest, { kind: 'chart' }>): Operations {
  const month = /^months?$/i.test(by)
  const dates = shape.fields.filter(({ kind }) => kind === 'date')
  const key = month ? dates[0] : fieldNamed(shape, by)
  if (!key) return withField(shape, by, () => [])
  const measure = of === null ? null : fieldNamed(shape, of)
  if (measure === undefined) return withField(shape, of as string, () => [])
  if (measure && measure.kind !== 'number' && measure.kind !== 'money')
    return `“${measure.label}” is no number, so it cannot be drawn. Ask for the number of ${shape.name} instead.`
  const list = `${shape.name}.filter(x => !empty(x.${key.id}))`
  const value = measure === null ? 'count(xs)' : `${how}(xs, x => x.${measure.id})`
  const points =
    key.kind === 'date'
      ? `group(sort(${list}, x => x.${key.id}), x => format(x.${key.id}, '${month ? 'MMM yyyy' : 'd MMM'}'), xs => ${value})`
      : key.kind === 'tags'
        ? `group(${list}.flatMap(x => x.${key.id}), tag => tag, xs => count(xs))`
        : `group(${list}, x => text(x.${key.id}), xs => ${value})`
  if (key.kind === 'tags' && measure) return 'What has several tags would count several times: ask for the number of things by tag.'
  const title = `${measure ? `${how === 'avg' ? 'Average ' : ''}${how === 'avg' ? measure.label.toLowerCase() : measure.label}` : 'Number'} by ${month ? 'month' : key.label.toLowerCase()}`
  const node: JsonObject = {
    type: 'Chart',
    kind: chart,
    title: literal(title),
    data: `\${${points}}`,
    x: 'key',
    y: 'value',
    ...(measure?.kind === 'money' ? { format: 'money' } : {}),
    height: 's',
  }
  const [target] = [...shape.tables, ...shape.repeats].filter(({ listed }) => listed)
  if (target) return [{ node: target.id, before: node }]
  const root = own(document, 'view')
  return isRecord(root) && isList(own(root, 'children')) ? [{ node: 'root', into: node }] : 'There is no place on the screen where a chart could stand.'
}

function addPage(document: JsonObject, name: string): Operations {
  const root = own(document, 'view')
  if (own(document, 'pages') !== undefined || root === undefined)
    return 'This app has pages of its own; how another one is reached there has to be said by a model or by hand.'
  const empty: JsonObject = { type: 'Empty', text: `${literal(name)} is still empty`, about: 'Ask for what it should show.' }
  const tab = (title: string, child: Json): JsonObject => ({ type: 'Tab', title, children: [child] })
  if (isRecord(root) && root.type === 'Tabs' && isList(own(root, 'children'))) return [{ node: 'root', into: tab(literal(name), empty) }]
  const title = own(recordAt(document, 'app'), 'name')
  return [{ node: 'root', replace: { type: 'Tabs', children: [tab(isText(title) ? title : 'Start', root), tab(literal(name), empty)] } }]
}

function nodesInside({ nodes }: ListShape, outer: JsonObject): readonly ShownNode[] {
  const inside = new Set<unknown>()
  const walk = (value: Json): void => {
    if (value === null || typeof value !== 'object') return
    inside.add(value)
    for (const inner of Object.values(value)) walk(inner as Json)
  }
  walk(outer)
  return nodes.filter(({ node }) => node !== outer && inside.has(node))
}

const mentionsOf = (value: Json | undefined, as: string): boolean => isText(value) && new RegExp(`\\b${as}\\.`).test(value)
const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : [])

function unused(taken: JsonObject, name: string): string {
  let free = name
  for (let count = 2; Object.hasOwn(taken, free); count++) free = `${name}${count}`
  return free
}
