/**
 * A document with its keys in the order in which they are written and streamed (B1). Nothing else
 * changes: lists stay as they are, and so do records whose keys the author chose (state, constants,
 * pages, parts, actions …), for the first page is where the app starts. The hash stays the same (B90).
 */
import type { SlotSpec, SlotTable } from '../catalog.ts'
import { isList, isRecord, isText, own, recordOf } from '../check/kinds.ts'
import type { ShapeSchema } from '../check/shape-schema.ts'
import { stepForms } from '../check/step-forms.ts'
import { blocks, commonSlots, components, tools } from '../generated/catalog.ts'
import { documentSchema } from '../generated/document-schema.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { fieldKeys, lastKeys, nodeKeys, stepKeys } from './key-order.ts'

/** The same document in canonical order; what is no part of the language keeps its place behind what is. */
export function orderDocument(document: JsonObject): JsonObject {
  const parts = own(document, 'parts')
  const params = (type: string): readonly string[] | undefined => {
    const part = isRecord(parts) ? own(parts, type) : undefined
    const declared = isRecord(part) ? own(part, 'params') : undefined
    return isRecord(declared) ? Object.keys(declared) : isRecord(part) ? [] : undefined
  }
  return createOrder(params).document(document)
}

function createOrder(params: (type: string) => readonly string[] | undefined) {
  const node = (value: Json): Json => {
    if (!isRecord(value)) return value
    const type = own(value, 'type')
    const table: SlotTable = (isText(type) && (components.get(type) ?? (params(type) ? undefined : blocks.get(type)))?.slots) || commonSlots
    const inner = mapRecord(value, (child, key) => (key === 'children' ? each(child, node) : slot(child, Object.hasOwn(table, key) ? table[key] : undefined)))
    return inOrder(inner, nodeKeys(isText(type) ? type : '', isText(type) ? params(type) : undefined), lastKeys)
  }
  const slot = (value: Json, spec: SlotSpec | undefined): Json => {
    switch (spec?.kind) {
      case 'node':
      case 'nodes':
        return each(value, node)
      case 'steps':
        return steps(value)
      case 'plain':
        return plain(value, spec)
      default:
        return value
    }
  }
  const plain = (value: Json, spec: SlotSpec): Json => {
    const { fields, element } = spec
    if (fields) return each(value, record => (isRecord(record) ? inOrder(slots(record, fields), fieldKeys(fields)) : record))
    return element && isList(value) ? value.map(inner => slot(inner, element)) : value
  }
  const slots = (record: JsonObject, table: SlotTable): JsonObject =>
    mapRecord(record, (value, key) => slot(value, Object.hasOwn(table, key) ? table[key] : undefined))
  const steps = (value: Json): Json => each(value, step)
  const step = (value: Json): Json => {
    if (!isRecord(value)) return value
    const name = own(value, 'do')
    const tool = isText(name) ? tools.get(name) : undefined
    return inOrder(slots(value, { ...(tool?.arguments ?? {}), ...stepForms }), stepKeys(tool?.name ?? ''))
  }

  /** A value by the schema of its section, down to components and steps. */
  const shaped = (value: Json, written: ShapeSchema): Json => {
    const name = written.$ref?.slice('#/$defs/'.length)
    if (name === 'node') return node(value)
    if (name === 'step' || name === 'steps' || name === 'dataEntry') return steps(value)
    if (name === 'action' && !(isRecord(value) && Object.hasOwn(value, 'steps'))) return steps(value)
    if (name === 'type' || name === 'params') return value
    const schema = name === undefined ? written : (documentSchema.$defs[name] as ShapeSchema)
    if (isList(value)) return schema.items ? value.map(element => shaped(element, schema.items as ShapeSchema)) : value
    if (!isRecord(value)) return value
    const form = schema.anyOf ? schema.anyOf.find(option => option.properties) : schema
    if (!form) return value
    const properties = form.properties ?? {}
    const others = typeof form.additionalProperties === 'object' ? form.additionalProperties : undefined
    const inner = mapRecord(value, (child, key) => {
      const property = Object.hasOwn(properties, key) ? properties[key] : others
      return property ? shaped(child, property) : child
    })
    return inOrder(inner, Object.keys(properties))
  }

  return {
    document: (document: JsonObject): JsonObject =>
      inOrder(shaped(document, documentSchema) as JsonObject, ['$schema', ...Object.keys(documentSchema.properties ?? {})]),
  }
}

/** The record with the keys in `order` first, and those in `last` at the end; the others stand between as they were written. */
function inOrder(record: JsonObject, order: readonly string[], last: readonly string[] = []): JsonObject {
  const has = (key: string): boolean => Object.hasOwn(record, key)
  const keys = new Set([...order.filter(has), ...Object.keys(record).filter(key => !last.includes(key)), ...last.filter(has)])
  return recordOf([...keys].map(key => [key, record[key] as Json]))
}

function mapRecord(record: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  return recordOf(Object.keys(record).map(key => [key, change(record[key] as Json, key)]))
}

const each = (value: Json, change: (value: Json) => Json): Json => (isList(value) ? value.map(change) : change(value))
