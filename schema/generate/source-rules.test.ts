import { expect, it } from 'vitest'
import { rootProblems } from './source-rules.ts'
import type { RootSchema } from './source-schema.ts'

const component = (src: object, capability: object): RootSchema => ({
  title: 'Page',
  description: 'A page.',
  type: 'object',
  'x-group': 'special',
  'x-instead': 'Link leads to a page.',
  'x-capability': capability as NonNullable<RootSchema['x-capability']>,
  properties: { src: { type: 'string', description: 'Where.', ...src } },
  examples: [{ type: 'Page', src: 'https://example.com/' }],
})
const scope = (argument: string) => ({ name: 'frame', grade: 'ask', scope: { kind: 'origin', argument } })
const problems = (src: object, capability: object) => rootProblems(component(src, capability), 'component', 'Page')

it('[B67] lets a component need a capability whose scope can be read before anything runs', () => {
  expect(problems({ 'x-slot': 'literal' }, scope('src'))).toEqual([])
  expect(problems({}, scope('src'))).toEqual([expect.stringContaining('needs "x-slot": "literal"')])
  expect(problems({ 'x-slot': 'literal' }, scope('href'))).toEqual([expect.stringContaining('"href" is no property')])
  expect(problems({}, { name: 'frame', grade: 'always' })).toEqual([expect.stringContaining('the grade "always"')])
})
