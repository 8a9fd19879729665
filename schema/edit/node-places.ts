/** Where the components of a document stand: in its views, as children, and in the properties that hold components. */
import type { SlotSpec, SlotTable } from '../catalog.ts'
import { entriesOf, isList, isRecord, isText, own } from '../check/kinds.ts'
import { blocks, commonSlots, components } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'

export interface NodePlace {
  /** A component, or the bare text that stands for one (B40). */
  readonly node: JsonObject | string
  /** The component around it; null for the root of a view. */
  readonly parent: NodePlace | null
  readonly path: Path
}

/** The components in one component, by the way to them. Does not depend on where that one stands. */
type Inside = readonly (readonly [Path, JsonObject | string])[]

/** Versions of a document share what did not change, so that only what did is looked through again. */
const insides = new WeakMap<JsonObject, Inside>()

/** All components, each before those in it, in the order of the sections (B1) and of the text. */
export function nodePlaces(document: JsonObject): readonly NodePlace[] {
  const found: NodePlace[] = []
  const roots: (readonly [Json | undefined, Path])[] = [
    [own(document, 'view'), ['view']],
    ...entriesOf(own(document, 'pages')).map(([name, page]) => [isRecord(page) ? own(page, 'view') : undefined, ['pages', name, 'view']] as const),
    [own(document, 'glance'), ['glance']],
    ...entriesOf(own(document, 'parts')).map(([name, part]) => [isRecord(part) ? own(part, 'view') : undefined, ['parts', name, 'view']] as const),
  ]
  for (const [node, path] of roots) if (isRecord(node) || isText(node)) place(node, null, path, found)
  return found
}

/** There are many of these, and the path of few is asked for. */
class Place implements NodePlace {
  readonly node: JsonObject | string
  readonly parent: Place | null
  readonly #steps: Path
  constructor(node: JsonObject | string, parent: Place | null, steps: Path) {
    this.node = node
    this.parent = parent
    this.#steps = steps
  }
  get path(): Path {
    return this.parent === null ? this.#steps : [...this.parent.path, ...this.#steps]
  }
}

function place(node: JsonObject | string, parent: Place | null, steps: Path, found: NodePlace[]): void {
  const here = new Place(node, parent, steps)
  found.push(here)
  if (isText(node)) return
  for (const [way, inner] of insideOf(node)) place(inner, here, way, found)
}

function insideOf(node: JsonObject): Inside {
  const known = insides.get(node)
  if (known) return known
  const inside: (readonly [Path, JsonObject | string])[] = []
  const type = own(node, 'type')
  // A part's own properties are parameters, which hold no components.
  const slots = (isText(type) ? (components.get(type) ?? blocks.get(type))?.slots : undefined) ?? commonSlots
  const one = (value: Json, way: Path): void => {
    if (isRecord(value) || isText(value)) inside.push([way, value])
  }
  const several = (value: Json, way: Path): void => {
    if (isList(value)) for (const [index, element] of value.entries()) one(element, [...way, index])
    else one(value, way)
  }
  const slot = (value: Json, spec: SlotSpec, way: Path): void => {
    if (spec.kind === 'nodes') several(value, way)
    else if (spec.kind === 'node') {
      if (!spec.values?.includes(value as string)) one(value, way)
    } else if (spec.fields) {
      if (isList(value)) for (const [index, element] of value.entries()) fields(element, spec.fields, [...way, index])
      else fields(value, spec.fields, way)
    } else if (spec.element && isList(value)) for (const [index, element] of value.entries()) slot(element, spec.element, [...way, index])
  }
  const fields = (value: Json, table: SlotTable, way: Path): void => {
    if (isRecord(value)) for (const key of Object.keys(value)) if (Object.hasOwn(table, key)) slot(value[key] as Json, table[key] as SlotSpec, [...way, key])
  }
  for (const key of Object.keys(node)) {
    if (key === 'children') several(node[key] as Json, [key])
    else if (Object.hasOwn(slots, key)) slot(node[key] as Json, slots[key] as SlotSpec, [key])
  }
  insides.set(node, inside)
  return inside
}
