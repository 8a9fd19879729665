import { hashBlueprint } from '../../schema/identity/hash.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'

/** An app that comes with the desktop, for the launcher. */
export interface ShippedApp {
  /** The name of its file. */
  readonly id: string
  readonly name: string
  readonly icon: string | null
  readonly about: string
  readonly category: string | null
  readonly hash: string
  load(): Promise<JsonObject>
}

const files = import.meta.glob<JsonObject>('../../blueprints/apps/*.json', { import: 'default' })

let list: Promise<readonly ShippedApp[]> | null = null

/** All of them, by name. Read once, when somebody asks. */
export function shippedApps(): Promise<readonly ShippedApp[]> {
  list ??= Promise.all(Object.entries(files).map(([path, read]) => toShipped(path, read))).then(
    apps => apps.sort((a, b) => a.name.localeCompare(b.name)),
    cause => {
      list = null
      throw cause
    },
  )
  return list
}

async function toShipped(path: string, read: () => Promise<JsonObject>): Promise<ShippedApp> {
  const document = await read()
  const app = (document.app ?? {}) as JsonObject
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : null)
  return {
    id: path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    name: text(app.name) ?? path,
    icon: text(app.icon),
    about: text(app.about) ?? '',
    category: text(app.category),
    hash: await hashBlueprint(document),
    load: async () => document,
  }
}
