/** What an input edits: `bind`, or `value` with `onChange` (B43). */
import type { ComponentSpec } from '../catalog.ts'
import { parseType, type Type } from '../formula/types.ts'
import type { Path } from '../json/json.ts'
import type { AsMeant } from './as-meant.ts'
import { isText, own } from './kinds.ts'
import { removeAt, setTo } from './repairs.ts'
import type { Scope } from './scope.ts'
import { mayBe } from './type-fit.ts'
import type { Walk } from './walk.ts'

export function checkBinding(walk: Walk, { record: node, place }: AsMeant, spec: ComponentSpec, at: Path, scope: Scope): void {
  const bound = Object.hasOwn(node, 'bind')
  const valued = Object.hasOwn(node, 'value')
  if (bound && valued)
    walk.report.error(
      'two-values',
      place('value'),
      `${spec.name} takes either "bind" or "value" with "onChange", not both: remove one.`,
      removeAt(place('value')),
    )
  else if (!bound && !valued && !Object.hasOwn(node, 'onChange')) {
    const label = own(node, 'label')
    const path = isText(label) ? placeNamed(label, spec.input ?? 'any', scope) : undefined
    walk.report.error(
      'missing-bind',
      at,
      `${spec.name} has nothing to edit: "bind" names a place in the state, or "value" with "onChange".${path === undefined ? '' : ` Probably ${path}.`}`,
      { suggestion: path, ...setTo([...at, 'bind'], path, `Bind it to ${path}`) },
    )
  } else if (valued && !Object.hasOwn(node, 'onChange') && own(node, 'disabled') !== true)
    walk.report.note('read-only', at, `${spec.name} has a "value" but no "onChange": it cannot be changed.`)
}

/** The only place in reach that is called as a label says, and of a type that an input edits. */
function placeNamed(label: string, input: string, scope: Scope): string | undefined {
  const parsed = parseType(input)
  const wanted = parsed.ok ? parsed.type : undefined
  const word = plain(label)
  if (wanted === undefined || word === '') return undefined
  const found: string[] = []
  const take = (path: string, name: string, type: Type): void => {
    if (plain(name) === word && mayBe(type, wanted)) found.push(path)
  }
  for (let inner: Scope | undefined = scope; inner !== undefined; inner = inner.parent)
    for (const [name, binding] of inner.bindings) {
      if (binding.kind !== 'state' && !(binding.kind === 'item' && typeof binding.origin === 'string')) continue
      if (binding.kind === 'state') take(name, name, binding.type)
      if (binding.type.kind === 'record') for (const [field, type] of binding.type.fields) take(`${name}.${field}`, field, type)
    }
  return found.length === 1 ? found[0] : undefined
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
