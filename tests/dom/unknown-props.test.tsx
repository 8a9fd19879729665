import { cleanup } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ComponentSpec } from '../../schema/catalog.ts'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { draw } from './draw.tsx'
import { findings } from './inert-dom.ts'
import { attributeNames } from './payloads.ts'
import { filledNode, standaloneComponents } from './slot-documents.ts'

/** What React, its DOM or a component library below would act on. */
const REACT_NAMES = `dangerouslySetInnerHTML innerHTML outerHTML textContent ref is srcDoc srcdoc srcSet style className class classNames styles css sx
  onClick onclick onError onMouseOver onFocus onLoad onBlur onToggle formAction action xlinkHref xmlns contentEditable suppressContentEditableWarning
  defaultValue defaultChecked autoFocus tabIndex draggable portal container UNSAFE_className UNSAFE_style asChild component render elementType
  htmlFor form target rel download ping referrerPolicy http-equiv nonce popover popoverTarget inert hidden part slotProps __proto__ constructor $$typeof then toJSON`
  .trim()
  .split(/\s+/)

const MARK = 'smuggled-value'
const values: readonly Json[] = [
  MARK,
  { __html: `<b class="${MARK}">x</b>` },
  { backgroundImage: `url(https://evil.example/${MARK})`, position: 'fixed' },
  [MARK],
]

const names = [...new Set([...attributeNames(), ...REACT_NAMES])]

/** Those that are no property of the component, nor a slip that is put right. */
function unknownTo(spec: ComponentSpec): readonly string[] {
  return names.filter(name => !Object.hasOwn(spec.slots, name) && !Object.hasOwn(spec.aliases ?? {}, name) && name !== 'type' && name !== 'children')
}

/** With own properties, whatever they are called. */
function withProperty(node: JsonObject, name: string, value: Json): JsonObject {
  return Object.defineProperty({ ...node }, name, { value, enumerable: true, configurable: true, writable: true })
}

describe('[S6][B3] a property that a component does not have', () => {
  it.each(standaloneComponents.map(spec => [spec.name, spec] as const))('of %s is refused by the check', (_, spec) => {
    const unknown = unknownTo(spec)
    let view = filledNode(spec, () => 'x')
    for (const name of unknown) view = withProperty(view, name, MARK)
    for (const trusted of [true, false]) {
      const { issues } = loadBlueprint({ blueprint: 1, app: { name: 'Test' }, view }, { trusted })
      const refused = new Set(issues.filter(({ severity, code }) => severity === 'error' && code === 'unknown-property').map(({ at }) => at))
      const missed = unknown.filter(name => !refused.has(`/view/${name.replaceAll('/', '~1')}`))
      // What the check puts right is known under another name.
      const put = new Set(issues.filter(({ severity }) => severity === 'note').map(({ at }) => at.split('/').at(-1)))
      expect(missed.filter(name => !(trusted && put.has(name)))).toEqual([])
    }
  })

  it.each(standaloneComponents.map(spec => [spec.name, spec] as const))('of %s never reaches the page, even unchecked', (_, spec) => {
    const plain = draw({ view: filledNode(spec, () => 'x') })
    const expected = normal(plain.container.innerHTML)
    cleanup()
    for (const value of values) {
      let view = filledNode(spec, () => 'x')
      for (const name of unknownTo(spec)) view = withProperty(view, name, value)
      const { container, complaints } = draw({ view })
      expect([...findings(document.body), ...complaints]).toEqual([])
      expect(document.body.innerHTML).not.toContain(MARK)
      expect(normal(container.innerHTML)).toBe(expected)
      cleanup()
    }
  })
})

describe('[S30] looks are tokens', () => {
  const looks = [
    'url(https://evil.example/x)',
    'red;background:url(//evil.example)',
    'expression(alert(1))',
    '@import "//evil"',
    'position:fixed;inset:0',
    '0;}*{display:none',
    'var(--x)',
    '-1',
    '1e9',
    'fixed inset-0 z-50',
    1e308,
    -1e308,
    { position: 'fixed' },
    ['fixed'],
  ]

  it.each(standaloneComponents.map(spec => [spec.name, spec] as const))('of %s: what is no token styles nothing', (_, spec) => {
    const slots = Object.entries(spec.slots).filter(
      ([name, { engine, kind, type, format }]) =>
        !engine && kind === 'plain' && (type !== 'text' || format === 'color' || /ratio|width|height|color/.test(name)),
    )
    for (const look of looks) {
      const view = {
        ...filledNode(spec, () => 'x'),
        ...Object.fromEntries(
          slots.map(([name, { type }]) => [name, type === 'list' ? ['${look}', { color: '${look}', width: '${look}', fill: '${look}' }] : '${look}']),
        ),
      }
      const { complaints } = draw({ state: { look: { type: 'any', init: null, persist: true } }, view }, { persisted: { look } })
      const found = [...findings(document.body), ...complaints]
      for (const element of document.body.querySelectorAll('[style], [class]'))
        if (/evil|expression|@import|inset-0|\}\*/.test(`${element.getAttribute('style')} ${element.getAttribute('class')}`))
          found.push(element.outerHTML.slice(0, 300))
      expect(found, JSON.stringify(look)).toEqual([])
      cleanup()
    }
  })

  it('of the app too', () => {
    for (const look of looks)
      for (const key of ['accent', 'preset', 'mode', 'density', 'radius', 'ground', 'font', 'unknown']) {
        const stream = draw({ app: { name: 'x', theme: { [key]: look } as JsonObject }, view: { type: 'Text', text: 'x' } })
        expect([...findings(document.body), ...stream.complaints]).toEqual([])
        expect(stream.container.innerHTML).not.toMatch(/evil|expression|@import|inset-0/)
        cleanup()
      }
  })
})

/** Without the ids that are new each time. */
function normal(html: string): string {
  return html.replaceAll(/(?:react-aria|recharts)[\w:«»-]+|cy-tip-\d+|_r_\w+_|«\w+»|:r\w+:/g, 'ID')
}
