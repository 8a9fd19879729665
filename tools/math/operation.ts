import type { Json, JsonObject } from '../../schema/json/json.ts'

/** At least 0, below 1; of the call's own source of chance. */
export type Draw = () => number

/** One tool of mathematics: plain data in, plain data out. Throws `ToolFailure` alone. */
export type MathOperation = (args: JsonObject, draw: Draw) => Json

export type MathTable = readonly (readonly [name: string, operation: MathOperation])[]
