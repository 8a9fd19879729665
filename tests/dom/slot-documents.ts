/** Nodes made from the catalog's own tables, so that a new component or property is tried without anybody's thinking of it. */
import type { ComponentSpec, SlotSpec, SlotTable } from '../../schema/catalog.ts'
import { components } from '../../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'

/** What is written into a place of a document; called once for each place. */
export type TextSource = (slot: SlotSpec) => Json

interface Sources {
  readonly text: TextSource
  /** For numbers, booleans and choices. */
  readonly other: TextSource
}

const FITTING: TextSource = ({ type, values, max, min }) => (type === 'number' ? (max ?? min ?? 2) : type === 'bool' ? true : (values?.[0] ?? null))

/** Every component that stands by itself, in alphabetical order. */
export const standaloneComponents: readonly ComponentSpec[] = [...components.values()].filter(spec => !spec.engine && spec.parent === undefined)

/**
 * A node of this component in which every slot that takes text, wherever it is nested, holds what `text` gives,
 * and every other plain slot what `other` gives; a fitting value where it is left out.
 */
export function filledNode(spec: ComponentSpec, text: TextSource, other: TextSource = FITTING): JsonObject {
  return { type: spec.name, ...fill(spec.slots, spec, { text, other }), ...shapeOf(spec, text), ...childrenOf(spec, text, other) }
}

function fill(slots: SlotTable, spec: ComponentSpec, sources: Sources): Record<string, Json> {
  const properties: Record<string, Json> = {}
  for (const [name, slot] of Object.entries(slots)) {
    const value = name === 'bind' || (spec.input !== undefined && name === 'value') ? undefined : slotText(slot, spec, sources)
    if (value !== undefined && !(slot.engine && name !== 'empty')) properties[name] = value
  }
  return properties
}

function slotText(slot: SlotSpec, spec: ComponentSpec, sources: Sources): Json | undefined {
  const { text } = sources
  switch (slot.kind) {
    case 'node':
      return { type: 'Text', text: text(slot) }
    case 'nodes':
      return [{ type: 'Text', text: text(slot) }]
    case 'steps':
      return { do: 'toast', text: text(slot) }
    case 'formula':
      // `open` of a dialog and the like: shown, so that what is inside is drawn.
      return slot.type === 'bool' ? 'true' : slot.type === 'list' ? [text(slot), text(slot)] : slot.type === 'record' ? { a: quoted(text(slot)) } : undefined
    case 'literal':
      return slot.values ? slot.values[0] : 'field'
    case 'plain':
      return plainValue(slot, spec, sources)
    default:
      return undefined
  }
}

function plainValue(slot: SlotSpec, spec: ComponentSpec, sources: Sources): Json | undefined {
  const { text, other } = sources
  switch (slot.type) {
    case 'text':
      return text(slot)
    case 'number':
    case 'bool':
    case 'enum':
      return other(slot)
    case 'list': {
      const { fields, element } = slot
      if (fields) return [record(fields, spec, sources), record(fields, spec, sources)]
      if (element) return [0, 1].map(() => plainValue(element, spec, sources) ?? null)
      return [anyRecord(text, slot), anyRecord(text, slot)]
    }
    case 'record':
      return anyRecord(text, slot)
    default:
      return slot.fields && !slot.types?.includes('text') ? record(slot.fields, spec, sources) : text(slot)
  }
}

function record(fields: SlotTable, spec: ComponentSpec, sources: Sources): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, slot]) => {
      const value = slotText(slot, spec, sources)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** A record whose fields a component finds by name (`label` of a tree, `field` of a chart or table). */
function anyRecord(text: TextSource, slot: SlotSpec): JsonObject {
  const it = () => text(slot)
  return { id: it(), field: it(), label: it(), title: it(), name: it(), value: 3, x: 1, y: 2, children: [{ label: it(), id: it() }] }
}

/** What the tables cannot say of a few components. */
function shapeOf(spec: ComponentSpec, text: TextSource): Record<string, Json> {
  const plain: SlotSpec = { kind: 'plain', type: 'text' }
  const it = () => text(plain)
  switch (spec.name) {
    case 'Scene':
      return {
        width: 100,
        height: 100,
        shapes: [
          { kind: 'text', x: 1, y: 1, text: it(), id: it(), fill: it(), label: it(), anchor: it(), rotate: it() },
          { kind: 'path', d: it(), stroke: it(), strokeWidth: it() },
          { kind: 'path', d: 'M0 0L9 9', fill: it(), stroke: it(), label: it() },
          { kind: 'image', x: 0, y: 0, w: 9, h: 9, src: it(), label: it() },
          { kind: 'rect', x: it(), y: it(), w: 5, h: 5, r: it(), fill: it(), opacity: it(), id: it(), drag: true },
          { kind: it(), x: 1, y: 1, href: it(), src: it() },
        ],
      }
    case 'Table':
      return {
        rows: [{ id: it(), a: it(), b: it(), c: it(), d: it() }],
        columns: [
          { field: 'a', label: it() },
          { field: 'b', format: 'link', label: it() },
          { field: 'c', format: 'badge', label: it(), currency: it() },
          { field: 'd', format: 'date', label: it(), width: it() },
          { field: 'a', cell: { type: 'Link', href: it(), text: it() } },
        ],
      }
    case 'Board':
      return { items: [{ id: it(), group: 'a' }], groupBy: 'group', columns: [{ value: 'a', label: it() }] }
    case 'Calendar':
      return { events: [{ date: '2026-01-05', title: it(), start: it(), end: it() }] }
    case 'HeatGrid':
      return { cells: [{ x: 0, y: 0, value: 1, label: it() }] }
    case 'Markdown':
      return { text: it() }
    default:
      return {}
  }
}

function childrenOf(spec: ComponentSpec, text: TextSource, other: TextSource): Record<string, Json> {
  const child = spec.child ? components.get(spec.child) : undefined
  const plain: SlotSpec = { kind: 'plain', type: 'text' }
  if (child) return { children: [filledNode(child, text, other)] }
  return spec.children === 'none' ? {} : { children: [{ type: 'Text', text: text(plain) }, text(plain)] }
}

/** A text as a literal of the formula language. */
function quoted(value: Json): string {
  return typeof value === 'string'
    ? `'${value
        .replaceAll(/[\\']/g, '\\$&')
        .replaceAll('\n', '\\n')
        .replaceAll(/[\r\u2028\u2029]/g, ' ')}'`
    : JSON.stringify(value)
}
