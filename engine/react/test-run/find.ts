/** Finds what a test step names, as a person or a screen reader would: by accessible name (B70). */
import { computeAccessibleName } from 'dom-accessibility-api'

const PRESSABLE =
  'button, a[href], summary, [role=button], [role=link], [role=tab], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=option], [role=radio], [role=switch], [role=gridcell], [role=row], [role=checkbox], input[type=radio], input[type=checkbox], input[type=submit]'
const TYPABLE = 'input:not([type=radio]):not([type=checkbox]):not([type=hidden]):not([type=file]), textarea, [contenteditable=true]'
const CHECKABLE = 'input[type=checkbox], [role=checkbox], [role=switch]'
const CHOOSABLE =
  '[role=radiogroup], [role=listbox], [role=combobox], [role=tablist], [role=group], button[aria-haspopup=listbox], select, fieldset, [role=toolbar]'

export const findPressable = (root: Element, name: string) => findNamed(root, PRESSABLE, name)
export const findTypable = (root: Element, name: string) => findNamed(root, TYPABLE, name)
export const findCheckable = (root: Element, name: string) => findNamed(root, CHECKABLE, name)
export const findChoosable = (root: Element, name: string) => findNamed(root, CHOOSABLE, name)
export const findDateGroup = (root: Element, name: string) =>
  findNamed(root, '[role=group]', name, element => element.querySelector('[role=spinbutton]') !== null)

/**
 * The first element with exactly this name, else the only kind that contains it; enabled ones first. Of a row and
 * a control in it that share a name, it is the control.
 */
function findNamed(root: Element, selector: string, name: string, fits: (element: Element) => boolean = () => true): HTMLElement | null {
  const wanted = fold(name)
  let exact: HTMLElement | null = null
  let close: HTMLElement | null = null
  let disabled: HTMLElement | null = null
  for (const element of root.querySelectorAll<HTMLElement>(selector)) {
    if (exact && !exact.contains(element)) break
    if (!isShown(element) || !fits(element)) continue
    const found = fold(computeAccessibleName(element))
    if (found !== wanted && !found.includes(wanted)) continue
    if (found === wanted) {
      if (!isDisabled(element)) exact = element
      else disabled ??= element
    } else close ??= element
  }
  return exact ?? disabled ?? close
}

export function isDisabled(element: Element): boolean {
  return element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true'
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Neither hidden nor under a dialog, which makes what lies beneath it inert. */
function isShown(element: Element): boolean {
  return element.closest('[hidden], [inert], [data-tests-ignore]') === null
}

const INLINE = new Set(['SPAN', 'B', 'STRONG', 'EM', 'I', 'A', 'S', 'DEL', 'U', 'SMALL', 'MARK', 'CODE', 'TSPAN', 'BDI'])

const SILENT_INPUTS = new Set(['hidden', 'radio', 'checkbox', 'file', 'range'])

/** A tip comes and goes with the pointer; what components mark is drawn where there is room for it only. */
const UNREAD = '[hidden], [role=tooltip], [data-tests-ignore], style, script, option'

/** What can be read: the text in document order, and what stands in fields. */
export function visibleText(root: Element): string {
  let text = ''
  const visit = (node: Node) => {
    if (node.nodeType === 3) text += node.nodeValue
    if (node.nodeType !== 1) return
    const element = node as Element
    if (element.matches(UNREAD)) return
    const block = !INLINE.has(element.tagName)
    if (block) text += ' '
    if ((element.tagName === 'INPUT' || element.tagName === 'TEXTAREA') && !SILENT_INPUTS.has((element as HTMLInputElement).type))
      text += ` ${(element as HTMLInputElement).value} `
    for (const child of element.childNodes) visit(child)
    if (block) text += ' '
  }
  visit(root)
  return text.replace(/[\s\u00a0\u202f]+/g, ' ')
}
