import type { Locator } from 'playwright'
import { expect } from 'vitest'

/** What a person does in an app, and looks for: the steps of a blueprint's own tests (B70) that a real browser can do. */
export type Step =
  | { readonly press: string }
  | { readonly fill: string; readonly into: string }
  | { readonly choose: string; readonly in: string }
  | { readonly check: string }
  | { readonly key: string }
  | { readonly move: string; readonly to: string }
  | { readonly sees: string | RegExp }
  | { readonly notSees: string }

type Role = Parameters<Locator['getByRole']>[0]
const PRESSABLE: readonly Role[] = ['button', 'tab', 'radio', 'menuitem', 'option', 'checkbox', 'switch', 'link', 'gridcell']
const TYPABLE: readonly Role[] = ['textbox', 'searchbox', 'spinbutton', 'combobox']
const CHECKABLE: readonly Role[] = ['checkbox', 'switch']
const GROUPS: readonly Role[] = ['radiogroup', 'listbox', 'tablist', 'group']

/** Does `steps` in the app of `window`; each waits for what it names. */
export async function drive(window: Locator, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    try {
      await take(window, step)
    } catch (cause) {
      const shown = (await window.innerText()).replace(/\s+/g, ' ').slice(0, 1500)
      throw new Error(`${JSON.stringify(step)} could not be done. The window shows: ${shown}`, { cause })
    }
  }
}

async function take(window: Locator, step: Step): Promise<void> {
  const app = window.locator('.session-app')
  const soon = { timeout: 5_000 }
  if ('press' in step) return (await pressable(app, step.press)).click(soon)
  if ('fill' in step) return named(app, TYPABLE, step.into, true).fill(step.fill, soon)
  if ('check' in step) return named(app, CHECKABLE, step.check, true).check({ ...soon, force: true })
  if ('choose' in step) return choose(app, step.choose, step.in)
  if ('move' in step) {
    await (await pressable(app, `Move ${step.move}`)).click(soon)
    return (await pressable(app, step.to)).click(soon)
  }
  if ('key' in step) return window.page().keyboard.press(step.key)
  const shown = expect.poll(() => textOf(window), soon)
  if ('notSees' in step) return shown.not.toContain(step.notSees)
  return typeof step.sees === 'string' ? shown.toContain(step.sees) : shown.toMatch(step.sees)
}

/** What can be read in the app, and what the desktop says for it in passing. */
async function textOf(window: Locator): Promise<string> {
  const said = await window.page().locator('.toasts').allInnerTexts()
  const fields = await window
    .locator('.session-app')
    .locator('input, textarea')
    .evaluateAll(found => found.map(field => (field as HTMLInputElement).value))
  return [await window.innerText(), ...said, ...fields].join('\n').replace(/[ \u00a0\u202f]+/g, ' ')
}

/** Of one of these roles, with this name; nothing that lies inert under a dialog. */
function named(app: Locator, roles: readonly Role[], name: string, exact: boolean): Locator {
  const [first, ...others] = roles.map(role => app.getByRole(role, { name, exact }))
  return others
    .reduce((all, each) => all.or(each), first!)
    .and(app.page().locator(':not([inert] *)'))
    .first()
}

/** The name may be followed by a count or a value, as in a tab's badge. */
async function pressable(app: Locator, name: string): Promise<Locator> {
  const exactly = named(app, PRESSABLE, name, true)
  const loosely = named(app, PRESSABLE, name, false)
  await loosely.waitFor({ timeout: 5_000 })
  return (await exactly.count()) > 0 ? exactly : loosely
}

async function choose(app: Locator, option: string, name: string): Promise<void> {
  const group = named(app, GROUPS, name, false)
  if ((await group.count()) > 0) {
    const inside = named(group, PRESSABLE, option, true)
    if ((await inside.count()) > 0) return inside.click({ timeout: 5_000, force: true })
  }
  // A button that opens a list is named after its value and its field.
  const opener = named(app, ['combobox', 'button'], name, false)
  await opener.click({ timeout: 5_000 })
  if (await opener.evaluate(element => element instanceof HTMLInputElement)) await opener.fill(option)
  await named(app, ['option'], option, true).click({ timeout: 5_000 })
}
