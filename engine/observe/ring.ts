/**
 * The last so many of what is put in. Laws: `size` never exceeds `capacity`; entries come out in the order in which they
 * went in; the oldest goes first. A place that is used again keeps its object, so that a full ring makes no garbage.
 */
export interface Ring<T> {
  readonly size: number
  /** The place for the next entry, which the caller writes: the oldest entry's where the ring is full, else a new one. */
  next(): T
  /** The entry so many before the newest, which is 0; undefined where there is none. It may be written over later: copy what is kept. */
  back(steps: number): T | undefined
  clear(): void
}

export function createRing<T>(capacity: number, create: () => T): Ring<T> {
  if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('A ring holds at least one entry.')
  let entries: T[] = []
  /** Where the next entry goes, once the ring is full. */
  let head = 0
  return {
    get size() {
      return entries.length
    },
    next() {
      if (entries.length < capacity) {
        const made = create()
        entries.push(made)
        return made
      }
      const entry = entries[head] as T
      head = head + 1 === capacity ? 0 : head + 1
      return entry
    },
    back(steps) {
      if (steps < 0 || steps >= entries.length) return undefined
      return entries[(head - 1 - steps + 2 * entries.length) % entries.length]
    },
    clear() {
      entries = []
      head = 0
    },
  }
}
