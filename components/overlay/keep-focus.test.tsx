import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFocus } from './keep-focus.ts'

let stop: () => void
let root: HTMLElement
let overlays: HTMLElement
const frames = async (): Promise<void> => {
  for (let frame = 0; frame < 3; frame++) await new Promise<void>(resolve => requestAnimationFrame(() => resolve()))
}
const focusedId = (): string | null => document.activeElement?.id ?? null
const at = (id: string): HTMLElement => document.getElementById(id)!

beforeEach(() => {
  root = document.createElement('div')
  root.id = 'root'
  root.tabIndex = -1
  document.body.append(root)
  const list = root.appendChild(document.createElement('ul'))
  for (const name of ['a', 'b', 'c']) {
    const row = list.appendChild(document.createElement('li'))
    row.id = name
    for (const what of ['open', 'delete']) row.append(Object.assign(document.createElement('button'), { id: `${name} ${what}` }))
  }
  root.append(Object.assign(document.createElement('button'), { id: 'after' }))
  overlays = root.appendChild(document.createElement('div'))
  stop = keepFocus(root, overlays)
})
afterEach(() => {
  stop()
  root.remove()
})

describe('the focus', () => {
  it('goes from a row that is taken away to the same button of the next one, at the end to that of the one before', async () => {
    at('b delete').focus()
    at('b').remove()
    await frames()
    expect(focusedId()).toBe('c delete')
    at('c').remove()
    await frames()
    expect(focusedId()).toBe('a delete')
  })

  it('goes to what stands after the list where it was the last row', async () => {
    at('b').remove()
    at('c').remove()
    at('a open').focus()
    at('a').remove()
    await frames()
    expect(focusedId()).toBe('after')
  })

  it('goes to the root where nothing is left', async () => {
    at('after').focus()
    root.replaceChildren()
    await frames()
    expect(focusedId()).toBe('root')
  })

  it('stays where a component has put it meanwhile, and where a person has', async () => {
    at('b delete').focus()
    at('b').remove()
    at('after').focus()
    await frames()
    expect(focusedId()).toBe('after')
    at('a').remove()
    await frames()
    expect(focusedId()).toBe('after')
  })

  it('goes back below from a menu that closes, also where what opened it is gone', async () => {
    const openMenu = (): void => {
      overlays.append(Object.assign(document.createElement('button'), { id: 'choice' }))
      at('choice').focus()
    }
    at('b delete').focus()
    openMenu()
    overlays.replaceChildren()
    await frames()
    expect(focusedId()).toBe('b delete')
    openMenu()
    at('b').remove()
    await frames()
    overlays.replaceChildren()
    await frames()
    expect(focusedId()).toBe('c delete')
  })

  it('is nobody’s where nobody had it', async () => {
    at('b').remove()
    await frames()
    expect(document.activeElement).toBe(document.body)
  })
})
