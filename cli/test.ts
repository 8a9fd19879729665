import type { TestVerdict } from '../engine/react/test-run/test-verdict.ts'
import type { JsonObject } from '../schema/json/json.ts'
import type { TestRunner } from '../tests/runner/run-tests.tsx'
import { type Command, readFiles, splitArguments, type Terminal } from './command.ts'
import { CommandError } from './command-error.ts'
import { formatVerdict, summaryOf } from './format-verdict.ts'
import { loadDocument } from './load-document.ts'
import { paintFor } from './paint.ts'
import { nameOf, readText } from './read-text.ts'
import { withRunner } from './with-runner.ts'

const USAGE = 'cyanotype test FILE…|- [--only NAME] [--json]'

interface TestedFile {
  readonly file: string
  /** Null where the blueprint has errors, so that nothing of it was run. */
  readonly tests: readonly TestVerdict[] | null
}

/**
 * `test FILE…|-`: runs the own tests of blueprints (B70) in the real renderer; 1 where one fails, or where a blueprint has
 * errors. `--only NAME` runs those whose name contains it.
 */
export const test: Command = async (args, terminal) => {
  const { files: named, options } = splitArguments(USAGE, args, { '--only': 'value', '--json': 'flag' })
  const files = readFiles(USAGE, named)
  const documents: { readonly file: string; readonly document: JsonObject | null }[] = []
  for (const file of files) documents.push({ file, document: loadDocument(await readText(file, terminal), file, terminal, 'valid') })
  const only = options.get('--only')
  const wanted = documents.map(({ file, document }) => ({ file, document: document && only !== undefined ? withTests(document, only) : document }))
  if (only !== undefined) expectSome(only, documents, wanted)

  const json = options.has('--json')
  const tested = wanted.some(({ document }) => testsOf(document).length > 0)
    ? await withRunner(runner => runAll(wanted, runner, json ? null : terminal))
    : wanted.map(({ file, document }) => ({ file, tests: document && [] }))
  if (json) terminal.out(`${JSON.stringify(tested, null, 2)}\n`)
  else terminal.out(summaryOf(tested, paintFor(terminal)))
  return tested.every(({ tests }) => tests?.every(({ passed }) => passed)) ? 0 : 1
}

async function runAll(
  documents: readonly { readonly file: string; readonly document: JsonObject | null }[],
  runner: TestRunner,
  terminal: Terminal | null,
): Promise<readonly TestedFile[]> {
  const tested: TestedFile[] = []
  for (const { file, document } of documents) {
    const paint = terminal && paintFor(terminal)
    if (terminal && paint && testsOf(document).length > 0) terminal.out(`${paint.bold(nameOf(file))}\n`)
    const tests = document && (await runner.run(document, verdict => terminal && paint && terminal.out(formatVerdict(verdict, paint))))
    tested.push({ file, tests })
  }
  return tested
}

function testsOf(document: JsonObject | null): readonly JsonObject[] {
  return Array.isArray(document?.tests) ? (document.tests as readonly JsonObject[]) : []
}

function withTests(document: JsonObject, only: string): JsonObject {
  const contains = (name: unknown) => String(name).toLowerCase().includes(only.toLowerCase())
  return { ...document, tests: testsOf(document).filter(({ name }) => contains(name)) }
}

type Documents = readonly { readonly document: JsonObject | null }[]

function expectSome(only: string, all: Documents, wanted: Documents): void {
  if (wanted.some(({ document }) => testsOf(document).length > 0)) return
  const names = all.flatMap(({ document }) => testsOf(document).map(({ name }) => `  ${String(name)}`))
  if (names.length > 0) throw new CommandError(`No test has ${JSON.stringify(only)} in its name. There are:\n${names.join('\n')}`)
}
