import limits from '../../limits.json' with { type: 'json' }
import type { PropertySchema, Sources } from '../source-schema.ts'
import { code, marked, table } from './markdown.ts'

const said: Readonly<Record<keyof typeof limits, string>> = {
  documentCharacters: 'characters of a document',
  linkBytes: 'bytes that a link may unpack to',
  qrBytes: 'bytes of a link that fits a QR code',
  jsonDepth: 'lists and records inside each other',
  componentDepth: 'components inside each other, parts put in',
  documentNodes: 'components of an app, parts put in',
  drawnNodes: 'components drawn at once',
  listElements: 'elements of a list, rows of a repeat',
  recordKeys: 'keys of a record in the document',
  authorTextCharacters: 'characters of one text',
  formulaCharacters: 'characters of a formula',
  formulaDepth: 'nesting of a formula',
  lambdaDepth: 'lambdas inside each other',
  lambdaCalls: 'work of one evaluation',
  evaluationCharacters: 'characters made in one evaluation',
  stepsPerEvent: 'steps for one event',
  effectCascade: 'effects that set off each other',
  timers: 'timers',
  shortestTimerMilliseconds: 'milliseconds of the shortest timer',
  stateBytes: 'bytes of the state',
  attachmentBytes: 'bytes of the files that an app keeps',
  fileBytes: 'bytes of a file of the workspace',
  folderBytes: 'bytes of a folder of the workspace',
  callArgumentBytes: 'bytes of the arguments of a call that leaves the page',
  httpBodyBytes: 'bytes of an http answer',
  httpRedirects: 'redirects that are followed',
}

export function wordsPage(sources: Sources, tokens: Readonly<Record<string, PropertySchema>>): string {
  const theme = (sources.blueprint.schema as { readonly $defs?: Readonly<Record<string, PropertySchema>> }).$defs?.theme?.properties ?? {}
  const rows = (from: Readonly<Record<string, PropertySchema>>): string[][] =>
    Object.entries(from).flatMap(([name, schema]) =>
      schema.enum ? [[code(name), schema.enum.map(value => code(String(value))).join(' '), schema.description ?? '']] : [],
    )
  return [
    '# Words and limits\n',
    marked,
    '## Words for looks\n',
    'How things look is said in these words, so that every app fits every theme.\n',
    `${table(['property', 'words', ''], rows(tokens))}\n`,
    '## Themes\n',
    'In `app.theme`:\n',
    `${table(['property', 'words', ''], rows(theme))}\n`,
    '## Limits\n',
    'Past a limit a document is refused, or a formula or event stopped with a message.\n',
    table(
      ['limit', ''],
      Object.entries(limits).map(([name, value]) => [value.toLocaleString('en-US'), said[name as keyof typeof limits]]),
    ),
    '',
  ].join('\n')
}
