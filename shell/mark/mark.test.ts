import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSeededChance } from '../../engine/react/test-run/stub-ports.ts'
import { createAppStore } from '../storage/app-store.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import { MOST_WORDS, markColours, markPictures, randomMark, readMark, tidyWords } from './mark.ts'

describe('the person’s mark', () => {
  it('is made at random, and read back as it was', () => {
    const chance = createSeededChance()
    const made = Array.from({ length: 200 }, () => randomMark(() => chance.random()))
    for (const mark of made) expect(readMark({ ...mark })).toEqual(mark)
    expect(new Set(made.map(({ picture }) => picture)).size).toBe(markPictures.length)
    expect(new Set(made.map(({ colour }) => colour)).size).toBe(markColours.length)
    expect(new Set(made.map(({ words }) => words)).size).toBeGreaterThan(80)
  })

  it('is none where what was kept is none', () => {
    const whole = { picture: 'owl', colour: 'red', words: 'quiet geese' }
    for (const stored of [undefined, null, 'owl', [], { ...whole, picture: 'constructor' }, { ...whole, colour: 'pink' }, { ...whole, words: 3 }])
      expect(readMark(stored)).toBe(null)
  })

  it('has words of one line that can be seen', () => {
    expect(tidyWords('a\u202eb\n\nc')).toBe('ab c')
    expect(tidyWords('x'.repeat(100))).toHaveLength(MOST_WORDS)
  })

  it('[S16] is in no export, and in nothing that draws apps, runs them or gives them what they ask for', async () => {
    const store = createAppStore(createMemoryRecords(), { digest: async () => '', hashDocument: async () => '' })
    await store.saveSetting('mark', { picture: 'owl', colour: 'red', words: 'seven geese' })
    expect(JSON.stringify(await store.exportEverything(new Date(0), new Map()))).not.toContain('geese')
    const knows = globSync('{engine,components,tools,schema,shell}/**/*.{ts,tsx}').filter(
      file => /mark\/(use-mark|YourMark)|\/AskFoot\.tsx|'mark'/.test(readFileSync(file, 'utf8')) && !file.includes('.test.'),
    )
    expect(knows.sort()).toEqual([
      'shell/approval/ApprovalSheet.tsx',
      'shell/approval/AskFoot.tsx',
      'shell/approval/SensitiveDialog.tsx',
      'shell/apps/HandoverDialog.tsx',
      'shell/desktop/LinkDialog.tsx',
      'shell/details/EditDialog.tsx',
      'shell/flow/FlowDialog.tsx',
      'shell/mark/use-mark.ts',
      'shell/settings/MarkSettings.tsx',
    ])
  })
})
