/** An app for a list of things, put together from parts: no model, and valid by construction. */
import type { JsonObject } from '../../schema/json/json.ts'
import { composeTests } from './compose-tests.ts'
import { composeGlance, composeView, pointsFormula } from './compose-view.ts'
import { fieldType, firstValue, shownText } from './field-parts.ts'
import { literal, quoted } from './literal.ts'
import { type Plan, planApp } from './plan.ts'
import type { ListRequest } from './read-request.ts'

/** The document, with its sections in the order in which they are streamed (B1). */
export function composeApp(request: ListRequest): JsonObject {
  const plan = planApp(request)
  return {
    blueprint: 1,
    app: {
      name: literal(plan.title),
      icon: plan.icon,
      about: literal(`Your ${plan.many}: ${plan.fields.map(field => field.label.toLowerCase()).join(', ')}.`.slice(0, 300)),
      category: plan.category,
      theme: { preset: 'paper', accent: plan.accent },
      window: { width: plan.shape === 'checklist' ? 480 : plan.fields.length > 4 ? 860 : 640, height: 680 },
    },
    capabilities: [
      { use: 'storage', why: literal(`Keeps your ${plan.many} on this device.`) },
      { use: 'files', why: 'Saves a CSV file when you press Export.' },
    ],
    state: state(plan),
    derived: derived(plan),
    view: composeView(plan),
    glance: composeGlance(plan),
    actions: actions(plan),
    keys: { n: 'newItem' },
    tests: composeTests(plan),
  }
}

function state(plan: Plan): JsonObject {
  const types = Object.fromEntries(plan.fields.map(field => [field.id, fieldType(field)]))
  return {
    items: { type: [{ id: 'text', ...types }], init: [], persist: true, history: true },
    draft: { type: { id: 'text', ...types }, init: { id: '', ...Object.fromEntries(plan.fields.map(field => [field.id, firstValue(field)])) } },
    formOpen: false,
    ...(plan.searched.length > 0 ? { search: '' } : {}),
    ...(plan.group ? { only: { type: 'text?', init: null } } : {}),
    ...(plan.done ? { which: 'all' } : {}),
  }
}

function derived(plan: Plan): JsonObject {
  const { group, done, date } = plan
  const tests: string[] = []
  if (plan.searched.length > 0) tests.push(`contains(lower(${plan.searched.map(field => `(x.${field.id} ?? '')`).join(" + ' ' + ")}), lower(trim(search)))`)
  if (group) tests.push(`(only == null || x.${group.id} == only)`)
  if (done) tests.push(`(which == 'all' || x.${done.id} == (which == 'yes'))`)
  const found = tests.length > 0 ? `items.filter(x => ${tests.join(' && ')})` : 'items'
  const points = pointsFormula(plan)
  return {
    shown: `\${${date ? `sort(${found}, x => x.${date.id}, 'desc')` : found}}`,
    nameOf: { params: { x: 'any' }, value: `\${${shownText(plan.name, 'x')}.with(name => name == '' ? ${quoted('Untitled')} : name)}` },
    ...(points ? { points: `\${${points}}` } : {}),
  }
}

function actions(plan: Plan): JsonObject {
  const draft = Object.fromEntries(
    plan.fields.map(field => [field.id, field.kind === 'text' || field.kind === 'long' ? `\${trim(draft.${field.id})}` : `\${draft.${field.id}}`]),
  )
  const date = plan.date && /^(?:date|day|when)$/i.test(plan.date.label) ? plan.date : null
  const tags = plan.fields.filter(field => field.kind === 'tags')
  const columns = plan.fields.filter(field => field.kind !== 'photo').map(field => field.id)
  return {
    newItem: [
      { do: 'reset', path: 'draft' },
      ...(date ? [{ do: 'set', path: `draft.${date.id}`, value: '${today()}' }] : []),
      { do: 'set', path: 'formOpen', value: true },
    ],
    editItem: {
      params: { row: 'any' },
      steps: [
        { do: 'set', path: 'draft', value: '${row}' },
        { do: 'set', path: 'formOpen', value: true },
      ],
    },
    save: [
      {
        do: 'if',
        test: "${draft.id == ''}",
        then: [{ do: 'add', to: 'items', at: 'start', item: { id: '${id()}', ...draft } }],
        else: [{ do: 'update', in: 'items', where: 'x => x.id == draft.id', with: draft }],
      },
      { do: 'set', path: 'formOpen', value: false },
    ],
    exportAll: [
      {
        do: 'csv.format',
        rows: tags.length > 0 ? `\${items.map(x => merge(x, { ${tags.map(field => `${field.id}: join(x.${field.id}, ' ')`).join(', ')} }))}` : '${items}',
        columns,
        out: 'csv',
      },
      { do: 'file.save', name: fileName(plan.title), content: '${csv}', type: 'text/csv' },
    ],
  }
}

function fileName(title: string): string {
  const name = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${name === '' ? 'list' : name.slice(0, 40)}.csv`
}
