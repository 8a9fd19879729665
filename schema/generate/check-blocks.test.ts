import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkBlueprint } from '../check/load-blueprint.ts'
import type { Json } from '../json/json.ts'
import { blockAsApp, blockProblems } from './check-blocks.ts'
import { readSources } from './read-sources.ts'
import type { Source } from './source-schema.ts'

const sources = readSources(join(import.meta.dirname, '..'))

function withView(view: Json): Source {
  const [block] = sources.blocks
  if (!block) throw new Error('There is no block.')
  return { ...block, schema: { ...block.schema, 'x-view': view } }
}
const problemsOf = (view: Json): readonly string[] => blockProblems({ ...sources, blocks: [withView(view)] })

describe('[B52] a block', () => {
  it.each(sources.blocks.map(block => [block.name, block] as const))('%s has no issue as an app of its own', (_, block) => {
    expect(checkBlueprint(blockAsApp(block))).toEqual([])
    expect(blockProblems({ ...sources, blocks: [block] })).toEqual([])
  })

  it('reads no name but its properties and its own state', () => {
    expect(problemsOf({ type: 'Text', text: '${title} ${todos}' })).toEqual([expect.stringContaining('todos')])
  })

  it('asks for nothing', () => {
    const view = { type: 'Button', label: 'Copy', onPress: { do: 'clipboard.copy', text: '${title}' } }
    expect(problemsOf(view)).toContainEqual(expect.stringContaining('"clipboard.copy" needs a capability'))
  })

  it('is told of what is only noted too', () => {
    expect(problemsOf({ type: 'Stack', each: '${items}', as: 'title', children: ['${title}'] })).toEqual([expect.stringContaining('hides')])
  })
})
