/** What a person asks to be changed, read from their words by rules. */
import { paletteNames } from '../../../schema/check/addresses.ts'
import type { RequestedField } from '../read-request.ts'
import { capitalize, cleanName, plainLine } from '../words.ts'

export type ChartKind = 'bar' | 'line' | 'area' | 'pie' | 'donut'

export type ChangeRequest =
  | { readonly kind: 'rename'; readonly name: string }
  /** One word of the theme: `accent`, `preset`, `mode`, `density`, `radius`, `ground`. */
  | { readonly kind: 'look'; readonly property: string; readonly value: string }
  | { readonly kind: 'add-field'; readonly field: RequestedField }
  | { readonly kind: 'remove-field'; readonly field: string }
  | { readonly kind: 'filter'; readonly field: string }
  /** `of` is a field's name, or null for how many there are. */
  | { readonly kind: 'chart'; readonly chart: ChartKind; readonly of: string | null; readonly how: 'sum' | 'avg'; readonly by: string }
  | { readonly kind: 'page'; readonly name: string }

/** What it understands, as a person would say it. */
export const EXAMPLES: readonly string[] = [
  'rename it to Garden',
  'make it green',
  'use the terminal look',
  'add a due date',
  'add a category (fruit, herb, tree)',
  'remove the notes',
  'filter by category',
  'a bar chart of amount by month',
  'add a page Archive',
]

const LOOKS: ReadonlyMap<string, readonly string[]> = new Map([
  ['preset', 'paper ink forest sunrise candy terminal gallery ledger studio night sport calm'.split(' ')],
  ['mode', ['light', 'dark']],
  ['density', ['cozy', 'compact']],
  ['radius', ['sharp', 'soft', 'round']],
  ['ground', ['plain', 'dots', 'grid', 'wash']],
])
const please =
  /^(?:(?:please|can you|could you|would you|i(?:'d)? (?:want|like|need)(?: you)? to|let's|now|also|then)[\s,]+)+|[\s,]*(?:please|too|as well)?[.!?]*$/gi
const renaming = /^(?:re)?name (?:it|this|the app|this app)?\s*(?:to|as)?\s*(.+)$|^(?:call it|(?:change|set) (?:the|its) (?:name|title) to)\s+(.+)$/i
const looking =
  /^(?:make|turn|paint|colou?r|set|switch|change)\s+(?:it|this|everything|the (?:app|accent|colou?r|theme|look|style|mode|corners|background|ground))?\s*(?:to|into|as)?\s*(?:be\s+)?(?:a |the )?(#[0-9a-f]{6}|[a-z]+)(?:\s+(?:mode|look|style|theme|accent|colou?r|preset|corners|ground|background))?$|^(?:use|with|apply|give it)\s+(?:a |the )?(#[0-9a-f]{6}|[a-z]+)(?:\s+(?:mode|look|style|theme|accent|colou?r|preset|corners|ground|background))?$|^(#[0-9a-f]{6}|[a-z]+)\s+(?:mode|look|style|theme|accent|colou?r|preset|corners)$/i
const charting =
  /^(?:(?:add|show|draw|make|give me|put)\s+)?(?:me\s+)?(?:a |an |the )?(bar|line|area|pie|donut)?\s*(?:chart|graph|plot)\s+(?:of|for|with|showing)\s+(?:the\s+)?(.+?)\s+(?:by|per|for each|over)\s+(?:the\s+)?(.+)$/i
const counting = /^(?:(?:the )?(?:number|count|amount) of\s+.+|how many.*|entries|items|things|rows)$/i
const filtering =
  /^(?:(?:add|show|put|make|give me)\s+)?(?:a |the )?(?:filter(?:ing)?|(?:let me |i want to )?filter(?: it| them)?)\s+(?:by|for|on)\s+(?:the\s+)?(.+)$/i
const paging =
  /^(?:add|make|create|give me)\s+(?:a |an |another )?(?:new )?(?:page|tab|screen)\s*(?:called|named|for|:)?\s*(.+)$|^(?:add|make|create|give me)\s+(?:a |an |another )(.+?)\s+(?:page|tab|screen)$/i
const removing =
  /^(?:remove|delete|drop|take (?:away|out)|get rid of|hide|no more)\s+(?:the |its |their |that )?(.+?)(?:\s+(?:field|column|property|line|box))?$/i
const adding =
  /^(?:add|include|track|store|record|have|give (?:it|them|each(?: \w+)?)|each(?: \w+)? (?:should have|has|needs|gets)|(?:it|they) should have|with)\s+(?:a |an |the |another |one more |some )?(?:(?:new )?(?:field|column)\s+(?:for|called|named)?\s*(?:the |a |an )?)?(.+?)(?:\s+(?:field|column))?(?:\s+(?:to|of|for)\s+(?:each|every|the|my|it|them)(?:\s+[\p{L}\p{N} ]{1,30})?)?$/iu

/**
 * The changes that `text` asks for, in order; null where any of it is not understood. Linear in the text, of which the first
 * 4,000 characters count.
 */
export function readChanges(text: string): readonly ChangeRequest[] | null {
  const line = plainLine(text)
  const whole = /[;.]\s/.test(line) ? null : readOne(line)
  if (whole) return [whole]
  const parts = line.split(/\s*[;.]\s+|\s*[;.]$|,?\s+(?:and|then)\s+(?![^(]*\))/i).filter(part => part.trim() !== '')
  if (parts.length < 2 || parts.length > 10) return null
  const read: ChangeRequest[] = []
  for (const part of parts) {
    // “add a photo and a rating”: what is done stands once.
    const verb = /^\s*(?:add|remove)\b/i.exec(line)?.[0] ?? ''
    const one = readOne(part) ?? (verb === '' ? null : readOne(`${verb} ${part}`))
    if (!one) return null
    read.push(one)
  }
  return read
}

function readOne(text: string): ChangeRequest | null {
  const line = text.replace(please, '').trim()
  if (line === '' || line.length > 200) return null
  const given = (match: RegExpExecArray | null): string => match?.slice(1).find(group => group !== undefined) ?? ''
  const renamed = cleanName(given(renaming.exec(line)).replace(/^["“'](.*)["”']$/, '$1'))
  if (renamed !== '') return { kind: 'rename', name: capitalize(renamed) }
  const look = readLook(given(looking.exec(line)).toLowerCase())
  if (look) return look
  const chart = charting.exec(line)
  if (chart) return readChart(chart[1], chart[2] ?? '', chart[3] ?? '')
  const filter = cleanName(given(filtering.exec(line)), 30)
  if (filter !== '') return { kind: 'filter', field: filter }
  const page = cleanName(given(paging.exec(line)).replace(/^["“'](.*)["”']$/, '$1'), 30)
  if (page !== '') return { kind: 'page', name: capitalize(page) }
  const removed = cleanName(given(removing.exec(line)), 30)
  if (removed !== '') return { kind: 'remove-field', field: removed }
  const field = readField(given(adding.exec(line)))
  return field ? { kind: 'add-field', field } : null
}

function readLook(word: string): ChangeRequest | null {
  const colour = word === 'grey' ? 'gray' : word
  if (/^#[0-9a-f]{6}$/.test(colour) || paletteNames.includes(colour)) return { kind: 'look', property: 'accent', value: colour }
  for (const [property, values] of LOOKS) if (values.includes(word)) return { kind: 'look', property, value: word }
  return null
}

function readChart(kind: string | undefined, of: string, by: string): ChangeRequest {
  const how = /^(?:the )?(?:average|mean|avg)\s+/i.test(of) ? 'avg' : 'sum'
  const measure = of.replace(/^(?:the )?(?:average|mean|avg|total|sum of(?: the)?)\s+(?:of\s+)?/i, '')
  const chart = (kind?.toLowerCase() ?? (/\b(?:month|date|day|time|week)\b/i.test(by) ? 'line' : 'bar')) as ChartKind
  return { kind: 'chart', chart, of: counting.test(measure) ? null : cleanName(measure, 30), how, by: cleanName(by, 30) }
}

function readField(text: string): RequestedField | null {
  const [, name = '', inside = ''] = /^([^(:]*)(?:[(:]([^)]*)\)?)?$/.exec(text) ?? []
  const bare = cleanName(name, 30)
  if (
    !/[\p{L}\p{N}]/u.test(bare) ||
    bare.split(' ').length > 4 ||
    /\band\b|,/i.test(name) ||
    /^(?:it|this|that|more|something|stuff|page|chart|filter)$/i.test(bare)
  )
    return null
  const choices = inside
    .split(/[,/|]|\bor\b/)
    .map(choice => cleanName(choice, 30))
    .filter(choice => /\p{L}/u.test(choice))
  if (choices.length === 2 && choices.every(choice => /^(?:yes|no|true|false)$/i.test(choice))) return { name: bare, choices: [], yesOrNo: true }
  return { name: bare, choices: choices.length > 1 ? choices.slice(0, 12).map(capitalize) : [] }
}
