import type { ChangedApp } from '../../schema/protocol/generate.ts'
import { type Clock, wait } from '../clock.ts'
import type { LibraryAnswer } from './provider.ts'

/** Looks a prompt up among the shipped apps, or changes an app by rules. Pure and quick. */
export type Library = (prompt: string, change?: ChangedApp) => LibraryAnswer | Promise<LibraryAnswer>

/** Loaded at the first request: it brings all shipped apps with it. */
export const shippedLibrary: Library = async (prompt, change) => {
  if (change) {
    const { changeFromLibrary } = await import('../../blueprints/library/change/index.ts')
    const answer = changeFromLibrary(change.document, change.hash, prompt)
    return answer.kind === 'cannot' ? answer : { kind: 'app', text: JSON.stringify(answer.edit), label: answer.label, source: 'changed' }
  }
  const { answerFromLibrary } = await import('../../blueprints/library/index.ts')
  return answerFromLibrary(prompt)
}

/** About how long the text of an app takes to arrive, in milliseconds. */
const DURATION = 1_500
const PIECES = 60

/** The text in about sixty pieces over a second and a half: an app from the library is seen to develop like any other. */
export async function* streamLibraryText(text: string, clock: Clock, signal: AbortSignal): AsyncGenerator<string> {
  const size = Math.max(1, Math.ceil(text.length / PIECES))
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + size)
    // Both halves of a surrogate pair travel together.
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end += 1
    yield text.slice(at, end)
    at = end
    if (at < text.length) await wait(clock, DURATION / PIECES, signal)
  }
}
