import { describe, expect, it } from 'vitest'
import { ToolFailure } from '../engine/ports.ts'
import type { JsonObject } from '../schema/json/json.ts'
import { createBroker } from './broker.ts'
import { createTestWorld } from './test-world.ts'

function setUp(granted: readonly string[] = ['fs:Notes']) {
  const world = createTestWorld()
  const live = new Set(granted)
  const broker = createBroker({ isGranted: capability => live.has(capability), approve: async () => false, world })
  const controller = new AbortController()
  const call = async (tool: string, args: JsonObject) => broker.call(tool, { folder: 'Notes', ...args }, { gesture: false, signal: controller.signal })
  const code = (tool: string, args: JsonObject) =>
    call(tool, args).then(
      () => 'done',
      cause => (cause instanceof ToolFailure ? cause.code : String(cause)),
    )
  return { world, live, call, code, controller }
}

describe('files of the workspace', () => {
  it('a text, a table, a value and a file are written as they are, and read again', async () => {
    const { call, world } = setUp()
    const rows = [
      { name: 'Milk', price: '2' },
      { name: '=1+1', price: '3' },
    ]
    await call('fs.write', { path: 'a.md', content: '# One' })
    await call('fs.write', { path: 'b.json', content: { list: [1, null] } })
    await call('fs.write', { path: 'c.csv', content: rows })
    world.attached = new Uint8Array([1, 2, 3])
    await call('fs.write', { path: 'd.png', content: { ref: 'file:1', name: 'd.png', type: 'image/png', size: 3 } })
    expect(await call('fs.read', { path: 'a.md' })).toBe('# One')
    expect(await call('fs.read', { path: 'b.json', read: 'json' })).toEqual({ list: [1, null] })
    // [S52] What a spreadsheet would compute is text there.
    expect(await call('fs.read', { path: 'c.csv' })).toBe("name,price\nMilk,2\n'=1+1,3")
    expect(await call('fs.read', { path: 'c.csv', read: 'csv' })).toEqual([rows[0], { name: "'=1+1", price: '3' }])
    expect(await call('fs.read', { path: 'd.png', read: 'file' })).toMatchObject({ ref: 'file:1', name: 'd.png', size: 3 })
  })

  it('lists, looks, adds, makes, moves, copies, searches and removes', async () => {
    const { call } = setUp()
    await call('fs.mkdir', { path: 'ideas' })
    await call('fs.append', { path: 'ideas/log.txt', text: 'one\n' })
    await call('fs.append', { path: 'ideas/log.txt', text: 'two\n' })
    await call('fs.copy', { path: 'ideas/log.txt', to: 'copy.txt' })
    await call('fs.move', { path: 'ideas', to: 'old' })
    expect(((await call('fs.list', { deep: true })) as JsonObject[]).map(entry => `${entry.kind} ${entry.path} ${entry.size}`)).toEqual([
      'file copy.txt 8',
      'folder old 0',
      'file old/log.txt 8',
    ])
    expect(await call('fs.stat', { path: 'copy.txt' })).toMatchObject({ exists: true, kind: 'file', size: 8 })
    expect(await call('fs.stat', { path: 'ideas' })).toEqual({ exists: false, kind: null, size: null, modified: null })
    expect(await call('fs.search', { text: 'TWO' })).toEqual([
      { path: 'copy.txt', name: 'copy.txt', line: 2, text: 'two' },
      { path: 'old/log.txt', name: 'log.txt', line: 2, text: 'two' },
    ])
    await call('fs.remove', { path: 'old' })
    expect(await call('fs.list', {})).toMatchObject([{ path: 'copy.txt' }])
  })

  it('what cannot be read so is said, and what to do', async () => {
    const { call, code, world } = setUp()
    await call('fs.write', { path: 'a.json', content: '{ "a": }' })
    expect(await code('fs.read', { path: 'a.json', read: 'json' })).toBe('bad-json')
    await (await world.workspace.open('Notes')).write('b.txt', new Uint8Array([0xff, 0xfe]))
    expect(await code('fs.read', { path: 'b.txt' })).toBe('not-text')
    expect(await code('fs.read', { path: 'none.txt' })).toBe('not-found')
    expect(await code('fs.write', { path: '', content: '' })).toBe('bad-path')
  })

  it('[S61] an app writes data, under a name that says so, and makes nothing else of a file', async () => {
    const { call, code, world } = setUp()
    for (const path of ['run.sh', 'page.html', 'picture.svg', 'App.desktop', 'noending', 'x.js', 'a.md/x.exe', 'x.txt.bat'])
      expect([path, await code('fs.write', { path, content: 'x' })]).toEqual([path, 'file-type'])
    expect(await code('fs.append', { path: 'run.sh', text: 'x' })).toBe('file-type')
    await call('fs.write', { path: 'a.txt', content: 'x' })
    expect(await code('fs.move', { path: 'a.txt', to: 'a.html' })).toBe('file-type')
    expect(await code('fs.copy', { path: 'a.txt', to: 'a' })).toBe('file-type')
    // What the person put there may be put elsewhere as it is.
    await (await world.workspace.open('Notes')).write('own.html', new TextEncoder().encode('<p>'))
    expect(await code('fs.move', { path: 'own.html', to: 'pages/own.html' })).toBe('done')
  })

  it('[S26] a folder that was not allowed, or is not any more, gives nothing', async () => {
    const { call, code, live, controller } = setUp()
    await call('fs.write', { path: 'a.txt', content: 'x' })
    expect(await code('fs.read', { folder: 'Other', path: 'a.txt' })).toBe('denied')
    expect(await code('fs.read', { folder: 'Notes/..', path: 'a.txt' })).toBe('denied')
    const watching = code('fs.watch', {})
    const reading = code('fs.read', { path: 'a.txt' })
    live.clear()
    expect(await reading).toBe('denied')
    controller.abort(new ToolFailure('stopped', 'It was stopped.'))
    expect(await watching).toBe('stopped')
    for (const [tool, args] of [
      ['fs.list', {}],
      ['fs.write', { path: 'a.txt', content: 'y' }],
      ['fs.remove', { path: 'a.txt' }],
    ] as const)
      expect(await code(tool, args)).toBe('denied')
  })

  it('waits for the next change', async () => {
    const { call } = setUp()
    await call('fs.write', { path: 'a.txt', content: 'x' })
    let done = false
    const change = call('fs.watch', {}).then(result => {
      done = true
      return result
    })
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(done).toBe(false)
    await call('fs.write', { path: 'b.txt', content: 'x' })
    expect(await change).toEqual({ at: expect.any(Number) })
  })
})
