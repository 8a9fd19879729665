import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSeed } from '../../tests/random-seed.ts'
import { arrowHead, layoutGraph, nodeBeside, pathThrough } from './graph-layout.ts'
import { mostNodes, readGraph } from './graph-model.ts'
import { wrapLabel } from './wrap-label.ts'

describe('readGraph', () => {
  it('takes the first node of each id, and edges between nodes that are there', () => {
    const model = readGraph([{ id: 1 }, { id: '1', label: 'again' }, 'b', null, { label: 'no id' }], [{ from: 1, to: 'b' }, { from: 1, to: 'nowhere' }, 'x'])
    expect(model.nodes.map(({ id, label, index }) => [id, label, index])).toEqual([
      ['1', '1', 0],
      ['b', 'b', 2],
    ])
    expect(model.edges).toEqual([{ from: '1', to: 'b', label: '' }])
  })

  it('[S9] takes hostile ids for what they are: texts', () => {
    const names = ['__proto__', 'constructor', 'toString', '\u0000', '\u0001']
    const model = readGraph(
      names.map(id => ({ id })),
      names.map((from, index) => ({ from, to: names[(index + 1) % names.length] })),
    )
    expect(model.nodes).toHaveLength(5)
    expect(layoutGraph(model).edges.every(({ points }) => points.length > 1)).toBe(true)
    expect(Object.hasOwn(Object.prototype, 'n0')).toBe(false)
  })

  it(`[S34] draws ${mostNodes} nodes at most, and counts the others`, () => {
    const model = readGraph(
      Array.from({ length: 500 }, (_, id) => ({ id })),
      [],
    )
    expect([model.nodes.length, model.total]).toEqual([mostNodes, 500])
  })
})

describe('layoutGraph', () => {
  it('lets no two boxes stand on each other, and all of them within the picture', () => {
    const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), edges, (count, pairs) => {
        const layout = layoutGraph(
          readGraph(
            Array.from({ length: count }, (_, id) => ({ id, label: `Node ${'long '.repeat(id)}` })),
            pairs.map(([from, to]) => ({ from, to, label: from % 2 ? 'x' : '' })),
          ),
        )
        expect(layout.nodes).toHaveLength(count)
        for (const [index, a] of layout.nodes.entries()) {
          expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0)
          expect(a.x + a.width / 2).toBeLessThanOrEqual(layout.width)
          expect(a.y + a.height / 2).toBeLessThanOrEqual(layout.height)
          for (const b of layout.nodes.slice(index + 1))
            expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 0.01 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2 - 0.01).toBe(true)
        }
      }),
      { seed: randomSeed(), numRuns: 40 },
    )
  })

  it('leads downward', () => {
    const { nodes } = layoutGraph(readGraph([{ id: 'a' }, { id: 'b' }], [{ from: 'a', to: 'b' }]))
    expect(nodes[0]!.y).toBeLessThan(nodes[1]!.y)
    expect(nodeBeside(nodes, nodes[0]!, 0, 1)?.node.id).toBe('b')
    expect(nodeBeside(nodes, nodes[0]!, 0, -1)).toBe(null)
  })

  it('writes paths of numbers', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 5, y: 10 },
      { x: 10, y: 20 },
    ]
    expect(pathThrough(line)).toBe('M0 0Q5 10 10 20')
    expect(pathThrough(line.slice(0, 2))).toBe('M0 0L5 10')
    expect(pathThrough([])).toBe('')
    expect(arrowHead(line)).toMatch(/^M10 20L[\d. ]+L[\d. ]+Z$/)
  })
})

describe('wrapLabel', () => {
  it.each([
    ['Order', ['Order']],
    ['Buy from the supplier', ['Buy from the supplier']],
    ['Buy from the supplier in Madrid', ['Buy from the supplier', 'in Madrid']],
    ['', ['']],
    ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschifffahrt…']],
    [
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen',
      ['one two three four', 'five six seven eight', 'nine ten eleven twelv…'],
    ],
  ])('%s', (label, lines) => expect(wrapLabel(label).map(line => line.replace(/ …$/, '…'))).toEqual(lines))

  it('[S37] is short whatever the text is', () => {
    for (const text of ['a'.repeat(1e6), 'ab '.repeat(1e5), `a${'\u0301'.repeat(1e5)}`, '汉'.repeat(1000)]) {
      const lines = wrapLabel(text)
      expect(lines.length).toBeLessThanOrEqual(3)
    }
  })
})
