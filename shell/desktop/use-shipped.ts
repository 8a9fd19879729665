import { useEffect, useState } from 'react'
import type { ShippedApp } from '../services/shipped-apps.ts'
import { useDesk } from './desk-context.ts'

/** The apps that come with the desktop; empty until their list is there. */
export function useShipped(): readonly ShippedApp[] {
  const desk = useDesk()
  const [shipped, setShipped] = useState<readonly ShippedApp[]>([])
  useEffect(() => {
    let gone = false
    desk.services.shipped().then(
      list => {
        if (!gone) setShipped(list)
      },
      () =>
        desk.say({
          from: null,
          text: 'The list of apps that come with the desktop could not be loaded. Reload the page to try again.',
          tone: 'warn',
          undo: null,
        }),
    )
    return () => {
      gone = true
    }
  }, [desk])
  return shipped
}
