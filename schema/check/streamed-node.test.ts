import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../json/json.ts'
import { createJsonParser } from '../json/push-parser.ts'
import { isRecord } from './kinds.ts'
import { loadParsed, loadToRun } from './load.ts'
import { createNodeNormaliser } from './normalise.ts'
import { checkNode, createNodeCheck, normaliseNode } from './streamed-node.ts'

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

it('says of a node what it says of it alone, whatever came before', () => {
  const check = createNodeCheck()
  const nodes = [{ type: 'Text', text: '${1 +}' }, { type: 'Text', text: 'a' }, { type: 'Button' }, { type: 'Image', src: 'https://a.example/b.png', alt: 'b' }]
  for (const node of [...nodes, ...nodes]) expect(check(node)).toEqual(checkNode(node))
})

describe('a document whose nodes were put right as they arrived', () => {
  const folder = join(import.meta.dirname, '../../tests/fixtures')
  const fixtures = ['valid', 'noted', 'invalid'].flatMap(kind =>
    readdirSync(join(folder, kind))
      .filter(name => name.endsWith('.json') && !name.endsWith('.issues.json'))
      .map(name => [`${kind}/${name}`, readFileSync(join(folder, kind, name), 'utf8')] as const),
  )

  it.each(fixtures)('[B5] is the same, and the same is said of it: %s', (_name, text) => {
    const normaliser = createNodeNormaliser()
    const parser = createJsonParser({
      close({ value }) {
        if (isRecord(value as Json) && Object.hasOwn(value, 'type')) normaliser.node(value as JsonObject)
      },
    })
    parser.push(text)
    parser.end()
    if (parser.fault !== null || !parser.complete) return
    expect(loadParsed(parser.root as Json, text, {}, normaliser.known)).toEqual(loadToRun(text))
  })
})
