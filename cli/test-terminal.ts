import type { Command } from './command.ts'

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface Surroundings {
  /** What stands on the standard input, part by part. */
  readonly typed?: readonly string[]
  readonly colors?: boolean
}

/** Carries out a command in a terminal of its own; gives its exit code and what it wrote. For tests. */
export async function runInTerminal(command: Command, args: readonly string[], { typed = [], colors = false }: Surroundings = {}): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const code = await command(args, {
    out: text => void out.push(text),
    err: text => void err.push(text),
    async *input() {
      for (const part of typed) yield new TextEncoder().encode(part)
    },
    environment: {},
    colors,
  })
  return { code, out: out.join(''), err: err.join('') }
}
