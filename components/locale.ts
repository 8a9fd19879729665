import { createContext, useContext } from 'react'
import type { Locale } from '../engine/ports.ts'

/** Language, time zone and currency of the app around a component; without an app, a neutral one. */
export const LocaleContext = createContext<Locale>({ language: 'en-US', timeZone: 'UTC', currency: 'USD' })

/** The locale around, with a language that `Intl` takes. */
export function useLocale(): Locale {
  const locale = useContext(LocaleContext)
  const language = knownLanguage(locale.language)
  return language === locale.language ? locale : { ...locale, language }
}

/** The canonical form of a BCP 47 tag; `en-US` for a text that is none, which every `Intl` constructor would throw at. */
export function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-US'
  } catch (error) {
    if (error instanceof RangeError) return 'en-US'
    throw error
  }
}

export type { Locale }
