/** Where a component should stand and something else does, or one that does not say what it is. */
import type { SlotTable } from '../catalog.ts'
import { commonSlots, components } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { fitsKeys } from './guess.ts'
import { isList, kindText, listed } from './kinds.ts'
import { renameTo, setTo } from './repairs.ts'
import type { Walk } from './walk.ts'

export function reportNoComponent(walk: Walk, value: Json, at: Path): void {
  const [only, ...others] = isList(value) ? value : []
  const meant: Json | undefined = only === undefined ? undefined : others.length === 0 ? only : { type: 'Stack', children: value }
  walk.report.error(
    'not-a-component',
    at,
    `One component is expected here, { "type": … }, or a text; this is ${kindText(value)}.${others.length > 0 ? ' Several stand in the "children" of a Stack or Row.' : ''}`,
    setTo(at, meant, others.length === 0 ? 'Write it without [ ]' : 'Put them into a Stack'),
  )
}

export function reportNoType(walk: Walk, node: JsonObject, at: Path): void {
  const parts = walk.definitions.parts
  const other = Object.keys(node).find(key => components.has(node[key] as string) || parts.has(node[key] as string))
  const [type, ...types] = other === undefined ? typesByKeys(walk, node) : []
  const only = types.length === 0 ? type : undefined
  const hint =
    other !== undefined
      ? ` "${other}" says it: call that "type".`
      : type === undefined
        ? ''
        : only !== undefined
          ? ` By its properties it is a ${only}.`
          : types.length < 4
            ? ` By its properties it is ${listed([type, ...types])}.`
            : ''
  const extra =
    other === undefined
      ? { suggestion: only, ...setTo([...at, 'type'], only, `Write that it is a ${only}`) }
      : renameTo([...at, other], { name: 'type', sure: true })
  walk.report.error('missing-type', at, `A component says what it is: "type" is missing.${hint}`, extra)
}

/** The components and parts that have all the properties of a node without a type. */
function typesByKeys(walk: Walk, node: JsonObject): readonly string[] {
  const keys = Object.keys(node).filter(key => key !== 'children' && !Object.hasOwn(commonSlots, key))
  if (keys.length === 0) return []
  const takesChildren = Object.hasOwn(node, 'children')
  const found = [...components].filter(([, spec]) => (!takesChildren || spec.children !== 'none') && fitsKeys(keys, spec.slots)).map(([name]) => name)
  for (const [name, { types }] of walk.definitions.parts) {
    const slots: SlotTable = Object.fromEntries([...types.keys()].map(param => [param, { kind: 'plain', type: 'any', required: true }]))
    if (fitsKeys(keys, slots)) found.push(name)
  }
  return found
}
