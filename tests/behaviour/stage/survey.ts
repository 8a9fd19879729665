/** Looks at what stands on the page, as it is drawn. Each thing that is wrong is a line. */

const CLIPS = /auto|scroll|hidden|clip/

/** What reaches out of its place to the side, or is cut off there. */
export function cutOff(): string[] {
  const view = document.querySelector<HTMLElement>('.cy-app-view')
  if (view === null) return ['nothing is drawn']
  const found: string[] = []
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth - innerWidth} px too wide`)
  if (view.scrollWidth > view.clientWidth + 1) found.push(`the app is ${view.scrollWidth - view.clientWidth} px too wide`)
  for (const element of document.querySelectorAll<HTMLElement>('.cy-app *')) {
    if (!isSeen(element) || element instanceof SVGElement) continue
    const box = element.getBoundingClientRect()
    const room = roomOf(element)
    if (room && (box.left < room.left - 1.5 || box.right > room.right + 1.5) && isLeaf(element))
      found.push(`${nameOf(element)} reaches ${Math.round(Math.max(room.left - box.left, box.right - room.right))} px out of ${nameOf(room.of)}`)
    const { overflowX, textOverflow } = getComputedStyle(element)
    const clips = overflowX === 'hidden' || overflowX === 'clip'
    if (clips && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1 && hasText(element))
      found.push(`${nameOf(element)} cuts off ${element.scrollWidth - element.clientWidth} px`)
  }
  return found
}

/** What can be pressed and is smaller than 24 by 24 px, but for links in the flow of a text. */
export function smallTargets(): string[] {
  const found: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>(
    '.cy-app :is(button, a[href], input, select, textarea, summary, [role=button], [role=tab], [role=option], [role=checkbox], [role=radio], [role=switch], [role=menuitem], [role=separator][tabindex], [role=slider])',
  )) {
    // A drawing is as big as its author makes it.
    if (!isSeen(element) || element.closest('[aria-hidden=true], .cy-scene')) continue
    if (element.localName === 'a' && getComputedStyle(element).display === 'inline' && element.parentElement?.textContent !== element.textContent) continue
    const target = targetOf(element)
    const { width, height } = target.getBoundingClientRect()
    if (width < 23.5 || height < 23.5) found.push(`${nameOf(element)} is ${round(width)} × ${round(height)}`)
  }
  return found
}

/** Hidden inputs are pressed through the label around them. */
function targetOf(element: HTMLElement): HTMLElement {
  const { width, height } = element.getBoundingClientRect()
  if (width >= 23.5 && height >= 23.5) return element
  const label = element instanceof HTMLInputElement ? element.closest('label, [data-rac], .cy-control') : null
  return (label as HTMLElement | null) ?? element
}

export interface Place {
  readonly name: string
  readonly start: number
  readonly width: number
}

/** Where each element stands, counted from the side where a line begins; what is written from left to right in any language is left out. */
export function places(): Place[] {
  const view = document.querySelector<HTMLElement>('.cy-app-view')
  const rtl = document.querySelector('.cy-app')?.getAttribute('dir') === 'rtl'
  if (view === null) return []
  const edge = document.querySelector('.cy-app')!.getBoundingClientRect()
  return [...document.querySelectorAll<HTMLElement>('.cy-app *')]
    .filter(
      element =>
        isSeen(element) &&
        !element.closest('svg, .cy-control, [dir]:not(.cy-app)') &&
        getComputedStyle(element).display !== 'inline' &&
        getComputedStyle(element.parentElement!).direction === (rtl ? 'rtl' : 'ltr') &&
        getComputedStyle(element).direction === (rtl ? 'rtl' : 'ltr'),
    )
    .map(element => {
      const { left, right, width } = element.getBoundingClientRect()
      return { name: nameOf(element), start: Math.round(rtl ? edge.right - right : left - edge.left), width: Math.round(width) }
    })
}

/** The nearest box that clips to the side without a way to scroll there, or the app itself. */
function roomOf(element: HTMLElement): { readonly left: number; readonly right: number; readonly of: Element } | null {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { overflowX, position } = getComputedStyle(around)
    if (overflowX === 'auto' || overflowX === 'scroll') {
      if (!around.classList.contains('cy-app-view')) return null
      const { left, right } = around.getBoundingClientRect()
      return { left, right, of: around }
    }
    if (position === 'fixed') break
    if (around.classList.contains('cy-app')) {
      const { left, right } = around.getBoundingClientRect()
      return { left, right, of: around }
    }
    if (CLIPS.test(overflowX)) {
      const { left, right } = around.getBoundingClientRect()
      return { left, right, of: around }
    }
  }
  return null
}

function isLeaf(element: HTMLElement): boolean {
  return element.childElementCount === 0 || element.matches('button, a, input, label')
}

function hasText(element: HTMLElement): boolean {
  return (element.innerText ?? '').trim() !== ''
}

function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false
  const box = element.getBoundingClientRect()
  if (box.width < 1 || box.height < 1) return false
  for (let around: Element | null = element; around; around = around.parentElement) {
    const { clip, clipPath, overflowX } = getComputedStyle(around)
    if (clip.startsWith('rect') || clipPath === 'inset(50%)' || around.classList.contains('cy-hidden')) return false
    if (around.getBoundingClientRect().width <= 1 && overflowX === 'hidden') return false
  }
  return true
}

const round = (pixels: number) => Math.round(pixels * 10) / 10

export function nameOf(element: Element): string {
  const classes = (element.getAttribute('class') ?? '').split(' ').filter(Boolean).slice(0, 2).join('.')
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 20)
  return `${element.localName}${classes === '' ? '' : `.${classes}`}${text === '' ? '' : ` “${text}”`}`
}
