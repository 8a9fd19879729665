/** Finds what a test step names, as a person or a screen reader would: by accessible name (B70). */
import { computeAccessibleName } from 'dom-accessibility-api'
import { didYouMean } from '../../../schema/formula/did-you-mean.ts'
import type { StepProblem } from './test-verdict.ts'

/** A kind of thing that steps name. */
interface Kind {
  /** As it stands in a failure: `nothing to press`. */
  readonly words: string
  readonly selector: string
  /** What a step does with it, for those who took another kind for it. */
  readonly hint: string
}

export const PRESSABLE: Kind = {
  words: 'something to press',
  selector:
    'button, a[href], summary, [role=button], [role=link], [role=tab], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=option], [role=radio], [role=switch], [role=gridcell], [role=row], [role=checkbox], input[type=radio], input[type=checkbox], input[type=submit]',
  hint: '"press" it',
}
export const TYPABLE: Kind = {
  words: 'a field',
  selector: 'input:not([type=radio]):not([type=checkbox]):not([type=hidden]):not([type=file]), textarea, [contenteditable=true]',
  hint: '"fill" text "into" it',
}
export const CHECKABLE: Kind = {
  words: 'a checkbox or switch',
  selector: 'input[type=checkbox], [role=checkbox], [role=switch]',
  hint: '"check" or "uncheck" it',
}
export const CHOOSABLE: Kind = {
  words: 'something to choose in',
  selector: '[role=radiogroup], [role=listbox], [role=combobox], [role=tablist], [role=group], button[aria-haspopup=listbox], select, fieldset, [role=toolbar]',
  hint: '"choose" an option "in" it',
}
const KINDS = [PRESSABLE, TYPABLE, CHECKABLE, CHOOSABLE]

/** One element, or why there is none. */
export type Found = { readonly element: HTMLElement; readonly problem: null } | { readonly element: null; readonly problem: StepProblem }

/**
 * The element of a kind that a step means by `name`. Upper and lower case and space are alike. What has exactly this
 * name goes before what has it as a part of its own (a tab “Open 3”, by the name “Open”); a part is enough only where it leaves no choice.
 * Of several with exactly this name the first that is enabled is taken, as in a list whose rows have the same button;
 * of a row and a control in it, the control.
 */
export function find(root: Element, kind: Kind, name: string): Found {
  const { exact, partial, names } = lookFor(root, kind, name)
  if (exact) return { element: exact, problem: null }
  const [first, ...others] = new Set(partial.map(({ label }) => label))
  if (first !== undefined && others.length === 0) {
    const usable = partial.find(({ element }) => !isDisabled(element)) ?? partial[0]!
    return { element: usable.element, problem: null }
  }
  const expected = `${kind.words} called “${name}”`
  if (first !== undefined)
    return { element: null, problem: { expected, seen: `several that only contain it: ${quoted([first, ...others])}. Write one in full.` } }
  return { element: null, problem: { expected, seen: whatElse(root, kind, name, names) } }
}

/** The same, where a step can do with nothing. */
export function findOrNull(root: Element, kind: Kind, name: string): HTMLElement | null {
  return find(root, kind, name).element
}

/** The group of a date's or time's parts. */
export function findDateGroup(root: Element, name: string): HTMLElement | null {
  const kind: Kind = { ...CHOOSABLE, selector: '[role=group]:has([role=spinbutton])' }
  return findOrNull(root, kind, name)
}

/** What elements of a kind are called, in the order of the page, each name once. */
export function namesOf(root: Element, kind: Kind): readonly string[] {
  return [...new Set([...root.querySelectorAll(kind.selector)].filter(isShown).map(nameOf))].filter(name => name !== '')
}

interface Match {
  readonly element: HTMLElement
  readonly label: string
}

function lookFor(
  root: Element,
  kind: Kind,
  name: string,
): { readonly exact: HTMLElement | null; readonly partial: readonly Match[]; readonly names: Set<string> } {
  const wanted = fold(name)
  const partial: Match[] = []
  const names = new Set<string>()
  let exact: HTMLElement | null = null
  let disabled: HTMLElement | null = null
  for (const element of root.querySelectorAll<HTMLElement>(kind.selector)) {
    if (exact && !exact.contains(element)) break
    if (!isShown(element)) continue
    const label = nameOf(element)
    const found = fold(label)
    if (label !== '') names.add(label)
    if (found === wanted) {
      if (!isDisabled(element)) exact = element
      else disabled ??= element
    } else if (hasWords(found, wanted)) partial.push({ element, label })
  }
  return { exact: exact ?? disabled, partial, names }
}

/** What there is instead: the nearest name, the names of the kind, and another kind that has the name. */
function whatElse(root: Element, kind: Kind, name: string, names: ReadonlySet<string>): string {
  const nearest = didYouMean(name, names)
  const there = names.size === 0 ? 'There is none at all.' : `There is ${quoted([...names])}.`
  const other = KINDS.find(each => each !== kind && lookFor(root, each, name).exact !== null)
  const hint = nearest !== undefined ? ` Did you mean “${nearest}”?` : other ? ` “${name}” is ${other.words}: ${other.hint}.` : ''
  return `none. ${there}${hint}`
}

const MOST_NAMES = 12
const MOST_OF_A_NAME = 60

/** Names as a failure lists them. */
export function quoted(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(name => `“${name.length > MOST_OF_A_NAME ? `${name.slice(0, MOST_OF_A_NAME)}…` : name}”`)
  return shown.join(', ') + (names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '')
}

export function isDisabled(element: Element): boolean {
  return element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true'
}

/** Two spellings of one label: space and case do not count. */
export function sameLabel(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

function nameOf(element: Element): string {
  return computeAccessibleName(element).replace(/\s+/g, ' ').trim()
}

/** `wanted` stands in `label` as words of its own: “Team” in “Team 3” and “Team3”, not in “Teams”. */
function hasWords(label: string, wanted: string): boolean {
  if (wanted === '') return false
  for (let at = label.indexOf(wanted); at >= 0; at = label.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (!joined(label.charAt(at - 1), label.charAt(at)) && !joined(label.charAt(end - 1), label.charAt(end))) return true
  }
  return false
}

/** Two characters of one word, or of one number. */
function joined(one: string, next: string): boolean {
  return /^(?:\p{L}\p{L}|\p{N}\p{N})$/u.test(one + next)
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Neither hidden nor under a dialog, which makes what lies beneath it inert. */
function isShown(element: Element): boolean {
  return element.closest('[hidden], [inert], [data-tests-ignore]') === null
}
