import { expect, it } from 'vitest'
import { hashBlueprint, loadBlueprint } from '../index.ts'
import type { JsonObject } from '../json/json.ts'
import { applyEdit } from './apply-edit.ts'
import { mergeEdit } from './merge-edit.ts'

const app = {
  blueprint: 1,
  app: { name: 'A' },
  state: { count: 0 },
  view: {
    type: 'Stack',
    children: [
      { type: 'Text', text: 'Counted ${count}' },
      { type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'count' } },
    ],
  },
}
const base = loadBlueprint(app).document as JsonObject
const baseHash = await hashBlueprint(base)

async function after(...ops: object[]) {
  const current = applyEdit(base, { edit: 1, base: baseHash, ops }, { hash: baseHash }).document as JsonObject
  return { base, baseHash, current, currentHash: await hashBlueprint(current) }
}
const edit = (...ops: object[]) => ({ edit: 1, base: baseHash, say: 'Done.', ops })

it('[B80] an edit of an earlier version holds for this one where what it changes is untouched', async () => {
  const merging = await after({ put: 'app.name', value: 'B' })
  const merged = mergeEdit(edit({ node: { type: 'Button', label: 'Count' }, set: { label: 'More' } }), merging)
  if (merged.kind !== 'merged') throw new Error(merged.kind)
  expect(merged.edit).toMatchObject({ base: merging.currentHash, say: 'Done.' })
  const { document } = applyEdit(merging.current, merged.edit, { hash: merging.currentHash })
  expect(document).toMatchObject({ app: { name: 'B' } })
  expect(JSON.stringify(document)).toContain('"label":"More"')
})

it('names both changes where they meet, and what does not hold anyway', async () => {
  const merging = await after({ node: { type: 'Button', label: 'Count' }, set: { label: 'One more' } })
  expect(mergeEdit(edit({ node: { type: 'Button', label: 'Count' }, set: { label: 'More' } }), merging)).toEqual({
    kind: 'conflict',
    here: ['Changes Button “One more”: label'],
    there: ['Changes Button “More”: label'],
  })
  // A list in which something came is one whole.
  expect(mergeEdit(edit({ node: 'root', into: { type: 'Text', text: 'x' } }), merging).kind).toBe('conflict')
  expect(mergeEdit(edit({ drop: 'state.nothing' }), merging)).toMatchObject({ kind: 'refused' })
})
