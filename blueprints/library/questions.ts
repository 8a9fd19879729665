/** Questions that a thin request leaves open, decided by rules. Each answer is the request with that answer in it. */
import { singular } from './nouns.ts'
import { type RequestedField, readRequest } from './read-request.ts'
import { describeSubject, isKnownSubject } from './subjects.ts'
import { plainLine, stems } from './words.ts'

export interface Question {
  readonly ask: string
  readonly answers: readonly { readonly label: string; readonly request: string }[]
}

/** A request that says so much needs no question. */
const SAYS_ENOUGH = 3
const MOST_ANSWERS = 6
const LONGEST = 80
const OPEN: readonly string[] = ['a list of books', 'a log of my runs', 'a shopping list', 'a habit tracker', 'a budget', 'a countdown']
const NOTHING_YET =
  /^(?:(?:please|make|build|create|give|want|need|me|i|us|an?|the|some|my|new|simple|small|app|application|tool|tracker|list|something|thing)\b[\s,.!]*)+$/i

/** At most one question at a time; none where the request says enough, or is about something that no rule knows. */
export function questionsFor(prompt: string): readonly Question[] {
  const line = plainLine(prompt).replace(/[\s.,;:!?]+$/, '')
  if (line === '' || line.length > LONGEST) return []
  if (NOTHING_YET.test(line)) return [{ ask: 'What is it for?', answers: OPEN.map(request => ({ label: request, request })) }]
  const words = line.split(' ')
  const last = words.at(-1) ?? ''
  // “books” is a list of them, “a snake game” is none.
  const bare = words.length <= 3 && singular(last) !== last && isKnownSubject(last) ? `a list of ${line}` : line
  const request = readRequest(line) ?? readRequest(bare)
  if (!request || request.fields.length > SAYS_ENOUGH) return []
  const base = readRequest(line) ? line : bare
  const said = new Set(request.fields.map(({ name }) => stems(name).join(' ')))
  const open = describeSubject(request.subject, request.container).fields.filter(({ name }) => !said.has(stems(name).join(' ')))
  if (open.length === 0) return []
  const joined = request.fields.length === 0 ? ' with ' : ', '
  const answers = open.slice(0, MOST_ANSWERS).map(field => ({ label: field.name, request: `${base}${joined}${written(field)}` }))
  return [{ ask: `What should it keep of each ${request.one}?`, answers }]
}

function written({ name, choices }: RequestedField): string {
  const lower = name.toLowerCase()
  return choices.length > 1 ? `${lower} (${choices.map(choice => choice.toLowerCase()).join(', ')})` : lower
}
