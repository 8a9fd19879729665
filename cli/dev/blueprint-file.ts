import { createHash } from 'node:crypto'
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { applyFixToText } from '../../schema/check/apply-fix-to-text.ts'
import { loadBlueprint } from '../../schema/index.ts'
import type { Issue } from '../../schema/issue.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { FixRequest, WatchedFile } from '../../shell/preview/protocol.ts'

/** As many bytes as the longest document can have. */
const MOST_BYTES = 3 * LIMITS.documentCharacters

/** A fix that is not done; the reason is for the person in the page. */
export class FixRefused extends Error {
  readonly code: 'changed' | 'no-fix' | 'unreadable'
  constructor(code: FixRefused['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'FixRefused'
    this.code = code
  }
}

/** The file as it is now; what keeps it from being read is said in words and never thrown. */
export async function readBlueprintFile(path: string): Promise<WatchedFile> {
  const name = basename(path)
  const unreadable = (message: string): WatchedFile => ({ kind: 'unreadable', name, message })
  try {
    if ((await stat(path)).size > MOST_BYTES) return unreadable(`It is larger than any blueprint may be (${LIMITS.documentCharacters} characters).`)
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
    return { kind: 'text', name, version: versionOf(text), text }
  } catch (error) {
    return unreadable(explain(error))
  }
}

/** The issues of a text, as the page counts them. */
export function issuesOf(text: string): readonly Issue[] {
  return loadBlueprint(text).issues
}

/**
 * Writes the fix of one issue into the file, whole or not at all. Only fixes that the check itself offers can be asked for,
 * and only of the text that was checked: what was saved since is never overwritten.
 *
 * @throws FixRefused
 */
export async function writeFix(path: string, { version, issue }: FixRequest): Promise<void> {
  const file = await readBlueprintFile(path)
  if (file.kind === 'unreadable') throw new FixRefused('unreadable', `${file.name} could not be read. ${file.message}`)
  if (file.version !== version) throw new FixRefused('changed', `${file.name} was saved since this was found. Look at what is found in it now.`)
  const fix = issuesOf(file.text)[issue]?.fix
  if (fix === undefined) throw new FixRefused('no-fix', 'There is no fix for this. Change it in your editor.')
  let fixed: string
  try {
    fixed = applyFixToText(file.text, fix)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new FixRefused('no-fix', `This cannot be fixed from here (${cause.message}) Change it in your editor.`, { cause })
  }
  await replaceFile(await realpath(path), fixed)
}

/** By a file beside it, so that nobody ever reads half of it; its permissions stay. */
async function replaceFile(path: string, text: string): Promise<void> {
  const { mode } = await stat(path)
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    await writeFile(beside, text, { mode, flag: 'wx' })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw new FixRefused('unreadable', `${basename(path)} could not be written. ${explain(error)}`, { cause: error })
  }
}

function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'There is no such file now. It is shown again as soon as it is back.'
  if (code === 'EACCES' || code === 'EPERM') return 'Its permissions do not allow it: change them.'
  if (code === 'EISDIR') return 'It is a folder: name a file in it.'
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'It is no text in UTF-8: save it as UTF-8.'
  return error instanceof Error ? error.message : String(error)
}
