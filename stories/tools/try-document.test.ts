import { describe, expect, it } from 'vitest'
import { createTestApp } from '../../engine/test-app.ts'
import { loadBlueprint } from '../../schema/index.ts'
import { createBroker } from '../../tools/broker.ts'
import { createTestWorld } from '../../tools/test-world.ts'
import { describedTools } from './described-tools.ts'
import { demonstrated, engineDemo } from './engine-demo.ts'
import { canBeTried, tryDocument } from './try-document.ts'

const tried = [...describedTools.values()].filter(tool => canBeTried(tool.spec)).map(tool => [tool.spec.name, tool] as const)

describe('the form with which a tool is tried', () => {
  it.each(tried)('%s: it passes the check, and gives a result and no failure as it stands', async (_, tool) => {
    const { document, issues } = loadBlueprint(JSON.stringify(tryDocument(tool)))
    expect(issues.filter(issue => issue.severity === 'error')).toEqual([])
    const port = createBroker({ isGranted: () => false, approve: async () => false, world: createTestWorld() })
    const { run, value, wait } = createTestApp(document ?? {}, { answer: (name, args, context) => port.call(name, args, context) })
    await run('run')
    for (let turn = 0; turn < 200 && value('result') === '' && value('failure') === ''; turn++) {
      await new Promise(resolve => setTimeout(resolve, 5))
      await wait(0)
    }
    expect(value('failure')).toBe('')
    expect(value('result')).not.toBe('')
  })

  it('shows in an app what the engine does itself, each by a button', () => {
    for (const group of ['state', 'flow', 'window', 'data']) {
      const { document, issues } = loadBlueprint(JSON.stringify(engineDemo(group)))
      expect(issues.filter(issue => issue.severity === 'error')).toEqual([])
      for (const name of demonstrated(group)) expect(JSON.stringify(document)).toContain(`{"do":"${name}"`)
    }
    const engine = [...describedTools.values()].filter(tool => tool.spec.engine)
    expect(new Set(engine.map(tool => tool.group))).toEqual(new Set(['state', 'flow', 'window', 'data']))
  })

  it('is there for those that compute', () => {
    expect(tried.map(([name]) => name)).toEqual(expect.arrayContaining(['csv.parse', 'random.int', 'text.diff']))
  })
})
