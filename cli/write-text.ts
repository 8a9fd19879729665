import { writeFile } from 'node:fs/promises'
import { CommandError } from './command-error.ts'

/**
 * Writes a file; with `fresh`, only where there is none yet.
 *
 * @throws CommandError where it cannot be written
 */
export async function writeText(file: string, text: string, fresh = false): Promise<void> {
  try {
    await writeFile(file, text, { flag: fresh ? 'wx' : 'w' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const name = JSON.stringify(file)
    const why =
      code === 'EEXIST'
        ? `${name} is there already, and nothing is overwritten: choose another name.`
        : code === 'ENOENT' || code === 'ENOTDIR'
          ? `The folder of ${name} is missing: make it first.`
          : `${name} could not be written: ${error instanceof Error ? error.message : String(error)}.`
    throw new CommandError(why, { cause: error })
  }
}
