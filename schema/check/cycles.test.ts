import { expect, it } from 'vitest'
import { findCycles } from './cycles.ts'

const graph = (edges: Record<string, string[]>): Map<string, Set<string>> => new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]))

it('[B15] gives the whole path of a circle', () => {
  expect(findCycles(graph({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual([['b', 'c', 'b']])
  expect(findCycles(graph({ a: ['a'] }))).toEqual([['a', 'a']])
})

it('finds none where many paths meet again', () => {
  expect(findCycles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([])
})

it('looks at each name once, however many paths lead to it', () => {
  let reads = 0
  const layers = new Map<string, Set<string>>()
  for (let i = 0; i < 40; i += 1) for (const side of 'xy') layers.set(`${side}${i}`, new Set(i < 39 ? [`x${i + 1}`, `y${i + 1}`] : []))
  const read = (name: string): Set<string> | undefined => {
    reads += 1
    return layers.get(name)
  }
  const counted = { keys: () => layers.keys(), get: read } as unknown as Map<string, Set<string>>
  expect(findCycles(counted)).toEqual([])
  expect(reads).toBe(80)
})
