/** An edit that arrives in pieces (B80): each operation is checked as it closes. */
import type { Json, JsonObject } from '../json/json.ts'
import { createJsonParser } from '../json/push-parser.ts'
import type { AppliedEdit, CheckedOp, EditOptions } from './edit.ts'
import { createEditRun } from './edit-run.ts'

export interface EditStreamOptions extends EditOptions {
  /** An operation has closed: whether it holds, and what it does. */
  readonly onOp?: (op: CheckedOp) => void
  /** The words for the person have closed. */
  readonly onSay?: (text: string) => void
}

export interface EditStream {
  push(chunk: string): void
  /** The text is over. The same, whichever way the text was cut, as `applyEdit` of the whole. */
  end(): AppliedEdit
  /** The document as changed so far, for those who draw what changes; it may not pass the check yet. */
  document(): JsonObject
}

export function createEditStream(document: JsonObject, { hash, onOp, onSay }: EditStreamOptions): EditStream {
  const run = createEditRun(document, hash)
  let text = ''
  const parser = createJsonParser({
    value(frame, key, value: Json) {
      const isOp = frame.key === 'ops' && frame.parent?.parent === null && Array.isArray(frame.value)
      if (isOp) {
        const checked = run.next(value, () => text)
        onOp?.(checked)
      } else if (frame.parent === null && key === 'say' && typeof value === 'string') onSay?.(value)
    },
  })
  return {
    push(chunk) {
      text += chunk
      parser.push(chunk)
    },
    end() {
      const fault = parser.end()
      if (fault === null && parser.root !== undefined) return run.finish(parser.root, () => text)
      const { code, message, line, column, pointer } = fault ?? { code: 'syntax', message: 'There is nothing here.', line: 1, column: 1, pointer: '' }
      return { document: null, issues: [{ code, severity: 'error', at: pointer, line, column, message }], changes: [], edit: null }
    },
    document: () => run.document(),
  }
}
