/**
 * Each capability in the words that a person reads: one table for the question, the refusal, Settings, the log and the
 * reference. A capability is its kind and, after a colon, its scope: `net:https://api.example.com`, `storage`.
 */

import { kindOf, scopeOf } from './capability-name.ts'
import { labelWords, readFlow } from './flow.ts'

export interface CapabilityWords {
  /** What the app may then do, as the person would say it; after “allow it to” with a small first letter. */
  readonly title: string
  /** What that means, where the title does not say it all. */
  readonly detail: string | null
}

const named = (title: string, detail: string | null = null) => [title, detail] as const
type Words = (scope: string) => readonly [title: string, detail: string | null]

const words: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['storage', () => named('Keep its data on this device')],
  ['files', () => named('Open a file you choose, and save one', 'You pick the file each time.')],
  ['fs', folder => named(`Read and change the files in the folder “${folder}”`, 'It sees this folder and what is in it, and nothing else of your workspace.')],
  ['clipboard.write', () => named('Copy to the clipboard when you press a button')],
  ['clipboard.read', () => named('Read the clipboard', 'You are asked each time.')],
  ['clipboard.history', () => named('See what the apps of this desktop copied', 'Not what you copied elsewhere.')],
  ['notify', () => named('Show notifications', 'They carry the app’s name.')],
  ['speech', () => named('Say texts aloud')],
  ['microphone', () => named('Listen to what you say', 'You are asked each time, and a mark in its window shows while it listens.')],
  ['location', () => named('Know where this device is', 'You are asked each time.')],
  ['net', netWords],
  [
    'frame',
    origin =>
      named(
        `Show pages of ${origin} in its window`,
        'What those pages do is up to whoever runs them, who learns that you look at them. They see nothing of this app.',
      ),
  ],
  ['secret', name => named(`Use your key “${name}”`, 'The desktop adds it to calls to the server that it belongs to. The app never sees it.')],
  ['llm', () => named('Ask a language model', 'What it hands over is read by the model’s provider.')],
  [
    'flow',
    scope => {
      const flow = readFlow(`flow:${scope}`)
      return named(`Send what it has from ${labelWords(flow?.from ?? scope)} to ${labelWords(flow?.to ?? '?')}`, 'Whoever receives it then has it.')
    },
  ],
  ['apps', () => named('Open your other apps')],
  ['apps.list', () => named('See which apps you have')],
  ['apps.manage', () => named('Install, close and bring forward other apps', 'You are asked each time.')],
  ['intent', name => named(`Send “${name}” to another app`, 'You pick the app that receives it, which acts with what you allowed that app.')],
  ['share', () => named('Offer a link to itself', 'The link carries the app, and nothing that you entered.')],
  ['system.info', () => named('See what this desktop runs on', 'The browser, the screen, the version; nothing of your apps.')],
  ['system.metrics', () => named('See how fast things are', 'How long tools, models and drawing took.')],
  ['system.processes', () => named('See which apps are open, and what they cost')],
  ['system.kill', () => named('Stop other apps', 'What you entered in them is kept. You are asked each time.')],
  ['system.log', () => named('See what went wrong in your apps')],
  ['system.settings', () => named('See how the desktop is set up')],
  ['system.look', () => named('Change how the desktop looks', 'You are asked each time.')],
  ['system.permissions', () => named('See what your apps are allowed')],
  [
    'system.events',
    () =>
      named(
        'See what happens in all of your apps',
        'Which buttons are pressed, which places in their data change, whom they exchange data with and when; not the values.',
      ),
  ],
])

/** Kinds that the table knows; a test holds that it has every capability of the registry. */
export const wordedKinds: ReadonlySet<string> = new Set(words.keys())

/** A capability in plain words, with its whole scope. One that is not known here is named as it is. */
export function capabilityWords(capability: string): CapabilityWords {
  const scope = scopeOf(capability)
  const [title, detail] = words.get(kindOf(capability))?.(scope) ?? named(`Use “${capability}”`)
  const note = hostNote(scope)
  return { title, detail: note === null ? detail : `${note}${detail === null ? '' : ` ${detail}`}` }
}

/** The same after “allow it to …”. */
export function describeCapability(capability: string): string {
  const { title } = capabilityWords(capability)
  return title.charAt(0).toLowerCase() + title.slice(1)
}

function netWords(origin: string): readonly [string, string | null] {
  if (origin.startsWith('?'))
    return named(`Exchange data with “${origin.slice(1)}”, whose address you write`, 'Nobody else chooses it, and the app reaches no other.')
  return named(`Exchange data with ${origin}`, 'It can read from this address, and send it anything that you enter in this app.')
}

/** What is unusual about the host of an address (S15, S27): shown as the browser calls it, never as it was painted. */
function hostNote(scope: string): string | null {
  if (!/^https?:\/\//.test(scope) || !URL.canParse(scope)) return null
  const { protocol, hostname } = new URL(scope)
  if (hostname.split('.').some(label => label.startsWith('xn--')))
    return 'Look closely: this name is written with letters of other alphabets, and is shown here in the form that computers use.'
  if (/^[\d.]+$|^\[/.test(hostname)) return 'Look closely: this is a number instead of a name.'
  return protocol === 'http:' ? 'The way there is not encrypted.' : null
}
