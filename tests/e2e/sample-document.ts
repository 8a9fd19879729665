import { shippedApps } from '../../blueprints/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { sampleStates } from './sample-states.ts'

/** A shipped app with something in it, in its own theme or another. Its tests, which begin with nothing in it, are left out. */
export function sampleDocument(id: string, theme?: JsonObject): JsonObject {
  const { document } = shippedApps.find(app => app.id === id)!
  const state = structuredClone(document.state) as Record<string, { init: unknown }>
  for (const [name, value] of Object.entries(sampleStates.get(id) ?? {})) {
    const entry = state[name]
    if (entry !== null && typeof entry === 'object') entry.init = value
    else state[name] = value as never
  }
  const { tests: _, ...rest } = document
  return { ...rest, ...(theme && { app: { ...(rest.app as JsonObject), theme } }), state } as JsonObject
}
