/** One step of a blueprint's test (B70): does what a person would do, or looks at what a person would see. */
import type { UserEvent } from '@testing-library/user-event'
import type { Json, JsonObject } from '../../../schema/json/json.ts'
import { evaluateFormula } from '../../app/evaluate.ts'
import type { Runtime } from '../../app/runtime.ts'
import { isTrue } from '../../formula/values.ts'
import { findCheckable, findChoosable, findDateGroup, findPressable, findTypable, isDisabled, visibleText } from './find.ts'

export interface TestBench {
  readonly container: HTMLElement
  readonly user: UserEvent
  readonly app: Runtime
  /** What was said in passing: toasts and questions. */
  readonly says: string[]
  settle(): Promise<void>
  wait(duration: Json): Promise<void>
  reload(): Promise<void>
}

/** What went wrong, in words that name the remedy; null where nothing did. */
export async function runTestStep(step: JsonObject, bench: TestBench): Promise<string | null> {
  const has = (key: string) => Object.hasOwn(step, key)
  const text = (key: string) => String(step[key] ?? '')
  if (has('press')) return press(text('press'), bench)
  if (has('fill')) return fill(text('fill'), text('into'), bench)
  if (has('choose')) return choose(text('choose'), text('in'), bench)
  if (has('check')) return setChecked(text('check'), true, bench)
  if (has('uncheck')) return setChecked(text('uncheck'), false, bench)
  if (has('key')) return key(text('key'), bench)
  if (has('wait')) {
    await bench.wait(step.wait ?? 0)
    return null
  }
  if (has('sees')) return sees(text('sees'), bench) ? null : `“${text('sees')}” is not to be seen. What is: ${excerpt(bench)}`
  if (has('notSees')) return sees(text('notSees'), bench) ? `“${text('notSees')}” is to be seen.` : null
  if (has('expect')) return expectFormula(text('expect'), bench)
  if (has('move')) return move(text('move'), text('to'), bench)
  if (has('reload')) {
    await bench.reload()
    return null
  }
  return 'It is no step: write press, fill … into, choose … in, check, uncheck, key, wait, sees, notSees, expect, move … to, or reload.'
}

async function press(name: string, bench: TestBench): Promise<string | null> {
  const element = findPressable(bench.container, name)
  if (!element) return `There is nothing to press called “${name}”. What is there: ${excerpt(bench)}`
  if (isDisabled(element)) return `“${name}” is disabled.`
  await bench.user.click(element)
  await bench.settle()
  return null
}

async function fill(value: string, name: string, bench: TestBench): Promise<string | null> {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  const group = date && findDateGroup(bench.container, name)
  if (date && group) return fillDate(date, group, bench)
  const field = findTypable(bench.container, name) as HTMLInputElement | HTMLTextAreaElement | null
  if (!field) return `There is no field called “${name}”. What is there: ${excerpt(bench)}`
  if (isDisabled(field)) return `The field “${name}” is disabled.`
  await bench.user.click(field)
  await bench.user.clear(field)
  if (value !== '') await bench.user.type(field, value.replace(/[{[]/g, '$&$&'))
  await bench.settle()
  return null
}

async function fillDate([, year = '', month = '', day = '']: RegExpExecArray, group: HTMLElement, bench: TestBench): Promise<string | null> {
  const parts: Readonly<Record<string, string>> = { year, month, day }
  for (const segment of group.querySelectorAll<HTMLElement>('[role=spinbutton]')) {
    const digits = parts[segment.dataset.type ?? '']
    if (digits === undefined) continue
    segment.focus()
    await bench.user.keyboard(digits)
  }
  await bench.user.tab()
  await bench.settle()
  return null
}

async function choose(option: string, name: string, bench: TestBench): Promise<string | null> {
  const place = findChoosable(bench.container, name) ?? findPressable(bench.container, name)
  if (!place) return `There is nothing to choose in called “${name}”. What is there: ${excerpt(bench)}`
  const inside = findPressable(place, option)
  if (inside && inside !== place) {
    await bench.user.click(inside)
    await bench.settle()
    return null
  }
  const opener = place.matches('button, input') ? place : (place.querySelector<HTMLElement>('button, input') ?? place)
  await bench.user.click(opener)
  await bench.settle()
  if (opener.matches('input')) {
    await bench.user.clear(opener)
    await bench.user.type(opener, option)
    await bench.settle()
  }
  const found = findPressable(bench.container, option)
  if (!found) return `“${name}” has no option “${option}”.`
  await bench.user.click(found)
  await bench.settle()
  return null
}

async function setChecked(name: string, wanted: boolean, bench: TestBench): Promise<string | null> {
  const box = findCheckable(bench.container, name)
  if (!box) return `There is no checkbox or switch called “${name}”. What is there: ${excerpt(bench)}`
  const checked = box.matches('input') ? (box as HTMLInputElement).checked : box.getAttribute('aria-checked') === 'true'
  if (checked !== wanted) await bench.user.click(box)
  await bench.settle()
  return checked === wanted ? `“${name}” is ${wanted ? 'checked' : 'unchecked'} already.` : null
}

/** A key goes to the field that has the focus, and to the app's shortcuts as in a window. */
async function key(name: string, bench: TestBench): Promise<string | null> {
  const up = /:up$/i.test(name)
  const parts = (up ? name.slice(0, -3) : name).split('+')
  const last = parts.pop() || '+'
  const shown = last.toLowerCase() === 'space' ? ' ' : last
  const focused = bench.container.ownerDocument.activeElement
  const typing = focused !== null && bench.container.contains(focused) && focused.matches('input, textarea, [contenteditable=true]')
  if (typing) await bench.user.keyboard(shown.length === 1 ? shown.replace(/[{[]/g, '$&$&') : `{${shown}}`)
  bench.app.key({
    key: shown,
    mod: parts.includes('mod'),
    shift: parts.includes('shift'),
    alt: parts.includes('alt'),
    up,
    repeat: false,
    typing,
  })
  await bench.settle()
  return null
}

function sees(text: string, bench: TestBench): boolean {
  const wanted = text.replace(/[\s\u00a0\u202f]+/g, ' ')
  return visibleText(bench.container).includes(wanted) || bench.says.some(said => said.includes(text)) || (bench.app.title.peek()?.includes(text) ?? false)
}

function expectFormula(formula: string, bench: TestBench): string | null {
  const { app } = bench
  const value = evaluateFormula(formula, app.stepsEnv(app.names), app.formulas)
  return isTrue(value) ? null : `It is ${JSON.stringify(value)}. The state: ${JSON.stringify(app.state()).slice(0, 400)}`
}

/** Through the menu that every movable thing has, which is also how the keyboard does it. */
async function move(name: string, to: string, bench: TestBench): Promise<string | null> {
  const opener = findPressable(bench.container, `Move ${name}`)
  if (!opener) return `There is nothing called “${name}” to move.`
  await bench.user.click(opener)
  await bench.settle()
  const target = findPressable(bench.container, to)
  if (!target) return `“${name}” cannot be moved to “${to}”.`
  await bench.user.click(target)
  await bench.settle()
  return null
}

function excerpt(bench: TestBench): string {
  return `“${visibleText(bench.container).trim().slice(0, 300)}”`
}
