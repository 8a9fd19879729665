import { Badge } from '../Badge/Badge.tsx'
import { useLinkPress } from '../link-opener.ts'
import type { Locale } from '../locale.ts'
import { hostOf, safeHref } from '../safe-url.ts'
import { formatValue, type ValueFormat } from '../value-format.ts'

/** One value of a record in its column's format. */
export function TableCell({
  value,
  format,
  currency,
  locale,
}: {
  readonly value: unknown
  readonly format: ValueFormat
  readonly currency: string | undefined
  readonly locale: Locale
}) {
  const press = useLinkPress()
  const text = formatValue(value, format, locale, currency)
  if (format === 'bool' && value !== null && value !== undefined) return <BoolMark on={value !== false && value !== 0 && value !== ''} text={text} />
  if (text === '') return <span className="cy-table-nothing">–</span>
  if (format === 'badge') {
    const badges = Array.isArray(value) ? value.map(element => formatValue(element, 'text', locale)).filter(badge => badge !== '') : [text]
    return (
      <span className="cy-table-badges">
        {badges.map((badge, index) => (
          <Badge key={index} text={badge} />
        ))}
      </span>
    )
  }
  const href = format === 'link' ? safeHref(text) : null
  if (href === null) return text
  return (
    <a className="cy-table-link" href={href} target="_blank" rel="noopener noreferrer" {...press(href)}>
      {URL.canParse(text) ? hostOf(href) : text}
    </a>
  )
}

function BoolMark({ on, text }: { readonly on: boolean; readonly text: string }) {
  return (
    <span className="cy-table-bool" data-on={on}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={on ? 'M3.5 8.5l3 3 6-7' : 'M5 8h6'} />
      </svg>
      <span className="cy-hidden">{text}</span>
    </span>
  )
}
