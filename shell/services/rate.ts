/** How often something may be done. */
export interface Rate {
  /** True, and counted, where it may be done now. */
  take(): boolean
}

/** At most `most` times within any `ms`. */
export function createRate(most: number, ms: number, now: () => number): Rate {
  const times: number[] = []
  return {
    take() {
      const at = now()
      while (times[0] !== undefined && (at - times[0] >= ms || times[0] > at)) times.shift()
      if (times.length >= most) return false
      times.push(at)
      return true
    },
  }
}
