/**
 * The surroundings of an app under test (B70): no real storage, network, media or files, and nothing
 * is left to chance.
 */
import { tools } from '../../../schema/generated/catalog.ts'
import type { Failure } from '../../../schema/issue.ts'
import type { Json, JsonObject } from '../../../schema/json/json.ts'
import type { AppPorts, Attachments, Chance, ToolPort } from '../../ports.ts'
import { ToolFailure } from '../../ports.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** Monday, 5 January 2026, 09:00 UTC. */
export const TEST_START = Date.UTC(2026, 0, 5, 9)

/** What a test says that a tool answers: a fixed reply, or one after the other. */
export type StubReplies = ReadonlyMap<string, readonly JsonObject[]>

/** Capabilities whose tools are played by a stub where the test names no reply. */
const PLAYED = new Set(['storage', 'notify', 'clipboard.write'])

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

export interface StubOptions {
  readonly clock: VirtualClock
  readonly replies: StubReplies
  /** Whether a reply's `when` holds for these arguments. */
  matches(condition: Json, args: JsonObject): boolean
  /** The tools that need no capability: they compute. */
  readonly pure: ToolPort
  readonly chance: Chance
  /** Outlives a reload within one test. */
  readonly kept: Map<string, Json>
  onFailure(failure: Failure): void
}

export function createStubPorts({ clock, replies, matches, pure, chance, kept, onFailure }: StubOptions): AppPorts {
  const turns = new Map<string, number>()

  function stubbed(tool: string, args: JsonObject): Json | Promise<Json> | undefined {
    const listed = replies.get(tool)
    if (!listed) return undefined
    const fitting = listed.filter(reply => reply.when === undefined || matches(reply.when, args))
    const turn = turns.get(tool) ?? 0
    turns.set(tool, turn + 1)
    const reply = fitting[Math.min(turn, fitting.length - 1)]
    if (!reply) throw new ToolFailure('no-stub', `The test has no reply for this call of ${tool}.`)
    const settle = (): Json => {
      if (reply.error !== undefined) {
        const { code, message } =
          typeof reply.error === 'object' && reply.error !== null ? (reply.error as JsonObject) : { code: 'failed', message: reply.error }
        throw new ToolFailure(String(code ?? 'failed'), String(message ?? reply.error))
      }
      return httpReply(tool, reply.reply ?? null)
    }
    const delay = Number(reply.delay ?? 0)
    if (delay <= 0) return tool.startsWith('http.') ? Promise.resolve().then(settle) : settle()
    return new Promise((resolve, reject) => {
      clock.after(delay, () => {
        try {
          resolve(settle())
        } catch (error) {
          reject(error)
        }
      })
    })
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
      call(tool, args, context) {
        const reply = stubbed(tool, args)
        if (reply !== undefined) return reply
        const spec = tools.get(tool)
        if (spec?.capability && !PLAYED.has(spec.capability.name))
          throw new ToolFailure('no-stub', `The test calls ${tool} but says no reply for it under "tools".`)
        if (spec?.capability || tool.startsWith('sound.') || tool === 'celebrate') return play(tool, args)
        return pure.call(tool, args, context)
      },
    },
    reportFailure: onFailure,
  }
}

/** A stub of an http tool may give the body alone. */
function httpReply(tool: string, reply: Json): Json {
  if (!tool.startsWith('http.')) return reply
  const whole = reply !== null && typeof reply === 'object' && !Array.isArray(reply) && Object.hasOwn(reply, 'status')
  return whole ? { ok: true, headers: {}, body: null, ...(reply as JsonObject) } : { status: 200, ok: true, headers: {}, body: reply }
}

function createStubAttachments(): Attachments {
  let count = 0
  return {
    url: () => null,
    load: () => Promise.resolve(),
    put: file => Promise.resolve({ ref: `file:${++count}`, name: file.name, type: file.type, size: file.size }),
  }
}
