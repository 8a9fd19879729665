/** Files of the person's: the picker is the grant. */
import { ToolFailure } from '../engine/ports.ts'
import type { Json } from '../schema/json/json.ts'
import { parseJson } from '../schema/json/parse-json.ts'
import { parseCsv } from './csv.ts'
import type { OpenedFile } from './ports.ts'
import { listOf, type Tool, textOf } from './tool.ts'

export const fileOpen: Tool = async (args, { files }) => {
  const file = await files.open(listOf(args.accept).map(textOf))
  if (!file) throw new ToolFailure('cancelled', 'No file was chosen.')
  return { name: file.name, type: file.type, size: file.size, content: await contentOf(file, textOf(args.read) || 'text') }
}

async function contentOf(file: OpenedFile, read: string): Promise<Json> {
  if (read === 'file') return file.attach()
  const text = await file.text()
  if (read === 'csv') return parseCsv(text)
  if (read !== 'json') return text
  const { value, fault } = parseJson(text)
  if (fault || value === undefined)
    throw new ToolFailure('bad-json', `“${file.name}” is no JSON. ${fault ? `Line ${fault.line}, column ${fault.column}: ${fault.message}` : 'It is empty.'}`)
  return value
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
