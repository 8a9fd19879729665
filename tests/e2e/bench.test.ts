/** The benchmark itself: that it runs, and that what it compares draws the same. How long anything takes is `npm run bench`'s. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, openBench } from '../bench/browser.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

describe('the benchmark', () => {
  it.each([
    ['flat', 'piece'],
    ['deep', 'frame'],
  ] as const)('streams a %s app, a flush for each %s, into one and the same DOM', async (shape, mode) => {
    const run = async (engine: string) => (await bench.run('stream', { engine, shape, components: 60, mode })).result
    const [whole, lines, cyanotype] = [await run('whole'), await run('lines'), await run('cyanotype')]
    expect(whole.html).toContain('<section>')
    expect(lines.html).toBe(whole.html)
    expect(cyanotype.html).toBe(whole.html)
    // Drawn while it streams, and not at its end.
    expect(cyanotype.firstCharacters).toBeGreaterThan(0)
    expect(whole.firstCharacters).toBe(0)
  })

  it('[E1] draws the first component within 120 characters of a slow stream', async () => {
    const { result } = await bench.run('stream', { engine: 'cyanotype', shape: 'flat', components: 60, mode: 'slow' })
    expect(result.firstCharacters).toBeGreaterThan(0)
    expect(result.firstCharacters).toBeLessThanOrEqual(120)
  })

  it('streams components in parts, 40 deep', async () => {
    const { result } = await bench.run('stream', { engine: 'cyanotype', shape: 'parts', components: 94, mode: 'frame' })
    expect(result.html.match(/<section>/g)).toHaveLength(2 * 38)
  })

  it('draws a list of records as a map in React does', async () => {
    const [mapped, ours] = [await bench.run('mount', { engine: 'mapped', count: 200 }), await bench.run('mount', { engine: 'cyanotype', count: 200 })]
    expect(mapped.result.html).toContain('200')
    expect(ours.result.html).toBe(mapped.result.html)
  })

  it('draws one view where one leaf of many changes, and one where a key is pressed', async () => {
    expect((await bench.run('change', { engine: 'cyanotype', count: 200 })).result.drawn).toBe(1)
    expect((await bench.run('change', { engine: 'stores', count: 200 })).result.drawn).toBe(1)
    expect((await bench.run('type', { engine: 'cyanotype' })).result.drawn).toBe(1)
  })

  it('runs its lists, its dashboard and the product', async () => {
    for (const what of ['append', 'change'] as const) expect((await bench.run('rows', { count: 50, what })).result.times).toHaveLength(20)
    for (const what of ['record', 'note'] as const) expect((await bench.run('derived', { count: 50, what })).result.times).toHaveLength(20)
    expect(await bench.heap('cyanotype', 100)).toBeGreaterThan(0)
    expect((await bench.product('launch')).length).toBeGreaterThan(10)
    expect((await bench.product('call')).length).toBeGreaterThan(100)
  })
})
