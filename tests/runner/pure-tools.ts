import type { ToolPort } from '../../engine/ports.ts'
import { createSeededChance } from '../../engine/react/test-run/stub-ports.ts'
import { createBroker } from '../../tools/broker.ts'
import { createTestWorld } from '../../tools/test-world.ts'

/** The real tools with nothing granted: those that compute work, the others are refused. */
export function createPureTools(): ToolPort {
  return createBroker({ isGranted: () => false, approve: () => Promise.resolve(false), world: { ...createTestWorld(), chance: createSeededChance(7) } })
}
