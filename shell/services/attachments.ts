import { type AttachmentRecord, type Attachments, ToolFailure } from '../../engine/ports.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { AppStore } from '../storage/app-store.ts'
import { toStorageFailure } from '../storage/record-store.ts'

/** Files that an app's state refers to, stored per installed app under the hash of their bytes (B11). */
export function createAttachments(store: AppStore, instance: string): Attachments & { dispose(): void } {
  const urls = new Map<string, string>()
  let sizes: Promise<Map<string, number>> | null = null
  const show = (ref: string, bytes: Blob) => {
    if (!urls.has(ref)) urls.set(ref, URL.createObjectURL(bytes))
  }
  return {
    url: ref => urls.get(ref) ?? null,
    async load(ref) {
      if (urls.has(ref)) return
      const bytes = await store.attachment(instance, ref)
      if (bytes) show(ref, bytes)
    },
    async put(file): Promise<AttachmentRecord> {
      if (file.size > LIMITS.attachmentBytes) throw tooLarge(file, null)
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
      const ref = `file:${Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')}`
      try {
        sizes ??= store.attachmentSizes(instance)
        const kept = await sizes
        const bytesKept = [...kept.values()].reduce((sum, size) => sum + size, 0)
        if (!kept.has(ref) && bytesKept + file.size > LIMITS.attachmentBytes) throw tooLarge(file, bytesKept)
        kept.set(ref, file.size)
        await store.saveAttachment(instance, ref, new Blob([file], { type: file.type }))
      } catch (cause) {
        sizes = null
        if (cause instanceof ToolFailure) throw cause
        const failure = toStorageFailure(cause)
        throw new ToolFailure(failure.code, `“${file.name}” was not kept. ${failure.message}`, { cause })
      }
      show(ref, file)
      return { ref, name: file.name, type: file.type, size: file.size }
    },
    dispose() {
      for (const url of urls.values()) URL.revokeObjectURL(url)
      urls.clear()
    },
  }
}

/** What was taken out of the state is still kept, as it can be undone: the room of one app is used up once. */
function tooLarge(file: File, bytesKept: number | null): ToolFailure {
  const there = bytesKept === null ? '' : ` It keeps ${megabytes(bytesKept)} already.`
  const other = bytesKept === null ? '' : ', or install the app a second time: each has room of its own'
  return new ToolFailure(
    'too-large',
    `“${file.name}” (${megabytes(file.size)}) was not kept: an app keeps at most ${megabytes(LIMITS.attachmentBytes)} of files.${there} Choose a smaller one${other}.`,
  )
}

/** Rounded up: what is beyond a limit never reads as the limit. */
function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 100_000) / 10} MB`
}
