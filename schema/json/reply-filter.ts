/** First keys that tell a document (a blueprint, or an edit of one) from other braces in a model's words. */
const FIRST_KEYS: ReadonlySet<string> = new Set(
  ('blueprint app capabilities constants state data derived view pages glance parts actions keys timers effects strings tests ' + 'edit base say ops').split(
    ' ',
  ),
)
/** Within so many characters after a `{` it is clear whether a document starts with it. */
const DECIDED_WITHIN = 80

export interface ReplyFilter {
  /** More of the reply; gives what of the document is certain now. */
  push(chunk: string): string
  /** The reply is over; gives what of the document only now is certain. */
  end(): string
  /** What stood around the document so far: a model's remarks, code fences, its thoughts. */
  readonly dropped: string
  /** The document's last bracket has been read. */
  readonly complete: boolean
}

type Phase = 'start' | 'thought' | 'prose' | 'inside' | 'after'

/**
 * Cuts the JSON document out of a model's reply while it arrives: prose before and after, a code
 * fence, a byte order mark and a `<think>` block at the start are dropped.
 *
 * - What `push` and `end` give, joined, does not depend on how the reply was cut.
 * - The document starts at the first `{` that opens the reply or is followed by a key that documents
 *   start with; where there is none, `end` gives it from the first `{` that is followed by a quote.
 * - It ends with the bracket that matches its first; a code fence ends one that lacks brackets.
 * - Inside the document nothing is changed: what is wrong with it is for the parser to say.
 */
export function createReplyFilter(): ReplyFilter {
  let phase: Phase = 'start'
  let dropped = ''
  /** What has been read and not decided on. */
  let held = ''
  let closingTag = ''
  let proseStart = 0
  let depth = 0
  let inString = false
  let escaped = false
  let complete = false

  function drop(length: number): void {
    dropped += held.slice(0, length)
    held = held.slice(length)
  }

  /** Takes what belongs to the document off the front of `text`, and drops what follows its end. */
  function take(text: string): string {
    const length = readInside(text)
    dropped += text.slice(length)
    return text.slice(0, length)
  }

  function readInside(text: string): number {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (inString) {
        if (escaped) escaped = false
        else if (code === 0x5c) escaped = true
        else if (code === 0x22) inString = false
      } else if (code === 0x22) inString = true
      else if (code === 0x7b || code === 0x5b) depth++
      else if ((code === 0x7d || code === 0x5d) && --depth === 0) {
        phase = 'after'
        complete = true
        return i + 1
      } else if (code === 0x60) {
        phase = 'after'
        return i
      }
    }
    return text.length
  }

  function begin(): string {
    const text = held
    held = ''
    phase = 'inside'
    return take(text)
  }

  /** Moves on through `held` until it is used up, undecided, or the document begins. */
  function search(): string {
    while (held !== '') {
      if (phase === 'start') {
        const rest = held.replace(/^[\s\uFEFF]+/, '')
        drop(held.length - rest.length)
        if (rest.length < '<thinking>'.length && '<thinking>'.startsWith(rest)) return ''
        const tag = /^<(think|thinking)>/.exec(rest)
        if (tag === null && rest.startsWith('{')) return begin()
        phase = tag === null ? 'prose' : 'thought'
        closingTag = tag === null ? '' : `</${tag[1]}>`
        proseStart = dropped.length
      } else if (phase === 'thought') {
        const close = held.indexOf(closingTag)
        if (close < 0) {
          drop(Math.max(0, held.length - closingTag.length + 1))
          return ''
        }
        drop(close + closingTag.length)
        phase = 'start'
      } else {
        const brace = held.indexOf('{')
        drop(brace < 0 ? held.length : brace)
        if (held === '') return ''
        const verdict = judgeBrace(held)
        if (verdict === 'undecided') return ''
        if (verdict === 'document') return begin()
        drop(1)
      }
    }
    return ''
  }

  return {
    push(chunk) {
      if (phase === 'inside') return take(chunk)
      if (phase === 'after') {
        dropped += chunk
        return ''
      }
      held += chunk
      return search()
    },
    end() {
      if (phase === 'inside' || phase === 'after') return ''
      drop(held.length)
      const brace = phase === 'prose' ? dropped.slice(proseStart).search(/\{\s*"/) : -1
      phase = 'after'
      if (brace < 0) return ''
      held = dropped.slice(proseStart + brace)
      dropped = dropped.slice(0, proseStart + brace)
      return begin()
    },
    get dropped() {
      return dropped + held
    },
    get complete() {
      return complete
    },
  }
}

/** The JSON document in a whole reply (empty where there is none), and what stood around it. */
export function extractDocument(reply: string): { readonly text: string; readonly dropped: string } {
  const filter = createReplyFilter()
  const text = filter.push(reply) + filter.end()
  return { text, dropped: filter.dropped }
}

/** Does a document begin with this `{`? Also one whose first key lacks its quotes does. */
function judgeBrace(text: string): 'document' | 'no' | 'undecided' {
  const head = text.slice(0, DECIDED_WITHIN)
  const later = text.length < DECIDED_WITHIN ? 'undecided' : 'no'
  const start = /^\{\s*(["'“]?)(\w*)/.exec(head)
  if (start === null) return 'no'
  const [whole, quote, word] = start as unknown as [string, string, string] // both groups always match
  if (whole.length === head.length) return [...FIRST_KEYS].some(key => key.startsWith(word)) ? later : 'no'
  if (!FIRST_KEYS.has(word)) return 'no'
  if (quote !== '') return 'document'
  const after = head.slice(whole.length).trimStart()
  if (after === '') return later
  return after.startsWith(':') ? 'document' : 'no'
}
