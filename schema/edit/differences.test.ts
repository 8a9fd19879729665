import { expect, it } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import { describeDifferences } from './differences.ts'

const app = (rest: object = {}, ...children: object[]): JsonObject =>
  ({
    blueprint: 1,
    app: { name: 'A' },
    state: { count: 0 },
    view: {
      type: 'Stack',
      children: [{ type: 'Text', text: 'Counted ${count}' }, { type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'count' } }, ...children],
    },
    ...rest,
  }) as JsonObject

it('says nothing where nothing differs', () => {
  expect(describeDifferences(app(), app())).toEqual([])
})

it('[B93] names entries and components that came, went or changed', () => {
  expect(describeDifferences(app(), app({ app: { name: 'B' }, state: { count: 0, due: '' } }))).toEqual(['Changes “app.name”', 'Adds the state entry “due”'])
  expect(describeDifferences(app({ state: { count: 0, due: '' } }), app())).toEqual(['Removes the state entry “due”'])
  const field = { type: 'TextField', label: 'Thing', bind: 'draft' }
  expect(describeDifferences(app(), app({}, field))).toEqual(['Adds TextField “Thing”'])
  expect(describeDifferences(app({}, field), app({}, { ...field, label: 'What' }))).toEqual(['Changes TextField “What”: label'])
  expect(describeDifferences(app({}, field), app())).toEqual(['Removes TextField “Thing”'])
  expect(describeDifferences(app(), app({ tests: [] }))).toEqual(['Changes its own checks'])
})

it('a component that something was put into is not itself another', () => {
  const row = (...children: object[]) => ({ type: 'Row', gap: 's', children })
  expect(describeDifferences(app({}, row()), app({}, row({ type: 'Text', text: 'new' })))).toEqual(['Adds Text “new”'])
})
