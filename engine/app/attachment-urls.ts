/** The addresses under which attachments are shown (B11): null while one loads, and whoever asked is told when it is there. */
import { type Signal, signal } from '@preact/signals-core'
import type { Attachments } from '../ports.ts'

/** `failed` is told of what cannot be loaded. */
export function createAttachmentUrls(attachments: Attachments, failed: (error: unknown) => void): (ref: string) => string | null {
  const turns = new Map<string, Signal<number>>()
  return ref => {
    let turn = turns.get(ref)
    if (!turn) {
      const made = signal(0)
      turn = made
      turns.set(ref, made)
      attachments.load(ref).then(() => {
        made.value++
      }, failed)
    }
    void turn.value
    return attachments.url(ref)
  }
}
