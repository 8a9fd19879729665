import type { JsonObject } from '../../schema/json/json.ts'
import { type Digest, emptyChain, type HeadRecord, keysOf, openOp, openSnapshot, seqOfKey, toHead } from './log-record.ts'
import type { RecordStore } from './record-store.ts'
import { applyStatePatches } from './state-patch.ts'

export interface StoredState {
  /** Null where the app has never saved. */
  readonly state: JsonObject | null
  /** The last operation that the state contains, and its seal. */
  readonly seq: number
  readonly chain: string
  /** The snapshot from which it was read; 0 for none. */
  readonly snapshot: number
  readonly head: HeadRecord | null
  /** Keys of what does not continue the chain: kept aside, never deleted. */
  readonly damaged: readonly string[]
  /** Operations that were once saved and could not be read. */
  readonly lost: number
}

/** Newest sound snapshot + the operations that continue it without a fault. Reads only. */
export async function readState(records: RecordStore, instance: string, digest: Digest): Promise<StoredState> {
  const keys = keysOf(instance)
  const head = toHead(await records.get(keys.head))
  const damaged: string[] = []

  let state: JsonObject | null = null
  let seq = 0
  let chain = emptyChain
  for (const key of (await records.keys(keys.snapshots)).toReversed()) {
    const snapshot = await openSnapshot(await records.get(key), digest)
    if (snapshot && snapshot.seq === seqOfKey(key)) {
      ;({ state, seq, chain } = snapshot)
      break
    }
    damaged.push(key)
  }

  const snapshot = seq
  let sound = state !== null
  for (const key of await records.keys(keys.logs)) {
    const at = seqOfKey(key)
    if (state !== null && at <= snapshot) continue
    const patches = sound && state ? await openOp(await records.get(key), seq + 1, chain, digest) : null
    const next = patches && state ? tryApply(state, patches) : null
    if (next && at === seq + 1) {
      state = next
      seq = at
      chain = ((await records.get(key)) as { sha256: string }).sha256
    } else {
      sound = false
      damaged.push(key)
    }
  }
  return { state, seq, chain, snapshot, head, damaged, lost: Math.max(0, (head?.seq ?? 0) - seq) }
}

function tryApply(state: JsonObject, patches: Parameters<typeof applyStatePatches>[1]): JsonObject | null {
  try {
    return applyStatePatches(state, patches)
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}
