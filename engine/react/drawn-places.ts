/**
 * How many components an app may have on the screen at once (section 9). Repeats inside repeats, and parts inside
 * parts, multiply: each place is counted when it is first drawn, and what comes after the last one is left out
 * until there is room.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import { LIMITS } from '../../schema/limits.ts'

/** One component's place on the screen, or its wait for one. */
export interface DrawnPlace {
  /** False while it waits. */
  readonly given: ReadonlySignal<boolean>
  /** It has come to be shown; until `leave` it counts. */
  enter(): void
  leave(): void
}

export interface DrawnPlaces {
  /** Called while something is drawn, which may come to be shown or be thrown away. */
  take(): DrawnPlace
}

const GIVEN: ReadonlySignal<boolean> = signal(true)

/** `onFull` is told when the first is turned away, and when all have found room. */
export function createDrawnPlaces(onFull: (full: boolean) => void): DrawnPlaces {
  let shown = 0
  /** Taken in a drawing that has not been shown yet; what React drew and threw away is forgotten with the next that is. */
  let drawing = 0
  const waiting = new Set<() => boolean>()
  let told = false
  let looking = false

  function look(): void {
    if (looking) return
    looking = true
    queueMicrotask(() => {
      looking = false
      for (const give of [...waiting]) if (!give()) break
      const full = waiting.size > 0
      if (full === told) return
      told = full
      onFull(full)
    })
  }

  function enterGiven(): void {
    drawing = 0
    shown++
  }

  function leaveGiven(): void {
    shown--
    if (told || waiting.size > 0) look()
  }

  const given: DrawnPlace = { given: GIVEN, enter: enterGiven, leave: leaveGiven }

  function waitForOne(): DrawnPlace {
    const has = signal(false)
    const give = (): boolean => {
      if (shown >= LIMITS.drawnNodes) return false
      waiting.delete(give)
      shown++
      has.value = true
      return true
    }
    return {
      given: has,
      enter() {
        drawing = 0
        waiting.add(give)
        look()
      },
      leave() {
        if (has.peek()) {
          has.value = false
          leaveGiven()
        } else waiting.delete(give)
      },
    }
  }

  return {
    take() {
      if (shown + drawing >= LIMITS.drawnNodes) return waitForOne()
      drawing++
      return given
    },
  }
}
