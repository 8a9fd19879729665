/** The scope in which the children of a use are drawn: the use's own, and in a block that repeats them also the element. */
import type { Scope, SlotContent } from '../app/scope.ts'

/** One for each element, so that what is drawn in it stays. */
const scopes = new WeakMap<Scope, Scope>()

/** `inside` is where the Slot stands. */
export function contentScope({ scope, row }: SlotContent, inside: Scope): Scope {
  if (!row) return scope
  const known = scopes.get(inside)
  if (known) return known
  const element = inside.find(row.name)
  const index = inside.find('index')
  const item = inside.items.at(-1)
  if (!element || !index || !item || inside.items.length <= scope.items.length) return scope
  const made = scope.with({ [row.as]: element, index }, item)
  scopes.set(inside, made)
  return made
}
