import { kindOf } from './approvals.ts'

export interface CapabilityWords {
  /** What the app may then do, as the person would say it. */
  readonly title: string
  /** What that means, where the title does not say it all. */
  readonly detail: string | null
}

const words: ReadonlyMap<string, (scope: string) => CapabilityWords> = new Map<string, (scope: string) => CapabilityWords>([
  ['storage', () => ({ title: 'Keep its data on this device', detail: null })],
  ['files', () => ({ title: 'Open a file you choose, and save one', detail: 'You pick the file each time.' })],
  ['clipboard.write', () => ({ title: 'Copy to the clipboard when you press a button', detail: null })],
  ['clipboard.read', () => ({ title: 'Read the clipboard', detail: 'You are asked each time.' })],
  ['notify', () => ({ title: 'Show notifications', detail: 'They carry the app’s name.' })],
  [
    'net',
    origin => ({
      title: `Exchange data with ${origin}`,
      detail: 'It can read from this address, and send it anything that you enter in this app.',
    }),
  ],
  [
    'system.events',
    () => ({
      title: 'See what happens in all of your apps',
      detail: 'Which buttons are pressed, which places in their data change, whom they exchange data with and when; not the values.',
    }),
  ],
  ['speech', () => ({ title: 'Say texts aloud', detail: null })],
  [
    'frame',
    origin => ({
      title: `Show pages of ${origin} in its window`,
      detail: 'What those pages do is up to whoever runs them, who learns that you look at them. They see nothing of this app.',
    }),
  ],
])

/** A capability in plain words, with its whole scope. One that is not known here is named as it is. */
export function capabilityWords(capability: string): CapabilityWords {
  const kind = kindOf(capability)
  const scope = capability.slice(kind.length + 1)
  return words.get(kind)?.(scope) ?? { title: `Use “${capability}”`, detail: null }
}
