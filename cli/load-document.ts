import { entriesOf, isRecord, recordOf } from '../schema/check/kinds.ts'
import { canonicalJson, type JsonObject, loadBlueprint } from '../schema/index.ts'
import { parseJson } from '../schema/json/parse-json.ts'
import type { Terminal } from './command.ts'
import { formatIssue } from './format-issue.ts'
import { nameOf } from './read-text.ts'

/**
 * The blueprint in a text, as it counts on this desktop: with its slips put right (B5). Null, with
 * its errors printed, where it cannot be read, and with `valid` also where it has any error.
 */
export function loadDocument(text: string, file: string, terminal: Terminal, need: 'readable' | 'valid'): JsonObject | null {
  const { document, issues } = loadBlueprint(text)
  const errors = issues.filter(issue => issue.severity === 'error')
  const usable = document !== null && (need === 'readable' || errors.length === 0)
  if (!usable) {
    terminal.err(errors.map(issue => formatIssue(issue, nameOf(file), text)).join('\n'))
    return null
  }
  const written = parseJson(text).value
  if (!isRecord(written) || canonicalJson(withoutSchema(written)) !== canonicalJson(document))
    terminal.err(`Slips in ${nameOf(file)} were put right first: "cyanotype check" lists them.\n`)
  return document
}

/** What is for editors only is no slip. */
function withoutSchema(written: JsonObject): JsonObject {
  return recordOf(entriesOf(written).filter(([key]) => key !== '$schema'))
}
