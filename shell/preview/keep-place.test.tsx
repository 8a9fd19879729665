import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepPlace } from './keep-place.ts'

let root: HTMLElement
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(() => root.remove())

function draw(...labels: string[]): void {
  root.replaceChildren(
    ...labels.map(label => {
      const field = document.createElement('input')
      field.setAttribute('aria-label', label)
      return field
    }),
  )
}
const fields = () => [...root.querySelectorAll('input')]

describe('keepPlace', () => {
  it('finds the field again by its name, with its selection, wherever it stands by then', () => {
    draw('A', 'B')
    const [, b] = fields() as [HTMLInputElement, HTMLInputElement]
    b.value = 'half a word'
    b.focus()
    b.setSelectionRange(2, 4)
    const place = keepPlace(root)
    draw('New', 'A', 'B')
    const again = fields()[2]!
    again.value = 'half a word'
    place.restore(root)
    expect(document.activeElement).toBe(again)
    expect([again.selectionStart, again.selectionEnd]).toEqual([2, 4])
  })

  it('of fields with one name, the same of them', () => {
    draw('A', 'A', 'A')
    fields()[1]!.focus()
    const place = keepPlace(root)
    draw('A', 'A', 'A')
    place.restore(root)
    expect(document.activeElement).toBe(fields()[1])
  })

  it('passes over what is not there any more', () => {
    draw('A')
    fields()[0]!.focus()
    const place = keepPlace(root)
    draw('B')
    place.restore(root)
    expect(document.activeElement).toBe(document.body)
  })

  it('takes nothing from who is somewhere else', () => {
    const elsewhere = document.body.appendChild(document.createElement('input'))
    draw('A')
    elsewhere.focus()
    const place = keepPlace(root)
    draw('A')
    place.restore(root)
    expect(document.activeElement).toBe(elsewhere)
    elsewhere.remove()
  })
})
