import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { slotsOf } from '../slots.ts'
import type { Source, Sources } from '../source-schema.ts'
import { propertyTable } from './components.ts'
import { anchor, code, jsonBlock, marked, table } from './markdown.ts'
import { picture } from './picture.ts'

const apps = join(import.meta.dirname, '../../blocks/apps')

export function blocksPage(sources: Sources): string {
  return [
    '# Blocks\n',
    marked,
    `A block is a whole page, or a piece of one, that comes with the language: a part that no app has to declare ([B52](../../schema/SPEC.md#b52-blocks)). There are ${sources.blocks.length}. It is used like a component; its children go where their \`slot\` says. It stands once, not in what is repeated and not in a part. \`npx cyanotype expand\` writes it out, to change what it cannot be told. What is marked with * is required.\n`,
    sources.blocks.map(({ name }) => `[${name}](#${anchor(name)})`).join(' · '),
    ...sources.blocks.map(blockSection),
    '',
  ].join('\n')
}

function blockSection({ name, schema }: Source): string {
  const content = Object.entries(schema['x-content'] ?? {})
  const { rows, repeated } = { rows: schema['x-rows'], repeated: schema['x-children'] === 'template' }
  return [
    `\n## ${name}\n`,
    `${schema.description ?? ''}\n`,
    ...picture(name),
    `${propertyTable(slotsOf(schema), schema.properties ?? {})}\n`,
    ...(content.length === 0
      ? []
      : [
          `${table(
            ['slot', 'what is for it'],
            content.map(([slot, text]) => [slot === '' ? 'without `slot`' : code(slot), text]),
          )}\n`,
        ]),
    ...(repeated && rows ? [`Children without \`slot\` are drawn once for each element, which is ${code(rows.name)}, or what ${code(rows.as)} says.\n`] : []),
    'An app made with it:\n',
    jsonBlock(readFileSync(join(apps, `${name}.json`), 'utf8')),
  ].join('\n')
}
