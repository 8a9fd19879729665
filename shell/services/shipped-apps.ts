import { hashBlueprint } from '../../schema/identity/hash.ts'
import type { JsonObject } from '../../schema/json/json.ts'

/** An app that comes with the desktop, for the launcher. */
export interface ShippedApp {
  /** The name of its file. */
  readonly id: string
  readonly name: string
  readonly icon: string
  readonly about: string
  readonly category: string
  readonly hash: string
  readonly document: JsonObject
}

let list: Promise<readonly ShippedApp[]> | null = null

/** All of them, in the order in which the launcher shows them. Loaded once, when somebody asks. */
export function shippedApps(): Promise<readonly ShippedApp[]> {
  list ??= loadShipped().catch(cause => {
    list = null
    throw cause
  })
  return list
}

async function loadShipped(): Promise<readonly ShippedApp[]> {
  const blueprints = await import('../../blueprints/index.ts')
  return Promise.all(blueprints.shippedApps.map(async app => ({ ...app, hash: await hashBlueprint(app.document) })))
}
