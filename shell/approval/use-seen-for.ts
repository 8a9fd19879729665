import { useEffect, useState } from 'react'

/**
 * True once this has been visible without a break for `ms`. Leaving the tab or the browser's window
 * starts the time anew: what was put in front meanwhile may have guided the hand.
 */
export function useSeenFor(ms: number): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      setSeen(false)
      if (document.visibilityState === 'visible') timer = setTimeout(() => setSeen(true), ms)
    }
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [ms])
  return seen
}
