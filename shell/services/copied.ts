import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Clock } from '../../engine/ports.ts'
import type { Json } from '../../schema/json/json.ts'
import type { Copied } from '../../tools/ports.ts'
import type { AppStore } from '../storage/app-store.ts'

/** How many texts are kept, how long each may be in characters, and for how long, ms. */
export const mostCopied = 50
export const longestCopied = 10_000
const keptFor = 24 * 60 * 60 * 1000

const setting = 'copied'

/**
 * What the apps of this desktop copied, over all its tabs: kept on this device for a day, so many texts, and of each
 * so much. What other programs copied is not in it. Methods reject with a `StorageFailure` where the device fails.
 */
export interface CopiedTexts {
  /** As it was when it was last read, newest first. */
  readonly shown: ReadonlySignal<readonly Copied[]>
  add(text: string, app: string): Promise<void>
  read(): Promise<readonly Copied[]>
  remove(copied: Copied): Promise<void>
  clear(): Promise<void>
}

export function createCopied(store: Pick<AppStore, 'setting' | 'saveSetting'>, clock: Clock): CopiedTexts {
  const shown = signal<readonly Copied[]>([])
  const keep = async (next: readonly Copied[]) => {
    await store.saveSetting(
      setting,
      next.map(({ text, app, at }): Json => ({ text, app, at })),
    )
    shown.value = next
  }
  // One after the other, so that of two texts copied at once none is lost.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run, run)
    last = turn.catch(() => undefined)
    return turn
  }
  async function read(): Promise<readonly Copied[]> {
    const stored = await store.setting(setting)
    const now = clock.now()
    const texts = (Array.isArray(stored) ? stored : []).filter(isCopied).filter(({ at }) => now - at < keptFor)
    shown.value = texts
    return texts
  }
  return {
    shown,
    read,
    add: (text, app) =>
      inTurn(async () => {
        const kept = text.slice(0, longestCopied).toWellFormed()
        const others = (await read()).filter(other => other.text !== kept || other.app !== app)
        await keep([{ text: kept, app, at: clock.now() }, ...others].slice(0, mostCopied))
      }),
    remove: ({ text, app, at }) => inTurn(async () => keep((await read()).filter(other => other.text !== text || other.app !== app || other.at !== at))),
    clear: () => inTurn(() => keep([])),
  }
}

function isCopied(value: Json): value is Json & Copied {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'app' in value &&
    typeof value.app === 'string' &&
    'at' in value &&
    typeof value.at === 'number'
  )
}
