import { expect, it } from 'vitest'
import { checkNode, normaliseNode } from './streamed-node.ts'

const codes = (...args: Parameters<typeof checkNode>): string[] => checkNode(...args).map(issue => `${issue.code} ${issue.at}`)

it('[B6] says nothing of names, parts and actions that may still come', () => {
  expect(codes({ type: 'Button', label: '${later.name}', show: 'alsoLater > 1', onPress: 'laterAction' })).toEqual([])
  expect(codes({ type: 'LaterPart', title: 'x' })).toEqual([])
  expect(codes({ type: 'TextField', label: 'A', bind: 'later.field' })).toEqual([])
  expect(codes({ type: 'Async', of: 'later' })).toEqual([])
})

it('[S7] refuses what is wrong with the node itself', () => {
  expect(codes({ type: 'Button', onPress: 'x' }, { at: '/view/children/3' })).toEqual(['missing-label /view/children/3'])
  expect(codes({ type: 'Link', text: 'a', href: 'javascript:alert(1)' })).toEqual(['unsafe-address /href'])
  expect(codes({ type: 'Text', text: '${1 +}' })).toEqual(['formula-syntax /text'])
  expect(codes({ type: 'Button', label: 'a', onPress: { do: 'togle', path: 'a' } })).toEqual(['unknown-tool /onPress/do'])
  expect(codes({ type: 'Tab', title: 'a' }, { parent: 'Stack' })).toEqual(['wrong-parent '])
})

it('leaves the nodes inside to their own check', () => {
  expect(codes({ type: 'Stack', children: [{ type: 'Button' }, { type: 'Heading', text: '${' }] })).toEqual([])
})

it('[B5] a node is put right as it will be in the document', () => {
  expect(normaliseNode({ type: 'Button', text: 'Go', onClick: 'go', show: 'a' })).toEqual({ type: 'Button', label: 'Go', onPress: 'go', show: '${a}' })
  const right = { type: 'Text', text: 'a' }
  expect(normaliseNode(right)).toBe(right)
})
