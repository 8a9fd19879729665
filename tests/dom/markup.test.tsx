import { readFileSync } from 'node:fs'
import { act, cleanup, fireEvent } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { canReadMarkdown } from '../../components/Markdown/can-read.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { corpus } from '../corpus.ts'
import { type DrawnApp, draw, settle } from './draw.tsx'
import { findings } from './inert-dom.ts'
import { addressPayloads, markdownPayloads, markupPayloads, sample } from './payloads.ts'
import { filledNode, standaloneComponents, type TextSource } from './slot-documents.ts'

const addresses = addressPayloads()
const markup = markupPayloads()
const markdown = markdownPayloads()

/** Text that is not to be computed: a `${` in a payload stands as it is. */
const literal = (text: string): string => text.replaceAll('${', '$${')

/** Each payload in turn, over and over; counts what it gave. */
function inTurn(payloads: readonly string[], write: (text: string) => Json): { readonly text: TextSource; readonly written: () => number } {
  let next = 0
  return { text: () => write(payloads[next++ % payloads.length] ?? ''), written: () => next }
}

function expectNothing({ complaints, container }: DrawnApp): void {
  expect([...findings(document.body), ...complaints]).toEqual([])
  expect(container.querySelector('.cy-fault-tile, [class*=fault]')?.textContent ?? null).toBe(null)
}

beforeAll(async () => {
  // What is loaded when it is first shown is loaded now, so that every drawing is whole.
  await Promise.all([import('../../components/Markdown/MarkdownText.tsx'), import('../../components/Icon/every-icon.ts')])
  draw({
    view: {
      type: 'Stack',
      children: [
        { type: 'Markdown', text: 'x' },
        { type: 'Icon', name: 'origami' },
      ],
    },
  })
  await settle()
})

describe('[S29] hostile text in every slot of every component', () => {
  const sets: readonly (readonly [name: string, payloads: readonly string[]])[] = [
    ['markup', markup],
    ['addresses', addresses],
    ['Markdown', sample(markdown, 400)],
  ]

  it.each(sets)('%s leaves nothing in the page that runs, loads or leads elsewhere', (_, payloads) => {
    const { text, written } = inTurn(payloads, literal)
    do {
      for (const spec of standaloneComponents) {
        expectNothing(draw({ view: filledNode(spec, text) }))
        cleanup()
      }
    } while (written() < payloads.length)
  })

  it.each(sets)('[B22] %s out of the state neither, however it gets there', (_, payloads) => {
    let hostile: string[] = []
    const { text, written } = inTurn(sample(payloads, 800), payload => `\${evil[${hostile.push(payload) - 1}]}`)
    do {
      for (const spec of standaloneComponents) {
        hostile = []
        const view = filledNode(spec, text)
        expectNothing(draw({ state: { evil: { type: ['text'], persist: true, init: [] } }, view }, { persisted: { evil: hostile } }))
        cleanup()
      }
    } while (written() < payloads.length && written() < 800)
  })

  it('nor does what opens when everything is pressed', async () => {
    const { text } = inTurn(sample(markup, 997), literal)
    for (const spec of standaloneComponents) {
      const drawn = draw({ view: filledNode(spec, text) })
      for (const element of document.body.querySelectorAll('button, [role=button], [role=tab], [role=row], input[type=checkbox], input[type=radio]')) {
        if (!element.isConnected) continue
        act(() => void fireEvent.click(element))
        expect(findings(document.body)).toEqual([])
      }
      await settle(1)
      expectNothing(drawn)
      cleanup()
    }
  })
})

describe('[S29] text is shown as text', () => {
  it('in every slot that is painted while it streams', () => {
    const { text } = inTurn(sample(markup, 3001), literal)
    for (const spec of standaloneComponents)
      for (const [name, slot] of Object.entries(spec.slots)) {
        if (!slot.grows || spec.name === 'Markdown') continue
        const payload = String(text(slot))
        const { container } = draw({ view: { ...filledNode(spec, () => 'plain'), hideLabel: false, ariaLabel: null, [name]: payload } })
        const shown = [
          document.body.textContent ?? '',
          ...[...document.body.querySelectorAll('*')].flatMap(element => [...element.attributes].map(({ value }) => value)),
        ]
        const wanted = payload.replaceAll('$${', '${')
        expect(
          shown.some(value => value.includes(wanted)),
          `${spec.name}.${name}: ${wanted}`,
        ).toBe(true)
        expect(container.textContent).not.toContain('[object')
        cleanup()
      }
  })
})

describe('[S29][S55][S56] addresses', () => {
  const every = [...addresses, ...sample(markup, 1500)]

  it('a link leads to https, mail or a telephone, or is no link', () => {
    for (let start = 0; start < every.length; start += 200) {
      const links: JsonObject[] = every.slice(start, start + 200).map(href => ({ type: 'Link', href: literal(href), text: 'go' }))
      const rows = every.slice(start, start + 200).map((href, index) => ({ id: String(index), href }))
      expectNothing(draw({ view: { type: 'Stack', children: links } }))
      cleanup()
      expectNothing(draw({ constants: { rows }, view: { type: 'Table', rows: '${rows}', columns: [{ field: 'href', format: 'link' }] } }))
      cleanup()
    }
  })

  it('agrees with the policy that was written for the vectors', () => {
    const folder = corpus('own')
    if (folder === null) return
    const { vectors } = JSON.parse(readFileSync(`${folder}/url-scheme-vectors.json`, 'utf8')) as {
      vectors: { input: string; parsedProtocol: string; proposeAllowHref: boolean }[]
    }
    for (const { input, parsedProtocol, proposeAllowHref } of vectors) {
      const { container } = draw({ view: { type: 'Link', href: literal(input), text: 'go' } })
      const link = container.querySelector('a')
      if (!proposeAllowHref) expect(link, input).toBe(null)
      // Allowed there against a base, which an app does not have: what is absolute and of that scheme remains.
      if (link) expect(link.protocol.replace('http:', 'https:'), input).toBe(parsedProtocol.replace('http:', 'https:'))
      cleanup()
    }
  })

  it('[S31][S55] a picture is one of this page, or none', () => {
    const sources = [
      ...every,
      'https://evil.example/pixel.gif',
      '//evil.example/p',
      '/frame',
      'blob:https://evil.example/1',
      'data:image/svg+xml,<svg onload=alert(1)>',
    ]
    for (let start = 0; start < sources.length; start += 100) {
      const children = sources.slice(start, start + 100).flatMap((src): JsonObject[] => [
        { type: 'Image', src: literal(src), alt: 'x' },
        { type: 'Avatar', src: literal(src), name: 'x' },
        { type: 'Card', cover: literal(src) },
        { type: 'Scene', width: 9, height: 9, label: 'x', shapes: [{ kind: 'image', x: 0, y: 0, w: 9, h: 9, src: literal(src) }] },
        { type: 'Markdown', text: `![x](<${literal(src)}>)` },
      ])
      expectNothing(draw({ view: { type: 'Stack', children } }))
      cleanup()
    }
  })

  it.each([
    ['Video', 'src'],
    ['Audio', 'src'],
    ['Hero', 'image'],
  ])('[S31][S55] what a %s shows is of this page, or nothing', (type, property) => {
    const sources = [...every, 'https://evil.example/film.mp4', '//evil.example/p', '/frame', 'data:text/html;base64,AAAA', 'data:audio/mpeg;base64,AAAA']
    for (let start = 0; start < sources.length; start += 200) {
      const children = sources.slice(start, start + 200).map((src): JsonObject => ({ type, label: 'x', title: 'x', [property]: literal(src) }))
      expectNothing(draw({ view: { type: 'Stack', children } }))
      cleanup()
    }
  })

  it('[S29][S57] no text becomes the address of a frame', () => {
    for (let start = 0; start < every.length; start += 200) {
      const children = every.slice(start, start + 200).map((src): JsonObject => ({ type: 'Frame', src, title: literal(src) }))
      expectNothing(draw({ view: { type: 'Stack', children } }))
      cleanup()
    }
  })

  it('Markdown is React nodes without raw HTML', () => {
    const texts = [...markdown, ...sample(markup, 1500), ...addresses.flatMap(href => [`[a](${href})`, `<${href}>`, `[a]\n\n[a]: <${href}>`, href])]
    for (let start = 0; start < texts.length; start += 100) {
      expectNothing(draw({ view: { type: 'Stack', children: texts.slice(start, start + 100).map(text => ({ type: 'Markdown', text: literal(text) })) } }))
      cleanup()
    }
  })

  it('[S38] no Markdown makes the page stand still', () => {
    const fill = (pattern: string) => pattern.repeat(Math.floor(49_000 / pattern.length))
    const indented = Array.from({ length: 250 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')
    const quoted = Array.from({ length: 300 }, (_, depth) => `${'> '.repeat(depth)}a`).join('\n')
    const slowest = { text: '', ms: 0 }
    for (const text of [
      ...['1. ', '> ', '>', '- ', '**a', '[', '![', '`', '<', '|a|\n|-|\n', 'a@', '[a](', '[a]: b\n', '\\', '<!--'].map(fill),
      indented,
      quoted,
    ]) {
      const started = performance.now()
      draw({ view: { type: 'Markdown', text } })
      const ms = performance.now() - started
      if (ms > slowest.ms) Object.assign(slowest, { text: text.slice(0, 20), ms })
      cleanup()
    }
    console.log(`The slowest Markdown, ${JSON.stringify(slowest.text)}, took ${Math.round(slowest.ms)} ms.`)
    // What a reader's time would grow with the square of is not read at all.
    for (const text of [fill('> '), fill('**a'), fill('_a '), fill('[a]('), '> '.repeat(21), 'x'.repeat(50_001)])
      expect(canReadMarkdown(text), text.slice(0, 20)).toBe(false)
    for (const text of ['**a** _b_', '> > > quote', '- a\n  - b\n    - c', fill('a ')]) expect(canReadMarkdown(text), text.slice(0, 20)).toBe(true)
  }, 60_000)
})
