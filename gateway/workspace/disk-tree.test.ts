import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat, symlink, unlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FileFailure } from '../../schema/workspace/file-tree.ts'
import { describeFileTree } from '../../tests/file-tree-suite.ts'
import { systemClock } from '../clock.ts'
import { createDiskTree } from './disk-tree.ts'

const made: string[] = []
afterAll(() => Promise.all(made.map(folder => rm(folder, { recursive: true, force: true }))))

async function openFolder() {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'cyanotype-disk-')))
  made.push(base)
  const root = join(base, 'inside')
  await mkdir(root)
  await writeFile(join(base, 'secret.txt'), 'secret')
  const outside = async () => `${(await readdir(base)).join()} ${await readFile(join(base, 'secret.txt'), 'utf8')}`
  return { base, root, tree: createDiskTree({ root, clock: systemClock }), outside }
}
const bytes = (text: string) => new TextEncoder().encode(text)
const code = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    cause => (cause instanceof FileFailure ? cause.code : String(cause)),
  )

describeFileTree('a folder of the machine', openFolder)

describe('[S33] a folder of the machine', () => {
  it('follows no link, to a file or a folder, on the way or at the end', async () => {
    const { base, root, tree } = await openFolder()
    await mkdir(join(base, 'other'))
    await symlink(join(base, 'secret.txt'), join(root, 'link.txt'))
    await symlink(join(base, 'other'), join(root, 'folder'))
    await symlink(base, join(root, 'up'))
    expect(await tree.list('', true)).toEqual([])
    expect(await code(tree.read('link.txt', 100))).toBe('not-found')
    expect(await code(tree.read('up/secret.txt', 100))).toBe('not-found')
    expect(await code(tree.write('link.txt', bytes('x')))).toBe('name-clash')
    expect(await code(tree.write('folder/a.txt', bytes('x')))).toBe('name-clash')
    expect(await code(tree.remove('up'))).toBe('not-found')
    await tree.write('a.txt', bytes('x'))
    expect(await code(tree.move('a.txt', 'folder/a.txt', true))).toBe('name-clash')
    expect(await readdir(join(base, 'other'))).toEqual([])
    expect(await readFile(join(base, 'secret.txt'), 'utf8')).toBe('secret')
  })

  it('removes and copies a folder without following the links in it', async () => {
    const { base, root, tree } = await openFolder()
    await mkdir(join(root, 'a'))
    await writeFile(join(root, 'a', 'own.txt'), 'own')
    await symlink(base, join(root, 'a', 'up'))
    await tree.copy('a', 'b', false)
    expect(await readdir(join(root, 'b'))).toEqual(['own.txt'])
    await tree.remove('a')
    expect(await readFile(join(base, 'secret.txt'), 'utf8')).toBe('secret')
  })

  it('is not there any more when it became a link to elsewhere', async () => {
    const { base, root, tree } = await openFolder()
    await rm(root, { recursive: true })
    await symlink(base, root)
    for (const run of [tree.list('', false), tree.read('secret.txt', 100), tree.write('a.txt', bytes('x')), tree.remove('secret.txt')])
      expect(await code(run)).toBe('unavailable')
  })

  it('is not left by a folder that is swapped for a link while it is read and written', { timeout: 30_000 }, async () => {
    const { base, root, tree } = await openFolder()
    const outside = join(base, 'outside')
    await mkdir(outside)
    await writeFile(join(outside, 'a.txt'), 'secret')
    await mkdir(join(root, 'x'))
    await writeFile(join(root, 'x', 'a.txt'), 'mine')
    let swapping = true
    // A write may make the folder anew while it is away: then there is nothing to swap until the next round.
    const attempt = (run: Promise<unknown>) => run.catch(() => undefined)
    const swap = (async () => {
      while (swapping) {
        await attempt(rename(join(root, 'x'), join(root, 'y')))
        await attempt(symlink(outside, join(root, 'x')))
        await new Promise(resolve => setImmediate(resolve))
        await attempt(unlink(join(root, 'x')))
        await attempt(rename(join(root, 'y'), join(root, 'x')))
        await attempt(writeFile(join(root, 'x', 'a.txt'), 'mine'))
        await new Promise(resolve => setTimeout(resolve, 2))
      }
    })()
    const codes = new Set<string>()
    for (let round = 0; round < 300; round++) {
      const read = await tree.read('x/a.txt', 100).then(
        found => new TextDecoder().decode(found),
        cause => String(cause.code),
      )
      codes.add(read)
      codes.add(await code(tree.write(`x/b${round % 5}.txt`, bytes('b'))))
      codes.add((await tree.list('x', true).catch(() => [])).map(entry => entry.size).includes(6) ? 'secret listed' : 'listed')
    }
    swapping = false
    await swap
    expect([...codes].filter(each => /secret/.test(each))).toEqual([])
    expect(await readdir(outside)).toEqual(['a.txt'])
    expect(codes).toContain('mine')
  })

  it('leaves hidden files alone, and names that paths do not take', async () => {
    const { root, tree } = await openFolder()
    await writeFile(join(root, '.env'), 'KEY=1')
    await writeFile(join(root, 'a:b.txt'), '1')
    expect(await tree.list('', true)).toEqual([])
    for (const path of ['.env', './.env', 'a/../.env', 'a:b.txt']) expect(await code(tree.read(path, 100))).toBe('bad-path')
  })

  it('finds a file whose name the disk keeps in another composition', async () => {
    const { root, tree } = await openFolder()
    await writeFile(join(root, 'cafe\u0301.md'), 'from a Mac')
    expect((await tree.list('', false)).map(entry => entry.path)).toEqual(['caf\u00e9.md'])
    expect(new TextDecoder().decode(await tree.read('caf\u00e9.md', 100))).toBe('from a Mac')
    await tree.write('caf\u00e9.md', bytes('changed'))
    expect(await readdir(root)).toEqual(['cafe\u0301.md'])
  })
})

describe('what is on the disk', () => {
  it('is only for this person, and nothing of it can be run', async () => {
    const { root, tree } = await openFolder()
    await tree.write('a/new.txt', bytes('1'))
    await writeFile(join(root, 'old.txt'), '1', { mode: 0o755 })
    await tree.write('old.txt', bytes('2'))
    const mode = async (path: string) => (await stat(join(root, path))).mode & 0o777
    expect([await mode('a/new.txt'), await mode('a'), (await mode('old.txt')) & 0o111]).toEqual([0o600, 0o700, 0])
  })

  it('is the old file, whole, where the write could not be finished, and nothing is left beside it', async () => {
    const { root, tree } = await openFolder()
    await tree.write('a.txt', bytes('old'))
    // What a process that was killed in the middle leaves.
    await writeFile(join(root, '.cyanotype-1-1-1.tmp'), 'hal')
    await utimes(join(root, '.cyanotype-1-1-1.tmp'), new Date(0), new Date(0))
    expect((await tree.list('', true)).map(entry => entry.path)).toEqual(['a.txt'])
    await tree.write('b.txt', bytes('new'))
    expect(await readdir(root)).toEqual(['a.txt', 'b.txt'])
  })

  it('is one of the versions, whole, whenever the process that writes is killed', { timeout: 60_000 }, async () => {
    const { root } = await openFolder()
    const versions = ['a'.repeat(2_000_000), 'b'.repeat(3_000_000)]
    await writeFile(join(root, 'x.txt'), versions[0]!)
    const script = `
      import { createDiskTree } from ${JSON.stringify(new URL('./disk-tree.ts', import.meta.url).href)}
      import { systemClock } from ${JSON.stringify(new URL('../clock.ts', import.meta.url).href)}
      const tree = createDiskTree({ root: ${JSON.stringify(root)}, clock: systemClock })
      const versions = ['a'.repeat(2_000_000), 'b'.repeat(3_000_000)].map(text => new TextEncoder().encode(text))
      process.stdout.write('ready')
      for (let round = 0; ; round++) await tree.write('x.txt', versions[round % 2])`
    for (let round = 0; round < 8; round++) {
      const writer = spawn(process.execPath, ['--input-type=module', '-e', script])
      await once(writer.stdout, 'data')
      await new Promise(resolve => setTimeout(resolve, 5 + round * 9))
      writer.kill('SIGKILL')
      await once(writer, 'exit')
      expect(versions.includes(await readFile(join(root, 'x.txt'), 'utf8'))).toBe(true)
    }
  })

  it('[S39] apps add no more than their share', async () => {
    const { root } = await openFolder()
    const tree = createDiskTree({ root, clock: systemClock, most: 10 })
    await tree.write('a.txt', bytes('123456'))
    expect(await code(tree.write('b.txt', bytes('123456')))).toBe('quota')
    expect(await code(tree.copy('a.txt', 'b.txt', false))).toBe('quota')
    await tree.write('a.txt', bytes('12'))
    await tree.write('b.txt', bytes('123456'))
    expect(await tree.room()).toEqual({ used: 8, most: 10 })
  })
})
