/**
 * What an app has from one place and sends to another (S28), as a capability: `flow:net:https://a.example>>net:https://b.example`.
 * Before and after `>>` stand labels: `net:` with an origin, `fs:` with a folder, `app:` with an installed app, or one of
 * the words below.
 */

const SIGN = '>>'

export function flowCapability(from: string, to: string): string {
  return `flow:${from}${SIGN}${to}`
}

/** The labels of a flow; null where it is none. */
export function readFlow(capability: string): { readonly from: string; readonly to: string } | null {
  if (!capability.startsWith('flow:')) return null
  const [from, to, ...more] = capability.slice('flow:'.length).split(SIGN)
  return from && to && more.length === 0 ? { from, to } : null
}

const words: ReadonlyMap<string, string> = new Map([
  ['file', 'files you opened'],
  ['clipboard', 'the clipboard'],
  ['llm', 'a language model'],
  ['apps', 'other apps'],
  ['microphone', 'what you said'],
  ['location', 'where this device is'],
  ['system', 'your desktop'],
])

/** A label as a person reads it, after “from” and “to”; `nameOf` knows the names of installed apps. */
export function labelWords(label: string, nameOf: (instance: string) => string | null = () => null): string {
  const known = words.get(label)
  if (known !== undefined) return known
  const kind = label.split(':', 1)[0] ?? ''
  const scope = label.slice(kind.length + 1)
  if (kind === 'net') return scope.replace(/^https:\/\//, '')
  if (kind === 'fs') return `the folder “${scope}”`
  const name = kind === 'app' ? nameOf(scope) : null
  return name === null ? (kind === 'app' ? 'another app' : `“${label}”`) : `“${name}”`
}
