/** What a test says that tools answer (B70). */

import { durationMilliseconds } from '../../../schema/durations.ts'
import type { Json, JsonObject } from '../../../schema/json/json.ts'
import { type Clock, ToolFailure } from '../../ports.ts'

export interface StubReplies {
  /** The answer to a call; undefined where the test says nothing of this tool. A call that no reply fits throws `no-stub`. */
  answer(tool: string, args: JsonObject): Json | Promise<Json> | undefined
}

export interface StubRepliesOptions {
  /** A test's `tools`. */
  readonly written: Json | undefined
  readonly clock: Clock
  /** Whether a reply's `when` holds for these arguments. */
  matches(condition: Json, args: JsonObject): boolean
}

/**
 * The replies to one tool are given in their order: a call gets the first that fits it and was not given yet, and after the
 * last of them the last one again. A `delay` passes in the clock's time.
 */
export function createStubReplies({ written, clock, matches }: StubRepliesOptions): StubReplies {
  const repliesByTool = new Map(Object.entries((written as JsonObject | undefined) ?? {}).map(([tool, reply]) => [tool, listOf(reply)]))
  const given = new Set<JsonObject>()

  return {
    answer(tool, args) {
      const listed = repliesByTool.get(tool)
      if (!listed) return undefined
      const fitting = listed.filter(reply => reply.when === undefined || matches(reply.when, args))
      const reply = fitting.find(each => !given.has(each)) ?? fitting.at(-1)
      if (!reply) throw new ToolFailure('no-stub', `None of the replies to ${tool} is for this call of it: ${shown(args)}.`)
      given.add(reply)
      const delay = durationMilliseconds(reply.delay ?? 0) ?? 0
      if (delay > 0) return new Promise((resolve, reject) => void clock.after(delay, () => settle(tool, reply).then(resolve, reject)))
      return tool.startsWith('http.') ? settle(tool, reply) : outcome(tool, reply)
    },
  }
}

/** The call's arguments as a failure shows them. */
export function shown(args: JsonObject): string {
  const text = JSON.stringify(args)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

function listOf(written: Json): readonly JsonObject[] {
  return (Array.isArray(written) ? (written as readonly JsonObject[]) : [written as JsonObject]).map(reply => ({ ...reply }))
}

async function settle(tool: string, reply: JsonObject): Promise<Json> {
  return outcome(tool, reply)
}

function outcome(tool: string, reply: JsonObject): Json {
  if (Object.hasOwn(reply, 'error')) throw failureOf(reply.error ?? null)
  return tool.startsWith('http.') ? httpReply(reply.reply ?? null) : (reply.reply ?? null)
}

function failureOf(error: Json): ToolFailure {
  const record = isRecord(error) ? error : { message: error }
  return new ToolFailure(String(record.code ?? 'failed'), String(record.message ?? 'The test says that it fails.'))
}

/** A stub of an http tool may give the body alone. */
function httpReply(reply: Json): Json {
  const { status = 200, ...rest } = isRecord(reply) && Object.hasOwn(reply, 'status') ? reply : { body: reply }
  return { status, ok: typeof status === 'number' && status >= 200 && status < 300, headers: {}, body: null, ...rest }
}

function isRecord(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
