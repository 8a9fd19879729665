import { readFile } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { entriesOf, isRecord, recordOf } from '../schema/check/kinds.ts'
import { didYouMean } from '../schema/formula/did-you-mean.ts'
import { parseJson } from '../schema/json/parse-json.ts'
import { formatBlueprint } from '../schema/layout/format.ts'
import { type Command, readArguments } from './command.ts'
import { CommandError } from './command-error.ts'
import { writeText } from './write-text.ts'

const TEMPLATES = ['todo', 'form', 'dashboard', 'blank']
const USAGE = `cyanotype new NAME [--from ${TEMPLATES.join('|')}]`
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const EDITOR_SCHEMA = resolve(ROOT, 'schema/generated/editor-schema.json')

/** `new NAME [--from TEMPLATE]`: writes NAME.json, a small app with tests, formatted; never over a file that is there. */
export const newApp: Command = async (args, terminal) => {
  const { file: name, options } = readArguments(USAGE, args, { '--from': 'value' })
  const template = options.get('--from') ?? 'todo'
  if (!TEMPLATES.includes(template)) {
    const meant = didYouMean(template, TEMPLATES)
    throw new CommandError(
      `There is no template ${JSON.stringify(template)}${meant === undefined ? '' : `: did you mean ${JSON.stringify(meant)}?`}. There is ${TEMPLATES.join(', ')}.`,
    )
  }
  if (name === '-') throw new CommandError(`A name is needed, for the file. Usage: ${USAGE}`)
  const file = /\.json$/i.test(name) ? name : `${name}.json`
  await writeText(file, await fillTemplate(template, resolve(file)), true)
  terminal.out(
    [
      `Wrote ${file}.`,
      '',
      `  npx cyanotype dev ${file}     shows it in the browser and follows each save`,
      `  npx cyanotype check ${file}   says what is wrong with it`,
      `  npx cyanotype test ${file}    runs its tests`,
      '',
      'docs/writing-blueprints.md teaches the language in twenty minutes. VS Code completes and explains as you type.',
      '',
    ].join('\n'),
  )
  return 0
}

/** The template under the app's name, with the schema that editors read. */
async function fillTemplate(template: string, file: string): Promise<string> {
  const { value } = parseJson(await readFile(new URL(`templates/${template}.json`, import.meta.url), 'utf8'))
  if (!isRecord(value) || !isRecord(value.app)) throw new CommandError(`The template ${template} is damaged: this copy of Cyanotype is not whole.`)
  const app = recordOf(entriesOf(value.app).map(([key, text]) => [key, key === 'name' ? titleOf(file) : text]))
  const document = recordOf([['$schema', schemaAddress(file)], ...entriesOf(value).map(([key, section]) => [key, key === 'app' ? app : section] as const)])
  const formatted = formatBlueprint(JSON.stringify(document))
  if ('fault' in formatted) throw new CommandError(`The template ${template} is damaged: ${formatted.fault.message}`)
  return formatted.text
}

/** `shopping-list.blueprint.json` → `Shopping list`. */
function titleOf(file: string): string {
  const words = basename(file)
    .replace(/(\.blueprint)?\.json$/i, '')
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .slice(0, 80)
  return words === '' ? 'App' : words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Inside this project a relative path, which is good for everybody; elsewhere where it is on this machine. */
function schemaAddress(file: string): string {
  if (!file.startsWith(ROOT)) return pathToFileURL(EDITOR_SCHEMA).href
  const path = relative(dirname(file), EDITOR_SCHEMA).split(sep).join('/')
  return path.startsWith('.') ? path : `./${path}`
}
