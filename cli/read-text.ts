import { createReadStream } from 'node:fs'
import { LIMITS } from '../schema/limits.ts'
import type { Terminal } from './command.ts'
import { CommandError } from './command-error.ts'

/** A document cannot have more bytes: a UTF-16 unit takes at most three in UTF-8. The rest is not read. */
const MOST_BYTES = 3 * LIMITS.documentCharacters

/**
 * The text of a file, or of the standard input for `-`.
 *
 * @throws CommandError where there is no such file, or it is a folder, may not be read, is no UTF-8,
 * or is larger than any document
 */
export async function readText(file: string, terminal: Terminal): Promise<string> {
  const bytes = await readAll(file, file === '-' ? terminal.input() : createReadStream(file))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new CommandError(`${nameOf(file)} is no text in UTF-8: save it as UTF-8.`, { cause: error })
  }
}

/** How a message names a file. */
export function nameOf(file: string): string {
  return file === '-' ? '<input>' : file
}

async function readAll(file: string, source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of source) {
      parts.push(part)
      length += part.length
      if (length > MOST_BYTES) break
    }
  } catch (error) {
    throw new CommandError(explain(file, error), { cause: error })
  }
  if (length > MOST_BYTES) throw new CommandError(`${nameOf(file)} is larger than any blueprint may be (${LIMITS.documentCharacters} characters).`)
  return Buffer.concat(parts)
}

function explain(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const name = JSON.stringify(file)
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${name}.`
  if (code === 'EISDIR') return `${name} is a folder: name a file in it.`
  if (code === 'EACCES' || code === 'EPERM') return `${name} may not be read: change its permissions.`
  return `${name} could not be read: ${error instanceof Error ? error.message : String(error)}.`
}
