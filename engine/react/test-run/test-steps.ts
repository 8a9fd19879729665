/** One step of a blueprint's test (B70): does what a person would do, or looks at what a person would see. */
import type { UserEvent } from '@testing-library/user-event'
import type { Json, JsonObject } from '../../../schema/json/json.ts'
import { evaluateFormula } from '../../app/evaluate.ts'
import type { Runtime } from '../../app/runtime.ts'
import { isTrue } from '../../formula/values.ts'
import type { Asides } from './asides.tsx'
import { choose, move } from './choose-steps.ts'
import { CHECKABLE, find, findDateGroup, isDisabled, PRESSABLE, TYPABLE } from './find.ts'
import { pressKey } from './key-step.ts'
import type { StepProblem } from './test-verdict.ts'
import { visibleText } from './visible-text.ts'

export interface TestBench {
  readonly container: HTMLElement
  readonly user: UserEvent
  readonly app: Runtime
  readonly asides: Asides
  settle(): Promise<void>
  /** Moves the clock; null where `duration` is no length of time. */
  wait(duration: Json): Promise<StepProblem | null>
  reload(): Promise<void>
}

type Verb = (step: JsonObject, bench: TestBench) => StepProblem | null | Promise<StepProblem | null>

const text = (step: JsonObject, key: string) => String(step[key] ?? '')

const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['press', (step, bench) => press(text(step, 'press'), bench)],
  ['fill', (step, bench) => fill(text(step, 'fill'), text(step, 'into'), bench)],
  ['choose', (step, bench) => choose(text(step, 'choose'), text(step, 'in'), bench)],
  ['check', (step, bench) => setChecked(text(step, 'check'), true, bench)],
  ['uncheck', (step, bench) => setChecked(text(step, 'uncheck'), false, bench)],
  ['key', (step, bench) => pressKey(text(step, 'key'), bench)],
  ['wait', (step, bench) => bench.wait(step.wait ?? 0)],
  ['sees', (step, bench) => sees(text(step, 'sees'), bench)],
  ['notSees', (step, bench) => notSees(text(step, 'notSees'), bench)],
  ['expect', (step, bench) => expectFormula(text(step, 'expect'), bench)],
  ['intent', (step, bench) => sendIntent(text(step, 'intent'), step.data ?? null, bench)],
  ['move', (step, bench) => move(text(step, 'move'), text(step, 'to'), bench)],
  [
    'reload',
    async (_, bench) => {
      await bench.reload()
      return null
    },
  ],
])

/** Why the step does not hold; null where it does. */
export async function runTestStep(step: JsonObject, bench: TestBench): Promise<StepProblem | null> {
  const verb = Object.keys(step).find(key => VERBS.has(key))
  const run = verb === undefined ? undefined : VERBS.get(verb)
  if (run === undefined) return { expected: `one of ${[...VERBS.keys()].join(', ')}`, seen: `${Object.keys(step).join(', ') || 'nothing'}.` }
  const aboutQuestion = (verb === 'press' && bench.asides.press(text(step, 'press'))) || (verb === 'sees' && asks(text(step, 'sees'), bench))
  if (aboutQuestion) {
    await bench.settle()
    return null
  }
  const asked = bench.asides.question()
  if (bench.asides.sayYes()) await bench.settle()
  const problem = await run(step, bench)
  if (problem === null || asked === null) return problem
  return { ...problem, seen: `${problem.seen} The question “${asked}” was open; this step is not about it, so it was answered with yes.` }
}

async function press(name: string, bench: TestBench): Promise<StepProblem | null> {
  const { element, problem } = find(bench.container, PRESSABLE, name)
  if (problem) return problem
  if (isDisabled(element)) return { expected: `“${name}” to be ready to be pressed`, seen: 'it is disabled.' }
  await bench.user.click(element)
  await bench.settle()
  return null
}

async function fill(value: string, name: string, bench: TestBench): Promise<StepProblem | null> {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  const group = date && findDateGroup(bench.container, name)
  if (date && group) return fillDate(date, group, bench)
  const { element: field, problem } = find(bench.container, TYPABLE, name)
  if (problem) return problem
  if (isDisabled(field)) return { expected: `the field “${name}” to be ready to be filled`, seen: 'it is disabled.' }
  await bench.user.click(field)
  await bench.user.clear(field)
  if (value !== '') await bench.user.type(field, value.replace(/[{[]/g, '$&$&'))
  await bench.settle()
  return null
}

async function fillDate([, year = '', month = '', day = '']: RegExpExecArray, group: HTMLElement, bench: TestBench): Promise<null> {
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

async function setChecked(name: string, wanted: boolean, bench: TestBench): Promise<StepProblem | null> {
  const { element: box, problem } = find(bench.container, CHECKABLE, name)
  if (problem) return problem
  const checked = box.matches('input') ? (box as HTMLInputElement).checked : box.getAttribute('aria-checked') === 'true'
  const state = (on: boolean) => (on ? 'checked' : 'unchecked')
  if (checked === wanted) return { expected: `“${name}” to be ${state(!wanted)} before`, seen: `it is ${state(checked)} already.` }
  if (isDisabled(box)) return { expected: `“${name}” to be ready to be ${state(wanted)}`, seen: 'it is disabled.' }
  await bench.user.click(box)
  await bench.settle()
  return null
}

/** As another app would send it, which the person allowed. */
async function sendIntent(name: string, data: Json, bench: TestBench): Promise<StepProblem | null> {
  const taken = bench.app.intent({ name, data, from: 'Another app', origin: { app: 'another' }, hops: 1 })
  await bench.settle()
  return taken ? null : { expected: `the app to answer the intent “${name}”`, seen: 'no effect of it takes that name with that data.' }
}

function sees(wanted: string, bench: TestBench): StepProblem | null {
  return shows(wanted, bench) ? null : { expected: `“${wanted}” to be seen`, seen: excerpt(bench) }
}

function notSees(unwanted: string, bench: TestBench): StepProblem | null {
  return shows(unwanted, bench) ? { expected: `“${unwanted}” not to be seen`, seen: excerpt(bench, unwanted) } : null
}

function shows(wanted: string, bench: TestBench): boolean {
  return visibleText(bench.container).includes(evenSpace(wanted)) || (bench.app.title.peek()?.includes(wanted) ?? false)
}

function asks(wanted: string, { asides }: TestBench): boolean {
  return asides.question()?.includes(wanted) ?? false
}

function expectFormula(formula: string, bench: TestBench): StepProblem | null {
  const { app } = bench
  const value = evaluateFormula(formula, app.stepsEnv(app.names), app.formulas)
  if (isTrue(value)) return null
  const shown = /^\$\{(.*)\}$/s.exec(formula)?.[1] ?? formula
  return { expected: `${shown} to be true`, seen: `it is ${JSON.stringify(value)}. The state is ${cut(JSON.stringify(app.state()))}` }
}

const evenSpace = (wanted: string) => wanted.replace(/[\s\u00a0\u202f]+/g, ' ')
const MOST_SHOWN = 400

function cut(shown: string): string {
  return shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)}…` : shown
}

/** What is on the screen; around `near`, where that is far down. */
function excerpt(bench: TestBench, near = ''): string {
  const whole = visibleText(bench.container).trim()
  const at = near === '' ? 0 : whole.indexOf(evenSpace(near))
  const from = at < MOST_SHOWN ? 0 : at - MOST_SHOWN / 2
  return whole === '' ? 'nothing.' : `“${from > 0 ? '…' : ''}${cut(whole.slice(from))}”`
}
