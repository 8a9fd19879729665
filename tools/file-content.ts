import { ToolFailure } from '../engine/ports.ts'
import type { Json } from '../schema/json/json.ts'
import { parseJson } from '../schema/json/parse-json.ts'
import { parseCsv } from './csv.ts'
import type { OpenedFile } from './ports.ts'

/** A file as `read` says: `text`, `json`, `csv`, or `file` for the record that stands for its bytes. */
export async function contentOf(file: Pick<OpenedFile, 'name' | 'text' | 'attach'>, read: string): Promise<Json> {
  if (read === 'file') return file.attach()
  const text = await file.text()
  if (read === 'csv') return parseCsv(text)
  if (read !== 'json') return text
  const { value, fault } = parseJson(text)
  if (fault || value === undefined)
    throw new ToolFailure('bad-json', `“${file.name}” is no JSON. ${fault ? `Line ${fault.line}, column ${fault.column}: ${fault.message}` : 'It is empty.'}`)
  return value
}
