import { CHOOSABLE, find, findOrNull, namesOf, PRESSABLE, quoted, sameLabel } from './find.ts'
import type { TestBench } from './test-steps.ts'
import type { StepProblem } from './test-verdict.ts'

const OPTION = { ...PRESSABLE, words: 'an option', selector: '[role=option], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]' }

/**
 * Chooses where all options are to be seen, from a list that opens, or by typing. What any text may be written in takes an option
 * that is not in its list.
 */
export async function choose(option: string, name: string, bench: TestBench): Promise<StepProblem | null> {
  const chooser = find(bench.container, CHOOSABLE, name)
  const place = chooser.element ?? findOrNull(bench.container, PRESSABLE, name)
  if (!place) return chooser.problem
  const inside = findOrNull(place, PRESSABLE, option)
  if (inside && inside !== place) {
    await bench.user.click(inside)
    await bench.settle()
    return null
  }
  const opener = place.matches('button, input') ? place : (place.querySelector<HTMLElement>('button, input') ?? place)
  await bench.user.click(opener)
  await bench.settle()
  const typed = opener.matches('input') ? (opener as HTMLInputElement) : null
  // A list that is searched by typing opens all of itself with an arrow.
  if (typed?.matches('[role=combobox]')) {
    await bench.user.keyboard('{ArrowDown}')
    await bench.settle()
  }
  const there = namesOf(bench.container, OPTION)
  const offered = there.length > 0 ? there : namesOf(place, PRESSABLE)
  if (typed) {
    await bench.user.clear(typed)
    await bench.user.type(typed, option.replace(/[{[]/g, '$&$&'))
    await bench.settle()
  }
  const found = findOrNull(bench.container, PRESSABLE, option)
  if (found) await bench.user.click(found)
  else await bench.user.tab()
  await bench.settle()
  // What takes nothing but its options has forgotten the text by now.
  if (found || (typed && sameLabel(typed.value, option))) return null
  return { expected: `an option “${option}” in “${name}”`, seen: offered.length === 0 ? 'no options at all.' : `${quoted(offered)}.` }
}

/** Through the menu that every movable thing has, which is also how the keyboard does it. */
export async function move(name: string, to: string, bench: TestBench): Promise<StepProblem | null> {
  const opener = findOrNull(bench.container, PRESSABLE, `Move ${name}`)
  if (!opener) {
    const movable = namesOf(bench.container, PRESSABLE).filter(label => label.startsWith('Move '))
    const there = movable.length === 0 ? 'nothing that can be moved.' : `${quoted(movable.map(label => label.slice('Move '.length)))}.`
    return { expected: `“${name}” to be there to be moved`, seen: there }
  }
  await bench.user.click(opener)
  await bench.settle()
  const target = findOrNull(bench.container, PRESSABLE, to)
  if (!target) {
    const targets = namesOf(bench.container, { ...PRESSABLE, selector: '[role=menuitem]' })
    return { expected: `a place “${to}” to move “${name}” to`, seen: targets.length === 0 ? 'none.' : `${quoted(targets)}.` }
  }
  await bench.user.click(target)
  await bench.settle()
  return null
}
