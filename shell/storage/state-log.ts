import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { StatePatch } from '../../engine/contracts.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { type Digest, type HeadRecord, keysOf, openSnapshot, sealOp, sealSnapshot, seqOfKey, toHead } from './log-record.ts'
import { readState } from './read-state.ts'
import { failWith, type RecordStore, type StorageFailure, type Stored, toStorageFailure, type Write } from './record-store.ts'
import { applyStatePatches } from './state-patch.ts'

/**
 * What the title bar says, truthfully: `saved` everything is on the device · `saving` some of it is on
 * its way · `not-saved` it failed and the page's memory alone has it · `displaced` another tab writes now.
 */
export type SaveStatus = { readonly kind: 'saved' | 'saving' } | { readonly kind: 'not-saved' | 'displaced'; readonly failure: StorageFailure }

/** The saved state of one installed app, and the only way to change it. One writer at a time. */
export interface StateLog {
  readonly status: ReadonlySignal<SaveStatus>
  /** What was there when the log was opened; null for an app that never saved. */
  readonly opened: JsonObject | null
  /** Operations that were saved once and can no longer be read; what remains of them is set aside. */
  readonly lost: number
  /** Everything that was appended, saved or not: what an export writes. */
  state(): JsonObject | null
  /** The state from which patches count, when the app starts for the first time or anew. */
  reset(state: JsonObject): void
  /**
   * Puts another state in the place of this one, together with `alongside`, all of it or nothing; rejects with
   * a `StorageFailure` where it is nothing. What is still to be saved is saved before.
   */
  replace(state: JsonObject, alongside: readonly Write[]): Promise<void>
  /** Takes a commit; `status` says how saving it went. A `RangeError` if the patches do not fit the state. */
  append(patches: readonly StatePatch[]): void
  /** Tries to save whatever is not saved yet; resolves when that succeeded or failed. */
  flush(): Promise<void>
}

export interface StateLogOptions {
  readonly digest: Digest
  /** Operations between two snapshots. */
  readonly snapshotEvery?: number
}

/**
 * Becomes the writer of an app's state. The caller holds the app's lock; the writer's number in the
 * head record is the second line of defence against two writers.
 */
export async function openStateLog(records: RecordStore, instance: string, options: StateLogOptions): Promise<StateLog> {
  const { digest, snapshotEvery = 200 } = options
  const keys = keysOf(instance)
  const found = await readState(records, instance, digest)

  let head: HeadRecord = {
    writer: (found.head?.writer ?? 0) + 1,
    seq: found.seq,
    chain: found.chain,
    snapshot: found.snapshot,
  }
  const claim: Write[] = [{ put: keys.head, value: { ...head } }]
  for (const key of found.damaged) {
    const record = await records.get(key)
    const name = `${head.writer}-${key.replaceAll('/', '.')}`
    if (record !== undefined) claim.push({ put: keys.aside(name), value: record })
    claim.push({ remove: key })
  }
  const previousWriter = found.head?.writer
  await records.write(claim, { strict: true, guard: { key: keys.head, accepts: current => toHead(current)?.writer === previousWriter } })

  /** `patches` null: the whole is to be saved. `after` is the state with it. */
  type Entry = { readonly patches: readonly StatePatch[] | null; readonly after: JsonObject }
  const status = signal<SaveStatus>({ kind: 'saved' })
  const queue: Entry[] = []
  let state = found.state
  let savedState = found.state
  let sinceSnapshot = found.seq - head.snapshot
  let draining: Promise<void> | null = null
  // Set once somebody cleared the browser's storage under us: there is no head left to agree with.
  let cleared = false

  /**
   * True for the head that this writer last saw, and for any that its next write may have left behind
   * already: a device can report a failure for what it did write.
   */
  const mine = (reachable: readonly string[]) => (current: Stored | undefined) => {
    const there = toHead(current)
    if (there === null) return cleared
    return there.writer === head.writer && reachable.includes(there.chain)
  }

  /** Writes all operations at the front of the queue; throws a StorageFailure. */
  async function saveOps(entries: readonly Entry[]): Promise<void> {
    const writes: Write[] = []
    let { seq, chain } = head
    const chains = [chain]
    let after = savedState
    for (const entry of entries) {
      if (entry.patches === null) break
      const record = await sealOp(++seq, chain, entry.patches, digest)
      chain = record.sha256
      chains.push(chain)
      writes.push({ put: keys.log(seq), value: { ...record } })
      after = entry.after
    }
    const count = writes.length
    const nextHead: HeadRecord = { ...head, seq, chain }
    await records.write([...writes, { put: keys.head, value: { ...nextHead } }], { guard: { key: keys.head, accepts: mine(chains) } })
    head = nextHead
    savedState = after
    queue.splice(0, count)
    sinceSnapshot += count
  }

  /** Writes the whole under a new key, reads it back, then flips the head; two generations are kept. */
  async function saveWhole(whole: JsonObject, alongside: readonly Write[] = []): Promise<void> {
    const fresh = whole !== savedState || cleared
    const seq = fresh ? head.seq + 1 : head.seq
    // A state that did not come from the chain starts the next stretch of it: its seal stands for an operation.
    const chain = fresh ? await digest(`restart\n${seq}\n${head.chain}\n${JSON.stringify(whole)}`) : head.chain
    const record = await sealSnapshot(seq, chain, whole, digest)
    const nextHead: HeadRecord = { ...head, seq, chain, snapshot: seq }
    const guard = { key: keys.head, accepts: mine([head.chain, chain]) }
    const writes: Write[] = [{ put: keys.snapshot(seq), value: { ...record } }]
    // What the new state does not have any more is kept aside: nothing that was entered goes silently. Whoever
    // replaces it by another version's state has seen to that.
    if (fresh && savedState && alongside.length === 0 && leavesOut(whole, savedState))
      writes.push({ put: keys.aside(`${head.writer}-state-${head.seq}`), value: JSON.stringify(savedState) })
    const flip: Write = { put: keys.head, value: { ...nextHead } }
    // A state that belongs to something else must not be found without it.
    if (alongside.length > 0) await records.write([...writes, flip, ...alongside], { guard, strict: true })
    else await records.write(writes, { guard })
    if (!(await openSnapshot(await records.get(keys.snapshot(seq)), digest))) throw failWith('unknown')
    if (alongside.length === 0) await records.write([flip], { guard, strict: true })
    const keepFrom = head.snapshot
    head = nextHead
    savedState = whole
    sinceSnapshot = 0
    cleared = false
    const old: Write[] = []
    for (const key of await records.keys(keys.snapshots)) if (seqOfKey(key) < keepFrom) old.push({ remove: key })
    for (const key of await records.keys(keys.logs)) if (seqOfKey(key) <= keepFrom) old.push({ remove: key })
    if (old.length > 0) await records.write(old, { guard: { key: keys.head, accepts: mine([head.chain]) } })
  }

  async function drain(): Promise<void> {
    status.value = { kind: 'saving' }
    let retried = false
    while (queue.length > 0) {
      const first = queue[0]!
      try {
        if (first.patches === null) {
          await saveWhole(first.after)
          if (queue[0] === first) queue.shift()
        } else await saveOps(queue.slice())
        retried = false
      } catch (cause) {
        const failure = toStorageFailure(cause)
        if ((failure.code === 'closed' || failure.code === 'unknown') && !retried) {
          retried = true
          continue
        }
        if (failure.code === 'conflict' && !cleared && state && (await headIsGone())) {
          cleared = true
          queue.splice(0, queue.length, { patches: null, after: state })
          continue
        }
        status.value = { kind: failure.code === 'conflict' ? 'displaced' : 'not-saved', failure }
        return
      }
    }
    status.value = { kind: 'saved' }
    if (sinceSnapshot >= snapshotEvery && savedState) await compact(savedState)
  }

  async function headIsGone(): Promise<boolean> {
    try {
      return (await records.get(keys.head)) === undefined
    } catch {
      // The storage does not answer: then nothing is known about it, and the conflict stands.
      return false
    }
  }

  /** Everything is saved already: a failure here costs nothing but a longer log. */
  async function compact(whole: JsonObject): Promise<void> {
    try {
      await saveWhole(whole)
    } catch (cause) {
      const failure = toStorageFailure(cause)
      if (failure.code === 'conflict') status.value = { kind: 'displaced', failure }
      else sinceSnapshot = 0
    }
  }

  const flush = async (): Promise<void> => {
    while (draining) await draining
    if (queue.length === 0 || status.peek().kind === 'displaced') return
    draining = drain().finally(() => {
      draining = null
    })
    await draining
  }

  const kick = () => {
    if (status.peek().kind === 'displaced') return
    if (!draining) void flush()
  }

  return {
    status,
    opened: found.state,
    lost: found.lost,
    state: () => state,
    reset(whole) {
      state = whole
      queue.push({ patches: null, after: whole })
      kick()
    },
    async replace(next, alongside) {
      await flush()
      const now = status.peek()
      if (now.kind === 'not-saved' || now.kind === 'displaced') throw now.failure
      try {
        draining = saveWhole(next, alongside).finally(() => {
          draining = null
        })
        await draining
      } catch (cause) {
        throw toStorageFailure(cause)
      }
      state = next
    },
    append(patches) {
      if (patches.length === 0) return
      if (state === null) throw new RangeError('append before reset: an app that never saved has no state to patch')
      state = applyStatePatches(state, patches)
      queue.push({ patches, after: state })
      kick()
    },
    flush,
  }
}

function leavesOut(next: JsonObject, before: JsonObject): boolean {
  return Object.keys(before).some(name => !Object.hasOwn(next, name) || JSON.stringify(next[name]) !== JSON.stringify(before[name]))
}
