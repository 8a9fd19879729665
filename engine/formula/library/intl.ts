/** The platform's own formats, kept once made, as making one takes far longer than using it. */

const LARGEST = 200
const kept = new Map<string, unknown>()

/** What `make` makes for a language that the platform may not know: then English. */
function keep<T>(kind: string, language: string, options: object, make: (language: string) => T): T {
  const key = `${kind} ${language} ${JSON.stringify(options)}`
  const known = kept.get(key)
  // The key names the kind, so what is kept under it is a T.
  if (known !== undefined) return known as T
  let made: T
  try {
    made = make(language)
  } catch (error) {
    if (!(error instanceof RangeError) || language === 'en') throw error
    made = make('en')
  }
  if (kept.size >= LARGEST) kept.clear()
  kept.set(key, made)
  return made
}

export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return keep('date', language, options, tag => new Intl.DateTimeFormat(tag, options))
}

export function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return keep('number', language, options, tag => new Intl.NumberFormat(tag, options))
}

export function relativeFormat(language: string): Intl.RelativeTimeFormat {
  return keep('relative', language, {}, tag => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }))
}

export function pluralRules(language: string): Intl.PluralRules {
  return keep('plural', language, {}, tag => new Intl.PluralRules(tag))
}

/** The weekday on which weeks start for the language: 1 (Monday) … 7; Monday where the platform does not know. */
export function firstDayOfWeek(language: string): number {
  return keep('week', language, {}, tag => {
    // Not in the compiler's library yet; a method in new engines, a property in older ones.
    const locale = new Intl.Locale(tag) as Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } }
    return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1
  })
}

/** All IANA zones that the platform knows. */
export function zoneNames(): readonly string[] {
  return keep('zones', '', {}, () => {
    const names = Intl.supportedValuesOf('timeZone')
    return Object.freeze(names.includes('UTC') ? names : [...names, 'UTC'])
  })
}
