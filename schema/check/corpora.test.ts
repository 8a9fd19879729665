import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../tests/corpus.ts'
import { components } from '../generated/catalog.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { checkBlueprint } from './load-blueprint.ts'
import { checkNode } from './streamed-node.ts'

const readJson = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const isRefused = (node: Json): boolean => checkNode(node).some(issue => issue.severity === 'error')

/** What a browser would make of an address, whatever it is based on. */
function schemeOf(address: string): string | null {
  try {
    return new URL(address, 'https://base.example/').protocol
  } catch {
    return null
  }
}
const safe = new Set(['https:', 'http:', 'mailto:', 'tel:'])

const xss = corpus('xss')
describe.skipIf(xss === null)('[S29] script in addresses', () => {
  const lines = (folder: string): string[] =>
    readdirSync(folder)
      .filter(name => name.endsWith('.txt'))
      .flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))

  it('a link that is taken is one of the safe schemes', () => {
    const all = lines(xss as string)
    expect(all.length).toBeGreaterThan(5000)
    for (const href of all) {
      const written = href.replaceAll('${', '$ {')
      if (!isRefused({ type: 'Link', text: 'a', href: written })) expect([written, safe.has(schemeOf(written) ?? '')]).toEqual([written, true])
      if (!isRefused({ type: 'Image', alt: 'a', src: written })) expect([written, schemeOf(written)]).toEqual([written, 'https:'])
    }
  })
})

const safevalues = corpus('safevalues')
describe.skipIf(safevalues === null)('addresses and attributes that others test', () => {
  const folder = safevalues as string
  it('[S29] a link is taken only where a browser would find a safe scheme', () => {
    const vectors = ['url_test_vectors.json', 'javascript_url_sanitizer_test_vectors.json'].flatMap(name => {
      const file = readJson(folder, name) as Record<string, { input: string }[]>
      return Object.values(file).flat()
    })
    expect(vectors.length).toBeGreaterThan(80)
    for (const { input } of vectors)
      if (!isRefused({ type: 'Link', text: 'a', href: input })) expect([input, safe.has(schemeOf(input) ?? '')]).toEqual([input, true])
  })

  it('[S6] no HTML attribute passes through as a property', () => {
    const file = readJson(folder, 'attribute_contracts_test_vectors.json') as Record<string, { attributeName: string }[]>
    const names = new Set(Object.values(file).flatMap(list => list.map(entry => entry.attributeName)))
    names.add('dangerouslySetInnerHTML').add('ref').add('style').add('is').add('srcDoc').add('className')
    expect(names.size).toBeGreaterThan(90)
    const slots = { type: true, children: true, ...components.get('Spacer')?.slots }
    for (const name of names) if (!Object.hasOwn(slots, name)) expect([name, isRefused({ type: 'Spacer', [name]: 'x' })]).toEqual([name, true])
  })
})

const pollution = corpus('prototype-pollution')
it.skipIf(pollution === null)('[S9] prototype-pollution vectors are names like any other', () => {
  const vectors = readJson(pollution as string, 'own-pp-vectors.json')
  const pieces = Array.isArray(vectors) ? vectors : Object.values(vectors as object)
  expect(pieces.length).toBeGreaterThan(0)
  for (const piece of pieces) {
    for (const place of ['state', 'derived', 'view', 'actions', 'data', 'parts', 'constants', 'tests']) {
      const document: JsonObject = { blueprint: 1, app: { name: 'A' }, view: 'x', [place]: piece as Json }
      checkBlueprint(document)
      checkBlueprint(JSON.stringify(document))
    }
  }
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>).polluted).toBe(undefined)
})

const naughty = corpus('naughty-strings')
it.skipIf(naughty === null)('[S37] naughty strings are checked in every kind of slot without a throw', () => {
  for (const text of readJson(naughty as string, 'blns.json') as string[]) {
    const document: JsonObject = {
      blueprint: 1,
      app: { name: text, icon: text, theme: { accent: text } },
      capabilities: [{ use: text, why: text }],
      state: { [text]: text, a: { type: text, init: text } },
      derived: { d: text },
      view: {
        type: 'Stack',
        show: text,
        each: text,
        as: text,
        children: [text, { type: text }, { type: 'TextField', label: text, bind: text, onEnter: text }],
      },
      actions: { [text]: { do: text }, b: { do: 'http.get', url: text } },
      keys: { [text]: text },
      timers: { t: { every: text, do: text } },
    }
    expect(Array.isArray(checkBlueprint(document))).toBe(true)
    expect(checkBlueprint(JSON.stringify(document))).toEqual(checkBlueprint(JSON.stringify(document)))
  }
})
