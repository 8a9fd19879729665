import { readFile } from 'node:fs/promises'
import { didYouMean } from '../schema/formula/did-you-mean.ts'
import type { IssueCode } from '../schema/issue-codes/entry.ts'
import { issueCodes, issueGroups } from '../schema/issue-codes.ts'
import { type Command, splitArguments } from './command.ts'
import { CommandError } from './command-error.ts'
import { type Paint, paintFor } from './paint.ts'
import { wrapText } from './wrap-text.ts'

const USAGE = 'cyanotype explain [CODE]'
const SPEC = new URL('../schema/SPEC.md', import.meta.url)

/** `explain CODE`: what a code of an issue means and how to mend it; a rule's id (`B43`) prints the rule; nothing lists the codes. */
export const explain: Command = async (args, terminal) => {
  const { files: names } = splitArguments(USAGE, args)
  const paint = paintFor(terminal)
  const [name, second] = names
  if (second !== undefined) throw new CommandError(`One code at a time: ${JSON.stringify(second)} is a second one. Usage: ${USAGE}`)
  if (name === undefined) {
    terminal.out(listCodes(paint))
    return 0
  }
  if (/^[BS]\d+$/i.test(name)) {
    terminal.out(`${await readRule(name.toUpperCase())}\n`)
    return 0
  }
  const entry = issueCodes.get(name.toLowerCase())
  if (entry === undefined) {
    const meant = didYouMean(name, issueCodes.keys())
    throw new CommandError(
      `There is no code ${JSON.stringify(name)}${meant === undefined ? ': "cyanotype explain" lists them all.' : `: did you mean ${JSON.stringify(meant)}?`}`,
    )
  }
  terminal.out(explanation(name.toLowerCase(), entry, paint))
  return 0
}

function explanation(code: string, { title, why, mend, as, wrong, right }: IssueCode, paint: Paint): string {
  const example = (text: string): string => (as === 'formula' ? `"\${${text}}"` : text)
  return [
    `${paint.bold(title)} (${code})`,
    '',
    wrapText(why),
    '',
    wrapText(mend),
    '',
    `  ${paint.red('wrong')}  ${example(wrong)}`,
    `  ${paint.green('right')}  ${example(right)}`,
    '',
  ].join('\n')
}

function listCodes(paint: Paint): string {
  const width = Math.max(...[...issueCodes.keys()].map(code => code.length))
  const groups = issueGroups.map(
    ({ title, codes }) =>
      `${paint.bold(title)}\n${Object.entries(codes)
        .map(([code, entry]) => `  ${code.padEnd(width)}  ${entry.title}`)
        .join('\n')}\n`,
  )
  return `${groups.join('\n')}\n"cyanotype explain CODE" says more about one, "cyanotype explain B43" prints a rule of the language.\n`
}

/** The section of a rule in the specification. */
async function readRule(id: string): Promise<string> {
  const lines = (await readFile(SPEC, 'utf8')).split('\n')
  const start = lines.findIndex(line => line.startsWith(`### ${id} `))
  if (start < 0) throw new CommandError(`There is no rule ${id} in schema/SPEC.md.`)
  const length = lines.slice(start + 1).findIndex(line => /^##/.test(line))
  const rule = lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n')
  return rule.replace(/^### /, '').trimEnd()
}
