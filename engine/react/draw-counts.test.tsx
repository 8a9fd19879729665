/** The rules of engine/SPEC.md, as data: what is drawn for what. */
import { readFileSync } from 'node:fs'
import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { JsonObject, Path } from '../../schema/json/json.ts'
import { createApp } from '../app/create-app.ts'
import { createBlueprintStream } from '../stream/blueprint-stream.ts'
import { createTestApp, type TestApp } from '../test-app.ts'
import { BlueprintView } from './BlueprintView.tsx'
import type { ComponentCatalog } from './catalog-contract.ts'

let drawn: string[] = []

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode }

/** Each writes down that it was drawn, and what it showed. */
const components: Record<string, (props: Props) => ReactNode> = {
  Stack({ children }) {
    drawn.push('Stack')
    return <div>{children}</div>
  },
  Card({ title, children }) {
    drawn.push(`Card ${String(title ?? '')}`)
    return <section>{children}</section>
  },
  Text({ text }) {
    drawn.push(`Text ${String(text ?? '')}`)
    if (text === 'throw') throw new Error('cannot')
    return <p>{String(text ?? '')}</p>
  },
  Button({ label }) {
    drawn.push(`Button ${String(label ?? '')}`)
    if (label === 'throw') throw new Error('cannot')
    return <b>{String(label ?? '')}</b>
  },
  TextField({ label, value, onChange }) {
    drawn.push(`TextField ${String(value ?? '')}`)
    return (
      <input aria-label={String(label)} value={String(value ?? '')} onChange={event => (onChange as (event: object) => void)({ value: event.target.value })} />
    )
  },
}

const catalog: ComponentCatalog = {
  get: name => (Object.hasOwn(components, name) ? components[name] : undefined),
  Root: ({ children }) => <main>{children}</main>,
  FaultTile({ title }) {
    drawn.push(`tile ${title}`)
    return <i>{title}</i>
  },
  Pending: () => null,
}

interface Case {
  readonly rule: string
  readonly what: string
  readonly sections: JsonObject
  /** What is done to the running app. */
  readonly when: (test: TestApp) => void
  /** What is then drawn, in any order. */
  readonly draws: readonly string[]
}

const text = (formula: string): JsonObject => ({ type: 'Text', text: formula })
const stack = (...children: (JsonObject | string)[]): JsonObject => ({ type: 'Stack', children })
const rows = ['a', 'b', 'c'].map((id, index) => ({ id, n: index }))
const list = { rows: { type: [{ id: 'text', n: 'number' }], init: rows } }
const repeat = (inner: string) => ({ type: 'Stack', each: 'rows', as: 'row', children: [text(inner)] })
const write =
  (path: Path, value: unknown) =>
  ({ app }: TestApp) =>
    app.write(path, value as never)
const many = Array.from({ length: 100 }, (_, index) => text(`\${leaves[${index}]}`))

const cases: readonly Case[] = [
  {
    rule: 'E4',
    what: 'one leaf among a hundred draws itself',
    sections: { state: { leaves: { type: ['number'], init: Array.from({ length: 100 }, () => 0) } }, view: stack(...many) },
    when: write(['leaves', 70], 5),
    draws: ['Text 5'],
  },
  {
    rule: 'E4',
    what: 'a keystroke draws its field and what reads it',
    sections: {
      state: { draft: '', other: '' },
      view: stack({ type: 'TextField', label: 'Draft', bind: 'draft' }, text('You: ${draft}'), text('Other: ${other}')),
    },
    when: write(['draft'], 'x'),
    draws: ['TextField x', 'Text You: x'],
  },
  {
    rule: 'E5',
    what: 'a derived value that stays the same draws nothing',
    sections: { state: { n: 1 }, derived: { big: '${n > 10}' }, view: stack(text('${big}'), text('${n % 2}')) },
    when: write(['n'], 3),
    draws: [],
  },
  {
    rule: 'E5',
    what: 'what handles events, or is drawn in a slot, is the same as long as its component is',
    sections: {
      state: { n: 1 },
      view: stack({ type: 'Button', label: "${n > 10 ? 'many' : 'few'}", onPress: { do: 'inc', path: 'n' } }),
    },
    when: write(['n'], 3),
    draws: [],
  },
  {
    rule: 'E6',
    what: 'two steps are one drawing',
    sections: { state: { n: 0, m: 0 }, view: stack(text('${n} ${m}')) },
    when: ({ app }) =>
      app.run(
        [
          { do: 'inc', path: 'n' },
          { do: 'inc', path: 'm' },
        ],
        app.names,
        {},
      ),
    draws: ['Text 1 1'],
  },
  {
    rule: 'E7',
    what: 'an appended row draws itself',
    sections: { state: list, view: repeat('${row.n}') },
    when: ({ app }) => app.run({ do: 'add', to: 'rows', item: { id: 'd', n: 9 } }, app.names, {}),
    draws: ['Text 9'],
  },
  { rule: 'E7', what: 'a changed row draws itself', sections: { state: list, view: repeat('${row.n}') }, when: write(['rows', 1, 'n'], 9), draws: ['Text 9'] },
  {
    rule: 'E7',
    what: 'a removed row draws nothing',
    sections: { state: list, view: repeat('${row.n}') },
    when: write(['rows'], [rows[0], rows[2]]),
    draws: [],
  },
  {
    rule: 'E7',
    what: 'another order draws nothing',
    sections: { state: list, view: repeat('${row.n}') },
    when: write(['rows'], [...rows].reverse()),
    draws: [],
  },
  {
    rule: 'E7',
    what: 'another order draws what shows its place',
    sections: { state: list, view: repeat('${index}: ${row.id}') },
    when: write(['rows'], [rows[0], rows[2], rows[1]]),
    draws: ['Text 1: c', 'Text 2: b'],
  },
  {
    rule: 'E8',
    what: 'what is hidden is not drawn when it changes',
    sections: { state: { n: 0, on: false }, view: stack({ ...text('${n}'), show: '${on}' }) },
    when: write(['n'], 1),
    draws: [],
  },
  {
    rule: 'E10',
    what: 'a component that throws becomes a tile, and its neighbours stay',
    sections: { state: { word: 'fine' }, view: stack({ type: 'Button', label: '${word}' }, text('beside')) },
    when: write(['word'], 'throw'),
    // React tries what throws a second time before it gives up, and draws what stands in its place as often.
    draws: ['Button throw', 'Button throw', 'tile Button', 'tile Button'],
  },
  {
    rule: 'E10',
    what: 'so does a text, and what it stands in is not drawn again',
    sections: { state: { word: 'fine' }, view: { type: 'Card', title: 'round it', children: [text('${word}'), text('beside')] } },
    when: write(['word'], 'throw'),
    draws: ['Text throw', 'Text throw', 'tile Text', 'tile Text'],
  },
]

describe('a running app', () => {
  for (const { rule, what, sections, when, draws } of cases)
    it(`[${rule}] ${what}`, () => {
      const test = createTestApp(sections)
      render(<BlueprintView app={test.app} catalog={catalog} />)
      drawn = []
      act(() => when(test))
      expect(drawn.toSorted()).toEqual(draws.toSorted())
    })

  it('[E10] a tile goes away when what was thrown of changes, and comes back with it', () => {
    const { app } = createTestApp({ state: { word: 'fine' }, view: stack({ type: 'Button', label: '${word}' }) })
    const { container } = render(<BlueprintView app={app} catalog={catalog} />)
    for (const [word, shown] of [
      ['throw', '<i>Button</i>'],
      ['well', '<b>well</b>'],
      ['throw', '<i>Button</i>'],
    ] as const) {
      act(() => app.write(['word'], word))
      expect(container.innerHTML).toContain(shown)
    }
  })

  it('[E7] what the browser made for a row goes with it', () => {
    const test = createTestApp({ state: list, view: repeat('${row.id}') })
    const { container } = render(<BlueprintView app={test.app} catalog={catalog} />)
    const before = [...container.querySelectorAll('p')]
    act(() => test.app.write(['rows'], [...rows].reverse() as never))
    expect([...container.querySelectorAll('p')]).toEqual(before.toReversed())
  })

  it('[E5] computes a list’s formula once for a change, however many read it', async () => {
    const test = createTestApp({
      state: list,
      derived: { total: "${sum(rows, 'n')}" },
      view: stack(...Array.from({ length: 20 }, (_, at) => text(`\${total} ${at}`))),
    })
    render(<BlueprintView app={test.app} catalog={catalog} />)
    drawn = []
    act(() => test.app.write(['rows', 0, 'n'], 10))
    expect(drawn).toHaveLength(20)
    expect(new Set(drawn.map(line => line.split(' ')[1]))).toEqual(new Set(['13']))
  })

  it('[E9] draws nothing while its window is hidden, and once when it is shown', () => {
    const test = createTestApp({ state: { n: 0 }, view: stack(text('${n}')) })
    render(<BlueprintView app={test.app} catalog={catalog} />)
    act(() => test.app.setVisible(false))
    drawn = []
    for (const n of [1, 2, 3]) act(() => test.app.write(['n'], n))
    expect(drawn).toEqual([])
    act(() => test.app.setVisible(true))
    expect(drawn).toEqual(['Text 3'])
  })
})

describe('a document that arrives', () => {
  const view = {
    type: 'Stack',
    children: Array.from({ length: 40 }, (_, card) => ({ type: 'Card', title: `${card}`, children: [{ type: 'Text', text: `text ${card}` }] })),
  }
  const document = JSON.stringify({ blueprint: 1, app: { name: 'Stream' }, view })

  function open() {
    const frames: (() => void)[] = []
    const stream = createBlueprintStream({ nextFrame: run => void frames.push(run) })
    const { app } = createTestApp({})
    const streamed = createApp({ stream, ports: app.ports })
    render(<BlueprintView app={streamed} catalog={catalog} />)
    drawn = []
    const push = (piece: string) => act(() => stream.push(piece))
    return {
      stream,
      push,
      streamed,
      frame: () =>
        act(() => {
          for (const run of frames.splice(0)) run()
        }),
    }
  }

  it('[E1] draws a component when it begins, when it is complete, and in between once a frame', () => {
    const { push, frame } = open()
    push('{"blueprint":1,"app":{"name":"Stream"},"view":{"type":"Stack","children":[{"type":"Text",')
    frame()
    drawn = []
    for (const piece of ['"text":"o', 'n', 'e', ' and']) push(piece)
    expect(drawn.filter(line => line.startsWith('Text'))).toEqual(['Text o'])
    frame()
    expect(drawn.filter(line => line.startsWith('Text'))).toEqual(['Text o', 'Text one and'])
    push(' two"}')
    expect(drawn.filter(line => line.startsWith('Text')).slice(2)).toEqual(['Text one and two'])
  })

  it('[E2] does not draw what is complete because of what comes after it', () => {
    const { push } = open()
    const end = document.indexOf('"title":"20"')
    push(document.slice(0, end))
    drawn = []
    for (let at = end; at < document.length - 1; at += 16) push(document.slice(at, at + 16))
    const early = drawn.filter(line => /^(?:Card|Text text) (?:1?\d)$/.test(line))
    expect(early).toEqual([])
    expect(drawn).toContain('Text text 39')
  })

  it('[E2] does not draw what components stand in for each of them, but for each group', () => {
    const { push } = open()
    const texts = Array.from({ length: 70 }, (_, at) => JSON.stringify(text(`text ${at}`)))
    push('{"blueprint":1,"app":{"name":"Stream"},"view":{"type":"Stack","children":[')
    drawn = []
    for (const one of texts) push(`${one},`)
    expect(drawn.filter(line => line === 'Stack')).toHaveLength(3)
    expect(drawn.filter(line => line !== 'Stack').toSorted()).toEqual(texts.map((_, at) => `Text text ${at}`).toSorted())
  })

  it('[E1] draws what has begun with the next frame, also in a repeat and in the use of a part', () => {
    const part = '"parts":{"Box":{"view":{"type":"Stack","children":[{"type":"Slot"}]}}},'
    for (const around of ['{"type":"Stack",', '{"type":"Stack","each":"[1,2]",', '{"type":"Box",']) {
      const { push, frame } = open()
      push(`{"blueprint":1,"app":{"name":"Stream"},${part}"view":${around}"children":[{"type":"Text","text":"a"}`)
      frame()
      drawn = []
      push(',{"type":"Text","text":"b')
      frame()
      expect(drawn, around).toContain('Text b')
    }
  })

  it('[E3] does not draw anew what the checked document shares with the streamed one', () => {
    const { push, stream, streamed } = open()
    push(document.slice(0, -1))
    drawn = []
    push('}')
    act(() => stream.end())
    expect(streamed.phase.value).toBe('inert')
    expect(drawn.filter(line => line !== 'Stack')).toEqual([])
  })
})

it('holds each rule of engine/SPEC.md, and no other', () => {
  const read = (path: string) => readFileSync(`${import.meta.dirname}/${path}`, 'utf8')
  const stated = [...read('../SPEC.md').matchAll(/\*\*(E\d+)\*\*/g)].map(([, rule]) => rule)
  const held = [...read('draw-counts.test.tsx').matchAll(/(?:rule: '|\[)(E\d+)/g)].map(([, rule]) => rule)
  expect(new Set(held)).toEqual(new Set(stated))
  expect(stated).toHaveLength(10)
})
