import { createHash } from 'node:crypto'

const style = `html, body { block-size: 100%; margin: 0 }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0 }
p { margin: 0; padding: 16px; font: 14px/1.5 system-ui, sans-serif; text-align: center; color: #555 }`

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** The address at which the desktop frames pages of the web. */
export const FRAME_PAGE = '/frame'

/** A page whose address was looked up among the grants: as the URL standard writes it. */
export interface FramedPage {
  readonly url: string
  readonly origin: string
  readonly host: string
}

/**
 * The page between the desktop and a page of the web (S57). It runs nothing itself; its policy lets one origin into its
 * frame, wherever that page leads, and only the desktop may frame it. Opened in any other way it has no more rights.
 */
export function framePage({ url, origin, host }: FramedPage): Response {
  return answer(
    200,
    origin,
    host,
    `<iframe src="${escaped(url)}" title="${escaped(host)}" sandbox="allow-scripts" allow="" referrerpolicy="no-referrer"></iframe>`,
  )
}

/** In its place where the page may not be framed: why. Nothing can be framed in it. */
export function refusedFramePage(status: number, message: string): Response {
  return answer(status, "'none'", 'Not shown', `<p>${escaped(message)}</p>`)
}

function answer(status: number, frameSource: string, title: string, body: string): Response {
  const policy = [
    "default-src 'none'",
    `style-src ${styleHash}`,
    `frame-src ${frameSource}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts',
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body>${body}</body></html>`
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'x-frame-options': 'SAMEORIGIN',
    },
  })
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? '')
}
