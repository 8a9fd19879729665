/** The schemes that a link may have. Others run code (`javascript:`), carry a document (`data:`) or start programs. */
const linkSchemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:'])

const rasterImage = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp)(?:;base64)?,/i

/**
 * The address that a link may have, as the platform's own parser normalised it, or null where the text
 * is none or its scheme is refused. What is read is what is used: browsers drop tabs, line breaks and
 * leading control characters inside an address, so a check of the raw text proves nothing.
 * `http:` is lifted to `https:`, as this page's policy would do; relative addresses would lead into the desktop, and are refused.
 */
export function safeHref(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const url = URL.parse(text.trim())
  if (!url || !linkSchemes.has(url.protocol)) return null
  // An address that shows one host and leads to another (`https://bank.example@evil.example`).
  if (url.username !== '' || url.password !== '') return null
  if (url.protocol === 'http:') url.protocol = 'https:'
  return url.href
}

/**
 * The source that an image may have, or null: raster `data:` and `blob:` addresses of this page's own origin, which the engine makes
 * of attachments and of what the gateway fetched. Anything else would be a request that tells a stranger
 * who is looking (a beacon), and SVG is a document.
 */
export function safeSrc(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const source = text.trim()
  if (rasterImage.test(source)) return isWhole(source) ? source : null
  const own = `blob:${globalThis.origin}/`
  return source.startsWith(own) && source.length > own.length ? source : null
}

const recorded = /^data:(audio|video)\/[\w.+-]+(?:;[\w=.,+-]+)?;base64,/i

/** The source that a film or a sound may have, or null: as `safeSrc`, with recordings in place of pictures. */
export function safeMedia(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const source = text.trim()
  if (recorded.test(source)) return isWhole(source) ? source : null
  return rasterImage.test(source) ? null : safeSrc(source)
}

/** False where a `data:` address says base64 and is none: browsers would ask for it, and fail. */
function isWhole(source: string): boolean {
  const comma = source.indexOf(',')
  if (!source.slice(0, comma).toLowerCase().endsWith(';base64')) return true
  const body = /^([A-Za-z0-9+/]*)(={0,2})$/.exec(source.slice(comma + 1).replace(/\s+/g, ''))
  if (!body) return false
  const [whole, , padding] = body
  return padding === '' ? whole.length % 4 !== 1 : whole.length % 4 === 0
}

/** The host to show beside a link, `example.org`; the whole address for mail and telephone. */
export function hostOf(href: string): string {
  const url = URL.parse(href)
  if (!url) return href
  return url.host === '' ? url.pathname : url.host
}
