import { createContext, use } from 'react'
import type { Desk } from './desk.ts'

export const DeskContext = createContext<Desk | null>(null)

/** The desktop that this component stands in. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('useDesk needs a <DeskContext value={desk}> around it')
  return desk
}
