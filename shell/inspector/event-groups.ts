import type { EventRecord } from '../../engine/observe/event-record.ts'

/** All that one event led to; a record that no event led to stands alone. */
export interface EventGroup {
  /** Unique among groups. */
  readonly key: string
  readonly cause: number
  readonly at: number
  /** The event itself; null where the ring has let it go already. */
  readonly event: EventRecord | null
  /** What followed, in order, without the events' ends. */
  readonly records: readonly EventRecord[]
  /** From the event to the end of its handlers; null while they go on. */
  readonly ms: number | null
  /** Why some of it failed. */
  readonly code: string | null
}

/** Records in order of their numbers → groups in the order in which they began. */
export function eventGroups(records: readonly EventRecord[]): readonly EventGroup[] {
  const together = new Map<string, EventRecord[]>()
  for (const record of records) {
    const key = record.cause === 0 ? `#${record.seq}` : String(record.cause)
    const group = together.get(key)
    if (group) group.push(record)
    else together.set(key, [record])
  }
  return [...together].map(([key, group]): EventGroup => {
    const [first] = group as [EventRecord]
    const event = first.kind === 'event' ? first : null
    const ends = group.filter(record => record.kind === 'end')
    const begun = group.filter(record => record.kind === 'event').length
    const last = ends.at(-1)
    return {
      key,
      cause: first.cause,
      at: first.at,
      event,
      records: group.filter(record => record !== event && record.kind !== 'end'),
      ms: last && ends.length >= begun ? Math.max(last.at - first.at, last.ms ?? 0) : null,
      code: group.find(record => record.code !== null)?.code ?? null,
    }
  })
}
