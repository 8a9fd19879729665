import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, neighbour, placeOf, readShapes, shapeAt } from './shapes.ts'

const one = (record: unknown) => readShapes([record])[0]

describe('readShapes', () => {
  it('draws known kinds only, and never throws', () => {
    expect(readShapes([{ kind: 'script' }, { kind: 'foreignObject' }, null, 'rect', [], { kind: '__proto__' }])).toEqual([])
    expect(readShapes(null)).toEqual([])
    fc.assert(fc.property(fc.array(fc.jsonValue()), given => Array.isArray(readShapes(given))))
  })
  it('resolves colours by name and lets no other text through', () => {
    expect(one({ kind: 'rect', fill: 'teal' })?.fill).toBe('var(--palette-teal)')
    expect(one({ kind: 'rect', fill: 'url(#a)' })?.fill).toBe('currentColor')
    expect(one({ kind: 'rect', fill: 'none', stroke: 'red;x' })).toMatchObject({ fill: 'none', stroke: 'none' })
    expect(one({ kind: 'circle', stroke: 'good' })).toMatchObject({ fill: 'none', stroke: 'var(--good)' })
    expect(one({ kind: 'line' })).toMatchObject({ fill: 'none', stroke: 'currentColor' })
  })
  it('takes path data as far as it is such', () => {
    expect(one({ kind: 'path', d: 'M0 0 L 10,-1.5e2 Z' })).toBeDefined()
    expect(one({ kind: 'path', d: 'M0 0 url(x)' })).toMatchObject({ geometry: { d: 'M0 0' } })
    expect(one({ kind: 'path', d: 'url(x)' })).toBeUndefined()
    expect(one({ kind: 'path', d: 7 })).toBeUndefined()
  })
  it('keeps numbers finite', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (x, w) => {
        const shape = one({ kind: 'rect', x, w })
        expect(shape?.geometry.kind === 'rect' && Number.isFinite(shape.geometry.x) && shape.geometry.w >= 0 && Number.isFinite(shape.geometry.w)).toBe(true)
      }),
    )
  })
})

describe('places', () => {
  const shapes = readShapes([
    { kind: 'rect', id: 'a', x: 0, y: 0, w: 10, h: 10 },
    { kind: 'rect', id: 'b', x: 20, y: 0, w: 10, h: 10 },
    { kind: 'circle', id: 'c', cx: 5, cy: 25, r: 5 },
    { kind: 'circle', cx: 5, cy: 5, r: 5 },
  ])
  it('finds the topmost shape with an id', () => {
    expect(shapeAt(shapes, { x: 5, y: 5 }, null)?.id).toBe('a')
    expect(shapeAt(shapes, { x: 5, y: 5 }, shapes[0] ?? null)).toBeNull()
    expect(shapeAt(shapes, { x: 5, y: 21 }, null)?.id).toBe('c')
  })
  it('finds neighbours by direction', () => {
    expect(neighbour(shapes, shapes[0]!, 1, 0)?.id).toBe('b')
    expect(neighbour(shapes, shapes[0]!, 0, 1)?.id).toBe('c')
    expect(neighbour(shapes, shapes[1]!, 1, 0)).toBeNull()
  })
  it('turns with its shape', () => {
    const turned = one({ kind: 'rect', x: 0, y: 4, w: 10, h: 2, rotate: 90 })!
    expect(contains(turned, { x: 5, y: 9 })).toBe(true)
    expect(contains(turned, { x: 9, y: 5 })).toBe(false)
    expect(placeOf(turned)).toEqual({ x: 0, y: 4 })
  })
})
