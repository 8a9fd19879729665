import type { Locale } from '../../engine/ports.ts'

/** ISO 4217 by region, for the regions whose currency is not the euro or the dollar; what `money` assumes. */
const currencies: ReadonlyMap<string, string> = new Map(
  'AE:AED AR:ARS AU:AUD BR:BRL CA:CAD CH:CHF CL:CLP CN:CNY CO:COP CZ:CZK DK:DKK EG:EGP GB:GBP HK:HKD HU:HUF ID:IDR IL:ILS IN:INR IS:ISK JP:JPY KE:KES KR:KRW KZ:KZT LI:CHF MA:MAD MX:MXN MY:MYR NG:NGN NO:NOK NZ:NZD PE:PEN PH:PHP PK:PKR PL:PLN RO:RON RS:RSD RU:RUB SA:SAR SE:SEK SG:SGD TH:THB TR:TRY TW:TWD UA:UAH UY:UYU VN:VND ZA:ZAR'
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
)
const euro = new Set('AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM VA XK'.split(' '))

export function currencyOf(language: string): string {
  const region = new Intl.Locale(language).maximize().region ?? 'US'
  return currencies.get(region) ?? (euro.has(region) ? 'EUR' : 'USD')
}

/**
 * The first that is a language tag as BCP 47 has them; American English where none is. A browser that was
 * started without a language may call it `en-US@posix`, at which `Intl` throws.
 */
export function firstLanguage(given: readonly string[]): string {
  for (const text of given) {
    try {
      const [tag] = Intl.getCanonicalLocales(text)
      if (tag !== undefined) return tag
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  return 'en-US'
}

export function systemLocale(): Locale {
  const language = firstLanguage([navigator.language, ...navigator.languages])
  return { language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, currency: currencyOf(language) }
}
