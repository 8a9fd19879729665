import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SlotTable } from '../catalog.ts'
import * as whole from '../generated/catalog.ts'
import * as run from '../generated/run-catalog.ts'
import { componentSpec, toolSpec } from './catalog-module.ts'
import { readSources } from './read-sources.ts'
import { slotsOf } from './slots.ts'

const sources = readSources(join(import.meta.dirname, '..'))

describe('the generated catalog', () => {
  it('says of each component and tool all that its schema says', () => {
    expect([...whole.components.values()]).toEqual(sources.components.map(source => componentSpec(source, sources)))
    expect([...whole.tools.values()]).toEqual(sources.tools.map(toolSpec))
    expect(whole.commonSlots).toEqual(slotsOf(sources.common.schema))
  })

  it('keeps the order of the slots, the common ones first', () => {
    const common = Object.keys(whole.commonSlots)
    for (const { slots } of whole.components.values()) expect(Object.keys(slots).slice(0, common.length)).toEqual(common)
    for (const [name, { slots }] of run.components) expect(Object.keys(slots)).toEqual(Object.keys(whole.components.get(name)?.slots ?? {}))
  })

  it('has one slot where two are the same', () => {
    const slots = new Set([...whole.components.values()].flatMap(spec => Object.values(spec.slots)))
    expect(new Set([...slots].map(slot => JSON.stringify(slot))).size).toBe(slots.size)
  })

  it('runs without what only the check reads', () => {
    const visit = (table: SlotTable) => {
      for (const slot of Object.values(table)) {
        for (const key of ['bind', 'event', 'min', 'max', 'whole', 'open', 'element']) expect(slot).not.toHaveProperty(key)
        expect(['src', undefined]).toContain(slot.format)
        if (slot.fields) visit(slot.fields)
      }
    }
    for (const { slots } of run.components.values()) visit(slots)
    expect([...run.tools.keys()]).toEqual([...whole.tools.values()].filter(tool => tool.engine).map(tool => tool.name))
    for (const tool of run.tools.values()) {
      expect(Object.keys(tool)).toEqual(['name', 'arguments'])
      visit(tool.arguments)
    }
  })
})
