import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../schema/limits.ts'
import { FileFailure, type FileTree } from '../../schema/workspace/file-tree.ts'
import { describeFileTree } from '../../tests/file-tree-suite.ts'
import { createFakeDirectory } from './fake-directory.ts'
import { createFileChanges } from './file-changes.ts'
import { createOpfsTree, type OpfsWorkspace } from './opfs-tree.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const code = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    cause => (cause instanceof FileFailure ? cause.code : String(cause)),
  )

/** Two tabs of one browser: one storage, one lock, each with changes of its own. */
function twoTabs({ most }: { readonly most?: number } = {}) {
  const fake = createFakeDirectory()
  let last: Promise<unknown> = Promise.resolve()
  const locked = <T>(_mode: string, run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run, run)
    last = turn.catch(() => undefined)
    return turn
  }
  const channels = [0, 1].map(() => ({ postMessage: (_: unknown) => {}, onmessage: null as ((event: MessageEvent) => void) | null }))
  channels.forEach((channel, at) => {
    channel.postMessage = data => channels[1 - at]?.onmessage?.({ data } as MessageEvent)
  })
  const tabs = channels.map((channel): OpfsWorkspace => {
    const workspace: OpfsWorkspace = {
      root: async () => fake.handle,
      changes: createFileChanges(channel),
      locked,
      usage: { bytes: null },
      now: () => 5,
      ...(most === undefined ? {} : { most }),
    }
    workspace.changes.onOther(() => {
      workspace.usage.bytes = null
    })
    return workspace
  })
  return { fake, trees: tabs.map(tab => createOpfsTree(tab, 'Notes')), tabs }
}

describeFileTree('a folder of the browser', async () => {
  const { trees, fake } = twoTabs()
  const beside = createOpfsTree(
    { root: async () => fake.handle, changes: createFileChanges(null), locked: (_, run) => run(), usage: { bytes: null }, now: () => 0 },
    'Other',
  )
  await beside.write('secret.txt', bytes('secret'))
  return { tree: trees[0]!, other: trees[1]!, outside: async () => JSON.stringify(await beside.list('', true)) }
})

describe('a folder of the browser', () => {
  it.each(['write', 'close'] as const)('[S39] the disk is full at the %s: the old file stands whole, and no new one is left', async when => {
    const { trees, fake } = twoTabs()
    const tree = trees[0]!
    await tree.write('a.txt', bytes('old'))
    fake.fault = at => {
      if (at === when) throw new DOMException('', 'QuotaExceededError')
    }
    expect(await code(tree.write('a.txt', bytes('new')))).toBe('quota')
    expect(await code(tree.append('a.txt', bytes('more')))).toBe('quota')
    expect(await code(tree.write('b/c.txt', bytes('new')))).toBe('quota')
    expect(await code(tree.copy('a.txt', 'copy.txt', false))).toBe('quota')
    expect(await code(tree.move('a.txt', 'moved.txt', false))).toBe('quota')
    fake.fault = () => {}
    expect((await tree.list('', true)).filter(entry => entry.kind === 'file').map(entry => [entry.path, entry.size])).toEqual([['a.txt', 3]])
    expect(new TextDecoder().decode(await tree.read('a.txt', 10))).toBe('old')
  })

  it('ends anywhere, as in a crash: each file stands whole, the old or the new, and what was moved is in one of its places', async () => {
    const deeds: readonly ((tree: FileTree) => Promise<void>)[] = [
      tree => tree.write('a/1.txt', bytes('new')),
      tree => tree.append('a/1.txt', bytes('more')),
      tree => tree.write('c/d/new.txt', bytes('new')),
      tree => tree.move('a/1.txt', 'b/1.txt', false),
      tree => tree.move('a', 'b/a', false),
      tree => tree.copy('a', 'b/a', false),
      tree => tree.move('a/1.txt', 'a/2.txt', true),
    ]
    for (const [which, deed] of deeds.entries()) {
      let ended = true
      for (let point = 0; ended; point++) {
        const { fake, trees } = twoTabs()
        await trees[0]!.write('a/1.txt', bytes('one'))
        await trees[0]!.write('a/2.txt', bytes('two'))
        let left = point
        ended = false
        fake.fault = () => {
          if (left-- > 0) return
          ended = true
          throw new Error('the browser is gone')
        }
        await deed(trees[0]!).catch(() => {})
        fake.fault = () => {}
        const after = createOpfsTree(
          { root: async () => fake.handle, changes: createFileChanges(null), locked: (_, run) => run(), usage: { bytes: null }, now: () => 0 },
          'Notes',
        )
        const found = (await after.list('', true)).filter(entry => entry.kind === 'file')
        const texts = await Promise.all(found.map(async entry => new TextDecoder().decode(await after.read(entry.path, 100))))
        // A new file may stand there empty; an old one never does.
        expect([which, point, texts.filter(text => !['one', 'two', 'new', 'onemore', ''].includes(text))]).toEqual([which, point, []])
        const kept = new Set(texts)
        expect([which, point, kept.has('one') || kept.has('new') || kept.has('onemore')]).toEqual([which, point, true])
        if (which !== 6) expect([which, point, kept.has('two')]).toEqual([which, point, true])
        expect([which, point, found.filter((entry, at) => entry.path.startsWith('a/') && texts[at] === '').map(entry => entry.path)]).toEqual([
          which,
          point,
          [],
        ])
      }
    }
  })

  it('[S39] all files of all folders share one room, in every tab', async () => {
    const { trees, tabs } = twoTabs({ most: 10 })
    await trees[0]!.write('a.txt', bytes('12345'))
    await createOpfsTree(tabs[1]!, 'Other').write('b.txt', bytes('1234'))
    expect(await code(trees[0]!.write('c.txt', bytes('12')))).toBe('quota')
    expect(await code(trees[0]!.write('a.txt', bytes('1234567')))).toBe('quota')
    expect(new TextDecoder().decode(await trees[0]!.read('a.txt', 10))).toBe('12345')
    await trees[0]!.write('a.txt', bytes('123'))
    await trees[1]!.write('c.txt', bytes('12'))
    expect(await trees[1]!.room()).toEqual({ used: 9, most: 10 })
  })

  it('[S39] at its limits all is well, and one beyond is refused', async () => {
    const { trees } = twoTabs()
    const tree = trees[0]!
    expect((await tree.room()).most).toBe(LIMITS.folderBytes)
    const full = new Uint8Array(LIMITS.fileBytes)
    expect(await code(tree.write('a.txt', full))).toBe('done')
    expect(await code(tree.append('a.txt', bytes('1')))).toBe('too-large')
    for (let at = 1; at < LIMITS.folderBytes / LIMITS.fileBytes; at++) await tree.write(`${at}.txt`, full)
    expect(await code(tree.write('more.txt', bytes('1')))).toBe('quota')
    expect(await tree.room()).toEqual({ used: LIMITS.folderBytes, most: LIMITS.folderBytes })
  })

  it('a change in one tab is told in the other, and only to who watches that place', async () => {
    const { trees } = twoTabs()
    const [here, there] = trees as [(typeof trees)[0] & object, (typeof trees)[0] & object]
    await here.write('a/1.txt', bytes('1'))
    const ends = new AbortController()
    let other = 0
    void there.watch('b', await there.version('b'), ends.signal).then(
      () => other++,
      () => {},
    )
    const change = there.watch('a', await there.version('a'), ends.signal)
    await here.write('a/1.txt', bytes('2'))
    expect((await change).at).toBe(5)
    expect(other).toBe(0)
    ends.abort(new Error('enough'))
  })
})
