/** What a prompt for "a list of X with fields a, b and c" asks for. */
import { isUncountable, plural, singular } from './nouns.ts'
import { capitalize, cleanName, plainLine } from './words.ts'

export interface ListRequest {
  /** How it was called: `list`, `tracker`, `log`, `collection`, … */
  readonly container: string
  /** What is listed, as it was written: `rare stamps`. */
  readonly subject: string
  /** One of it: `rare stamp`, or `entry` where it is not counted. */
  readonly one: string
  /** Many of it: `rare stamps`, `entries`. */
  readonly many: string
  /** What the app is called. */
  readonly title: string
  readonly fields: readonly RequestedField[]
}

export interface RequestedField {
  readonly name: string
  /** Choices that were written out: `status (open, closed)`. */
  readonly choices: readonly string[]
  /** It was written as `built (yes/no)`. */
  readonly yesOrNo?: boolean
}

const MOST_FIELDS = 12
const containers =
  'list|tracker|log|logbook|collection|inventory|diary|journal|catalogue|catalog|database|register|registry|directory|ledger|organizer|organiser|planner|wishlist|checklist|watchlist|archive|record'
const doings = 'track|log|list|collect|catalogue|catalog|record|organize|organise|manage|register|inventory'
const ofPattern = new RegExp(`\\b(${containers})s?\\s+(?:of|about)\\s+(.+)$`, 'i')
const forPattern = new RegExp(`\\b(${containers})s?\\s+for\\s+(.+)$`, 'i')
const barePattern = /\b(diary|journal|inventory|wishlist|watchlist|checklist|ledger|logbook)\b/i
const compoundPattern = new RegExp(`^(.*?)[\\s-]+(${containers})s?\\b(.*)$`, 'i')
const doingPattern = new RegExp(
  `(?:^|\\b(?:to|for|can|that|which|me|i|and)\\s+)(?:keep(?:s)? (?:track|a list|a record|a log) of|${doings.replaceAll('|', 's?|')}s?|tracking|logging|cataloguing|cataloging|collecting|organizing|organising|recording)\\s+(.+)$`,
  'i',
)
/** What stands before the subject and says nothing about it. */
const opening =
  /^(?:(?:please|hi|hello|hey|can|could|would|you|i'd|i|we|want|wanted|need|like|love|to|have|make|made|create|build|design|give|write|me|us|a|an|the|app|application|page|tool|for|that|which|simple|small|little|nice|beautiful|clean|modern|basic|easy|good|great|personal|new|quick|digital|online|own|keep|keeping|lets|let|where|can|'s)[\s,]+)+/i
const possessive = /^(?:(?:my|our|your|the|all|these|those|his|her|their|of|some|various|different|every|each|a|an)\s+)+/i
/** Here the subject ends. */
const fieldOpening =
  /\s*(?:,?\s*(?:each\s+)?(?:with|including|includes|having|has|containing|recording|storing|showing|where each has|and (?:their|its|the))\s+|[:;(]\s*)/i
const subjectEnd = /\s+(?:that|which|who|so|to|i|we|in order|because|app|application|please|on|in|at|from|using|and also|when|where)\b|[.,!?;:(\n]/i
/** Things that every such app has, or that are no field of a thing. */
const features =
  /^(?:search(?:ing)?|filters?|filtering|sort(?:ing)?|charts?|graphs?|stat(?:s|istics)?|exports?|csv(?: exports?)?|imports?|dark mode|undo|reminders?|notifications?|a? ?summary|overview|(?:monthly |weekly |daily |running |grand )?totals?|progress charts?.*|(?:a )?heat ?maps?.*|streaks?|keyboard.*|nice .*|beautiful .*|.* (?:charts?|graphs?|view|support|mode))$/i

/** What is listed in lists that are called by what is done with them. */
const listedIn: ReadonlyMap<string, readonly [one: string, many: string]> = new Map([
  ['reading', ['book', 'books']],
  ['watch', ['title', 'titles']],
  ['shopping', ['item', 'items']],
  ['packing', ['item', 'items']],
  ['bucket', ['goal', 'goals']],
  ['inventory', ['item', 'items']],
  ['checklist', ['item', 'items']],
  ['wishlist', ['wish', 'wishes']],
  ['watchlist', ['title', 'titles']],
])

/** The prompt up to where it goes on to say which fields it wants. */
export function headOf(prompt: string): string {
  return splitOnce(plainLine(prompt), fieldOpening)[0]
}

/** Null where the prompt asks for no list of things. */
export function readRequest(prompt: string): ListRequest | null {
  const line = plainLine(prompt)
  const found = findSubject(line)
  if (found === null) return null
  const [head = '', fieldText = ''] = splitOnce(found.rest, fieldOpening)
  const subject = cleanSubject(found.before === undefined ? head : found.before)
  if (subject === null) return null
  const fields = readFields(found.before === undefined ? fieldText : splitOnce(` ${found.rest}`, fieldOpening)[1])
  const called = listedIn.get(subject)
  const counted = called === undefined && subject !== found.container && !isUncountable(lastWord(subject))
  const [one, many] = called ?? (counted ? [singular(subject), plural(subject)] : ['entry', 'entries'])
  const byContainer = isDiary(found.container) || (/^list$/.test(found.container) && !counted)
  const title = subject === found.container ? subject : byContainer ? `${singular(subject)} ${found.container}` : counted ? plural(subject) : subject
  return { container: found.container, subject, one, many, title: capitalize(title), fields }
}

/** Its entries are called by their day, as those of a diary are. */
export function isDiary(container: string): boolean {
  return /^(?:log|logbook|diary|journal|ledger|planner)$/.test(container)
}

interface FoundSubject {
  readonly container: string
  /** The subject, where it stands before the container: `book` of `book list`. */
  readonly before?: string
  /** What follows: the subject and the fields, or the fields alone. */
  readonly rest: string
}

function findSubject(line: string): FoundSubject | null {
  // Only what precedes the fields tells what kind of thing is asked for.
  const [head = ''] = splitOnce(line, fieldOpening)
  const compound = compoundPattern.exec(head.trim())
  const of = ofPattern.exec(line)
  if (of && of.index <= head.length) return { container: lower(of[1]), rest: of[2] ?? '' }
  if (compound) {
    const before = (compound[1] ?? '').replace(/^.*\b(?:for|of)\s+(?=\S)/i, '')
    if (cleanSubject(before) !== null) return { container: lower(compound[2]), before, rest: line.slice(head.length) }
  }
  const given = forPattern.exec(line)
  if (given && given.index <= head.length) return { container: lower(given[1]), rest: given[2] ?? '' }
  const doing = doingPattern.exec(line)
  if (doing && doing.index <= head.length) return { container: 'tracker', rest: doing[1] ?? '' }
  const bare = barePattern.exec(head)
  return bare ? { container: lower(bare[1]), before: lower(bare[1]), rest: line.slice(head.length) } : null
}

function cleanSubject(text: string): string | null {
  const bare = ` ${text.trim()} `.replace(subjectEnd, '\u0000').split('\u0000')[0] ?? ''
  const words = cleanName(bare.trim().replace(opening, '').replace(possessive, '').replace(opening, '').replace(possessive, ''), 40).toLowerCase()
  const kept = words
    .split(' ')
    .slice(0, 4)
    .join(' ')
    .replace(/\s+(?:and|or|&|of|for|the|my|a)$/, '')
  return /\p{L}/u.test(kept) && !/^(?:a|an|the|my|things?|stuff|app|list|it|this|that|something|anything|everything)$/.test(kept) ? kept : null
}

function readFields(text: string | undefined): RequestedField[] {
  if (text === undefined) return []
  const fields: RequestedField[] = []
  const bare =
    text.replace(/^(?:the\s+)?(?:following\s+)?(?:fields?|columns?|properties|attributes|details|data)\b[\s:]*(?:of|for)?\s*/i, '').split(/[.!?](?:\s|$)/)[0] ??
    ''
  for (const piece of bare.match(/(?:[^,;/&+()]|\([^)]*\))+/g) ?? []) {
    for (const part of piece.split(/\s+(?:and|or|plus|as well as)\s+(?![^(]*\))|^\s*(?:and|or|plus)\s+/i)) {
      const field = readField(part)
      if (field && fields.length < MOST_FIELDS && !fields.some(known => lower(known.name) === lower(field.name))) fields.push(field)
    }
  }
  return fields
}

function readField(text: string): RequestedField | null {
  const [, name = '', inside = ''] = /^([^(:=]*)(?:[(:=]([^)]*)\)?)?/.exec(text) ?? []
  const bare = cleanName(
    name
      .trim()
      .replace(/^(?:(?:a|an|the|its|their|his|her|my|optional|fields?|columns?|for|each|one|some|with)\s+)+/i, '')
      .replace(/\s+(?:fields?|columns?)$/i, ''),
    30,
  )
  if (!/[\p{L}\p{N}]/u.test(bare) || features.test(bare) || bare.split(' ').length > 4) return null
  const choices = inside
    .split(/[,/|]|\bor\b/)
    .map(choice => cleanName(choice, 30))
    .filter(choice => /\p{L}/u.test(choice))
  const yesOrNo = choices.length === 2 && choices.every(choice => /^(?:yes|no|true|false)$/i.test(choice))
  if (yesOrNo) return { name: bare, choices: [], yesOrNo }
  return { name: bare, choices: choices.length > 1 ? choices.slice(0, 12).map(capitalize) : [] }
}

function splitOnce(text: string, at: RegExp): readonly [string, string?] {
  const match = at.exec(text)
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text]
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1)
}

function lower(text: string | undefined): string {
  return (text ?? '').toLowerCase()
}
