import { isValidElement } from 'react'
import { catalog, componentNames } from '../../components/index.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'

const namesByComponent: ReadonlyMap<unknown, string> = new Map(componentNames.map(name => [catalog.get(name), name]))

/**
 * The node that a story's arguments amount to: what React draws is turned back into components. What no blueprint says in
 * this way, as functions, is left out.
 */
export function writtenNode(name: string, args: Readonly<Record<string, unknown>>): JsonObject {
  const properties = Object.entries(args).flatMap(([property, value]) => {
    const written = writtenValue(value)
    if (written === undefined) return []
    return [[property, property === 'children' && !Array.isArray(written) ? [written] : written] as const]
  })
  return { type: name, ...Object.fromEntries(properties) }
}

function writtenValue(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (isValidElement<Record<string, unknown>>(value)) return writtenElement(value.type, value.props)
  if (Array.isArray(value)) return value.flatMap(element => writtenValue(element) ?? [])
  if (typeof value !== 'object' || value === undefined) return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const written = writtenValue(inner)
      return written === undefined ? [] : [[key, written]]
    }),
  )
}

/** A fragment stands for what is in it; what gives an input its state stands for the input. */
function writtenElement(type: unknown, props: Readonly<Record<string, unknown>>): Json | undefined {
  const { of, ...rest } = props
  const name = namesByComponent.get(type) ?? namesByComponent.get(of)
  return name === undefined ? writtenValue(props.children) : writtenNode(name, rest)
}
