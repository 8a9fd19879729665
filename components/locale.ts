import { createContext, useContext } from 'react'
import type { Locale } from '../engine/ports.ts'

/** Language, time zone and currency of the app around a component; without an app, a neutral one. */
export const LocaleContext = createContext<Locale>({ language: 'en-US', timeZone: 'UTC', currency: 'USD' })

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

export type { Locale }
