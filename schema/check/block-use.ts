/** Where a block stands, and where the children of its use go (B52). All else of it is checked as of a component. */
import type { ComponentSpec } from '../catalog.ts'
import type { JsonObject, Path } from '../json/json.ts'
import { isList, isRecord, listed, own } from './kinds.ts'
import { slotName } from './part-views.ts'
import { changeTo, orElse } from './repairs.ts'
import type { NodePlace, Walk } from './walk.ts'

/** A block has state of its own for each use that is written: it stands where it is drawn once. */
export function checkBlockPlace(walk: Walk, node: JsonObject, { name, block }: ComponentSpec, at: Path, place: NodePlace): void {
  const inPart = place.owner.kind === 'part'
  if (inPart || place.repeated)
    walk.report.error(
      'repeated-block',
      at,
      `${name} is drawn once, in a view: it stands ${inPart ? 'in no part' : 'in nothing that is repeated'}. What is repeated goes into it.`,
    )
  const { nodes = 0, depth = 0, content = [] } = block ?? {}
  const owner = inPart ? place.owner.name : ''
  walk.facts.nodeCounts.set(owner, (walk.facts.nodeCounts.get(owner) ?? 0) + nodes)
  walk.facts.depths.set(owner, Math.max(walk.facts.depths.get(owner) ?? 0, place.depth + depth))
  const children = own(node, 'children')
  if (content.length === 0 || !isList(children)) return
  for (const [index, child] of children.entries()) {
    const slot = isRecord(child) ? slotName(child, 'slot') : ''
    if (!content.includes(slot)) reportSlot(walk, name, slot, content, [...at, 'children', index])
  }
}

function reportSlot(walk: Walk, name: string, slot: string, content: readonly string[], at: Path): void {
  const names = content.filter(other => other !== '')
  if (slot === '') {
    walk.report.error('unknown-slot', at, `${name} does not know where this goes: say it in "slot", ${listed(names)}.`)
    return
  }
  const near = walk.report.advice?.nearest(slot, names)
  const instead = content.includes('')
    ? `. It has ${names.length > 0 ? listed(names) : 'none with a name'}; without "slot" it is its content.`
    : `. It has ${listed(names)}.`
  walk.report.error('unknown-slot', [...at, 'slot'], `${name} has no slot "${slot}"${orElse(near, instead)}`, changeTo([...at, 'slot'], near))
}
