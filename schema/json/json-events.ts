import type { JsonFault } from './fault.ts'
import type { Json, JsonObject } from './json.ts'

/** A list or record that has been opened. `value` is the one that ends up in the document, and grows in place. */
export interface Frame {
  readonly value: JsonObject | Json[]
  readonly parent: Frame | null
  /** Where it is in its parent; null for the document itself. */
  readonly key: string | number | null
  /** Offset of its opening bracket. */
  readonly start: number
}

export interface JsonEvents {
  /** A list or record has opened. It is in its parent already. */
  open?(frame: Frame): void
  /** A child of `frame` has closed and is in it: a scalar, or a list or record after its own `close`. */
  value?(frame: Frame, key: string | number, value: Json): void
  /**
   * At the end of a push: the text of a member is still open and has grown. Escapes are decoded, and
   * no character is cut in half. The text is a rope that is copied when it is first read.
   */
  text?(frame: Frame, key: string | number, textSoFar: string): void
  close?(frame: Frame): void
}

export interface JsonParser {
  /** Reads more of the text; gives the fault that has ended the reading, if one has. */
  push(chunk: string): JsonFault | null
  /** Says that the text is over. */
  end(): JsonFault | null
  readonly fault: JsonFault | null
  /** The document, or as much of it as has been read. */
  readonly root: Json | undefined
  /** The document has closed, and nothing but white space followed. */
  readonly complete: boolean
  /** How many characters have been read; inside an event, where what it tells of ends. */
  readonly offset: number
}
