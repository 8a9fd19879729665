import { cleanup } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { commonSlots } from '../../schema/generated/catalog.ts'
import type { Json } from '../../schema/json/json.ts'
import { type DrawnApp, draw } from './draw.tsx'
import { findings } from './inert-dom.ts'
import { expectClean, own } from './pure-prototypes.ts'
import { filledNode, standaloneComponents } from './slot-documents.ts'

afterEach(expectClean)

const elementLike = {
  $$typeof: 'Symbol(react.transitional.element)',
  type: 'div',
  key: null,
  ref: null,
  props: { dangerouslySetInnerHTML: { __html: '<img src=x onerror=alert(1)>' }, children: 'smuggled' },
  _owner: null,
  _store: {},
}

/** Plain data that something might take for more, and plain data that is not what a slot asks for. */
const oddities: readonly Json[] = [
  elementLike,
  { ...elementLike, $$typeof: 'Symbol(react.element)' },
  { $$typeof: 'Symbol(react.lazy)', _payload: { _status: -1 }, _init: 'x' },
  { $$typeof: 'Symbol(react.portal)', containerInfo: {}, children: [elementLike] },
  { then: 'x' },
  { then: { x: 1 } },
  { toJSON: 'x', toString: 1, valueOf: 2 },
  { nodeType: 1, nodeName: 'SCRIPT', ownerDocument: {}, innerHTML: '<b>' },
  { current: {}, ref: 'x', key: 'y' },
  { length: 1e9 },
  { constructor: { name: 'Symbol' }, __html: '<b>x</b>' },
  own([['__proto__', { polluted: 1 }]]),
  [elementLike, [elementLike], null, [[[[]]]]],
  [{ then: 'x' }, { toJSON: 'x' }, 7, 'text', null, true],
  {},
  [],
  null,
  -1,
  1e308,
  '',
  true,
]

function expectHarmless({ complaints, container }: DrawnApp, what: string): void {
  expect([...findings(document.body), ...complaints], what).toEqual([])
  expect(container.querySelector('[role=alert] button')?.parentElement?.textContent ?? null, what).toBe(null)
  expect(container.textContent, what).not.toContain('[object')
}

describe('[S10] a value is data, whatever it looks like', () => {
  const state = { odd: { type: 'any', init: null, persist: true } } as const

  it.each(standaloneComponents.map(spec => [spec.name, spec] as const))('in every slot of %s at once, at any depth', (_, spec) => {
    for (const odd of oddities) {
      const drawn = draw(
        {
          state,
          view: filledNode(
            spec,
            () => '${odd}',
            () => '${odd}',
          ),
        },
        { persisted: { odd } },
      )
      expectHarmless(drawn, JSON.stringify(odd))
      cleanup()
    }
  })

  it.each(standaloneComponents.map(spec => [spec.name, spec] as const))('in each slot of %s alone', (_, spec) => {
    for (const [name, { kind, engine }] of Object.entries(spec.slots)) {
      if (engine || !['plain', 'formula', 'path'].includes(kind) || (Object.hasOwn(commonSlots, name) && spec.name !== 'Stack')) continue
      for (const odd of [[elementLike, { then: 'x' }], { then: 'x', toString: 1 }]) {
        const raw = kind === 'plain' ? '${odd}' : 'odd'
        const drawn = draw({ state, view: { ...filledNode(spec, () => 'x'), [name]: raw } }, { persisted: { odd } })
        expectHarmless(drawn, `${name}: ${JSON.stringify(odd)}`)
        cleanup()
      }
    }
  })

  it('a repeat over it draws its elements as data', () => {
    for (const odd of oddities) {
      const view = {
        type: 'Stack',
        each: 'odd',
        as: 'x',
        children: [
          { type: 'Text', text: '${x}' },
          { type: 'Heading', text: 'x: ${x.props.children} ${x.type}' },
        ],
      }
      expectHarmless(draw({ state: { odd: { type: 'any', init: null, persist: true } }, view }, { persisted: { odd } }), JSON.stringify(odd))
      cleanup()
    }
  })
})
