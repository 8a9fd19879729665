/** What every place for workspace files does alike: run over the gateway's folder, the browser's own storage, and the one of the tools' tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../schema/limits.ts'
import { FileFailure, type FileTree } from '../schema/workspace/file-tree.ts'
import { corpus } from './corpus.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = async (tree: FileTree, path: string) => new TextDecoder().decode(await tree.read(path, 1_000_000))
const paths = async (tree: FileTree, path = '') => (await tree.list(path, true)).map(entry => entry.path)
const code = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    cause => (cause instanceof FileFailure ? cause.code : `${cause}`),
  )

/** Every line of the corpora that try to lead out of a folder, or are names that break things. */
export function hostilePaths(): readonly string[] {
  const lines: string[] = []
  for (const name of ['path-traversal', 'open-redirect']) {
    const folder = corpus(name)
    if (folder) for (const file of readdirSync(folder)) if (file.endsWith('.txt')) lines.push(...readFileSync(join(folder, file), 'latin1').split(/\r?\n/))
  }
  const naughty = corpus('naughty-strings')
  if (naughty) lines.push(...(JSON.parse(readFileSync(join(naughty, 'blns.json'), 'utf8')) as string[]))
  return [...new Set(lines)].filter(line => line !== '')
}

export interface TreeUnderTest {
  readonly tree: FileTree
  /** The same place seen by another tab or process. */
  readonly other?: FileTree
  /** What lies beside the folder, so that a test sees if it was touched. */
  readonly outside?: () => Promise<string> | string
}

export function describeFileTree(name: string, open: () => Promise<TreeUnderTest>): void {
  describe(name, () => {
    it('a file is as it was written, and its folders are made on the way', async () => {
      const { tree } = await open()
      await tree.write('ideas/2026/today.md', bytes('# Héllo'))
      expect(await text(tree, 'ideas/2026/today.md')).toBe('# Héllo')
      expect(await paths(tree)).toEqual(['ideas', 'ideas/2026', 'ideas/2026/today.md'])
      expect(await tree.list('ideas', false)).toEqual([{ name: '2026', path: 'ideas/2026', kind: 'folder', size: 0, modified: null }])
      expect(await tree.stat('ideas/2026/today.md')).toMatchObject({ name: 'today.md', kind: 'file', size: 8, modified: expect.any(Number) })
      expect(await tree.stat('ideas/none.md')).toBe(null)
    })

    it('a write replaces the whole file, an append adds to it', async () => {
      const { tree } = await open()
      await tree.write('a.txt', bytes('one two three'))
      await tree.write('a.txt', bytes('1'))
      await tree.append('a.txt', bytes(' 2'))
      await tree.append('new.txt', bytes('first'))
      expect([await text(tree, 'a.txt'), await text(tree, 'new.txt')]).toEqual(['1 2', 'first'])
    })

    it('moves and copies files and folders, and replaces only where it is told to', async () => {
      const { tree } = await open()
      await tree.write('a/1.txt', bytes('1'))
      await tree.write('a/deep/2.txt', bytes('2'))
      await tree.copy('a', 'b', false)
      await tree.move('b/deep', 'c/other', false)
      await tree.move('b/1.txt', 'b/one.txt', false)
      expect(await paths(tree)).toEqual(['a', 'a/1.txt', 'a/deep', 'a/deep/2.txt', 'b', 'b/one.txt', 'c', 'c/other', 'c/other/2.txt'])
      expect(await code(tree.move('b/one.txt', 'a/1.txt', false))).toBe('exists')
      expect(await code(tree.copy('b/one.txt', 'a/1.txt', false))).toBe('exists')
      expect(await code(tree.copy('a', 'b', true))).toBe('exists')
      await tree.write('b/one.txt', bytes('new'))
      await tree.copy('b/one.txt', 'a/1.txt', true)
      await tree.move('b/one.txt', 'a/deep/2.txt', true)
      expect([await text(tree, 'a/1.txt'), await text(tree, 'a/deep/2.txt'), await tree.stat('b/one.txt')]).toEqual(['new', 'new', null])
    })

    it('a folder is not put into itself, nor a file onto itself', async () => {
      const { tree } = await open()
      await tree.write('a/b/c.txt', bytes('1'))
      expect(await code(tree.move('a', 'a/b/d', true))).toBe('bad-path')
      expect(await code(tree.copy('a', 'a/b/d', true))).toBe('bad-path')
      expect(await code(tree.copy('a/b/c.txt', 'a/b/c.txt', true))).toBe('bad-path')
      expect(await text(tree, 'a/b/c.txt')).toBe('1')
    })

    it('removes a file, and a folder with what is in it', async () => {
      const { tree } = await open()
      await tree.write('a/b/c.txt', bytes('1'))
      await tree.write('d.txt', bytes('1'))
      await tree.remove('a')
      expect(await paths(tree)).toEqual(['d.txt'])
      expect(await code(tree.remove('a'))).toBe('not-found')
    })

    it('says what is a file and what is a folder', async () => {
      const { tree } = await open()
      await tree.write('a/b.txt', bytes('1'))
      await tree.makeFolder('a/c')
      await tree.makeFolder('a/c')
      expect(
        await Promise.all([
          code(tree.read('a', 10)),
          code(tree.read('none', 10)),
          code(tree.write('a', bytes('1'))),
          code(tree.write('a/b.txt/c.txt', bytes('1'))),
          code(tree.list('a/b.txt', false)),
          code(tree.list('none', false)),
          code(tree.makeFolder('a/b.txt')),
          code(tree.remove('')),
          code(tree.move('none', 'b', false)),
        ]),
      ).toEqual(['not-a-file', 'not-found', 'not-a-file', 'not-a-folder', 'not-a-folder', 'not-found', 'exists', 'bad-path', 'not-found'])
    })

    it('two names that some system takes for one do not stand beside each other', async () => {
      const { tree } = await open()
      await tree.write('Plan.md', bytes('1'))
      await tree.write('caf\u00e9.md', bytes('composed'))
      expect(await code(tree.write('PLAN.md', bytes('2')))).toBe('name-clash')
      expect(await code(tree.copy('Plan.md', 'plan.MD', false))).toBe('name-clash')
      expect(await code(tree.makeFolder('plan.md'))).toBe('name-clash')
      expect(await text(tree, 'cafe\u0301.md')).toBe('composed')
      await tree.move('Plan.md', 'plan.md', false)
      expect(await paths(tree)).toEqual(['caf\u00e9.md', 'plan.md'])
      expect(await text(tree, 'plan.md')).toBe('1')
    })

    it('[S33] no path of the corpora leads out of the folder, and none breaks it', { timeout: 60_000 }, async () => {
      const { tree, outside } = await open()
      const before = await outside?.()
      const made: string[] = []
      const codes = new Set<string>()
      for (const [at, path] of hostilePaths().entries()) {
        // All of them are read; a part of them is written too.
        codes.add(await code(tree.stat(path)))
        if (at % 31 !== 0) continue
        const result = await code(tree.write(path, bytes('x')))
        codes.add(result)
        if (result === 'done') made.push(path)
      }
      expect([...codes].filter(each => !['done', 'bad-path', 'name-clash', 'not-a-folder', 'not-a-file'].includes(each))).toEqual([])
      for (const path of made.slice(0, 50)) expect(await tree.stat(path)).toMatchObject({ kind: 'file', size: 1 })
      for (const { path } of await tree.list('', true)) expect(path.split('/')).not.toContain('..')
      expect(await outside?.()).toEqual(before)
    })

    it('finds text as it is written, in names and lines, whatever the case', async () => {
      const { tree } = await open()
      await tree.write('a/first.md', bytes('one\nThe .* Line\nthree'))
      await tree.write('b.bin', new Uint8Array([255, 254, 0, 46, 42]))
      await tree.write('line.txt', bytes('nothing'))
      expect(await tree.search('', { text: '.* lINE', most: 10 })).toEqual([{ path: 'a/first.md', name: 'first.md', line: 2, text: 'The .* Line' }])
      expect((await tree.search('', { text: 'line', most: 10 })).map(hit => [hit.path, hit.line])).toEqual([
        ['a/first.md', 2],
        ['line.txt', null],
      ])
      expect(await tree.search('a', { text: 'nothing', most: 10 })).toEqual([])
      expect(await tree.search('', { text: ' ', most: 10 })).toEqual([])
    })

    it('refuses a file that is too large, and the old one stands', async () => {
      const { tree } = await open()
      await tree.write('a.txt', bytes('old'))
      expect(await code(tree.write('a.txt', new Uint8Array(LIMITS.fileBytes + 1)))).toBe('too-large')
      expect(await code(tree.read('a.txt', 2))).toBe('too-large')
      expect(await text(tree, 'a.txt')).toBe('old')
      expect(await paths(tree)).toEqual(['a.txt'])
    })

    it('tells of a change, of one between two looks too, and ends when it is told to', async () => {
      const { tree } = await open()
      await tree.write('a/1.txt', bytes('1'))
      const ends = new AbortController()
      const first = tree.watch('a', await tree.version('a'), ends.signal)
      await new Promise(resolve => setTimeout(resolve, 30))
      await tree.write('a/1.txt', bytes('two'))
      const { version } = await first
      await tree.write('a/2.txt', bytes('2'))
      const second = await tree.watch('a', version, ends.signal)
      expect(second.version).not.toBe(version)
      const third = tree.watch('a', second.version, ends.signal)
      ends.abort(new Error('enough'))
      await expect(third).rejects.toThrow('enough')
    })

    it('what is read while it is written is the old file or the new one, whole', async () => {
      const { tree, other = tree } = await open()
      const versions = ['a'.repeat(200_000), 'b'.repeat(300_000)]
      await tree.write('x.txt', bytes(versions[0]!))
      const writing = (async () => {
        for (let round = 0; round < 12; round++) await tree.write('x.txt', bytes(versions[round % 2]!))
      })()
      for (let round = 0; round < 12; round++) expect(versions).toContain(await text(other, 'x.txt'))
      await writing
    })

    it('a write during a move loses neither', async () => {
      const { tree, other = tree } = await open()
      for (let round = 0; round < 8; round++) {
        await tree.write('from/a.txt', bytes('old'))
        await Promise.all([tree.move('from', `to${round}`, false), other.write('from/b.txt', bytes('new'))])
        const all = await paths(tree)
        const found = all.filter(path => path.endsWith('.txt') && (path.startsWith(`to${round}/`) || path.startsWith('from/')))
        expect(found.map(path => path.split('/')[1]).sort()).toEqual(['a.txt', 'b.txt'])
        if (await tree.stat('from')) await tree.remove('from')
      }
    })

    it('two that append at once lose nothing', async () => {
      const { tree, other = tree } = await open()
      await Promise.all(Array.from({ length: 10 }, (_, at) => (at % 2 ? tree : other).append('log.txt', bytes(`${at};`))))
      expect((await text(tree, 'log.txt')).split(';').filter(Boolean).sort()).toEqual([...'0123456789'])
    })

    it('does what a record of paths would do, whatever is done in whatever order', { timeout: 60_000 }, async () => {
      const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map(names => names.join('/'))
      const action = fc.oneof(
        fc.record({ do: fc.constant('write' as const), path, to: fc.constantFrom('1', '2') }),
        fc.record({ do: fc.constantFrom('move' as const, 'copy' as const), path, to: path }),
        fc.record({ do: fc.constant('remove' as const), path, to: fc.constant('') }),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(action, { maxLength: 12 }), async actions => {
          const { tree } = await open()
          const files = new Map<string, string>()
          for (const each of actions) {
            const before = new Map(files)
            const below = [...files].filter(([key]) => key === each.path || key.startsWith(`${each.path}/`))
            const result =
              each.do === 'write'
                ? await code(tree.write(each.path, bytes(each.to)))
                : each.do === 'remove'
                  ? await code(tree.remove(each.path))
                  : await code(tree[each.do](each.path, each.to, false))
            if (result !== 'done') continue
            if (each.do === 'write') files.set(each.path, each.to)
            if (each.do === 'remove' || each.do === 'move') for (const [key] of below) files.delete(key)
            if (each.do === 'move' || each.do === 'copy')
              for (const [key, value] of below) files.set(each.to + key.slice(each.path.length), before.get(key) ?? value)
          }
          const found = (await tree.list('', true)).filter(entry => entry.kind === 'file')
          expect(found.map(entry => entry.path)).toEqual([...files.keys()].sort())
          for (const [key, value] of files) expect(await text(tree, key)).toBe(value)
        }),
        { numRuns: 40 },
      )
    })
  })
}
