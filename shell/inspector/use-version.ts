import { useEffect, useState } from 'react'

/** Looks several times a second whether a number has grown, and draws again where it has: what is watched need not tell anybody. */
export function useVersion(read: () => number, every = 150): number {
  const [version, setVersion] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setVersion(read()), every)
    return () => clearInterval(timer)
  }, [read, every])
  return version
}
