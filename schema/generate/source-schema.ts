/** The authored JSON Schemas as the generator sees them: plain JSON Schema plus the `x-` keywords of FORMAT.md. */
import type { Json, JsonObject } from '../json/json.ts'

export interface PropertySchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | number | boolean)[]
  readonly const?: Json
  readonly anyOf?: readonly PropertySchema[]
  readonly items?: PropertySchema
  readonly properties?: Readonly<Record<string, PropertySchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | PropertySchema
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly default?: Json
  readonly examples?: readonly Json[]
  readonly description?: string
  readonly title?: string
  readonly 'x-slot'?: string
  readonly 'x-event'?: Readonly<Record<string, string>>
  readonly 'x-type'?: string
  readonly 'x-each'?: boolean
  readonly 'x-names'?: readonly string[]
  readonly 'x-grows'?: boolean
  readonly 'x-format'?: string
  readonly 'x-engine'?: boolean
  readonly 'x-hint'?: string
}

export interface RootSchema extends PropertySchema {
  readonly $schema?: string
  readonly $id?: string
  readonly 'x-group'?: string
  readonly 'x-children'?: string
  readonly 'x-child'?: string
  readonly 'x-parent'?: string
  readonly 'x-rows'?: { readonly list: string; readonly as: string; readonly name: string; readonly origin: boolean }
  readonly 'x-bind'?: string
  readonly 'x-instead'?: string
  readonly 'x-aliases'?: Readonly<Record<string, string>>
  readonly 'x-capability'?: {
    readonly name: string
    readonly grade: string
    readonly scope?: { readonly kind: string; readonly argument: string }
    readonly also?: { readonly name: string; readonly grade: string; readonly argument: string }
  }
  readonly 'x-result'?: Json
  readonly 'x-cost'?: string
  readonly 'x-errors'?: Readonly<Record<string, string>>
  readonly 'x-family'?: string
  readonly 'x-read'?: boolean
  readonly 'x-gesture'?: boolean
  readonly 'x-one-of'?: readonly (readonly string[])[]
  /** Of a block: its Slots, each with what is for it. */
  readonly 'x-content'?: Readonly<Record<string, string>>
  readonly 'x-state'?: JsonObject
  readonly 'x-view'?: Json
}

/** One authored file, read, its references resolved. */
export interface Source {
  /** Relative to the repository, `schema/components/Button.json`. */
  readonly file: string
  readonly name: string
  readonly schema: RootSchema
}

export interface Sources {
  readonly components: readonly Source[]
  readonly tools: readonly Source[]
  readonly blocks: readonly Source[]
  readonly common: Source
  readonly input: Source
  readonly blueprint: Source
  /** The shared value types of `tokens.json`, by name. */
  readonly tokens: Readonly<Record<string, PropertySchema>>
  /** What is wrong with the files; a file named here is left out of what is generated. */
  readonly problems: readonly string[]
}
