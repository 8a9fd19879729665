import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Answers } from '../stage/stage-ports.ts'

/** A component as an author would write it, and what of an app it needs around it. */
export interface Example {
  /** Its properties; `type` is the component's name. */
  readonly node: JsonObject
  readonly state?: JsonObject
  readonly constants?: JsonObject
  readonly data?: JsonObject
  readonly derived?: JsonObject
  readonly actions?: JsonObject
  /** What the app may do, with the reason that it gives. */
  readonly capabilities?: readonly JsonObject[]
  /** Further sections of the app. */
  readonly sections?: (node: JsonObject) => JsonObject
  /** What it stands in; a stack, as most things in an app do, where it is left out. */
  readonly frame?: (node: JsonObject) => Json
  /** Its properties with nothing to show, where that cannot be told from its schema. */
  readonly empty?: JsonObject
  readonly answers?: Answers
}

export type Examples = Readonly<Record<string, Example>>

export const text = (content: string, more: JsonObject = {}): JsonObject => ({ type: 'Text', text: content, ...more })
export const set = (path: string, value: Json): JsonObject => ({ do: 'set', path, value })
