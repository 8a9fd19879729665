import { appendFileSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { watchFile } from './watch-file.ts'

let folder: string
let file: string
let saves = 0
let stop = () => {}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyanotype-watch-'))
  file = join(folder, 'a.json')
  writeFileSync(file, '1')
  saves = 0
})
afterEach(() => {
  stop()
  rmSync(folder, { recursive: true, force: true })
})

const watching = (path = file) => {
  stop = watchFile(path, () => {
    saves += 1
  })
}
const heard = (count: number) => expect.poll(() => saves, { timeout: 5000 }).toBe(count)

it('hears a save in place, one by another file that takes its place, and its end and return', async () => {
  watching()
  writeFileSync(file, '22')
  await heard(1)
  writeFileSync(`${file}~`, '333')
  renameSync(`${file}~`, file)
  await heard(2)
  rmSync(file)
  await heard(3)
  writeFileSync(file, '4')
  await heard(4)
})

it('takes a save in two steps for one, and other files for none', async () => {
  watching()
  writeFileSync(join(folder, 'b.json'), 'x')
  writeFileSync(file, '')
  appendFileSync(file, '22')
  await heard(1)
  await new Promise(resolve => setTimeout(resolve, 150))
  expect(saves).toBe(1)
})

it('hears what a link leads to', async () => {
  const away = mkdtempSync(join(tmpdir(), 'cyanotype-link-'))
  const link = join(away, 'link.json')
  symlinkSync(file, link)
  watching(link)
  writeFileSync(file, '22')
  await heard(1)
  rmSync(away, { recursive: true })
})

it('hears nothing once it has ended', async () => {
  watching()
  stop()
  writeFileSync(file, '22')
  await new Promise(resolve => setTimeout(resolve, 150))
  expect(saves).toBe(0)
})
