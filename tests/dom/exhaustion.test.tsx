/** What is drawn stays within the limits (S34), whatever a document multiplies, and others go on. */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../components/index.ts'
import { createApp } from '../../engine/app/create-app.ts'
import { BlueprintView } from '../../engine/react/index.ts'
import { createBlueprintStream } from '../../engine/stream/blueprint-stream.ts'
import { createTestApp } from '../../engine/test-app.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { draw, settle } from './draw.tsx'

/** What a person sees of the limit. */
const more = () => screen.queryByText(/shows at most 20,000 components/)

/** A second app in the same page is drawn and works. */
function expectOthersWork(): void {
  const other = draw({
    state: { n: 0 },
    view: { type: 'Stack', children: [{ type: 'Button', label: 'More', onPress: { do: 'inc', path: 'n' } }, 'n is ${n}'] },
  })
  act(() => void fireEvent.click(other.getByText('More')))
  other.getByText('n is 1')
  other.unmount()
}

function repeated(levels: number, count: number, inner: JsonObject): JsonObject {
  let node = inner
  for (let level = 0; level < levels; level++) node = { type: 'Row', each: `range(${count})`, as: `i${level}`, children: [node] }
  return node
}

const parts = (name: (index: number) => string, count: number): JsonObject =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `P${index}`,
      { view: index === 0 && name(0) === '' ? 'x' : { type: 'Row', children: [{ type: name(index) }, { type: name(index) }] } },
    ]),
  )

describe('[S34] at most so many components are drawn', () => {
  it('of repeats in repeats, 100 to the fourth', async () => {
    const { container, unmount, app } = draw({ view: repeated(4, 100, { type: 'Text', text: 'leaf' }) })
    await settle()
    const drawn = container.querySelectorAll('.cy-row, .cy-text').length
    expect(drawn).toBeGreaterThan(LIMITS.drawnNodes * 0.9)
    expect(drawn).toBeLessThanOrEqual(LIMITS.drawnNodes)
    expect(more()).not.toBe(null)
    expect(app.phase.value).toBe('running')
    expectOthersWork()
    unmount()
  })

  it('of parts that hold two of the part before, twenty deep, and the rest comes when there is room', async () => {
    const { container, unmount } = draw({
      state: { wide: true },
      parts: parts(index => (index === 0 ? '' : `P${index - 1}`), 21),
      view: {
        type: 'Stack',
        children: [
          { type: 'Button', label: 'Shrink', onPress: { do: 'set', path: 'wide', value: false } },
          { type: 'Stack', show: 'wide', children: [{ type: 'P20' }] },
          { type: 'Heading', text: 'After' },
        ],
      },
    })
    await settle()
    expect(container.querySelectorAll('.cy-row, .cy-text').length).toBeLessThanOrEqual(LIMITS.drawnNodes)
    expect(more()).not.toBe(null)
    expect(screen.queryByText('After')).toBe(null)
    act(() => void fireEvent.click(screen.getByText('Shrink')))
    await settle()
    screen.getByText('After')
    expect(more()).toBe(null)
    unmount()
  })

  it('of a repeat over a million, of which the first are shown and the rest said', async () => {
    const { app, unmount } = draw(
      {
        state: { many: { type: 'any', init: null, persist: true } },
        view: {
          type: 'Stack',
          children: [
            { type: 'Row', each: 'range(1000000)', children: ['a'] },
            { type: 'Row', id: 'r', each: 'many', as: 'm', children: [{ type: 'Badge', text: '${m}' }] },
          ],
        },
      },
      { persisted: { many: Array.from({ length: 1_000_000 }, () => 0) } },
    )
    await settle()
    expect(document.querySelectorAll('.cy-badge').length).toBe(LIMITS.listElements)
    expect(app.issues.value.map(({ code }) => code)).toEqual(expect.arrayContaining(['list-too-long', 'too-many-rows']))
    unmount()
    expectOthersWork()
  })
})

describe('[S34] while a document streams, before it has been checked', () => {
  function stream(document: JsonObject) {
    const source = createBlueprintStream()
    const app = createApp({ stream: source, ports: createTestApp({}).app.ports })
    const view = render(<BlueprintView app={app} catalog={catalog} />)
    act(() => source.push(JSON.stringify({ blueprint: 1, app: { name: 'x' }, ...document })))
    const drawn = view.container.querySelectorAll('*').length
    act(() => source.end())
    return { app, view, drawn }
  }

  it('parts in a circle end', async () => {
    for (const document of [
      { view: { type: 'A' }, parts: { A: { view: { type: 'A' } } } },
      {
        view: { type: 'A' },
        parts: { A: { view: { type: 'B', children: [{ type: 'A' }] } }, B: { view: { type: 'Stack', children: [{ type: 'Slot' }, { type: 'Slot' }] } } },
      },
      { view: { type: 'P0' }, parts: parts(index => `P${(index + 1) % 3}`, 3) },
    ]) {
      const { app, view, drawn } = stream(document)
      expect(drawn).toBeLessThan(60_000)
      expect(app.phase.value).toBe('stopped')
      view.unmount()
      await settle(1)
    }
    expectOthersWork()
  })

  it('what is too deep or too wide is refused with its reason', () => {
    let deep: JsonObject = { type: 'Text', text: 'x' }
    for (let level = 0; level < 45; level++) deep = { type: 'Stack', children: [deep] }
    const { app, view } = stream({ view: deep })
    expect(app.phase.value).toBe('stopped')
    expect(app.issues.value).not.toEqual([])
    view.unmount()
    expectOthersWork()
  })
})
