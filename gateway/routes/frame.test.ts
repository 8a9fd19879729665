import { describe, expect, it } from 'vitest'
import { createGateway } from '../server.ts'

const HASH = 'a'.repeat(64)
const own = { host: 'localhost:4600', 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate' }

async function started(capabilities: readonly string[] = ['frame:https://maps.example.com']) {
  const gateway = createGateway({ env: {}, home: '/nowhere', shell: '/nowhere', port: 4600, write: () => {} })
  const page = { host: 'localhost:4600', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4600', 'content-type': 'application/json' }
  const send = (path: string, body: object, more = {}) =>
    gateway.fetch(new Request(`http://localhost:4600${path}`, { method: 'POST', headers: { ...page, ...more }, body: JSON.stringify(body) }))
  const { session } = (await (await send('/api/session', {})).json()) as { session: string }
  const secret = { 'x-cyanotype-session': session }
  const app = { instance: 'a', hash: HASH }
  const allow = async (list: readonly string[], tools: readonly string[] = []) => {
    const response = await send('/api/grants', { ...app, capabilities: list, tools }, secret)
    expect(response.status).toBe(200)
    return ((await response.json()) as { tokens: Record<string, { token: string }> }).tokens.frame?.token ?? ''
  }
  const token = await allow(capabilities, ['frame'])
  /** Asks for a ticket; gives it, or the status of the refusal. */
  const ticket = async (url: string, { instance = 'a', hash = HASH } = {}): Promise<string | number> => {
    const response = await send('/api/frame', { instance, hash, url }, { ...secret, 'x-cyanotype-token': token })
    return response.ok ? ((await response.json()) as { ticket: string }).ticket : response.status
  }
  const load = (ticket: string | number, { headers = {}, more = '' } = {}) =>
    gateway.fetch(
      new Request(`http://localhost:4600/frame?ticket=${ticket}${more}`, {
        headers: Object.fromEntries(Object.entries({ ...own, ...headers }).filter(([, value]) => value !== '')),
      }),
    )
  return { gateway, allow, ticket, load, frame: async (url: string) => load(await ticket(url)) }
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
    const { gateway, allow, ticket, load } = await started(['frame:https://maps.example.com', 'net:https://api.example.com'])
    const given = await ticket('https://maps.example.com/')
    expect([
      typeof given,
      await ticket('https://evil.example/'),
      await ticket('https://maps.example.com.evil.example/'),
      await ticket('https://sub.maps.example.com/'),
      await ticket('https://api.example.com/'),
      await ticket('https://maps.example.com/', { instance: 'b' }),
      await ticket('https://maps.example.com/', { hash: 'b'.repeat(64) }),
    ]).toEqual(['string', 403, 403, 403, 403, 401, 401])
    // A frame that is loaded again shows the page again, for as long as it is allowed.
    expect([(await load(given)).status, (await load(given)).status]).toEqual([200, 200])
    await allow([])
    expect([(await load(given)).status, await ticket('https://maps.example.com/')]).toEqual([403, 401])
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
    const { gateway, ticket } = await started([
      'frame:https://maps.example.com',
      'frame:http://maps.example.com',
      'frame:https://127.0.0.1',
      'frame:https://evil.example',
    ])
    expect([400, 403]).toContain(await ticket(url))
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
    const { gateway, ticket, load } = await started()
    const response = await load(await ticket('https://maps.example.com/'), { headers })
    expect(response.status).toBe(403)
    expect(await response.text()).not.toContain('<iframe')
    await gateway.close()
  })

  it('is refused for a ticket that was never given, is named twice, or not at all', async () => {
    const { gateway, ticket, load } = await started()
    const given = await ticket('https://maps.example.com/')
    for (const response of [await load('x'), await load(''), await load('__proto__'), await load(given, { more: `&ticket=${given}` })]) {
      expect(response.status).toBe(404)
      expect(policyOf(response)).toContain("frame-src 'none'")
      expect(await response.text()).not.toContain('<iframe')
    }
    await gateway.close()
  })
})
