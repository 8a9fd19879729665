import { describe, expect, it } from 'vitest'
import { createGateway } from '../server.ts'

const HASH = 'a'.repeat(64)
const own = { host: 'localhost:4600', 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate' }

async function started(capabilities: readonly string[] = ['frame:https://maps.example.com']) {
  const gateway = createGateway({ env: {}, home: '/nowhere', shell: '/nowhere', port: 4600, write: () => {} })
  const page = { host: 'localhost:4600', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4600', 'content-type': 'application/json' }
  const send = (path: string, body: object, secret = '') =>
    gateway.fetch(
      new Request(`http://localhost:4600${path}`, { method: 'POST', headers: { ...page, 'x-cyanotype-session': secret }, body: JSON.stringify(body) }),
    )
  const { session } = (await (await send('/api/session', {})).json()) as { session: string }
  const allow = (list: readonly string[]) => send('/api/grants', { instance: 'a', hash: HASH, capabilities: list }, session)
  expect((await allow(capabilities)).status).toBe(200)
  const frame = (url: string, { instance = 'a', hash = HASH, headers = {}, more = '' } = {}) =>
    gateway.fetch(
      new Request(`http://localhost:4600/frame?${new URLSearchParams({ instance, hash, url })}${more}`, {
        headers: Object.fromEntries(Object.entries({ ...own, ...headers }).filter(([, value]) => value !== '')),
      }),
    )
  return { gateway, allow, frame }
}

const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''

describe('[S57] the page that frames a page of the web', () => {
  it('lets one origin in, runs nothing itself, and is framed by the desktop alone', async () => {
    const { gateway, frame } = await started()
    const response = await frame('https://maps.example.com/embed?a=1&b="><script>alert(1)</script>')
    expect(response.status).toBe(200)
    const policy = policyOf(response).split('; ')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('frame-src https://maps.example.com')
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain('sandbox allow-scripts')
    expect(policy.some(each => /script-src|unsafe/.test(each))).toBe(false)
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('permissions-policy')).toContain('camera=()')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const html = await response.text()
    expect(html.match(/<iframe [^>]*>/g)).toEqual([
      '<iframe src="https://maps.example.com/embed?a=1&amp;b=%22%3E%3Cscript%3Ealert(1)%3C/script%3E" title="maps.example.com" sandbox="allow-scripts" allow="" referrerpolicy="no-referrer">',
    ])
    expect(html).not.toContain('<script')
    await gateway.close()
  })

  it('has the hash of its one style in its policy', async () => {
    const { gateway, frame } = await started()
    const response = await frame('https://maps.example.com/')
    const style = /<style>([\s\S]*)<\/style>/.exec(await response.text())?.[1] ?? ''
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))).toString('base64')
    expect(policyOf(response)).toContain(`style-src 'sha256-${digest}'`)
    await gateway.close()
  })

  it('is refused for what was not granted: another origin, another app, another version, after it was taken back', async () => {
    const { gateway, allow, frame } = await started(['frame:https://maps.example.com', 'net:https://api.example.com'])
    const statuses = async () => [
      (await frame('https://maps.example.com/')).status,
      (await frame('https://evil.example/')).status,
      (await frame('https://maps.example.com.evil.example/')).status,
      (await frame('https://sub.maps.example.com/')).status,
      (await frame('https://api.example.com/')).status,
      (await frame('https://maps.example.com/', { instance: 'b' })).status,
      (await frame('https://maps.example.com/', { hash: 'b'.repeat(64) })).status,
    ]
    expect(await statuses()).toEqual([200, 403, 403, 403, 403, 403, 403])
    await allow([])
    expect(await statuses()).toEqual([403, 403, 403, 403, 403, 403, 403])
    await gateway.close()
  })

  it.each([
    'http://maps.example.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://localhost:4600/',
    'https://127.0.0.1/',
    'https://[::1]/',
    '//maps.example.com/',
    '',
    'https://maps.example.com@evil.example/',
  ])('is refused for %s, whatever was granted', async url => {
    const { gateway, frame } = await started([
      'frame:https://maps.example.com',
      'frame:http://maps.example.com',
      'frame:https://127.0.0.1',
      'frame:https://evil.example',
    ])
    const response = await frame(url)
    expect([400, 403]).toContain(response.status)
    expect(policyOf(response)).toContain("frame-src 'none'")
    expect(await response.text()).not.toContain('<iframe')
    await gateway.close()
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a site beside this one', { 'sec-fetch-site': 'same-site' }],
    ['a tab of its own', { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }],
    ['a request of a script', { 'sec-fetch-dest': 'empty' }],
    ['a browser that does not say', { 'sec-fetch-site': '', 'sec-fetch-dest': '' }],
    ['a page without an origin', { origin: 'null' }],
  ])('is refused to %s', async (_, headers) => {
    const { gateway, frame } = await started()
    const response = await frame('https://maps.example.com/', { headers })
    expect(response.status).toBe(403)
    expect(await response.text()).not.toContain('<iframe')
    await gateway.close()
  })

  it('is refused where the address says something twice or not at all', async () => {
    const { gateway, frame } = await started()
    for (const more of ['&url=https://evil.example/', '&instance=b', `&hash=${HASH}`])
      expect((await frame('https://maps.example.com/', { more })).status).not.toBe(200)
    expect((await frame('https://maps.example.com/', { instance: '' })).status).toBe(400)
    await gateway.close()
  })
})
