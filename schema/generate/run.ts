/** `npm run generate [-- --check]`: makes everything in `schema/generated/` from the authored schemas. */
import { join, relative } from 'node:path'
import { blueprintTypes, documentSchemaModule, structuredOutput } from './blueprint-module.ts'
import { catalogModule } from './catalog-module.ts'
import { docsText } from './docs-module.ts'
import { promptModule } from './prompt-module.ts'
import { propsModule } from './props-module.ts'
import { readSources } from './read-sources.ts'
import { validatorDeclarations, validatorIndex, validatorModules } from './validators-module.ts'
import { isCurrent, writeAtomically } from './write-file.ts'

const folder = join(import.meta.dirname, '..')

async function main(check: boolean): Promise<number> {
  const sources = readSources(folder)
  for (const problem of sources.problems) process.stderr.write(`${problem}\n`)
  if (sources.problems.length > 0) process.stderr.write('The files named above are left out of what is generated.\n')
  const validators = validatorModules(sources)
  const files: readonly (readonly [string, string])[] = [
    ['catalog.ts', catalogModule(sources)],
    ['props.ts', await propsModule(sources)],
    ['blueprint-types.ts', await blueprintTypes(sources)],
    ['document-schema.ts', documentSchemaModule(sources)],
    ['docs.json', docsText(sources)],
    ['structured-output.json', structuredOutput(sources)],
    ['validators.js', validatorIndex()],
    ['validators.d.ts', validatorDeclarations()],
    ['prompt.ts', promptModule(sources)],
    ['validate-document.js', validators.document],
    ['validate-tools.js', validators.tools],
  ]
  const stale = files.filter(([name, text]) => !isCurrent(join(folder, 'generated', name), text))
  for (const [name, text] of stale) {
    const path = join(folder, 'generated', name)
    if (check) process.stderr.write(`${relative(process.cwd(), path)} is stale: run npm run generate\n`)
    else writeAtomically(path, text)
  }
  if (!check)
    process.stdout.write(`${sources.components.length} components, ${sources.tools.length} tools: ${stale.length} of ${files.length} files written.\n`)
  return sources.problems.length > 0 || (check && stale.length > 0) ? 1 : 0
}

process.exitCode = await main(process.argv.includes('--check'))
