import type { ToolCallContext } from '../engine/ports.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import type { ToolWorld } from './ports.ts'

/** One tool: a function of arguments that its schema has checked, and of the world. What is at hand is given at once. */
export type Tool = (args: JsonObject, world: ToolWorld, context: ToolCallContext) => Json | Promise<Json>

export const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
export const numberOf = (value: Json | undefined, otherwise: number): number => (typeof value === 'number' ? value : otherwise)
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
