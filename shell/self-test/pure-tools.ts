import { ToolFailure, type ToolPort } from '../../engine/ports.ts'
import { createSeededChance } from '../../engine/react/test-run/stub-ports.ts'
import { createBroker } from '../../tools/broker.ts'
import type { MathPort, ToolWorld } from '../../tools/ports.ts'

/** The tools as they are with nothing granted and no world behind them: those that compute work, mathematics by `math`, the others are refused (B70). */
export function createPureTools(math: MathPort): ToolPort {
  const none = (): never => {
    throw new ToolFailure('no-stub', 'A test reaches nothing outside: give a reply for this call under "tools".')
  }
  const world: ToolWorld = {
    chance: createSeededChance(7),
    storage: { get: none, set: none, remove: none, list: none, clear: none },
    clipboard: { write: none, read: none, history: none },
    files: { open: none, save: none },
    workspace: { open: none, change: none, attach: none, attachment: none },
    http: { send: none },
    notifications: { show: none, cancel: none },
    sound: { play: none, tone: none },
    print: none,
    speech: { say: none, listen: none },
    place: { here: none },
    share: { link: none, qr: none },
    math,
    llm: { ask: none },
    celebrate: none,
    apps: { open: none, list: none, close: none, focus: none, install: none, send: none },
    system: { info: none, metrics: none, processes: none, kill: none, log: none, settings: none, look: none, permissions: none },
    events: { find: none },
  }
  return createBroker({ isGranted: () => false, approve: () => Promise.resolve(false), world })
}
