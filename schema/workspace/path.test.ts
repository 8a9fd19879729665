import { readFileSync } from 'node:fs'
import { join, posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../tests/corpus.ts'
import { hostilePaths } from '../../tests/file-tree-suite.ts'
import { dataNameFault, folderFault, NAME_LENGTH, nameFault, nameKey, PATH_DEPTH, parsePath } from './path.ts'

const namesOf = (path: string): readonly string[] | null => {
  const reading = parsePath(path)
  return reading.ok ? reading.names : null
}

describe('a path of the workspace', () => {
  it('is names with slashes between, in their composed form', () => {
    expect(namesOf('')).toEqual([])
    expect(namesOf('today.md')).toEqual(['today.md'])
    expect(namesOf('ideas/2026/Übung 1 (neu).md')).toEqual(['ideas', '2026', 'Übung 1 (neu).md'])
    expect(namesOf('cafe\u0301.md')).toEqual(['caf\u00e9.md'])
    expect(namesOf('日本語/👩‍🚀.txt')).toEqual(['日本語', '👩‍🚀.txt'])
    expect(namesOf('a..b/…/100%.txt')).toEqual(null)
    expect(namesOf('a..b/100%.txt')).toEqual(['a..b', '100%.txt'])
  })

  it.each([
    ['the root, or a folder above', ['/', '/a', '..', '../a', 'a/../b', 'a/..', './a', '.', 'a/./b']],
    ['an empty name', ['a//b', 'a/', '//a']],
    ['what is hidden', ['.env', 'a/.git/hooks/x', '.md', '\u200b.env', '\uff0eenv']],
    ['a separator of other systems, or a stream of NTFS', ['a\\b', '..\\a', 'C:a', 'C:\\a', 'a:b.txt', 'a.txt::$DATA', '\\\\server\\share']],
    ['what becomes a separator or points when it is normalised', ['a\uff0fb', '\uff0e\uff0e/a', '\u2024\u2024/a', '\u2025/a', 'a\uff3cb', '\ufe52\ufe52/a']],
    ['a device of Windows', ['con', 'CON.txt', 'aux.md', 'nul', 'com1', 'LPT9.log', 'COM¹', 'conin$', 'nul .txt', 'a/prn.csv', '\uff23\uff2f\uff2e']],
    ['what Windows takes away at the end', ['a.', 'a ', 'a. .', 'a/b./c', ' a', '\u00a0a', 'a\u3000']],
    ['a short name of Windows', ['GIT~1', 'PROGRA~1/a', 'a~12.txt']],
    ['characters that show nothing', ['a\0', 'a\n', 'a\u202etxt.md', 'a\u200bb', '\ufeffa', 'a\u00adb', 'a\u{e0041}', '\ue000']],
    ['half a character', ['a\ud800', '\udc00']],
    ['wildcards and quotes', ['*', 'a?', '<a>', 'a|b', 'a"b']],
    ['what is too long or too deep', ['x'.repeat(NAME_LENGTH + 1), `${'a/'.repeat(PATH_DEPTH)}a`, `${'x/'.repeat(5000)}x`]],
  ])('[S33] is none with %s', (_, paths) => {
    expect(paths.filter(path => namesOf(path) !== null)).toEqual([])
  })

  it('[S33] no path of the corpora leads out of its folder, however the system reads it', { timeout: 30_000 }, () => {
    for (const path of hostilePaths()) {
      const names = namesOf(path)
      if (names === null || names.length === 0) continue
      const joined = names.join('/')
      for (const [rules, root] of [
        [posix, '/w/Notes'],
        [win32, 'C:\\w\\Notes'],
      ] as const)
        for (const form of [joined, joined.normalize('NFD'), joined.normalize('NFKC'), joined.normalize('NFKD')]) {
          const way = rules.relative(root, rules.join(root, form))
          expect([form, way.startsWith('..') || rules.isAbsolute(way) || way === '']).toEqual([form, false])
        }
    }
  })

  it('[S20] has one spelling', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
        const names = namesOf(text)
        if (names === null) return
        expect(namesOf(names.join('/'))).toEqual(names)
        for (const name of names) expect([name, nameFault(name)]).toEqual([name, null])
      }),
      { numRuns: 2000 },
    )
  })

  it('[S20] letters that look alike stay apart, and those that are one to some system have one key', () => {
    const folder = corpus('unicode')
    if (!folder) return
    const lines = readFileSync(join(folder, 'confusables-17.0.0.txt'), 'utf8').split('\n')
    const characters = lines.flatMap(line => {
      const hex = /^([0-9A-F]+) ;/.exec(line)?.[1]
      return hex === undefined ? [] : [String.fromCodePoint(Number.parseInt(hex, 16))]
    })
    expect(characters.length).toBeGreaterThan(6000)
    for (const character of characters) {
      const names = namesOf(`a${character}b`)
      // One name or none: nothing that looks like a separator becomes one.
      expect([character, names === null || names.length === 1 || character === '/']).toEqual([character, true])
      expect(nameKey(character)).toBe(nameKey(character.normalize('NFD')))
    }
    expect(nameKey('STRASSE')).toBe(nameKey('straße'))
    expect(nameKey('a')).not.toBe(nameKey('а'))
  })
})

it('a folder is one name', () => {
  for (const name of ['Notes', 'My recipes', '写真']) expect([name, folderFault(name)]).toEqual([name, null])
  for (const name of ['', '..', 'a/b', '.git', 'CON', 'x'.repeat(41), 'cafe\u0301', 'a:b', 'Notes” and “'])
    expect([name, folderFault(name)]).not.toEqual([name, null])
})

it('[S61] a file that an app writes says by its name that it is data', () => {
  for (const path of ['a.md', 'a/b.CSV', 'x.y.json']) expect([path, dataNameFault(path)]).toEqual([path, null])
  for (const path of ['a', 'a.html', 'a.md/b', 'a.svg', 'md', 'a.exe', 'a.desktop', 'a.md.lnk', 'a.url'])
    expect([path, dataNameFault(path)]).not.toEqual([path, null])
  expect(dataNameFault('b.html', 'a.html')).toBe(null)
  expect(dataNameFault('b', 'a')).not.toBe(null)
})
