/** The tests that a composed app brings along (B70). */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { firstValue, sample, shownText } from './field-parts.ts'
import type { Field } from './fields.ts'
import { addLabel, type Plan } from './plan.ts'

export function composeTests(plan: Plan): JsonObject[] {
  const tests = [addingTest(plan), editingTest(plan), deletingTest(plan)]
  if (plan.money) tests.push(sumTest(plan, plan.money))
  if (isTyped(plan.name)) tests.push(searchTest(plan, plan.name))
  return tests
}

function addingTest(plan: Plan): JsonObject {
  const steps: Json[] = [{ press: 'Add the first' }, ...nameSteps(plan, 0), { press: 'Save' }, { expect: '${count(items) == 1 && !formOpen}' }]
  if (isTyped(plan.name)) steps.push({ sees: 'Alpha' })
  return { name: `${addLabel(plan)}, and it is kept`, steps: [...steps, { reload: true }, { expect: '${count(items) == 1}' }] }
}

function editingTest(plan: Plan): JsonObject {
  const edit = plan.shape === 'table' ? 'Edit' : 'Edit Alpha'
  return {
    name: 'What was added can be changed',
    state: { items: [sampleItem(plan, 0)] },
    steps: [
      { press: edit },
      ...nameSteps(plan, 1),
      { press: 'Save' },
      { expect: `\${count(items) == 1 && ${shownText(plan.name, 'first(items)')} == ${shownText(plan.name, sampleRecord(plan.name))}}` },
    ],
  }
}

function deletingTest(plan: Plan): JsonObject {
  const remove = plan.shape === 'table' ? 'Delete' : 'Delete Alpha'
  return {
    name: 'What was added can be deleted',
    state: { items: [sampleItem(plan, 0)] },
    steps: [{ press: remove }, { sees: 'deleted' }, { expect: '${empty(items)}' }, { sees: 'Add the first' }],
  }
}

function sumTest(plan: Plan, money: Field): JsonObject {
  return {
    name: 'Amounts are added up',
    state: { items: [sampleItem(plan, 0), sampleItem(plan, 1)] },
    steps: [{ sees: '$15.50' }, { expect: `\${sum(items, x => x.${money.id}) == 15.5}` }],
  }
}

function searchTest(plan: Plan, name: Field): JsonObject {
  const only = (turn: number): JsonObject => ({
    ...sampleItem(plan, turn),
    ...Object.fromEntries(plan.searched.filter(field => field !== name).map(field => [field.id, firstValue(field)])),
  })
  return {
    name: 'Search finds by words',
    state: { items: [only(0), only(1)] },
    steps: [{ fill: 'omega', into: 'Search' }, { expect: '${count(shown) == 1}' }, { fill: 'no such word', into: 'Search' }, { sees: 'Nothing matches' }],
  }
}

function sampleItem(plan: Plan, turn: number): JsonObject {
  return { id: `sample${turn}`, ...Object.fromEntries(plan.fields.map(field => [field.id, sample(field, turn)])) }
}

/** A formula: a record with the second sample of the field. */
function sampleRecord(field: Field): string {
  const value = sample(field, 1)
  return `({ ${field.id}: ${typeof value === 'string' ? `'${value}'` : JSON.stringify(value)} })`
}

/** Fills the field that a row is called by. */
function nameSteps(plan: Plan, turn: number): Json[] {
  const { name } = plan
  const value = sample(name, turn)
  return name.kind === 'fixed' || typeof value !== 'string' ? [] : [{ fill: value, into: name.label }]
}

function isTyped(field: Field): boolean {
  return field.kind === 'text' || field.kind === 'long' || field.kind === 'choice'
}
