/** What every step may have beside its tool's arguments (B60). */
import type { SlotTable } from '../catalog.ts'

export const stepForms: SlotTable = {
  when: { kind: 'formula', type: 'bool' },
  out: { kind: 'name', type: 'text' },
  catch: { kind: 'steps', type: 'any', event: {} },
}
