/** So many at once, and no more: whoever finds none free is told so, and waits for nobody. */
export interface Places {
  readonly most: number
  /** Takes a place; gives what frees it, or null where none is free. */
  take(): (() => void) | null
}

export function createPlaces(most: number): Places {
  let taken = 0
  return {
    most,
    take() {
      if (taken >= most) return null
      taken += 1
      let freed = false
      return () => {
        if (!freed) taken -= 1
        freed = true
      }
    },
  }
}
