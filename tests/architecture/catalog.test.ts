/** Every component and tool that the schemas describe is there: as code, in a test and, where it can be looked at, in a story. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { componentNames } from '../../components/index.ts'
import { windowTools } from '../../engine/actions/window-steps.ts'
import { components, tools } from '../../schema/generated/catalog.ts'
import { toolImplementations } from '../../tools/register.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const named = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith(ending))
    .map(name => name.slice(0, -ending.length))
    .sort()

/** What the engine draws with that no blueprint can name. */
const OWN = ['FaultTile', 'Pending', 'Root']

describe('components', () => {
  const drawn = [...components.values()].filter(spec => !spec.engine).map(spec => spec.name)

  it('are those that have a schema', () => {
    expect([...components.keys()].sort()).toEqual(named('schema/components', '.json'))
    expect([...componentNames].sort()).toEqual([...drawn].sort())
  })

  it.each(drawn)('%s has its implementation, test and story', name => {
    const missing = [`components/${name}/${name}.tsx`, `components/${name}/${name}.test.tsx`, `stories/components/${name}.stories.tsx`].filter(
      path => !existsSync(join(root, path)),
    )
    expect(missing).toEqual([])
  })

  it('are all that has a folder or a story', () => {
    const folders = readdirSync(join(root, 'components')).filter(name => /^[A-Z]/.test(name))
    expect(folders.filter(name => !drawn.includes(name))).toEqual(OWN)
    expect(named('stories/components', '.stories.tsx').filter(name => !drawn.includes(name))).toEqual([])
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

  it.each([...tools.keys()])('%s is called in a test', name => {
    expect(tests.some(text => text.includes(`'${name}'`))).toBe(true)
  })
})

function testsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.test\.tsx?$/.test(name))
    .map(name => join(root, folder, name))
}
