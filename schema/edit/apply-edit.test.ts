import { describe, expect, it } from 'vitest'
import { loadBlueprint } from '../check/load-blueprint.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { getAt } from '../json/pointer.ts'
import { applyEdit } from './apply-edit.ts'
import { isEdit } from './is-edit.ts'
import { withNodeIds } from './node-ids.ts'

const hash = 'a'.repeat(64)
const app: JsonObject = {
  blueprint: 1,
  app: { name: 'Plants' },
  capabilities: [{ use: 'storage', why: 'Keeps your plants.' }],
  state: {
    plants: { type: [{ id: 'text', name: 'text' }], init: [], persist: true },
    draft: '',
    chosen: { type: 'text?', init: null },
  },
  derived: { total: '${count(plants)}' },
  view: {
    type: 'Stack',
    children: [
      { type: 'TextField', id: 'new', label: 'New plant', bind: 'draft', onEnter: 'add' },
      { type: 'Button', label: 'Add', onPress: 'add' },
      {
        type: 'Card',
        title: 'All',
        children: [
          { type: 'Table', rows: '${plants}', columns: [{ field: 'name', label: 'Name' }] },
          { type: 'Button', label: 'Clear', onPress: 'clear' },
        ],
      },
      { type: 'Card', title: 'More', children: ['Nothing yet', { type: 'Button', label: 'Clear', onPress: 'clear' }] },
    ],
  },
  actions: {
    add: [
      { do: 'add', to: 'plants', item: { id: '${id()}', name: '${draft}' } },
      { do: 'set', path: 'draft', value: '' },
    ],
    clear: { do: 'set', path: 'plants', value: [] },
  },
}
const edit = (ops: readonly Json[], more: JsonObject = {}): JsonObject => ({ edit: 1, base: hash, ops: [...ops], ...more })
const apply = (...ops: readonly Json[]) => applyEdit(app, edit(ops), { hash })
function changed(...ops: readonly Json[]): JsonObject {
  const { document, issues } = apply(...ops)
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  return document as JsonObject
}
const refused = (...ops: readonly Json[]) => {
  const { document, issues } = apply(...ops)
  expect(document).toBe(null)
  return issues[0]!
}

it('the app of these tests passes the check', () => {
  expect(loadBlueprint(app).issues).toEqual([])
})

describe('put and drop', () => {
  it('[B80] write a deep value, a new section where the language has it, and take away', () => {
    const next = changed(
      { put: 'state.plants.type.0.due', value: 'date?' },
      { put: 'app.theme.accent', value: 'green' },
      { put: 'constants', value: { days: 3 } },
      { drop: 'derived.total' },
      { put: ['capabilities', 0, 'why'], value: 'Keeps them.' },
    )
    expect(getAt(next, '/state/plants/type/0')).toEqual({ id: 'text', name: 'text', due: 'date?' })
    expect(getAt(next, '/app/theme')).toEqual({ accent: 'green' })
    expect(Object.keys(next)).toEqual(['blueprint', 'app', 'capabilities', 'constants', 'state', 'derived', 'view', 'actions'])
    expect(next.derived).toEqual({})
    expect(getAt(app, '/derived/total')).toBe('${count(plants)}')
  })

  it('[B80] write null as a value, append at the end of a list, and take an element out', () => {
    const next = changed({ put: 'state.chosen.init', value: null }, { put: 'actions.add.-', value: { do: 'toast', text: 'Added' } }, { drop: 'actions.add.1' })
    expect(getAt(next, '/actions/add')).toEqual([
      { do: 'add', to: 'plants', item: { id: '${id()}', name: '${draft}' } },
      { do: 'toast', text: 'Added' },
    ])
  })

  it.each([
    [{ put: 'stat.due', value: '' }, 'edit-path', 'state.due', '/ops/0/put'],
    [{ put: 'state.plans.type', value: 'text' }, 'edit-path', 'state.plants.type', '/ops/0/put'],
    [{ drop: 'actions.clera' }, 'edit-path', 'actions.clear', '/ops/0/drop'],
    [{ drop: ['actions', 'ad'] }, 'edit-path', 'actions.add', '/ops/0/drop'],
    [{ put: 'actions.add.7', value: [] }, 'edit-path', undefined, '/ops/0/put'],
    [{ put: 'state.draft.persist', value: true }, 'edit-path', undefined, '/ops/0/put'],
    [{ put: 'state..x', value: 1 }, 'edit-path', undefined, '/ops/0/put'],
    [{ drop: 'constants' }, 'edit-path', undefined, '/ops/0/drop'],
    [{ drop: 'constants.days' }, 'edit-path', undefined, '/ops/0/drop'],
  ])('[B80] %j is refused with what was meant', (op, code, suggestion, at) => {
    expect(refused(op as unknown as JsonObject)).toMatchObject({ code, at, severity: 'error', ...(suggestion && { suggestion }) })
  })

  it('offers the repaired path as a fix', () => {
    expect(refused({ drop: ['actions', 'ad'] }).fix?.edits).toEqual([{ set: '/ops/0/drop', value: ['actions', 'add'] }])
  })
})

describe('components', () => {
  it('[B80] are named by id, root, short id and selector, and changed in each of the ways', () => {
    const next = changed(
      { node: 'new', set: { label: 'Plant', placeholder: 'Rose' }, unset: ['onEnter'] },
      { node: { type: 'Button', label: 'Add' }, replace: { type: 'IconButton', icon: 'plus', label: 'Add', onPress: 'add' } },
      { node: 'new', before: { type: 'Heading', text: 'Plants' } },
      { node: 'new', after: ['One', { type: 'Text', text: 'Two' }] },
      { node: { type: 'Button', in: { title: 'More' } }, remove: true },
      { node: { title: 'More' }, into: { type: 'Text', text: 'First' }, at: 0 },
      { node: 'root', into: 'Last' },
    )
    const children = getAt(next, '/view/children') as readonly JsonObject[]
    expect(children.map(child => (typeof child === 'string' ? child : (child.type ?? null)))).toEqual([
      'Heading',
      'TextField',
      'One',
      'Text',
      'IconButton',
      'Card',
      'Card',
      'Last',
    ])
    expect(children[1]).toEqual({ type: 'TextField', id: 'new', label: 'Plant', bind: 'draft', placeholder: 'Rose' })
    expect(children[6]?.children).toEqual([{ type: 'Text', text: 'First' }, 'Nothing yet'])
  })

  it('[B80] are told apart by what they stand in, what they hold, and reached inside a list property', () => {
    const next = changed(
      { node: { type: 'Card', has: { type: 'Table' } }, set: { title: 'Table' } },
      { node: { type: 'Table', at: ['columns', { field: 'name' }] }, set: { label: 'Plant' } },
      { node: { type: 'Table', at: ['columns', { field: 'name' }] }, before: { field: 'id', label: 'Id' } },
      { node: { type: 'Table', at: ['columns'] }, into: { field: 'name', label: 'Again' } },
      { node: { type: 'Text', text: 'Nothing yet' }, set: { tone: 'neutral' } },
    )
    expect(getAt(next, '/view/children/2/title')).toBe('Table')
    expect(getAt(next, '/view/children/2/children/0/columns')).toEqual([
      { field: 'id', label: 'Id' },
      { field: 'name', label: 'Plant' },
      { field: 'name', label: 'Again' },
    ])
    expect(getAt(next, '/view/children/3/children/0')).toEqual({ type: 'Text', text: 'Nothing yet', tone: 'neutral' })
  })

  it('[B80] several are an error that lists them, nearest first', () => {
    const issue = refused({ node: { type: 'Button', label: 'Clear' }, remove: true })
    expect(issue).toMatchObject({ code: 'edit-node-many', at: '/ops/0/node' })
    expect(issue.message).toContain('n6 Button “Clear” at /view/children/2/children/1 · n8 Button “Clear” at /view/children/3/children/1')
  })

  it('[B80] none is an error that lists what is near', () => {
    expect(refused({ node: { type: 'Button', label: 'Ad' }, remove: true })).toMatchObject({ code: 'edit-node-none', suggestion: 'n3' })
    expect(refused({ node: { type: 'Button', label: 'Ad' }, remove: true }).message).toMatch(/Nearest: n3 Button “Add” at \/view\/children\/1/)
    expect(refused({ node: 'mew', remove: true })).toMatchObject({ code: 'edit-node-none', suggestion: 'new' })
    expect(refused({ node: { type: 'Table', at: ['colums'] }, remove: true })).toMatchObject({
      code: 'edit-node-none',
      at: '/ops/0/node/at/0',
      suggestion: 'columns',
    })
    expect(refused({ node: { type: 'Button', in: { title: 'Nowhere' } }, remove: true }).code).toBe('edit-node-none')
  })

  it.each([
    [{ node: 'root', remove: true }, 'edit-place'],
    [{ node: 'root', before: 'x' }, 'edit-place'],
    [{ node: 'new', unset: ['labl'] }, 'edit-place'],
    [{ node: { title: 'More' }, into: 'x', at: 9 }, 'out-of-bounds'],
  ])('[B80] %j does not hold', (op, code) => {
    expect(refused(op as unknown as JsonObject).code).toBe(code)
  })

  it('[B80] that an earlier operation took away are said to be', () => {
    const { issues } = apply({ node: 'n4', remove: true }, { node: 'n6', set: { label: 'X' } })
    expect(issues).toMatchObject([{ code: 'edit-removed', at: '/ops/1/node', message: expect.stringContaining('Operation 1') }])
    expect(apply({ node: 'new', set: { id: 'other' } }, { node: 'new', set: { label: 'X' } }).issues[0]?.code).toBe('edit-removed')
  })

  it('[B80] short ids are the same each time and never get into the app', () => {
    expect(withNodeIds(app)).toEqual(withNodeIds(app))
    const shown = JSON.stringify(withNodeIds(app))
    expect(shown).toContain('{"#":"n2","type":"TextField"')
    const copied = changed({ node: 'n3', after: { '#': 'n9', type: 'Button', label: 'Again', onPress: 'add' } }, { node: 'n2', set: { '#': 'x', label: 'Y' } })
    expect(JSON.stringify(copied)).not.toContain('"#"')
    const named = { ...app, view: { type: 'Stack', children: [{ type: 'Text', id: 'n1', text: 'a' }] } } as JsonObject
    expect(JSON.stringify(withNodeIds(named).view)).toBe('{"#":"n2","type":"Stack","children":[{"#":"n3","type":"Text","id":"n1","text":"a"}]}')
  })
})

describe('an edit as a whole', () => {
  it('[B80] is refused where it was made for another version, with the hash that is current', () => {
    const other = 'b'.repeat(64)
    expect(applyEdit(app, edit([], { base: other }), { hash }).issues).toMatchObject([{ code: 'edit-base', at: '/base', suggestion: hash }])
  })

  it('[B80] changes nothing where one operation does not hold', () => {
    const { document, issues, changes } = apply({ put: 'app.name', value: 'New' }, { drop: 'nothing' })
    expect(document).toBe(null)
    expect(issues).toHaveLength(1)
    expect(changes).toHaveLength(1)
    expect(getAt(app, '/app/name')).toBe('Plants')
  })

  it('[B80] may say something and change nothing', () => {
    const { document, edit: read } = applyEdit(app, edit([], { say: 'It has that already.' }), { hash })
    expect(document).toEqual(app)
    expect(read?.say).toBe('It has that already.')
  })

  it('[B80] is refused where the app would not pass, at the operation that is to blame', () => {
    const inside = refused({ put: 'app.name', value: 'New' }, { node: 'root', into: { type: 'Card', children: [{ type: 'Buton', label: 'x' }] } })
    expect(inside).toMatchObject({ code: 'unknown-component', at: '/ops/1/into/children/0/type', suggestion: 'Button' })
    expect(inside.fix?.edits).toEqual([{ set: '/ops/1/into/children/0/type', value: 'Button' }])
    const moved = refused({ node: 'root', into: { type: 'Buton', label: 'x' } }, { node: 'root', into: 'a', at: 0 }, { node: 'new', remove: true })
    expect(moved).toMatchObject({ code: 'unknown-component', at: '/ops/0/into/type' })
    const far = refused({ put: 'app.name', value: 'New' }, { drop: 'state.draft' }, { put: 'app.about', value: 'Plants' })
    expect(far).toMatchObject({ at: '/ops/1' })
    expect(far.message).toContain('(It is at /')
    expect(refused({ node: 'new', unset: ['label'] })).toMatchObject({ code: 'missing-label', at: '/ops/0' })
  })

  it('[B5] has its slips put right, with a note where they were written', () => {
    const { document, issues } = apply({ node: 'new', set: { show: 'total < 3' } })
    expect(getAt(document as JsonObject, '/view/children/0/show')).toBe('${total < 3}')
    expect(issues).toMatchObject([{ severity: 'note', at: '/ops/0/set/show' }])
  })

  it('[B80] says in words what changes', () => {
    expect(
      apply(
        { put: 'state.due', value: '' },
        { drop: 'actions.clear' },
        { node: 'new', set: { label: 'Plant' } },
        { node: 'new', after: { type: 'DateField', label: 'Due', bind: 'due' } },
      ).changes,
    ).toEqual([
      'Adds the state entry “due”',
      'Removes the action “clear”',
      'Changes TextField “New plant”: label',
      'Adds DateField “Due” after TextField “Plant”',
    ])
  })

  it('[B80] names places in the text that it was given', () => {
    const text = `{\n  "edit": 1,\n  "base": "${hash}",\n  "ops": [\n    { "drop": "actions.clera" }\n  ]\n}`
    expect(applyEdit(app, text, { hash }).issues).toMatchObject([{ line: 5, column: 15 }])
    expect(applyEdit(app, text.slice(0, -3), { hash }).issues).toMatchObject([{ severity: 'error', code: expect.stringMatching(/syntax|incomplete|end/) }])
  })

  it('is known from an app', () => {
    expect([isEdit(edit([])), isEdit(JSON.stringify(edit([]))), isEdit(app), isEdit(JSON.stringify(app)), isEdit('x')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('hostile edits', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('[B27] "%s" is a name like any other', name => {
    for (const op of [
      { put: name, value: 1 },
      { put: [name, 'x'], value: 1 },
      { drop: name },
      { put: ['state', name, 'x'], value: 1 },
      { node: name, remove: true },
    ])
      expect(apply(op as unknown as JsonObject).document).toBe(null)
    const put = apply(JSON.parse(`{ "put": ["constants", "${name}"], "value": { "polluted": true } }`))
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
    if (put.document) expect(Object.hasOwn(put.document.constants as object, name)).toBe(true)
    const set = apply(JSON.parse(`{ "node": "new", "set": { "${name}": 1 } }`))
    expect(set.issues[0]).toMatchObject({ code: 'unknown-property' })
    expect(apply(JSON.parse(`{ "${name}": 1 }`)).issues[0]?.code).toBe('unknown-op')
  })

  it('[S34] holds at most 500 operations, and refuses 20,000 without doing them', () => {
    const { document, issues } = apply(...Array.from({ length: 20_000 }, (_, index) => ({ put: 'app.about', value: `${index}` })))
    expect(document).toBe(null)
    expect(issues).toMatchObject([{ code: 'too-many', at: '/ops' }])
    expect(changed(...Array.from({ length: 500 }, (_, index) => ({ node: 'new', set: { label: `${index}` } })))).toBeTruthy()
  })

  it('[S34] refuses a value that is too deep, and what is no edit at all', () => {
    let deep: Json = []
    for (let index = 0; index < 5000; index += 1) deep = [deep]
    expect(apply({ put: 'constants.deep', value: deep }).document).toBe(null)
    const text = `{"edit":1,"base":"${hash}","ops":[{"put":"constants","value":${'['.repeat(5000)}${']'.repeat(5000)}}]}`
    expect(applyEdit(app, text, { hash }).issues[0]?.code).toBe('too-deep')
    for (const input of [
      null,
      1,
      'x',
      '',
      [],
      {},
      { ops: 1 },
      { edit: 2, base: hash, ops: [] },
      { edit: 1, base: 'x', ops: [null, 1, [], {}, { put: 1 }] },
      () => 1,
      new Date(),
    ]) {
      const { document, issues } = applyEdit(app, input, { hash })
      expect([document, issues.length > 0]).toEqual([null, true])
    }
  })

  it('[S34] makes no app that is longer than one may be', () => {
    const long = Array.from({ length: 12 }, () => 'x'.repeat(60_000))
    expect(apply({ put: 'constants', value: { long } }).document).not.toBe(null)
    expect(refused({ put: 'constants', value: { long, again: long } })).toMatchObject({ code: 'too-long' })
  })

  it('[S34] looks at no further operations once many do not hold', () => {
    const { issues } = apply(...Array.from({ length: 400 }, (_, index) => ({ node: `none-${index}`, remove: true })))
    expect(issues).toHaveLength(21)
    expect(issues.filter(({ code }) => code === 'edit-node-none')).toHaveLength(20)
    expect(issues.filter(({ code }) => code === 'too-many-issues')).toHaveLength(1)
  })

  it('[S34] a selector in a selector in a selector is looked up once a level', () => {
    let target: JsonObject = { type: 'Stack' }
    for (let index = 0; index < 50; index += 1) target = { type: 'Stack', has: target }
    expect(refused({ node: target, remove: true }).code).toBe('edit-node-none')
  })
})
