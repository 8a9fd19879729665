import type { AppPorts, Attachments, Locale, ToolPort } from '../../engine/ports.ts'
import { ToolFailure } from '../../engine/ports.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createPureTools } from '../../tests/runner/pure-tools.ts'

/** What tools answer in a story, by their names; those that compute work, the others are refused. */
export type Answers = Readonly<Record<string, Json>>

/** Is told what happens in a story: the name of it, and what came with it. */
export type Report = (name: string, detail: unknown) => void

/** Files of a story: kept for as long as the page is open. */
export function createStoryAttachments(): Attachments {
  const urls = new Map<string, string>()
  return {
    url: ref => urls.get(ref) ?? null,
    load: async () => {},
    async put(file) {
      const ref = `file:${urls.size + 1}`
      urls.set(ref, URL.createObjectURL(file))
      return { ref, name: file.name, type: file.type, size: file.size }
    },
  }
}

/** The world of a story: a real clock, tools that compute, and nothing outside of the page. */
export function createStagePorts(locale: Locale, answers: Answers, report: Report, pure: ToolPort = createPureTools()): AppPorts {
  return {
    clock: {
      now: Date.now,
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    locale,
    chance: { id: () => crypto.randomUUID(), random: Math.random },
    attachments: createStoryAttachments(),
    tools: {
      call(tool, args: JsonObject, context) {
        report(tool, args)
        if (Object.hasOwn(answers, tool)) return answers[tool] ?? null
        try {
          return pure.call(tool, args, context)
        } catch (error) {
          if (error instanceof ToolFailure && error.code === 'no-stub') throw new ToolFailure('denied', `A story does not offer ${tool}.`)
          throw error
        }
      },
    },
    reportFailure: failure => report(`failure: ${failure.code}`, failure.message),
  }
}
