import { ToolFailure, type ToolPort } from '../../engine/ports.ts'
import { createSeededChance } from '../../engine/react/test-run/stub-ports.ts'
import { createBroker } from '../../tools/broker.ts'
import type { ToolWorld } from '../../tools/ports.ts'

/** The tools as they are with nothing granted and no world behind them: those that compute work, the others are refused (B70). */
export function createPureTools(): ToolPort {
  const none = (): never => {
    throw new ToolFailure('no-stub', 'A test reaches nothing outside: give a reply for this call under "tools".')
  }
  const world: ToolWorld = {
    chance: createSeededChance(7),
    storage: { get: none, set: none, remove: none, list: none, clear: none },
    clipboard: { write: none, read: none },
    files: { open: none, save: none },
    http: { send: none },
    notifications: { show: none, cancel: none },
    sound: { play: none, tone: none },
    print: none,
    speech: { say: none },
    celebrate: none,
    events: { find: none },
  }
  return createBroker({ isGranted: () => false, approve: () => Promise.resolve(false), world })
}
