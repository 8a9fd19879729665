/**
 * One undo stack an app (B12): an entry is what one handler run wrote to entries with `history`.
 * Entries that follow each other under the same `merge` tag (typing into one field) become one.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { StatePatch } from '../contracts.ts'
import type { Change } from './store.ts'

interface Entry {
  redo: readonly StatePatch[]
  undo: readonly StatePatch[]
  readonly merge: unknown
}

const DEPTH = 200

export interface History {
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  record(change: Change, merge: unknown): void
  undo(): readonly StatePatch[] | null
  redo(): readonly StatePatch[] | null
  clear(): void
}

/** `kept` says whether an entry of the state is undoable. */
export function createHistory(kept: (entry: string) => boolean): History {
  const past: Entry[] = []
  const future: Entry[] = []
  const canUndo = signal(false)
  const canRedo = signal(false)
  const tell = () => {
    canUndo.value = past.length > 0
    canRedo.value = future.length > 0
  }
  const ofKept = (patches: readonly StatePatch[]) => patches.filter(patch => kept(String(patch.path[0])))

  return {
    canUndo,
    canRedo,
    record(change, merge) {
      const redo = ofKept(change.patches)
      const undo = ofKept(change.inverse)
      if (redo.length === 0) return
      const last = past[past.length - 1]
      future.length = 0
      if (last && merge !== undefined && last.merge === merge) {
        last.redo = [...last.redo, ...redo]
        last.undo = [...undo, ...last.undo]
      } else {
        past.push({ redo, undo, merge })
        if (past.length > DEPTH) past.shift()
      }
      tell()
    },
    undo() {
      const entry = past.pop()
      if (!entry) return null
      future.push(entry)
      tell()
      return entry.undo
    },
    redo() {
      const entry = future.pop()
      if (!entry) return null
      past.push(entry)
      tell()
      return entry.redo
    },
    clear() {
      past.length = 0
      future.length = 0
      tell()
    },
  }
}
