import { describe, expect, it } from 'vitest'
import { shippedApps } from '../blueprints/index.ts'
import { hashBlueprint, loadBlueprint } from '../schema/index.ts'
import { changeMessages } from './messages.ts'
import { taskOf } from './task.ts'

const { document } = loadBlueprint(JSON.stringify(shippedApps.find(({ id }) => id === 'todos')?.document))
if (!document) throw new Error('There is no app of todos.')
const hash = await hashBlueprint(document)
const check = () => []

describe('[B80] what a model is asked for a change', () => {
  it('is shown the app with short ids, what was asked before, what is wrong, and the request, each marked off', () => {
    const [message] = changeMessages('add a due date', { document, hash, before: ['a list of things to do'], problems: ['Its test “Adds” fails.'] })
    const { content = '' } = message ?? {}
    expect(content).toContain(`"base" is "${hash}"`)
    expect(content).toContain('{"#":"n1","type":"Stack"')
    for (const part of ['app', 'before', 'problems', 'request']) expect(content).toMatch(new RegExp(`<${part}-([0-9a-f]{12})>\n[^]+\n</${part}-\\1>`))
    expect(content).not.toContain('<data-')
    expect(content).not.toContain('“This”')
  })

  it('names the component that “this” means, and shows data only where it is given', () => {
    const [message] = changeMessages('make this bigger', { document, hash, pointed: ['view', 'children', 0], data: '{"todos":[]}' })
    expect(message?.content).toContain('mean the component n2')
    expect(message?.content).toMatch(/<data-[0-9a-f]{12}>\n\{"todos":\[\]\}/)
  })

  it('checks the reply as an edit of that very app, which holds as a whole or not at all', () => {
    const task = taskOf({ prompt: 'rename it', change: { document, hash } }, 'The language.', check)
    expect(task.systemPrompt).toContain('# Changing an app')
    expect(task.partial).toBe(false)
    expect(
      task.check(JSON.stringify({ edit: 1, base: hash, ops: [{ put: 'app.name', value: 'Tasks' }] })).filter(({ severity }) => severity === 'error'),
    ).toEqual([])
    expect(task.check(JSON.stringify({ edit: 1, base: hash, ops: [{ put: 'app.nam', value: 'Tasks' }] }))[0]).toMatchObject({ severity: 'error' })
    expect(task.check(JSON.stringify({ edit: 1, base: '0'.repeat(64), ops: [] }))[0]).toMatchObject({ code: 'edit-base' })
  })

  it('the examples of the notation that it is told hold', () => {
    const task = taskOf({ prompt: 'x', change: { document, hash } }, '', check)
    const errors = (...ops: object[]) => task.check(JSON.stringify({ edit: 1, base: hash, ops })).filter(({ severity }) => severity === 'error')
    expect(errors({ node: { '#': 'n2' }, set: { gap: 'l' } })).toEqual([])
    expect(errors({ put: ['state', 'todos', 'type', 0, 'place'], value: 'text?' })).toEqual([])
    expect(errors({ node: 'root', into: { type: 'Text', text: 'More' }, at: 0 })).toEqual([])
  })
})
