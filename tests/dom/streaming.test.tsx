import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, fireEvent, render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../components/index.ts'
import { createApp } from '../../engine/app/create-app.ts'
import { BlueprintView } from '../../engine/react/index.ts'
import { createBlueprintStream } from '../../engine/stream/blueprint-stream.ts'
import { createTestApp } from '../../engine/test-app.ts'
import { findings } from './inert-dom.ts'
import { markupPayloads, sample } from './payloads.ts'

const root = join(import.meta.dirname, '../..')
const files = ['blueprints/apps', 'schema/blocks/apps', 'tests/fixtures/valid'].flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.json'))
    .map(name => [name, readFileSync(join(root, folder, name), 'utf8')] as const),
)

const FOCUSABLE = 'a[href], button, input, textarea, select, [tabindex], [contenteditable=true]'
const STEP = 16
let compared = 0

function open() {
  const stream = createBlueprintStream()
  const test = createTestApp({})
  const app = createApp({ stream, ports: test.app.ports })
  const view = render(<BlueprintView app={app} catalog={catalog} />)
  return { stream, app, calls: test.calls, container: view.container }
}

/** The texts that stand in components which are still being written, as far as the document itself has said them. */
function growing(container: Element, arrived: string): readonly (readonly [node: Text, text: string])[] {
  const found: (readonly [Text, string])[] = []
  for (const element of container.querySelectorAll('[data-phase=outline]')) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text
      // A field shows the state, which may say it otherwise once its options are there.
      if (data.length > 1 && !node.parentElement?.closest('.cy-control') && arrived.includes(`"${JSON.stringify(data).slice(1, -1)}`))
        found.push([node as Text, data])
    }
  }
  return found
}

/** The press of a handle begins a drag with the next frame, and a page has one drag at a time. */
async function endDrag(): Promise<void> {
  await act(() => new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))
  act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' }))
  act(() => void fireEvent.keyUp(document.activeElement ?? document.body, { key: 'Escape' }))
}

describe('[S7][B68] what streams is drawn and does nothing', () => {
  it.each(files)('%s at every prefix', (_, text) => {
    const { stream, app, calls, container } = open()
    const painted: (readonly [Text, string])[] = []
    for (let at = 0; at < text.length; at += STEP) {
      act(() => stream.push(text.slice(at, at + STEP)))
      expect(app.phase.value).toBe('drawing')
      expect(calls).toEqual([])
      painted.push(...growing(container, text.slice(0, at + STEP)))
      if (at % (STEP * 16) > 0) continue
      // What a handler would start, and what a key would, starts nothing.
      app.start()
      expect(app.key({ key: 'n', mod: true, shift: false, alt: false, up: false, repeat: false, typing: false })).toBe(false)
      expect(app.phase.value).toBe('drawing')
      // A browser gives the focus to nothing that is inert; jsdom does.
      expect(document.activeElement === document.body || document.activeElement?.closest('[inert]') !== null).toBe(true)
      for (const element of document.body.querySelectorAll(FOCUSABLE)) expect(element.closest('[inert]') !== null).toBe(true)
      expect(findings(document.body)).toEqual([])
    }
    act(() => stream.end())
    expect(app.issues.value.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(app.phase.value).toBe('inert')
    expect(calls).toEqual([])
    const kept = painted.filter(([node]) => node.isConnected)
    for (const [node, before] of kept) expect(node.data.startsWith(before), `${before} → ${node.data}`).toBe(true)
    compared += kept.length
  })

  it('and enough of it was seen growing for that to mean something', () => {
    expect(compared).toBeGreaterThan(100)
  })

  it('[B68] nor does a press, where the browser lets one through', async () => {
    for (const [, text] of files) {
      const { stream, app, calls, container } = open()
      act(() => stream.push(text.slice(0, text.indexOf('"tests"') > 0 ? text.indexOf('"tests"') : -20)))
      const state = app.state()
      for (const element of container.querySelectorAll<HTMLElement>('button, a, input, [role=button], [role=gridcell]')) {
        act(() => element.click())
        if (element.closest('[draggable]')) await endDrag()
      }
      expect(calls).toEqual([])
      expect(app.state()).toEqual(state)
      expect(app.phase.value).toBe('drawing')
    }
  })

  it('[S7] links, sources, formulas and handlers count only once they are closed', () => {
    const { stream, container } = open()
    act(() => stream.push('{"blueprint":1,"app":{"name":"x"},"view":{"type":"Stack","children":[{"type":"Link","text":"go","href":"https://good.example'))
    expect(container.querySelector('a')).toBe(null)
    act(() => stream.push('.evil.example/"},{"type":"Image","alt":"x","src":"data:image/png;base64,aaaa'))
    expect(container.querySelector('a')?.getAttribute('href')).toBe('https://good.example.evil.example/')
    expect(container.querySelector('img')).toBe(null)
    act(() => stream.push('"},{"type":"Text","text":"Price: ${1 + 1'))
    expect(container.textContent).not.toContain('Price')
    act(() => stream.push('} €"},{"type":"Button","label":"Go","onPress":{"do":"toast","text":"x'))
    expect(container.textContent).toContain('Price: 2 €')
  })

  it('of what is repeated one row is drawn while it is written, and all of them once it has closed', () => {
    const { stream, container } = open()
    const list = '{"type":"List","each":"${[1, 2, 3]}","as":"one","children":[{"type":"Text","text":"Row ${one}"},{"type":"Button","label":"Go'
    act(() => stream.push(`{"blueprint":1,"app":{"name":"x"},"view":{"type":"Stack","children":[${list}`))
    expect([...container.querySelectorAll('li')].map(row => row.textContent)).toEqual(['Row 1Go'])
    act(() => stream.push('"}]}'))
    expect([...container.querySelectorAll('li')].map(row => row.textContent)).toEqual(['Row 1Go', 'Row 2Go', 'Row 3Go'])
  })

  it('[S29] hostile text leaves nothing in the page at any prefix', () => {
    const children = sample(markupPayloads(), 120).flatMap(payload => {
      const text = payload.slice(0, 300).replaceAll('${', '$${')
      return [
        { type: 'Text', text },
        { type: 'Link', text: 'go', href: text },
        { type: 'Button', label: text, icon: text },
      ]
    })
    const text = JSON.stringify({ blueprint: 1, app: { name: 'x' }, view: { type: 'Stack', children } })
    const { stream, container } = open()
    for (let at = 0; at < text.length; at += 509) {
      act(() => stream.push(text.slice(at, at + 509)))
      const bad = findings(container)
      if (bad.length > 0) expect(bad).toEqual([])
    }
  })

  it('[B4] a key that comes twice is refused, whatever was drawn of the first', () => {
    const { stream, app, calls } = open()
    act(() => stream.push('{"blueprint":1,"app":{"name":"x"},"view":{"type":"Text","text":"first"},"view":{"type":"Text","text":"second"}}'))
    act(() => stream.end())
    expect(app.phase.value).toBe('stopped')
    expect(app.issues.value.map(({ code }) => code)).toContain('duplicate-key')
    act(() => app.start())
    expect(calls).toEqual([])
  })

  it('[S7] nothing runs of a document that is refused', () => {
    const { stream, app, calls, container } = open()
    act(() =>
      stream.push(
        JSON.stringify({
          blueprint: 1,
          app: { name: 'x' },
          state: { n: 0 },
          view: { type: 'Stack', children: [{ type: 'Button', label: 'Go', onPress: { do: 'clipboard.copy', text: 'x' } }, { type: 'Nonsense' }] },
          effects: { e: { on: 'launch', do: { do: 'clipboard.copy', text: 'x' } } },
        }),
      ),
    )
    act(() => stream.end())
    act(() => app.start())
    expect(app.phase.value).toBe('stopped')
    act(() => container.querySelector('button')?.click())
    expect(calls).toEqual([])
  })
})
