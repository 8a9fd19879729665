/** What an app calls itself and what it says outside of its window (S14, S15, S62), and what it may save (S61). */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readIconName } from '../../components/Icon/icon-name.ts'
import { createTestApp } from '../../engine/test-app.ts'
import { imitates } from '../../schema/identity/names.ts'
import { appNameForPeople, wordsOfApp } from '../../shell/desktop/app-name.ts'
import { createBroker } from '../../tools/broker.ts'
import { createTestWorld } from '../../tools/test-world.ts'
import { corpus } from '../corpus.ts'

const folder = corpus('own')
const invisible = '\u200b\u2060\u202e\u2066\ufeff\u00ad\u3164\u{e0041}\u{e007f}\u0000\u001b'
const SEEN = /^[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]*$/u

describe('[S14][S15] the name of an app', () => {
  it.skipIf(folder === null)('that looks like one of the desktop’s own is marked', () => {
    const { reserved, lookalikes } = JSON.parse(readFileSync(`${folder}/spoof-names.json`, 'utf8')) as { reserved: string[]; lookalikes: string[] }
    for (const name of [...reserved, ...lookalikes]) {
      const shown = appNameForPeople(name)
      // What only reads so from right to left reads otherwise once its direction is not turned round.
      expect(shown.startsWith('An app that calls itself') || imitates(shown) === null, name).toBe(true)
      if (!name.includes('\u202e')) expect(shown, name).toMatch(/^An app that calls itself/)
    }
    // The desktop's own name in any other.
    for (const name of ['Cyanotype Helper', 'Backup for Cyanotype', 'Cyan0type <b>', 'Cyаnotype updates log', 'My Cyanotype'])
      expect(appNameForPeople(name), name).toMatch(/^An app that calls itself/)
    for (const name of ['Todos', 'Solar System', 'Piggy bank', 'Habits']) expect(appNameForPeople(name)).toBe(name)
  })

  it.skipIf(folder === null)('[S62] that it says beside its window stands in quotation marks; all else is as it was said', () => {
    const { reserved, lookalikes } = JSON.parse(readFileSync(`${folder}/spoof-names.json`, 'utf8')) as { reserved: string[]; lookalikes: string[] }
    for (const name of [...reserved, ...lookalikes]) expect(wordsOfApp(name), name).toBe(imitates(name) === null ? name : `“${name}”`)
    for (const name of reserved) expect(wordsOfApp(name), name).toBe(`“${name}”`)
    for (const text of ['Saved', 'Your bank holiday list', 'Todos', '']) expect(wordsOfApp(text)).toBe(text)
  })

  it('shows nothing that cannot be seen, and is never endless', () => {
    for (const name of [`To${invisible}dos`, 'x'.repeat(100_000), `z${'\u0301'.repeat(5_000)}`, invisible, '', '\n\n', '\ud800']) {
      const shown = appNameForPeople(name)
      expect(shown).toMatch(SEEN)
      expect([...shown].length).toBeLessThanOrEqual(120)
      expect(shown).not.toBe('')
    }
  })

  it('an icon is one picture of the set or one emoji, never words or markup', () => {
    for (const name of [
      '<svg onload=alert(1)>',
      '../../x',
      'javascript:alert(1)',
      '__proto__/x',
      'System settings!',
      'a'.repeat(100),
      '🔒 Settings',
      '👍👍',
      invisible,
    ])
      expect(
        readIconName(name).kind === 'emoji' ? [...new Intl.Segmenter().segment((readIconName(name) as { text: string }).text)].length : readIconName(name).kind,
      ).toSatisfy(value => value === 1 || value === 'none' || value === 'lucide')
    for (const name of ['<svg onload=alert(1)>', '../../x', 'javascript:alert(1)', 'a'.repeat(100)]) expect(readIconName(name)).toEqual({ kind: 'none' })
  })
})

describe('[S14][S62] what an app says outside of its window', () => {
  const disguises = ['Allow this?', 'ALLOW\u200b this?', 'Αllow the camera?', '\u2060Allow?', 'Don’t allow?', 'Аpprove?', 'Ａｌｌｏｗ?']

  it.each(['toast', 'confirm', 'window.title', 'window.badge'])('by %s is without what cannot be seen, and asks nothing in the desktop’s words', async tool => {
    const { app, run, toasts, failures } = createTestApp({})
    const asked: string[] = []
    app.setConfirm(async question => {
      asked.push(...Object.values(question))
      return true
    })
    await run({ do: tool, text: `Sa${invisible}ved`, title: 'Done' })
    const said = () => [...toasts.map(({ text }) => text), ...asked, app.title.value, app.badge.value].filter(text => text !== null)
    expect(said()).toContain('Saved')
    for (const text of disguises) await run({ do: tool, text, title: 'x' })
    expect(failures.map(({ code }) => code)).toEqual(disguises.map(() => 'reserved-words'))
    for (const text of said()) expect(text).toMatch(SEEN)
    await run({ do: tool, text: 'Allowance saved?', title: 'x' })
    expect(failures).toHaveLength(disguises.length)
  })

  it('its answers are not the desktop’s either', async () => {
    const { app, run, failures } = createTestApp({})
    let asked = 0
    app.setConfirm(async () => {
      asked++
      return true
    })
    for (const word of ['Allow', 'Don’t allow', '\u200bAllow', 'Αllow']) {
      await run({ do: 'confirm', text: 'Sure?', yes: word })
      await run({ do: 'confirm', text: 'Sure?', no: word })
    }
    expect(asked).toBe(0)
    expect(failures).toHaveLength(8)
  })

  it('nor is a notification', async () => {
    const world = createTestWorld()
    const port = createBroker({ isGranted: () => true, approve: async () => true, world })
    const context = { gesture: true, signal: new AbortController().signal }
    await port.call('notify', { title: `Ti${invisible}me`, text: 'up' }, context)
    expect(world.log.join()).toContain('Time')
    for (const text of disguises) await expect(port.call('notify', { title: text, text: 'x' }, context)).rejects.toMatchObject({ code: 'reserved-words' })
    expect(world.log.join()).not.toMatch(/llow|pprove/)
  })
})

describe('[S61] a file that an app saves', () => {
  const world = createTestWorld()
  const port = createBroker({ isGranted: () => true, approve: async () => true, world })
  const context = { gesture: true, signal: new AbortController().signal }
  const save = async (name: string) => {
    world.saved = null
    try {
      await port.call('file.save', { name, content: '<script>alert(1)</script>' }, context)
    } catch {
      return null
    }
    return world.saved as { name: string; type: string } | null
  }

  it('is data, nothing that a double click would run', async () => {
    for (const end of 'html htm xhtml svg js mjs exe bat cmd com scr ps1 vbs sh app dmg jar lnk url desktop hta msi reg iso docm xlsm php html. txt.exe TXT.HTML csv.js'.split(
      ' ',
    ))
      expect(await save(`report.${end}`), end).toBe(null)
  })

  it('has a bare name, in which nothing is hidden', async () => {
    for (const name of [
      '../../etc/x.txt',
      'C:\\Windows\\x.txt',
      'a/b\\c.txt',
      'x\u202etxt.exe.txt',
      'x\u0000.txt',
      '.txt',
      `${'a'.repeat(500)}.txt`,
      '....txt',
      'con.txt',
      'x.exe\u202e.txt',
    ]) {
      const saved = await save(name)
      if (saved === null) continue
      expect(saved.name).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cf}]{1,120}\.(txt|md|csv|tsv|json|ics|vcf)$/u)
      expect(saved.type).toMatch(/^(text|application)\/(plain|markdown|csv|tab-separated-values|json|calendar|vcard)$/)
    }
    expect((await save('notes'))?.name).toBe('notes.txt')
  })
})
