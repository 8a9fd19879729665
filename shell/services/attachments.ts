import { type AttachmentRecord, type Attachments, ToolFailure } from '../../engine/ports.ts'
import type { AppStore } from '../storage/app-store.ts'
import { toStorageFailure } from '../storage/record-store.ts'

/** Attachments of one app, together (section 9 of the language). */
const mostBytes = 50 * 1024 * 1024

/** Files that an app's state refers to, stored per installed app under the hash of their bytes (B11). */
export function createAttachments(store: AppStore, instance: string): Attachments & { dispose(): void } {
  const urls = new Map<string, string>()
  let bytesKept = 0
  const show = (ref: string, bytes: Blob) => {
    if (urls.has(ref)) return
    bytesKept += bytes.size
    urls.set(ref, URL.createObjectURL(bytes))
  }
  return {
    url: ref => urls.get(ref) ?? null,
    async load(ref) {
      if (urls.has(ref)) return
      const bytes = await store.attachment(instance, ref)
      if (bytes) show(ref, bytes)
    },
    async put(file): Promise<AttachmentRecord> {
      if (bytesKept + file.size > mostBytes) throw new ToolFailure('too-large', 'An app can keep 50 MB of files. Remove some, or choose a smaller one.')
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
      const ref = `file:${Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')}`
      try {
        await store.saveAttachment(instance, ref, new Blob([file], { type: file.type }))
      } catch (cause) {
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
