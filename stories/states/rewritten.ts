import { components } from '../../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Example } from '../examples/index.ts'

/** Properties and fields whose text a person reads. */
const READ = new Set(['label', 'title', 'subtitle', 'text', 'about', 'placeholder', 'name', 'note', 'message', 'submitLabel', 'value'])
/** Where the words are what is chosen from; what is kept stays as it is. */
const CHOICES = new Set(['options', 'columns'])

/** The example with every text that a person reads in it made into another. */
export function rewritten(example: Example, into: (text: string) => string): Example {
  return {
    ...example,
    node: rewriteNode(example.node, into),
    ...(example.state && { state: rewriteState(example.state, into) }),
    ...(example.constants && { constants: rewriteData(example.constants, into) as JsonObject }),
    ...(example.frame && { frame: node => example.frame!(node) }),
  }
}

function rewriteNode(node: JsonObject, into: (text: string) => string): JsonObject {
  const slots = components.get(String(node.type))?.slots ?? {}
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => {
      if (name === 'children') return [name, asList(value).map(child => rewriteChild(child, into))]
      const slot = slots[name]
      if (slot?.kind === 'node' || slot?.kind === 'nodes')
        return [name, Array.isArray(value) ? value.map(child => rewriteChild(child, into)) : rewriteChild(value, into)]
      if (slot?.kind !== 'plain' || slot.format !== undefined || slot.values) return [name, value]
      if (CHOICES.has(name)) return [name, asList(value).map(option => rewriteChoice(option, into))]
      if (typeof value === 'string') return [name, READ.has(name) ? rewriteText(value, into) : value]
      return [name, rewriteData(value, into)]
    }),
  )
}

function rewriteChild(child: Json | undefined, into: (text: string) => string): Json {
  if (typeof child === 'string') return rewriteText(child, into)
  return isRecord(child) ? rewriteNode(child, into) : (child ?? null)
}

function rewriteChoice(option: Json, into: (text: string) => string): Json {
  if (typeof option === 'string') return { value: option, label: rewriteText(option, into) }
  return rewriteData(option, into)
}

/** The value that is edited stays as it is: it may be one of the choices. */
function rewriteState(state: JsonObject, into: (text: string) => string): JsonObject {
  return Object.fromEntries(
    Object.entries(state).map(([name, entry]) => [
      name,
      isRecord(entry) && Array.isArray(entry.init) ? { ...entry, init: rewriteData(entry.init, into) } : entry,
    ]),
  )
}

/** In records it is the fields that are read. */
function rewriteData(value: Json | undefined, into: (text: string) => string): Json {
  if (Array.isArray(value)) return value.map(element => rewriteData(element, into))
  if (!isRecord(value)) return value ?? null
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && READ.has(name) && !(name === 'value' && Object.hasOwn(value, 'label')) ? rewriteText(inner, into) : rewriteData(inner, into),
    ]),
  )
}

/** What is computed stays computed. */
const rewriteText = (text: string, into: (text: string) => string): string => (text.includes('${') ? text : into(text))

const asList = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const isRecord = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
