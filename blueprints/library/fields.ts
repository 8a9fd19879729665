/** What a field of a composed app holds, guessed from its name. */
import { singular } from './nouns.ts'
import type { RequestedField } from './read-request.ts'
import { capitalize, stems } from './words.ts'

export type FieldKind =
  | 'text'
  | 'long'
  | 'money'
  | 'number'
  | 'rating'
  | 'date'
  | 'time'
  | 'bool'
  | 'choice'
  | 'fixed'
  | 'email'
  | 'phone'
  | 'url'
  | 'photo'
  | 'tags'

export interface Field {
  /** Its name in the state and in formulas: letters and digits. */
  readonly id: string
  readonly label: string
  readonly kind: FieldKind
  /** The choices of a `fixed` one. */
  readonly choices?: readonly string[]
  readonly unit?: string
}

const kinds: readonly (readonly [FieldKind, string])[] = [
  ['photo', 'photo picture image cover screenshot selfie'],
  ['email', 'email mail'],
  ['phone', 'phone mobile telephone'],
  ['url', 'url link website webpage homepage'],
  ['tags', 'tag keyword label'],
  ['rating', 'rating rate star'],
  [
    'long',
    'note description comment detail review instruction ingredient step entry thought memo text summary story recipe reflection lyric remark body content',
  ],
  ['date', 'date day when due deadline birthday expire expiry expiration anniversary'],
  [
    'money',
    'amount price cost salary fee rent spent worth income expense payment value budget profit revenue total money paid-amount premium deposit tax wage',
  ],
  [
    'number',
    'number count quantity qty page weight height age year length distance km mile rep set calorie kcal temperature stock level hour minute duration mileage speed score point step glass cup litre liter kg gram lap floor percent size episode season chapter track degree pulse systolic diastolic steps width depth volume copies edition',
  ],
  ['time', 'time clock'],
  [
    'choice',
    'category type kind genre group room location place shelf brand colour color country city breed species class subject project department store shop platform format material style condition source topic area team account store',
  ],
]
const kindByStem = new Map(
  kinds.flatMap(([kind, words]) =>
    words.split(' ').flatMap(word =>
      stems(word)
        .slice(0, 1)
        .map(stem => [stem, kind] as const),
    ),
  ),
)
const yesNo =
  /^(?:is|has|was|can|needs?)\s|\?$|^(?:done|finished|completed?|paid|bought|purchased|read|watched|seen|owned|packed|returned|active|favou?rites?|visited|sold|sent|taken|cooked|played|tried|lent(?: out)?|borrowed|checked|resolved|shipped|delivered|archived|urgent|important|vaccinated|attended|confirmed|rsvp|cleaned|watered|ready|available|in stock|recurring)$/i
const dayWords =
  /^(?:last|next)\s|\s(?:on|by|until|since)$|^(?:bought|purchased|started|finished|acquired|planted|opened|born|published|released|returned|expires|renews|planned|visited|watched|added|signed|hired)\s(?:on|at|date)$/i
const fixed: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:status|state|stage|progress)\b/i, ['To do', 'In progress', 'Done']],
  [/\b(?:priority|importance|urgency)\b/i, ['Low', 'Normal', 'High']],
  [/\bmood|feeling\b/i, ['Great', 'Good', 'Okay', 'Low', 'Awful']],
  [/\bdifficulty\b/i, ['Easy', 'Medium', 'Hard']],
]
const units: readonly (readonly [RegExp, string])[] = [
  [/\b(?:km|kilomet(?:er|re)s?|distance)\b/i, 'km'],
  [/\bmiles?\b/i, 'mi'],
  [/\b(?:kg|kilos?|kilograms?)\b/i, 'kg'],
  [/\b(?:minutes?|duration)\b/i, 'min'],
  [/\bhours?\b/i, 'h'],
  [/\b(?:calories|kcal)\b/i, 'kcal'],
  [/\b(?:lit(?:er|re)s?)\b/i, 'l'],
]

/** Fields with names that may stand in a formula, no two the same. */
export function guessFields(requested: readonly RequestedField[]): Field[] {
  const taken = new Set<string>()
  return requested.map(({ name, choices, yesOrNo }, index) => {
    const kind = yesOrNo ? 'bool' : choices.length > 1 ? 'fixed' : guessKind(name)
    const id = fieldId(name, index, taken)
    // One row has one exercise, though the list was asked for with exercises.
    const label = capitalize(kind === 'text' || kind === 'rating' || kind === 'choice' ? singular(name) : name)
    if (choices.length > 1) return { id, label, kind, choices }
    const listed = fixed.find(([pattern]) => pattern.test(name))
    if (listed) return { id, label, kind: 'fixed', choices: listed[1] }
    const unit = kind === 'number' ? units.find(([pattern]) => pattern.test(name))?.[1] : undefined
    return unit === undefined ? { id, label, kind } : { id, label, kind, unit }
  })
}

/** The last word counts most: a `start date` is a date. */
export function guessKind(name: string): FieldKind {
  if (yesNo.test(name.trim())) return 'bool'
  if (dayWords.test(name.trim())) return 'date'
  for (const stem of stems(name).reverse()) {
    const kind = kindByStem.get(stem)
    if (kind !== undefined) return kind
  }
  return 'text'
}

const reserved: ReadonlySet<string> = new Set(
  'id index event params error item row draft true false null undefined in typeof new this constructor prototype length'.split(' '),
)

function fieldId(name: string, index: number, taken: Set<string>): string {
  const words = name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 -]/g, '')
    .split(/[ -]+/)
    .filter(Boolean)
  const [first = '', ...others] = words
  let id = first.toLowerCase() + others.map(word => capitalize(word.toLowerCase())).join('')
  if (!/^[a-z]/.test(id)) id = `field${index + 1}`
  if (reserved.has(id) || id in {}) id += 'Value'
  while (taken.has(id)) id += index + 1
  taken.add(id)
  return id
}
