import type { Json } from '../json/json.ts'

/** The part of JSON Schema that the document's schema is written in. */
export interface ShapeSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: Json
  readonly enum?: readonly Json[]
  readonly anyOf?: readonly ShapeSchema[]
  readonly properties?: Readonly<Record<string, ShapeSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | ShapeSchema
  readonly items?: ShapeSchema
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minProperties?: number
  readonly maxProperties?: number
}

export interface DocumentSchema extends ShapeSchema {
  readonly $defs: Readonly<Record<string, ShapeSchema>>
}
