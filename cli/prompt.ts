import { systemPrompt } from '../schema/generated/prompt.ts'
import type { Command } from './command.ts'
import { CommandError } from './command-error.ts'

/** `prompt`: the system prompt exactly as it is sent to a model. */
export const prompt: Command = async (args, terminal) => {
  if (args.length > 0) throw new CommandError('"cyanotype prompt" takes no arguments.')
  terminal.out(systemPrompt)
  return 0
}
