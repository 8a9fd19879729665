/**
 * The surroundings of an app under test (B70): no real storage, network, media or files, and nothing
 * is left to chance.
 */
import { fitArguments } from '../../../schema/fit-slot.ts'
import { tools } from '../../../schema/generated/catalog.ts'
import type { Failure } from '../../../schema/issue.ts'
import type { Json, JsonObject } from '../../../schema/json/json.ts'
import type { AppPorts, Attachments, Chance, Clock, ToolPort } from '../../ports.ts'
import { ToolFailure } from '../../ports.ts'
import { type StubReplies, shown } from './stub-replies.ts'

/** Monday, 5 January 2026, 09:00 UTC. */
export const TEST_START = Date.UTC(2026, 0, 5, 9)

/** Capabilities whose tools are played by a stub where the test names no reply. */
const PLAYED = new Set(['storage', 'notify', 'clipboard.write', 'speech'])

/** The same numbers on each run (mulberry32). */
export function createSeededChance(seed = 1): Chance {
  let state = seed
  let ids = 0
  return {
    id: () => `id${++ids}`,
    random() {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
    },
  }
}

/** What an app under test is not granted, though it asks for it. */
export interface Withheld {
  refuses(tool: string, args: JsonObject): boolean
  /** It may not keep anything: after a reload it begins anew. */
  readonly persistence: boolean
}

export interface StubOptions {
  readonly clock: Clock
  readonly replies: StubReplies
  /** The tools that need no capability: they compute. */
  readonly pure: ToolPort
  readonly chance: Chance
  /** Outlives a reload within one test. */
  readonly kept: Map<string, Json>
  onFailure(failure: Failure): void
  /** A call that the test has no reply for: it fails the test, also where the app would have caught the failure. */
  onUnstubbed(message: string): void
  readonly withheld?: Withheld | undefined
  /** What is being computed, by a worker or by code that is still loading. */
  readonly computing?: Set<Promise<Json>>
}

export function createStubPorts({ clock, replies, pure, chance, kept, onFailure, onUnstubbed, withheld, computing = new Set() }: StubOptions): AppPorts {
  function stubbed(tool: string, args: JsonObject): Json | Promise<Json> | undefined {
    try {
      return replies.answer(tool, args)
    } catch (error) {
      if (error instanceof ToolFailure && error.code === 'no-stub') onUnstubbed(error.message)
      throw error
    }
  }

  function play(tool: string, args: JsonObject): Json {
    const key = String(args.key ?? '')
    switch (tool) {
      case 'storage.get':
        return kept.get(key) ?? null
      case 'storage.set':
        kept.set(key, args.value ?? null)
        return null
      case 'storage.remove':
        kept.delete(key)
        return null
      case 'storage.clear':
        kept.clear()
        return null
      case 'storage.list':
        return [...kept.keys()].sort()
      default:
        return null
    }
  }

  return {
    clock,
    chance,
    locale: { language: 'en-US', timeZone: 'UTC', currency: 'USD' },
    attachments: createStubAttachments(),
    tools: {
      call(tool, given, context) {
        const spec = tools.get(tool)
        const args = spec ? fitArguments(spec.arguments, given) : given
        if (withheld?.refuses(tool, args)) throw new ToolFailure('denied', `The app was not allowed to use ${tool}.`)
        const reply = stubbed(tool, args)
        if (reply !== undefined) return reply
        if (spec?.capability && !PLAYED.has(spec.capability.name)) {
          const message = `The app called ${tool} with ${shown(args)}, for which the test has no reply under "tools".`
          onUnstubbed(message)
          throw new ToolFailure('no-stub', message)
        }
        if (spec?.capability || tool.startsWith('sound.') || tool === 'celebrate' || tool === 'print') return play(tool, args)
        const made = pure.call(tool, args, context)
        if (made instanceof Promise) {
          computing.add(made)
          const done = () => computing.delete(made)
          made.then(done, done)
        }
        return made
      },
    },
    reportFailure: onFailure,
  }
}

function createStubAttachments(): Attachments {
  let count = 0
  return {
    url: () => null,
    load: () => Promise.resolve(),
    put: file => Promise.resolve({ ref: `file:${++count}`, name: file.name, type: file.type, size: file.size }),
  }
}
