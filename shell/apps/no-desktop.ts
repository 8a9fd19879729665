import { ToolFailure } from '../../engine/ports.ts'
import type { OtherApps, SystemPort } from '../../tools/ports.ts'

/** Where an app is shown by itself, in the preview of its author: there is nothing round it. */
const none = (): never => {
  throw new ToolFailure('no-desktop', 'This works on the desktop only: here the app is shown by itself.')
}

export const noOtherApps: OtherApps = { open: none, list: none, close: none, focus: none, install: none, send: none }
export const noSystem: SystemPort = { info: none, metrics: none, processes: none, kill: none, log: none, settings: none, look: none, permissions: none }
