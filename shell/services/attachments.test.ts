import { expect, it } from 'vitest'
import { LIMITS } from '../../schema/limits.ts'
import type { AppStore } from '../storage/app-store.ts'
import { createAttachments } from './attachments.ts'

function storeOf(kept: Map<string, Blob>): AppStore {
  const store: Pick<AppStore, 'attachment' | 'saveAttachment' | 'attachmentSizes'> = {
    attachment: async (instance, ref) => kept.get(`${instance} ${ref}`) ?? null,
    attachmentSizes: async instance =>
      new Map([...kept].flatMap(([key, bytes]) => (key.startsWith(`${instance} `) ? [[key.slice(instance.length + 1), bytes.size]] : []))),
    saveAttachment: async (instance, ref, bytes) => void kept.set(`${instance} ${ref}`, bytes),
  }
  // Attachments use nothing else of the store.
  return store as AppStore
}

it('[B11] keeps the bytes of a file under their hash, for one app', async () => {
  const kept = new Map<string, Blob>()
  const attachments = createAttachments(storeOf(kept), 'a')
  const record = await attachments.put(new File(['ink'], 'ink.txt', { type: 'text/plain' }))
  expect(record).toEqual({ ref: 'file:b728b7e775f708faf513b988271e39176d3efb8efcb6523124e0592d7c7b4165', name: 'ink.txt', type: 'text/plain', size: 3 })
  expect([...kept.keys()]).toEqual([`a ${record.ref}`])
  expect(attachments.url(record.ref)).toMatch(/^blob:/)
  attachments.dispose()
})

it('keeps as many bytes as an app may have, and not one more', async () => {
  const kept = new Map<string, Blob>()
  const attachments = createAttachments(storeOf(kept), 'a')
  await attachments.put(new File([new Uint8Array(LIMITS.attachmentBytes)], 'all.bin'))
  await expect(attachments.put(new File(['x'], 'more.bin'))).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(/“more.bin” \(0.1 MB\).*at most 50 MB.*keeps 50 MB already.*install the app a second time/),
  })
  expect(kept.size).toBe(1)
  // The same bytes are there once, and another app has room of its own.
  await attachments.put(new File([new Uint8Array(LIMITS.attachmentBytes)], 'again.bin'))
  const [other, later] = [createAttachments(storeOf(kept), 'b'), createAttachments(storeOf(kept), 'a')]
  await other.put(new File(['x'], 'more.bin'))
  // What was kept before the app was opened counts too.
  await expect(later.put(new File(['y'], 'late.bin'))).rejects.toMatchObject({ code: 'too-large' })
  await expect(other.put(new File([new Uint8Array(LIMITS.attachmentBytes + 1)], 'huge.bin'))).rejects.toThrow(
    /^“huge.bin” \(50.1 MB\) was not kept: an app keeps at most 50 MB of files. Choose a smaller one.$/,
  )
  for (const each of [attachments, other, later]) each.dispose()
})
