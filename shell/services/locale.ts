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

export function systemLocale(): Locale {
  const language = navigator.language || 'en-US'
  return { language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, currency: currencyOf(language) }
}
