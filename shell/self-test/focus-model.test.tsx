import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installFocusModel } from './focus-model.ts'

type Realm = Window & typeof globalThis

let outside: HTMLInputElement
let frame: HTMLIFrameElement
let inside: Document

beforeEach(() => {
  outside = document.body.appendChild(document.createElement('input'))
  frame = document.body.appendChild(document.createElement('iframe'))
  inside = frame.contentDocument!
  installFocusModel(frame.contentWindow as Realm)
  outside.focus()
})
afterEach(() => {
  outside.remove()
  frame.remove()
})

function add<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Readonly<Record<string, string>> = {}): HTMLElementTagNameMap[K] {
  const element = inside.body.appendChild(inside.createElement(name))
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

/** What happens to the focus in the frame, in order, as `event of element, to or from element`. */
function record(): string[] {
  const log: string[] = []
  for (const type of ['blur', 'focusout', 'focus', 'focusin'])
    inside.addEventListener(
      type,
      event => {
        const related = (event as FocusEvent).relatedTarget as Element | null
        log.push(`${type} ${(event.target as Element).id} ${related?.id ?? '-'} (active: ${inside.activeElement?.id || inside.activeElement?.tagName})`)
      },
      true,
    )
  return log
}

describe('the focus of a test run', () => {
  it('never leaves where the person is', () => {
    const field = add('input')
    field.focus()
    expect(inside.activeElement).toBe(field)
    expect(document.activeElement).toBe(outside)
    field.blur()
    expect(inside.activeElement).toBe(inside.body)
    expect(document.activeElement).toBe(outside)
    expect(inside.hasFocus()).toBe(true)
  })

  it('tells of a move in the browser’s order, with who had it and who gets it', () => {
    const a = add('input', { id: 'a' })
    const b = add('button', { id: 'b' })
    a.focus()
    const log = record()
    b.focus()
    b.focus()
    expect(log).toEqual(['blur a b (active: BODY)', 'focusout a b (active: BODY)', 'focus b a (active: b)', 'focusin b a (active: b)'])
  })

  it('lets only focusout and focusin bubble', () => {
    const field = add('input')
    const bubbled: string[] = []
    for (const type of ['blur', 'focusout', 'focus', 'focusin']) inside.body.addEventListener(type, () => bubbled.push(type))
    field.focus()
    field.blur()
    expect(bubbled).toEqual(['focusin', 'focusout'])
  })

  it('goes where a listener sends it, and tells of that move alone', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(id => add('input', { id })) as [HTMLInputElement, HTMLInputElement, HTMLInputElement]
    a.focus()
    a.addEventListener('blur', () => c.focus())
    const log = record()
    b.focus()
    expect(inside.activeElement).toBe(c)
    expect(log.filter(line => / b /.test(line.slice(4)) && line.startsWith('focus'))).toEqual([])
    expect(log.at(-1)).toBe('focusin c - (active: c)')
  })

  it.each([
    ['a disabled field', 'input', { disabled: '' }],
    ['what cannot be focused', 'div', {}],
    ['a link to nowhere', 'a', {}],
    ['what lies beneath a dialog', 'button', { inert: '' }],
  ] as const)('is refused to %s', (_, name, attributes) => {
    const held = add('input')
    held.focus()
    add(name, attributes).focus()
    expect(inside.activeElement).toBe(held)
  })

  it.each([
    ['a region with tabindex', 'div', { tabindex: '-1' }],
    ['a link', 'a', { href: '#' }],
    ['editable text', 'div', { contenteditable: 'true' }],
  ] as const)('is had by %s', (_, name, attributes) => {
    const element = add(name, attributes)
    element.focus()
    expect(inside.activeElement).toBe(element)
  })

  it('is nowhere once its element is gone', () => {
    const field = add('input')
    field.focus()
    field.remove()
    expect(inside.activeElement).toBe(inside.body)
    const next = add('input', { id: 'next' })
    const log = record()
    next.focus()
    expect(log).toEqual(['focus next - (active: next)', 'focusin next - (active: next)'])
  })
})
