import { expect, it } from 'vitest'
import { contentSecurityPolicy, MATH_HOST, mathHostHeaders, TEST_RUNNER, testRunnerHeaders } from './headers.ts'
import { createGateway } from './server.ts'

const directives = (policy: string) => new Map(policy.split('; ').map(each => [each.split(' ')[0] ?? '', each] as const))

it('[B70] lets the desktop frame the page in which tests run, which reaches nothing', () => {
  const page = directives(contentSecurityPolicy(['sha256-abc=']))
  const headers = testRunnerHeaders(['sha256-abc='])
  const runner = directives(headers.get('content-security-policy') ?? '')
  expect([...runner.keys()]).toEqual([...page.keys()])
  const changed = [...runner.values()].filter(each => ![...page.values()].includes(each))
  expect(changed).toEqual([
    'img-src data:',
    "font-src 'none'",
    "media-src 'none'",
    "connect-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'self'",
  ])
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
})

it('the page of mathematics reaches nothing, and has the one policy of Trusted Types that gives its worker’s address', () => {
  const page = directives(mathHostHeaders().get('content-security-policy') ?? '')
  expect([...page.values()]).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types math-worker',
  ])
})

it('lets the desktop ask for the place and the microphone, and no frame of it', async () => {
  const gateway = createGateway({ env: {}, home: '/nowhere', shell: '/nowhere', port: 4600, write: () => {} })
  const allowed = async (path: string) => {
    const { headers } = await gateway.fetch(new Request(`http://localhost:4600${path}`, { headers: { host: 'localhost:4600' } }))
    const each = (headers.get('permissions-policy') ?? '').split(', ')
    expect(each).toContain('camera=()')
    return each.filter(rule => !rule.endsWith('=()'))
  }
  for (const path of ['/', '/index.html', '/health']) expect(await allowed(path)).toEqual(['geolocation=(self)', 'microphone=(self)'])
  for (const path of [TEST_RUNNER, MATH_HOST, '/frame?url=https://example.org/']) expect(await allowed(path)).toEqual([])
  await gateway.close()
})

it('[S18] lets nothing else be framed', async () => {
  const gateway = createGateway({ env: {}, home: '/nowhere', shell: '/nowhere', port: 4600, write: () => {} })
  const framing = async (path: string) => {
    const { headers } = await gateway.fetch(new Request(`http://localhost:4600${path}`, { headers: { host: 'localhost:4600' } }))
    return [/frame-ancestors '(\w+)'/.exec(headers.get('content-security-policy') ?? '')?.[1], headers.get('x-frame-options')]
  }
  for (const path of [TEST_RUNNER, MATH_HOST]) expect(await framing(path)).toEqual(['self', 'SAMEORIGIN'])
  for (const path of ['/', '/index.html', '/self-test/', '/math/', `${TEST_RUNNER}/`, `/x${TEST_RUNNER}`, '/health', '/api/providers'])
    expect(await framing(path)).toEqual(['none', 'DENY'])
  await gateway.close()
})
