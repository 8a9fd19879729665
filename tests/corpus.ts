import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folder of a corpus that lives beside the repository, or null with a printed reason where it is
 * missing (a fresh clone elsewhere). In CI a missing corpus is an error: there, nothing is skipped.
 */
export function corpus(name: string): string | null {
  const folder = join(import.meta.dirname, '../../shared/corpora', name)
  if (existsSync(folder)) return folder
  const reason = `The corpus "${name}" is not at ../shared/corpora/${name}.`
  if (process.env.CI) throw new Error(`${reason} CI runs every corpus.`)
  console.warn(`Skipped: ${reason}`)
  return null
}
