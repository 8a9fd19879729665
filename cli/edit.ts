import { keptEntries } from '../engine/migrate/state-fit.ts'
import { applyFixToText } from '../schema/check/apply-fix-to-text.ts'
import { isRecord, recordOf } from '../schema/check/kinds.ts'
import { applyEdit } from '../schema/edit/apply-edit.ts'
import { editBetween } from '../schema/edit/edit-between.ts'
import { describeType, parseType } from '../schema/formula/types.ts'
import { canonicalJson, type FixEdit, hashBlueprint, type Json, type JsonObject, loadBlueprint, type Path } from '../schema/index.ts'
import { parseJson } from '../schema/json/parse-json.ts'
import { formatPointer } from '../schema/json/pointer.ts'
import { formatDocument } from '../schema/layout/format.ts'
import { type Command, splitArguments } from './command.ts'
import { CommandError } from './command-error.ts'
import { formatIssue } from './format-issue.ts'
import { loadDocument } from './load-document.ts'
import { nameOf, readText } from './read-text.ts'
import { writeText } from './write-text.ts'

const USAGE = 'cyanotype edit FILE EDIT [--write]'

/**
 * `edit FILE EDIT [--write]`: the blueprint with an edit applied (B80), in the layout of its file: printed, or
 * with `--write` written back. 1, and nothing is written, where the edit does not hold. What changes, and what
 * becomes of a kept state (B81), is said beside it.
 */
export const edit: Command = async (args, terminal) => {
  const { files, options } = splitArguments(USAGE, args, { '--write': 'flag' })
  const [file, change, ...more] = files
  if (file === undefined || change === undefined || more.length > 0) throw new CommandError(`Name two files, the blueprint and the edit. Usage: ${USAGE}`)
  const writes = options.has('--write')
  if (file === '-' && change === '-') throw new CommandError('The standard input is read once: name a file for one of the two.')
  if (writes && file === '-') throw new CommandError('The standard input cannot be written to: name a file.')
  const text = await readText(file, terminal)
  const changeText = await readText(change, terminal)
  const document = loadDocument(text, file, terminal, 'readable')
  if (document === null) return 1
  const { document: next, issues, changes, edit: read } = applyEdit(document, changeText, { hash: await hashBlueprint(document) })
  for (const issue of issues) terminal.err(formatIssue(issue, nameOf(change), changeText))
  if (next === null || read === null) return 1
  const told = [...(read.say === undefined ? [] : [read.say]), ...changes, ...stateLines(document, next), `Hash: ${await hashBlueprint(next)}`]
  const result = textOf(text, next)
  if (writes) await writeText(file, result)
  else terminal.out(result)
  const say = writes ? terminal.out : terminal.err
  say(told.map(line => `${line.replace(/[\p{Cc}\p{Cf}]/gu, '·')}\n`).join(''))
  return 0
}

/** The new document in the author's layout where that can be had, else in the standard one. */
function textOf(text: string, next: JsonObject): string {
  const printed = formatDocument(next)
  const written = parseJson(text).value
  if (!isRecord(written)) return printed
  const app = recordOf(
    Object.keys(written)
      .filter(key => key !== '$schema')
      .map(key => [key, written[key] as Json]),
  )
  const edits = editBetween(app, next, '').ops.map(
    (op): FixEdit => ('drop' in op ? { remove: pointerTo(op.drop) } : { set: pointerTo(op.put), value: op.value }),
  )
  try {
    const result = applyFixToText(text, { title: 'Apply the edit', edits })
    const { document } = loadBlueprint(result)
    return document !== null && canonicalJson(document) === canonicalJson(next) ? result : printed
  } catch (error) {
    if (error instanceof RangeError) return printed
    throw error
  }
}

const pointerTo = (path: Json | undefined): string => formatPointer(path as Path)

/** What becomes of a state that was kept by the app before (B81), as far as its types tell. */
function stateLines(before: JsonObject, after: JsonObject): readonly string[] {
  const kept = keptEntries(after)
  return [...keptEntries(before)].flatMap(([name, { entry }]) => {
    const next = kept.get(name)
    if (next === undefined) return [`State: what was entered in “${name}” is set aside`]
    const [was, is] = [entry.type, next.entry.type].map(type => describe(type))
    return was === is ? [] : [`State: “${name}” was ${was} and is ${is}; what cannot be converted is set aside`]
  })
}

function describe(type: Json): string {
  const parsed = parseType(type)
  return parsed.ok ? describeType(parsed.type) : JSON.stringify(type)
}
