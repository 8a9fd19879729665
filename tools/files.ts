/** Files of the person's: the picker is the grant. */
import { ToolFailure } from '../engine/ports.ts'
import { contentOf } from './file-content.ts'
import { listOf, type Tool, textOf } from './tool.ts'

export const fileOpen: Tool = async (args, { files }, { signal }) => {
  const file = await files.open(listOf(args.accept).map(textOf))
  signal.throwIfAborted()
  if (!file) throw new ToolFailure('cancelled', 'No file was chosen.')
  return { name: file.name, type: file.type, size: file.size, content: await contentOf(file, textOf(args.read) || 'text') }
}

/** What can be saved: data, nothing that a double click would run (S61). */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['txt', 'text/plain'],
  ['md', 'text/markdown'],
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['json', 'application/json'],
  ['ics', 'text/calendar'],
  ['vcf', 'text/vcard'],
])

export const fileSave: Tool = async (args, { files }) => {
  const name = fileName(textOf(args.name))
  const type = TYPES.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
  if (!type) throw new ToolFailure('file-type', `“${name}” cannot be saved: apps save ${[...TYPES.keys()].join(', ')} files.`)
  await files.save(name, typeof args.content === 'string' ? args.content : JSON.stringify(args.content, null, 2), type)
  return null
}

/** A bare file name: no folders, no control characters, none that is hidden. */
function fileName(name: string): string {
  const base = name
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim()
    .slice(0, 120)
  return base.includes('.') ? base : `${base || 'file'}.txt`
}
