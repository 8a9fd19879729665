/** The shipped app that is nearest to a prompt, by its words. */
import { type ShippedApp, shippedApps } from '../index.ts'
import { stem, stems } from './words.ts'

interface Keywords {
  /** One of these says it all: a prompt that names it wants this app. */
  readonly names: readonly string[]
  /** Words that point to it. */
  readonly hints: string
  /** Words with which something else is meant. */
  readonly not?: string
}

const keywords: ReadonlyMap<string, Keywords> = new Map([
  [
    'todos',
    {
      names: ['todo', 'todos', 'to do', 'task list', 'tasks', 'checklist of tasks', 'reminders'],
      hints: 'task errand due done deadline priority daily list',
      not: 'kanban board pomodoro',
    },
  ],
  [
    'notes',
    {
      names: ['notes', 'note taking', 'notepad', 'notebook', 'memo', 'markdown', 'scratchpad', 'jot down'],
      hints: 'write text memo markdown idea',
      not: 'crm contact client deal invoice',
    },
  ],
  [
    'plants',
    {
      names: ['plant watering', 'watering schedule', 'water my plants', 'plant care', 'plants to water'],
      hints: 'plant water garden flower fern thirsty remind',
    },
  ],
  ['shelf', { names: ['app launcher', 'app shelf', 'list of my apps'], hints: 'launcher apps open workshop' }],
  [
    'system-monitor',
    {
      names: ['system monitor', 'task manager', 'activity monitor', 'process list', 'performance monitor of the desktop'],
      hints: 'process memory performance kill desktop log metric',
    },
  ],
  [
    'notebook',
    {
      names: ['file notes', 'notes as files', 'markdown files', 'notes in a folder', 'obsidian', 'daily journal', 'text files'],
      hints: 'folder markdown file journal search vault editor',
    },
  ],
  ['habits', { names: ['habit', 'streak', 'daily routine', 'habit tracker'], hints: 'daily routine heat week goal every day' }],
  [
    'digest',
    {
      names: ['digest', 'reading notebook', 'article reader', 'summarise a text', 'summarize a text', 'text summary', 'summariser', 'summarizer'],
      hints: 'read article paste summary summarise summarize points terms model question',
    },
  ],
  [
    'medicines',
    {
      names: ['medicine', 'medication', 'pill reminder', 'pill tracker', 'medication reminder', 'medicine reminder', 'take my pills', 'prescription'],
      hints: 'pill dose tablet remind take daily vitamin',
    },
  ],
  [
    'field-notes',
    {
      names: ['field notes', 'dictation', 'dictate', 'voice notes', 'voice memo', 'speech to text', 'spoken notes'],
      hints: 'speak voice microphone place location walk observe',
    },
  ],
  [
    'pomodoro',
    {
      names: ['pomodoro', 'focus timer', 'work timer', 'study timer', 'timer for focus', 'focus session'],
      hints: 'focus timer break concentrate interval study work round',
    },
  ],
  [
    'kanban',
    {
      names: ['kanban', 'trello', 'scrum', 'sprint board', 'task board', 'project board', 'board with columns'],
      hints: 'board card column project drag swimlane',
    },
  ],
  [
    'expenses',
    {
      names: ['expense', 'spending', 'budget', 'money tracker', 'track my money', 'household money'],
      hints: 'spend money budget cost finance category monthly',
    },
  ],
  [
    'tip-splitter',
    {
      names: ['tip', 'split the bill', 'split bill', 'bill splitter', 'tip calculator', 'restaurant bill', 'share the bill'],
      hints: 'tip split bill friend restaurant waiter dinner',
    },
  ],
  [
    'calculator',
    { names: ['calculator', 'arithmetic', 'calc'], hints: 'add subtract multiply divide sum number brackets', not: 'tip mortgage loan bmi tax age currency' },
  ],
  [
    'unit-converter',
    {
      names: ['unit converter', 'convert unit', 'unit conversion', 'metric to imperial', 'converter'],
      hints: 'convert unit kilometre mile celsius fahrenheit kilogram pound inch litre gallon temperature length',
      not: 'currency money video pdf file image exchange',
    },
  ],
  [
    'text-bench',
    {
      names: ['compare texts', 'compare two texts', 'text diff', 'base64', 'draw lots', 'random picker', 'json formatter'],
      hints: 'compare difference text base64 hash json random pick shuffle lots dice',
      not: 'game quiz',
    },
  ],
  [
    'world-clock',
    { names: ['world clock', 'time zone', 'timezone', 'time in other cities', 'clock for cities'], hints: 'clock zone city time world meeting overlap' },
  ],
  [
    'countdown',
    {
      names: ['countdown', 'days until', 'days left', 'count down', 'time until', 'how long until', 'day counter'],
      hints: 'day until left event birthday holiday wedding anniversary wait',
    },
  ],
  ['quiz', { names: ['quiz', 'trivia', 'multiple choice', 'general knowledge'], hints: 'question answer knowledge game score learn' }],
])

export interface NearShipped {
  readonly app: ShippedApp
  readonly score: number
}

/** A name of the app was said. */
export const NAMED = 10
/** So many words point to it that it is meant. */
export const MEANT = 5

interface Prepared {
  readonly app: ShippedApp
  readonly names: readonly (readonly string[])[]
  readonly hints: ReadonlySet<string>
  readonly not: ReadonlySet<string>
}

const prepared: readonly Prepared[] = shippedApps.map(app => {
  const { names, hints, not = '' } = keywords.get(app.id) ?? { names: [], hints: '' }
  return {
    app,
    names: [app.name, ...names].map(stems),
    hints: new Set([...stems(hints), ...stems(app.name)]),
    not: new Set(not.split(' ').filter(Boolean).map(stem)),
  }
})

/** All shipped apps, the nearest first; those that are equally near stay in the launcher's order. */
export function nearShipped(prompt: string): readonly NearShipped[] {
  const words = stems(prompt)
  const said = new Set(words)
  return prepared.map(({ app, names, hints, not }) => ({ app, score: score(words, said, names, hints, not) })).sort((a, b) => b.score - a.score)
}

function score(
  words: readonly string[],
  said: ReadonlySet<string>,
  names: readonly (readonly string[])[],
  hints: ReadonlySet<string>,
  not: ReadonlySet<string>,
): number {
  for (const word of not) if (said.has(word)) return 0
  let longest = 0
  for (const name of names) if (holds(words, name)) longest = Math.max(longest, name.length)
  let pointing = 0
  for (const word of said) if (hints.has(word)) pointing += 1
  return (longest > 0 ? NAMED + longest : 0) + pointing * 2
}

/** Whether the words stand in the prompt one after the other. */
function holds(words: readonly string[], name: readonly string[]): boolean {
  if (name.length === 0) return false
  for (let at = 0; at + name.length <= words.length; at++) if (name.every((word, index) => words[at + index] === word)) return true
  return false
}
