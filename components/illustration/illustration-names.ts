/** The names in `schema/tokens.json#/$defs/illustration`. */
export const illustrationNames = ['list', 'search', 'done', 'error', 'offline', 'denied', 'calendar', 'money', 'notes', 'plant', 'people'] as const

export type IllustrationName = (typeof illustrationNames)[number]

const names: ReadonlySet<unknown> = new Set(illustrationNames)

export function isIllustration(name: unknown): name is IllustrationName {
  return names.has(name)
}
