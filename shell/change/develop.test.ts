import { expect, it } from 'vitest'
import { changedNodes } from './develop.ts'

const app = (...children: object[]) => ({ blueprint: 1, app: { name: 'A' }, view: { type: 'Stack', children } }) as never
const text = (words: string) => ({ type: 'Text', text: words })
const row = (...children: object[]) => ({ type: 'Row', children })

it('names what an edit changed, innermost and nothing else', () => {
  const before = app(text('one'), row(text('two'), text('three')))
  expect(changedNodes(before, before)).toEqual([])
  expect(changedNodes(before, app(text('one'), row(text('two'), text('four'))))).toEqual([text('four')])
  expect(changedNodes(before, app(text('one'), text('new'), row(text('two'), text('three'))))).toEqual([text('new')])
  expect(changedNodes(before, app(text('one'), { ...row(text('two'), text('three')), gap: 'l' }))).toEqual([{ ...row(text('two'), text('three')), gap: 'l' }])
})
