/**
 * Every component, block and tool that the schemas describe is there: as code, in a test, in the prompt and, where it can be
 * looked at, in a story; and nothing is there that no schema describes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { shippedApps } from '../../blueprints/index.ts'
import { componentNames } from '../../components/index.ts'
import { windowTools } from '../../engine/actions/window-steps.ts'
import { checkNode } from '../../schema/check/streamed-node.ts'
import { readSources } from '../../schema/generate/read-sources.ts'
import { namesInLines } from '../../schema/generate/tool-lines.ts'
import { components, tools } from '../../schema/generated/catalog.ts'
import { systemPrompt } from '../../schema/generated/prompt.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { toolCosts } from '../../schema/tool-costs.ts'
import { writtenExamples } from '../../stories/examples/index.ts'
import { plays } from '../../stories/plays/index.ts'
import mathResults from '../../tools/math/example-results.json' with { type: 'json' }
import { toolImplementations } from '../../tools/register.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = readSources(join(root, 'schema'))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const named = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith(ending))
    .map(name => name.slice(0, -ending.length))
    .sort()
const absent = (paths: readonly string[]) => paths.filter(path => !existsSync(join(root, path)))
const inPrompt = (name: string) => new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}(?![\\w.])`).test(systemPrompt)

/** What the engine draws with that no blueprint can name. */
const OWN = ['FaultTile', 'Pending', 'Root']

/** What makes of a component something that is used. */
const EVENTFUL: ReadonlySet<string> = new Set(['steps', 'path'])

describe('components', () => {
  const specs = [...components.values()]
  const drawn = specs.filter(spec => !spec.engine).map(spec => spec.name)

  it('are those that have a schema', () => {
    expect([...components.keys()].sort()).toEqual(named('schema/components', '.json'))
    expect([...componentNames].sort()).toEqual([...drawn].sort())
  })

  it.each(drawn)('%s has its implementation and test', name => {
    expect(absent([`components/${name}/${name}.tsx`, `components/${name}/${name}.test.tsx`])).toEqual([])
  })

  it.each([...components.keys()])('%s has a page with its example and its states, at the place that its group says', name => {
    const text = read(`stories/${drawn.includes(name) ? 'components' : 'engine'}/${name}.stories.tsx`)
    const group = components.get(name)!.group
    expect(text).toContain(`title: 'Components/${group[0]!.toUpperCase()}${group.slice(1)}/${name}'`)
    expect(text).toContain(`export const Example = exampleStory('${name}')`)
    expect(text).toContain(`export const States = statesStory('${name}')`)
  })

  it('have an example each, and no other thing has', () => {
    expect([...writtenExamples].sort()).toEqual([...components.keys()].sort())
  })

  it('that edit something or tell of an event are used in a test of their example', () => {
    const used = specs.filter(spec => !spec.engine && (spec.input !== undefined || Object.values(spec.slots).some(slot => EVENTFUL.has(slot.kind))))
    expect(used.map(spec => spec.name).filter(name => !plays.has(name))).toEqual([])
    expect([...plays.keys()].filter(name => !components.has(name))).toEqual([])
  })

  it('each have a line in the prompt', () => {
    expect([...components.keys()].filter(name => !inPrompt(name))).toEqual([])
  })

  it('are all that has a folder or a story', () => {
    const folders = readdirSync(join(root, 'components')).filter(name => /^[A-Z]/.test(name))
    expect(folders.filter(name => !drawn.includes(name))).toEqual(OWN)
    expect(named('stories/components', '.stories.tsx')).toEqual([...drawn].sort())
    expect([...named('stories/engine', '.stories.tsx'), ...drawn].sort()).toEqual([...components.keys()].sort())
  })
})

describe('blocks', () => {
  const blocks = existsSync(join(root, 'schema/blocks')) ? named('schema/blocks', '.json') : []

  it.each(blocks)('%s has its example app, its story and its line in the prompt', name => {
    expect(absent([`schema/blocks/apps/${name}.json`, `stories/blocks/${name}.stories.tsx`])).toEqual([])
    expect(inPrompt(name)).toBe(true)
  })

  it('are all that has a story', () => {
    const stories = existsSync(join(root, 'stories/blocks')) ? named('stories/blocks', '.stories.tsx') : []
    expect(stories.filter(name => !blocks.includes(name))).toEqual([])
  })
})

describe('apps', () => {
  it('that are shipped have a story each', () => {
    const text = read('stories/apps/Apps.stories.tsx')
    expect([...text.matchAll(/shipped\('([\w-]+)'\)/g)].map(match => match[1]).sort()).toEqual(shippedApps.map(app => app.id).sort())
  })
})

describe('tools', () => {
  const tests = [...testsIn('tools'), ...testsIn('engine')].map(path => readFileSync(path, 'utf8'))

  it('are those that have a schema', () => {
    expect([...tools.keys()].sort()).toEqual(named('schema/tools', '.json'))
    const done = [...tools.values()].filter(spec => !spec.engine).map(spec => spec.name)
    expect([...toolImplementations.keys()].sort()).toEqual(done.sort())
    for (const name of windowTools.keys()) expect(tools.get(name)?.engine, name).toBe(true)
  })

  it('are each used by an app that comes with the desktop', () => {
    const text = shippedApps.map(({ document }) => JSON.stringify(document)).join('\n')
    expect([...tools.keys()].filter(name => !text.includes(`"do":"${name}"`))).toEqual([])
  })

  it('each have a place in the prompt, some with their family', () => {
    const said = namesInLines(systemPrompt.slice(systemPrompt.indexOf('# Tools'), systemPrompt.indexOf('# Example')))
    expect([...tools.keys()].filter(name => !said.has(name))).toEqual([])
  })

  it('each have an example that passes the check, their cost and their failures, in the reference and on the page of their group', () => {
    const reference = read('docs/reference/tools.md')
    for (const { name, schema } of sources.tools) {
      expect(toolCosts, name).toHaveProperty(schema['x-cost'] ?? 'none')
      expect(schema['x-errors'], name).toBeDefined()
      const example = { type: 'Button', label: 'Go', onPress: (schema.examples?.[0] ?? null) as Json }
      expect(checkNode(example).filter(issue => issue.severity === 'error')).toEqual([])
      expect(reference).toContain(`\n### ${name}\n`)
    }
  })

  it('have a page for each group, and no other', () => {
    const groups = new Set(sources.tools.map(({ schema }) => schema['x-group'] ?? ''))
    const titled = [...groups].map(group => `${group[0]?.toUpperCase()}${group.slice(1)}`)
    expect(named('stories/tools', '.stories.tsx')).toEqual(titled.sort())
    for (const group of groups) {
      const text = read(`stories/tools/${group[0]?.toUpperCase()}${group.slice(1)}.stories.tsx`)
      expect(text).toContain(`title: 'Tools/${group[0]?.toUpperCase()}${group.slice(1)}'`)
      expect(text).toContain(`groupStory('${group}')`)
    }
  })

  it('are each used by an app that is shipped', () => {
    const used = new Set<string>()
    for (const { document } of shippedApps) collectCalls(document, used)
    expect([...tools.keys()].filter(name => !used.has(name))).toEqual([])
  })

  it.each([...tools.keys()])('%s is called in a test', name => {
    expect(tests.some(text => text.includes(`'${name}'`)) || Object.hasOwn(mathResults, name)).toBe(true)
  })
})

/** What stands in `do` anywhere in it: a step or an entry of `data`. */
function collectCalls(value: Json, used: Set<string>): void {
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const inner of value) collectCalls(inner as Json, used)
    return
  }
  for (const [key, inner] of Object.entries(value as JsonObject)) {
    if (key === 'do' && typeof inner === 'string') used.add(inner)
    collectCalls(inner, used)
  }
}

function testsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.test\.tsx?$/.test(name))
    .map(name => join(root, folder, name))
}
