/** `npm run generate [-- --check]`: makes everything in `schema/generated/` and `docs/reference/` from the authored schemas. */
import { join, relative } from 'node:path'
import { blockViewsModule } from './blocks-module.ts'
import { blueprintTypes, documentSchemaModule, documentWordsModule, structuredOutput } from './blueprint-module.ts'
import { catalogModules } from './catalog-module.ts'
import { docsText } from './docs-module.ts'
import { editorSchema } from './editor-schema.ts'
import { promptModule } from './prompt-module.ts'
import { propsModule } from './props-module.ts'
import { readSources } from './read-sources.ts'
import { blocksPage } from './reference/blocks.ts'
import { codesPage } from './reference/codes.ts'
import { componentsPage } from './reference/components.ts'
import { functionsPage } from './reference/functions.ts'
import { indexPage } from './reference/index-page.ts'
import { toolsPage } from './reference/tools.ts'
import { wordsPage } from './reference/words.ts'
import { documentValidator, documentValidatorDeclaration } from './validators-module.ts'
import { isCurrent, writeAtomically } from './write-file.ts'

const folder = join(import.meta.dirname, '..')

async function main(check: boolean): Promise<number> {
  const sources = readSources(folder)
  for (const problem of sources.problems) process.stderr.write(`${problem}\n`)
  if (sources.problems.length > 0) process.stderr.write('The files named above are left out of what is generated.\n')
  const catalog = catalogModules(sources)
  const files: readonly (readonly [string, string])[] = [
    ['run-catalog.ts', catalog.run],
    ['catalog.ts', catalog.whole],
    ['block-views.ts', blockViewsModule(sources)],
    ['props.ts', await propsModule(sources)],
    ['blueprint-types.ts', await blueprintTypes(sources)],
    ['document-schema.ts', documentSchemaModule(sources)],
    ['document-words.ts', documentWordsModule(sources)],
    ['docs.json', docsText(sources)],
    ['editor-schema.json', editorSchema(sources)],
    ['structured-output.json', structuredOutput(sources)],
    ['validate-document.d.ts', documentValidatorDeclaration()],
    ['prompt.ts', promptModule(sources)],
    ['validate-document.js', documentValidator(sources)],
  ]
  const { tokens } = sources
  const reference: readonly (readonly [string, string])[] = [
    ['README.md', indexPage()],
    ['components.md', componentsPage(sources)],
    ['blocks.md', blocksPage(sources)],
    ['tools.md', toolsPage(sources)],
    ['functions.md', functionsPage()],
    ['codes.md', codesPage()],
    ['words-and-limits.md', wordsPage(sources, tokens)],
  ]
  const all = [
    ...files.map(([name, text]) => [join(folder, 'generated', name), text] as const),
    ...reference.map(([name, text]) => [join(folder, '../docs/reference', name), text] as const),
  ]
  const stale = all.filter(([path, text]) => !isCurrent(path, text))
  for (const [path, text] of stale) {
    if (check) process.stderr.write(`${relative(process.cwd(), path)} is stale: run npm run generate\n`)
    else writeAtomically(path, text)
  }
  if (!check)
    process.stdout.write(
      `${sources.components.length} components, ${sources.blocks.length} blocks, ${sources.tools.length} tools: ${stale.length} of ${all.length} files written.\n`,
    )
  // The checker reads what has just been written.
  const { blockProblems } = await import('./check-blocks.ts')
  const wrong = blockProblems(sources)
  for (const problem of wrong) process.stderr.write(`${problem}\n`)
  return wrong.length > 0 || sources.problems.length > 0 || (check && stale.length > 0) ? 1 : 0
}

process.exitCode = await main(process.argv.includes('--check'))
