/** What of a document's `app` section has arrived. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { AppInfo } from '../contracts.ts'

export const NO_INFO: AppInfo = {
  name: null,
  icon: null,
  about: null,
  category: null,
  currency: null,
  theme: {},
  window: { width: null, height: null },
}

export function infoOf(app: Json | undefined): AppInfo {
  if (app === undefined || app === null || typeof app !== 'object' || Array.isArray(app)) return NO_INFO
  const { name, icon, about, category, currency, theme, window } = app as JsonObject
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : null)
  const number = (value: Json | undefined) => (typeof value === 'number' ? value : null)
  const size = window !== null && typeof window === 'object' && !Array.isArray(window) ? (window as JsonObject) : {}
  return {
    name: text(name),
    icon: text(icon),
    about: text(about),
    category: text(category),
    currency: text(currency),
    theme: theme !== null && typeof theme === 'object' && !Array.isArray(theme) ? (theme as JsonObject) : {},
    window: { width: number(size.width), height: number(size.height) },
  }
}
