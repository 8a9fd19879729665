/** What there is to break in a document: its components, calls, slots and formulas, found by the catalogue alone. */
import type { ComponentSpec, SlotSpec, SlotTable, ToolSpec } from '../../schema/catalog.ts'
import { components, tools } from '../../schema/generated/catalog.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { isRecord } from './mutant.ts'

export interface NodeSite {
  readonly at: Path
  readonly node: JsonObject
  readonly spec: ComponentSpec
}

export interface CallSite {
  readonly at: Path
  readonly call: JsonObject
  readonly tool: ToolSpec
}

export interface SlotSite {
  readonly at: Path
  readonly value: Json
  readonly slot: SlotSpec
}

/** A text with a formula in it: one whole hole, a text with holes, or a bare lambda. */
export interface FormulaSite {
  readonly at: Path
  readonly text: string
}

export interface Sites {
  readonly nodes: readonly NodeSite[]
  readonly parts: readonly { readonly at: Path; readonly node: JsonObject }[]
  readonly calls: readonly CallSite[]
  readonly slots: readonly SlotSite[]
  readonly formulas: readonly FormulaSite[]
}

const known = new WeakMap<JsonObject, Sites>()

export function sitesOf(document: JsonObject): Sites {
  const before = known.get(document)
  if (before) return before
  const sites = findSites(document)
  known.set(document, sites)
  return sites
}

function findSites(document: JsonObject): Sites {
  const nodes: NodeSite[] = []
  const parts: { at: Path; node: JsonObject }[] = []
  const calls: CallSite[] = []
  const slots: SlotSite[] = []
  const formulas: FormulaSite[] = []
  const partNames = new Set(isRecord(document.parts) ? Object.keys(document.parts) : [])

  const slotsIn = (record: JsonObject, table: SlotTable, at: Path): void => {
    for (const [key, value] of Object.entries(record)) {
      const slot = Object.hasOwn(table, key) ? table[key] : undefined
      if (slot === undefined) continue
      slots.push({ at: [...at, key], value, slot })
      if (slot.fields && isRecord(value)) slotsIn(value, slot.fields, [...at, key])
      if (slot.fields && Array.isArray(value))
        for (const [index, element] of value.entries()) if (isRecord(element)) slotsIn(element, slot.fields, [...at, key, index])
    }
  }
  const visit = (value: Json, at: Path): void => {
    if (typeof value === 'string' && /\$\{/.test(value)) formulas.push({ at, text: value })
    else if (Array.isArray(value)) for (const [index, element] of value.entries()) visit(element, [...at, index])
    else if (isRecord(value)) {
      const type = typeof value.type === 'string' && at[0] !== 'state' && at[0] !== 'constants' && at[0] !== 'tests' ? value.type : ''
      const spec = components.get(type)
      if (spec) {
        nodes.push({ at, node: value, spec })
        slotsIn(value, spec.slots, at)
      } else if (partNames.has(type)) parts.push({ at, node: value })
      const tool = typeof value.do === 'string' && at[0] !== 'constants' ? tools.get(value.do) : undefined
      if (tool) {
        calls.push({ at, call: value, tool })
        slotsIn(value, tool.arguments, at)
        if (typeof value.where === 'string' && value.where.includes('=>')) formulas.push({ at: [...at, 'where'], text: value.where })
      }
      for (const [key, inner] of Object.entries(value)) visit(inner, [...at, key])
    }
  }
  visit(document, [])
  return { nodes, parts, calls, slots, formulas: formulas.filter(({ at }) => at[0] !== 'constants' && !(at[0] === 'tests' && at.includes('tools'))) }
}

/** Every step of every test. */
export function testSteps({ document }: { readonly document: JsonObject }): readonly { readonly at: Path; readonly step: JsonObject }[] {
  const tests = document.tests
  return (Array.isArray(tests) ? tests : []).flatMap((test, index) => {
    const steps = isRecord(test) ? test.steps : undefined
    return (Array.isArray(steps) ? steps : []).flatMap((step, place) => (isRecord(step) ? [{ at: ['tests', index, 'steps', place], step }] : []))
  })
}

/** A word of a formula, outside of its texts. */
export interface Word {
  readonly name: string
  readonly from: number
  readonly to: number
  /** The signs beside it, spaces left out. */
  readonly before: string
  readonly after: string
}

/** The words of the formulas in a text: what stands in its holes, or all of a text without holes. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const { from, to } of codeOf(text)) {
    const code = text.slice(from, to)
    for (const found of code.matchAll(/[A-Za-z_][A-Za-z0-9_]*/g)) {
      const start = from + found.index
      const end = start + found[0].length
      words.push({ name: found[0], from: start, to: end, before: text.slice(0, start).trimEnd().slice(-1), after: text.slice(end).trimStart().slice(0, 1) })
    }
  }
  return words
}

/** The stretches of a text that are formula and not quoted. */
export function codeOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = []
  const whole = !text.includes('${')
  let depth = whole ? 1 : 0
  let quote = ''
  let start = 0
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] as string
    if (quote !== '') {
      if (character === '\\') i += 1
      else if (character === quote) {
        quote = ''
        start = i + 1
      }
    } else if (depth === 0) {
      if (character === '$' && text[i + 1] === '{') {
        depth = 1
        i += 1
        start = i + 1
      }
    } else if (character === "'" || character === '"' || character === '`') {
      stretches.push({ from: start, to: i })
      quote = character
    } else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) stretches.push({ from: start, to: i })
    }
  }
  if (whole && quote === '') stretches.push({ from: start, to: text.length })
  return stretches
}
