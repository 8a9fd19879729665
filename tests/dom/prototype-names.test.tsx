import { act, fireEvent, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { catalog } from '../../components/index.ts'
import { createApp } from '../../engine/app/create-app.ts'
import { BlueprintView } from '../../engine/react/index.ts'
import { createBlueprintStream } from '../../engine/stream/blueprint-stream.ts'
import { createTestApp } from '../../engine/test-app.ts'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { parseJson } from '../../schema/json/parse-json.ts'
import { draw } from './draw.tsx'
import { findings } from './inert-dom.ts'
import { objectVectors } from './payloads.ts'
import { expectClean, own } from './pure-prototypes.ts'

const { keys, paths, json } = objectVectors()

afterEach(expectClean)

describe('[S9][B27] names that reach for the prototype', () => {
  const names = [...keys, ...paths, 'a.b', '', ' ', '0', '-1', '..', '$', '${x}']

  const sections: readonly (readonly [what: string, at: (name: string) => JsonObject])[] = [
    ['state entries', name => ({ state: own([[name, { type: 'any', init: { polluted: 1 } }]]) })],
    ['fields of the state', name => ({ state: { s: { type: 'any', init: own([[name, { polluted: 1 }]]) } } })],
    ['types of fields', name => ({ state: { s: { type: own([[name, 'text']]), init: own([[name, 'polluted']]) } } })],
    ['constants', name => ({ constants: own([[name, { polluted: 1 }]]) })],
    ['derived values', name => ({ derived: own([[name, '1']]) })],
    ['functions', name => ({ derived: own([[name, { params: own([[name, 'any']]), value: '1' }]]) })],
    ['data', name => ({ data: own([[name, { do: 'random.int', min: 1, max: 2 }]]) })],
    ['actions', name => ({ actions: own([[name, { params: own([[name, 'any']]), steps: [{ do: 'run', action: name, with: own([[name, 1]]) }] }]]) })],
    [
      'parts',
      name => ({
        parts: own([[name, { params: own([[name, 'any']]), view: { type: 'Text', text: 'x' } }]]),
        view: own([
          ['type', name],
          [name, 'polluted'],
        ]),
      }),
    ],
    ['pages', name => ({ pages: own([[name, { params: own([[name, 'any']]), view: { type: 'Text', text: 'x' } }]]) })],
    ['keys', name => ({ keys: own([[name, { do: 'toast', text: 'x' }]]) })],
    ['timers', name => ({ timers: own([[name, { every: '1s', do: { do: 'toast', text: 'x' } }]]) })],
    ['effects', name => ({ effects: own([[name, { on: 'launch', do: { do: 'toast', text: 'x' } }]]) })],
    ['strings', name => ({ strings: own([[name, own([[name, 'polluted']])]]) })],
    [
      'components',
      name => ({
        view: {
          type: 'Stack',
          children: [
            { type: name },
            own([
              ['type', 'Text'],
              [name, 'polluted'],
            ]),
          ],
        },
      }),
    ],
    ['names of items', name => ({ view: { type: 'Stack', each: '[1, 2]', as: name, key: name, children: [{ type: 'Text', text: '${item}' }] } })],
    ['tools', name => ({ effects: { e: { on: 'launch', do: { do: name } } } })],
    [
      'arguments',
      name => ({
        effects: {
          e: {
            on: 'launch',
            do: own([
              ['do', 'toast'],
              ['text', 'x'],
              [name, { polluted: 1 }],
            ]),
          },
        },
      }),
    ],
    [
      'results',
      name => ({
        effects: {
          e: {
            on: 'launch',
            do: [
              { do: 'random.int', min: 1, max: 2, out: name },
              { do: 'let', name, value: 1 },
            ],
          },
        },
      }),
    ],
    ['pages that are opened', name => ({ effects: { e: { on: 'launch', do: { do: 'go', page: name, params: own([[name, 1]]) } } } })],
    [
      'fields of a record that is written',
      name => ({
        state: { s: { type: 'any', init: {} } },
        effects: { e: { on: 'launch', do: { do: 'update', item: 's', with: own([[name, { polluted: 1 }]]) } } },
      }),
    ],
    [
      'columns and groups',
      name => ({
        state: {
          s: {
            type: 'any',
            init: [
              own([
                [name, 'x'],
                ['id', 1],
              ]),
            ],
          },
        },
        view: {
          type: 'Stack',
          children: [
            { type: 'Table', rows: '${s}', key: name, columns: [{ field: name, sortable: true }], footer: own([[name, '1']]) },
            { type: 'Board', items: 's', groupBy: name, columns: [{ value: name, label: name }] },
            { type: 'Chart', kind: 'bar', data: '${s}', x: name, y: name, series: name },
            { type: 'Tree', items: '${s}', label: name, nested: name, key: name },
          ],
        },
      }),
    ],
  ]

  it.each(sections)('as names of %s are refused, or are names like any other', (_, at) => {
    for (const name of names) {
      const document = { blueprint: 1, app: { name: 'Test' }, view: { type: 'Text', text: 'shown' }, ...at(name) }
      for (const trusted of [true, false]) {
        const { issues } = loadBlueprint(JSON.stringify(document), { trusted })
        expect(issues.filter(({ code }) => code === 'internal')).toEqual([])
      }
      expectClean()
      const { container, complaints, unmount } = draw(document)
      expect([...findings(globalThis.document.body), ...complaints], name).toEqual([])
      expect(container.textContent).not.toContain('could not be drawn')
      unmount()
      expectClean()
    }
  })

  it.each(['set', 'toggle', 'inc', 'reset', 'add', 'remove', 'update', 'move'])('as a path that %s writes to', async tool => {
    for (const name of names) {
      const app = createTestApp({
        state: { s: { type: 'any', init: {}, history: true }, list: { type: 'any', init: [{}], history: true }, name: { type: 'text', init: name } },
      })
      const written = [
        name,
        `s.${name}`,
        `s['${name}']`,
        's[name]',
        `s.${name}.polluted`,
        `list[0].${name}.polluted`,
        name.replaceAll('/', '.').replace(/^\./, ''),
      ]
      for (const path of written) {
        const record = { polluted: 1 }
        await app.run({ do: tool, path, to: path, from: path, in: path, item: path, where: 'true', value: record, with: record, by: 1, index: 0 })
        for (const place of [
          ['s', name],
          ['s', name, 'polluted'],
          [name, 'prototype', 'polluted'],
        ])
          app.app.write(place, record)
        app.app.undo()
        app.app.redo()
        expectClean()
        expect(app.value('s.polluted')).toBe(null)
      }
      expect(app.app.phase.value).toBe('running')
      app.app.dispose()
    }
  })

  it('as a field that is bound, in a repeat and outside of one', async () => {
    for (const name of names) {
      const { container, complaints, unmount } = draw({
        state: { s: { type: 'any', init: {} }, list: { type: 'any', init: [{ id: 1 }] } },
        view: {
          type: 'Stack',
          children: [
            { type: 'TextField', label: 'a', bind: `s.${name}` },
            { type: 'TextField', label: 'b', bind: name },
            { type: 'Stack', each: 'list', as: 'x', key: name, children: [{ type: 'TextField', label: 'c', bind: `x.${name}` }] },
          ],
        },
      })
      for (const input of container.querySelectorAll('input')) fireEvent.change(input, { target: { value: 'polluted' } })
      expect(complaints).toEqual([])
      unmount()
      expectClean()
    }
  })

  it('in what is taken back after its place has gone', async () => {
    const { value } = parseJson('{"__proto__":{"polluted":0}}')
    const app = createTestApp({ state: { s: { type: 'any', init: null, persist: true } } }, { persisted: { s: value ?? null } })
    await app.run([
      { do: 'set', path: "s['__proto__'].polluted", value: 1 },
      { do: 'toast', text: 'x', undo: true },
    ])
    expect(app.value("s['__proto__'].polluted")).toBe(1)
    await app.run({ do: 'set', path: 's', value: {} })
    app.toasts[0]?.undo?.()
    expectClean()
  })

  it('in what was kept, and in what another tab wrote', () => {
    for (const text of json) {
      const { value } = parseJson(text)
      for (const persist of [own([['s', value ?? null]]), (value ?? {}) as JsonObject]) {
        const app = createTestApp({ state: { s: { type: 'any', init: null, persist: true } } }, { persisted: persist })
        app.app.adopt(persist)
        expectClean()
        expect(app.value('s.polluted')).toBe(null)
        expect(Object.getPrototypeOf(app.app.state())).toBe(Object.prototype)
      }
    }
  })

  it('in the text of a document, as it streams and when it is read whole', () => {
    for (const text of json)
      for (const section of [
        'state',
        'constants',
        'derived',
        'data',
        'actions',
        'parts',
        'pages',
        'keys',
        'timers',
        'effects',
        'strings',
        'app',
        'view',
        'capabilities',
        'tests',
        'glance',
        '__proto__',
      ]) {
        const source = `{"blueprint":1,"app":{"name":"x"},"${section}":${text},"view":{"type":"Text","text":"shown"}}`
        const stream = createBlueprintStream()
        const app = createApp({ stream, ports: createTestApp({}).app.ports })
        const view = render(<BlueprintView app={app} catalog={catalog} />)
        act(() => stream.push(source))
        act(() => stream.end())
        expect(Object.getPrototypeOf(app.state())).toBe(Object.prototype)
        view.unmount()
        expectClean()
        expect(loadBlueprint(source).issues.every(({ code }) => code !== 'internal')).toBe(true)
      }
  })
})
