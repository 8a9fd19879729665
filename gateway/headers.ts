/**
 * The headers of every answer. "Nothing that a model wrote is executed" is enforced here by the browser:
 * scripts come from this gateway's files only, there is no eval, and Trusted Types allow no sink.
 */

import { FRAME_PAGE } from './frame-page.ts'

/** A hash source of CSP: `sha256-…` in base64. */
const HASH = /^sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}$/

/** The policy; `styleHashes` are the constant inline style elements of the shipped libraries, computed by the build. */
export function contentSecurityPolicy(styleHashes: readonly string[]): string {
  const styles = styleHashes.filter(hash => HASH.test(hash)).map(hash => ` '${hash}'`)
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styles.join('')}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** The page in whose frame the desktop runs an app's own tests: the built shell has it at this address. */
export const TEST_RUNNER = '/self-test/runner.html'

/**
 * The runner's own policy: the desktop may frame it, and it reaches nothing but the desktop's files; no
 * network, no picture or sound, no form.
 */
export function testRunnerHeaders(styleHashes: readonly string[]): ReadonlyMap<string, string> {
  const own = new Map([
    ['img-src', 'data:'],
    ['font-src', "'none'"],
    ['media-src', "'none'"],
    ['connect-src', "'none'"],
    ['worker-src', "'none'"],
    ['frame-src', "'none'"],
    ['frame-ancestors', "'self'"],
  ])
  const policy = contentSecurityPolicy(styleHashes)
    .split('; ')
    .map(directive => {
      const [name = ''] = directive.split(' ', 1)
      return own.has(name) ? `${name} ${own.get(name)}` : directive
    })
  return new Map([
    ['content-security-policy', policy.join('; ')],
    ['x-frame-options', 'SAMEORIGIN'],
  ])
}

/** Off by default; what an app may be granted later is switched on by the shell's own origin only. */
const PERMISSIONS = [
  'accelerometer',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** Gives an answer to `request` the headers that it has to carry; the page of the test runner has some of its own, and that of frames brings its own. */
export function createPolicy(styleHashes: readonly string[]): (request: Request, response: Response) => Response {
  const everywhere = securityHeaders(styleHashes)
  const inRunner = testRunnerHeaders(styleHashes)
  return (request, response) => {
    const { pathname } = new URL(request.url)
    const bringsOwn = pathname === FRAME_PAGE && response.headers.has('content-security-policy')
    for (const [name, value] of everywhere) if (!bringsOwn || !response.headers.has(name)) response.headers.set(name, value)
    if (pathname === TEST_RUNNER) for (const [name, value] of inRunner) response.headers.set(name, value)
    return response
  }
}

/** Name and value of each header that every answer carries. */
export function securityHeaders(styleHashes: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ['content-security-policy', contentSecurityPolicy(styleHashes)],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['permissions-policy', PERMISSIONS.map(name => `${name}=()`).join(', ')],
    ['x-frame-options', 'DENY'],
  ])
}
