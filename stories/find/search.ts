/** Finds components and tools by what somebody needs: by the words of their descriptions, not by their names alone. */
import docs from '../../schema/generated/docs.json' with { type: 'json' }

export interface Found {
  readonly kind: 'component' | 'tool'
  readonly name: string
  readonly group: string
  readonly about: string
  readonly instead: string
}

interface Entry extends Found {
  /** The words that it is known by, by what a match with them counts. */
  readonly words: readonly { readonly text: string; readonly weight: number }[]
}

interface Described {
  readonly group?: string
  readonly family?: string
  readonly description: string
  readonly instead?: string
  readonly properties: Readonly<Record<string, { readonly description?: string }>>
}

const NAME = 8
const ABOUT = 4
const PROPERTY = 1

/** Words of a need that say nothing of which component it is. */
const NOISE = new Set('a an and for i in is it like my need of on or some somebody something that the thing to want with which'.split(' '))

/** What people call what the descriptions call otherwise. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    carousel: 'cover',
    checklist: 'tick',
    chip: 'badge',
    choose: 'choice',
    colour: 'color',
    combobox: 'choices',
    dropdown: 'choices',
    drag: 'dragging',
    edit: 'type',
    enter: 'type',
    graph: 'chart',
    input: 'type',
    kanban: 'columns',
    loader: 'goes',
    modal: 'dialog',
    photo: 'picture',
    pick: 'picked',
    pie: 'chart',
    popup: 'dialog',
    range: 'first',
    select: 'choices',
    spreadsheet: 'sheet',
    stars: 'rating',
    tabbed: 'tabs',
    toggle: 'turn',
    upload: 'files',
    wizard: 'steps',
  }),
)

const entries: readonly Entry[] = [...entriesOf('component', docs.components), ...entriesOf('tool', docs.tools)]

function entriesOf(kind: Found['kind'], described: unknown): readonly Entry[] {
  return Object.entries(described as Record<string, Described>).map(([name, { group = '', family = '', description, instead = '', properties }]) => ({
    kind,
    name,
    group,
    about: description,
    instead,
    words: [
      { text: wordsIn(name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')).join(' '), weight: NAME },
      { text: wordsIn(description).join(' '), weight: ABOUT },
      {
        text: wordsIn([family, ...Object.values(properties).map(property => property.description ?? '')].join(' ')).join(' '),
        weight: PROPERTY,
      },
    ],
  }))
}

/** Those that have to do with the need, the best first; all of them, by name, components first, where nothing is asked for. */
export function findByNeed(need: string): readonly Found[] {
  const wanted = wordsIn(need).filter(word => !NOISE.has(word))
  if (wanted.length === 0) return entries
  return entries
    .map(entry => ({ entry, score: wanted.reduce((sum, word) => sum + scoreOf(entry, word), 0) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}

/** A word counts where it is best found, less where only its beginning or another word for it is. */
function scoreOf({ words }: Entry, word: string): number {
  const same = SAME.get(word)
  return Math.max(
    ...words.map(({ text, weight }) => {
      const all = text.split(' ')
      if (all.includes(word)) return weight
      if (all.some(known => sharesBeginning(known, word))) return weight * 0.6
      return same !== undefined && all.some(known => sharesBeginning(known, same)) ? weight * 0.5 : 0
    }),
  )
}

/** `day` and `days`, `date` and `dates`, `sort` and `sorted`. */
function sharesBeginning(known: string, word: string): boolean {
  const [short, long] = known.length < word.length ? [known, word] : [word, known]
  return short.length >= 3 && long.startsWith(short) && long.length - short.length <= (short.length < 4 ? 1 : 4)
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
}
