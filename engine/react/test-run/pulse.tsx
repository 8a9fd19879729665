import { type ReactNode, useEffect, useState } from 'react'

/** Tells when React has drawn what was due. */
export interface Pulse {
  /** Drawn beside what is watched, in the same root. */
  readonly element: ReactNode
  /** Resolves after a rendering that began after this call, once its effects have run. */
  beat(): Promise<void>
}

/**
 * React draws in its own time, and others may be drawn in the same page meanwhile. An update of this element is
 * drawn together with all updates of its root that are due, which is how their end is known.
 */
export function createPulse(): Pulse {
  let waiting: (() => void)[] = []
  let ask: (() => void) | null = null

  function Beat(): ReactNode {
    const [turn, setTurn] = useState(0)
    useEffect(() => {
      ask = () => setTurn(before => before + 1)
      return () => {
        ask = null
      }
    }, [])
    // biome-ignore lint/correctness/useExhaustiveDependencies: it is run because of the turn
    useEffect(() => {
      const heard = waiting
      waiting = []
      for (const resolve of heard) resolve()
    }, [turn])
    return null
  }

  return {
    element: <Beat key="pulse" />,
    beat: () =>
      new Promise(resolve => {
        waiting.push(resolve)
        ask?.()
      }),
  }
}
