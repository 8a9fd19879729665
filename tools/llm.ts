import { ToolFailure } from '../engine/ports.ts'
import { fits, parseType } from '../schema/formula/types.ts'
import { type Tool, textOf } from './tool.ts'

/** One question, of which the model sees nothing else; what it says is checked here too, whoever passed it on. */
export const llmAsk: Tool = async ({ prompt, about, type }, { llm }, { signal }) => {
  const read = parseType(type ?? 'text')
  if (!read.ok) throw new ToolFailure('bad-type', read.message)
  const value = await llm.ask({ prompt: textOf(prompt), about: about ?? null, type: type ?? 'text' }, signal)
  if (!fits(value, read.type))
    throw new ToolFailure('bad-reply', 'The model answered in a form that was not asked for. Ask for less at once, or for a simpler type.')
  return value
}
