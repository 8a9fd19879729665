import { createJsonParser } from '../schema/json/push-parser.ts'
import { createReplyFilter } from '../schema/json/reply-filter.ts'

/** A model's reply as it arrives, and the document in it. */
export interface Reply {
  /** More from the model; gives what is to be appended to the document. */
  push(text: string): string
  /** The model is done; gives what only now is certain. */
  end(): string
  /** The document so far, with the part that an earlier reply had given. */
  readonly text: string
  /** Everything that the model said in this reply. */
  readonly raw: string
  /** The document's last bracket is there. */
  readonly complete: boolean
  /** Asked to go on, the model began anew: the earlier part is not in `text` any more. */
  readonly startedOver: boolean
}

/** So much of a continuation is looked at before it is joined to what came before. */
const SEAM = 240
/** An overlap shorter than this may be chance. */
const OVERLAP = 12

/**
 * A reply that goes on from `before`, the document text that an interrupted one gave (empty for a whole reply).
 * At the seam a code fence is dropped, and what the model repeats of the end of `before` where the text
 * would be no JSON with it: a continuation that fits is taken as it is, however much it looks like a repetition.
 */
export function createReply(before = ''): Reply {
  let filter = createReplyFilter()
  let text = before === '' ? '' : filter.push(before)
  let raw = ''
  let held: string | null = text === '' ? null : ''
  let startedOver = false

  const append = (more: string) => {
    text += more
    return more
  }
  const join = (): string => {
    if (held === null) return ''
    const seam = held.replace(/^\s*```(?:json)?[ \t]*\r?\n/, '')
    held = null
    if (/^\s*\{\s*"(?:blueprint|app|edit)"/.test(seam)) {
      startedOver = true
      filter = createReplyFilter()
      text = ''
      return append(filter.push(seam))
    }
    return append(filter.push(seam.slice(overlap(text, seam))))
  }
  return {
    push(more) {
      raw += more
      if (held === null) return append(filter.push(more))
      held += more
      return held.length < SEAM ? '' : join()
    },
    end() {
      return join() + append(filter.end())
    },
    get text() {
      return text
    },
    get raw() {
      return raw
    },
    get complete() {
      return filter.complete
    },
    get startedOver() {
      return startedOver
    },
  }
}

/** How many characters at the start of `after` are to be left out because they repeat the end of `before`. */
function overlap(before: string, after: string): number {
  if (fits(before, after)) return 0
  for (let length = Math.min(before.length, after.length); length >= OVERLAP; length -= 1)
    if (before.endsWith(after.slice(0, length)) && fits(before, after.slice(length))) return length
  return 0
}

function fits(before: string, after: string): boolean {
  const parser = createJsonParser()
  return parser.push(before) === null && parser.push(after) === null
}
