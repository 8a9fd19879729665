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
    ['permissions-policy', permissionsPolicy(false)],
  ])
}

/** The page in the hidden frame that has the worker of mathematics. */
export const MATH_HOST = '/math/host.html'

/** It reaches nothing, and its one policy of Trusted Types gives the address of that worker and no other. */
export function mathHostHeaders(): ReadonlyMap<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types math-worker',
  ]
  return new Map([
    ['content-security-policy', policy.join('; ')],
    ['x-frame-options', 'SAMEORIGIN'],
    ['permissions-policy', permissionsPolicy(false)],
  ])
}

/** What the desktop's own page asks the browser for when a person allows an app to use it, at each use; no frame gets it. */
const ON_THE_DESKTOP: ReadonlySet<string> = new Set(['geolocation', 'microphone'])

/** All that is off; what is not needed on the desktop either is off there too. */
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

function permissionsPolicy(onDesktop: boolean): string {
  return PERMISSIONS.map(name => `${name}=${onDesktop && ON_THE_DESKTOP.has(name) ? '(self)' : '()'}`).join(', ')
}

/** Gives an answer to `request` the headers that it has to carry; the pages of the test runner and of mathematics have some of their own, and that of frames brings its own. */
export function createPolicy(styleHashes: readonly string[]): (request: Request, response: Response) => Response {
  const everywhere = securityHeaders(styleHashes)
  const ofPage = new Map([
    [TEST_RUNNER, testRunnerHeaders(styleHashes)],
    [MATH_HOST, mathHostHeaders()],
  ])
  return (request, response) => {
    const { pathname } = new URL(request.url)
    const bringsOwn = pathname === FRAME_PAGE && response.headers.has('content-security-policy')
    for (const [name, value] of everywhere) if (!bringsOwn || !response.headers.has(name)) response.headers.set(name, value)
    if (pathname === FRAME_PAGE) response.headers.set('permissions-policy', permissionsPolicy(false))
    for (const [name, value] of ofPage.get(pathname) ?? []) response.headers.set(name, value)
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
    ['permissions-policy', permissionsPolicy(true)],
    ['x-frame-options', 'DENY'],
  ])
}
