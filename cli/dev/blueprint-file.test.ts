import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { issuesOf, readBlueprintFile, writeFix } from './blueprint-file.ts'

let folder: string
let file: string
const good = '{\n  "blueprint": 1,\n  "app": { "name": "A" },\n  "view": "Hello"\n}\n'
const broken = good.replace('"view"', '"view":').replace('"view":: ', '"view": ').replace('"Hello"', '"Hello",')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyanotype-file-'))
  file = join(folder, 'a.json')
  writeFileSync(file, broken)
})

const fixable = () => issuesOf(broken).findIndex(issue => issue.fix !== undefined)
async function version(): Promise<string> {
  const read = await readBlueprintFile(file)
  return read.kind === 'text' ? read.version : ''
}

describe('readBlueprintFile', () => {
  it('gives the text, and a version that changes with it', async () => {
    const first = await readBlueprintFile(file)
    expect(first).toMatchObject({ kind: 'text', name: 'a.json', text: broken })
    const before = await version()
    writeFileSync(file, good)
    expect(await version()).not.toBe(before)
  })

  it.each([
    ['is not there', () => join(folder, 'none.json'), /no such file/],
    ['is a folder', () => folder, /is a folder/],
  ])('says why there is none: it %s', async (_, path, message) => {
    expect(await readBlueprintFile(path())).toMatchObject({ kind: 'unreadable', message: expect.stringMatching(message) })
  })

  it('reads no text in another encoding', async () => {
    writeFileSync(file, new Uint8Array([0x22, 0xe9, 0x22]))
    expect(await readBlueprintFile(file)).toMatchObject({ kind: 'unreadable', message: expect.stringMatching(/UTF-8/) })
  })
})

describe('writeFix', () => {
  it('mends the file in place: through a link, with its permissions, leaving nothing beside it', async () => {
    chmodSync(file, 0o640)
    const link = join(folder, 'link.json')
    symlinkSync(file, link)
    await writeFix(link, { version: await version(), issue: fixable() })
    expect(readFileSync(file, 'utf8')).toBe(good)
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'link.json'])
  })

  it('leaves alone what was saved since the check', async () => {
    const before = await version()
    writeFileSync(file, `${broken}\n`)
    await expect(writeFix(file, { version: before, issue: fixable() })).rejects.toMatchObject({ code: 'changed' })
    expect(readFileSync(file, 'utf8')).toBe(`${broken}\n`)
  })

  it.each([-1, 1000, 0.5, Number.NaN])('refuses issue %s', async issue => {
    await expect(writeFix(file, { version: await version(), issue })).rejects.toMatchObject({ code: 'no-fix' })
    expect(readFileSync(file, 'utf8')).toBe(broken)
  })
})
