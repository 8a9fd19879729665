import { expect, it } from 'vitest'
import { contentSecurityPolicy, TEST_RUNNER, testRunnerHeaders } from './headers.ts'
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

it('[S18] lets nothing else be framed', async () => {
  const gateway = createGateway({ env: {}, home: '/nowhere', shell: '/nowhere', port: 4600, write: () => {} })
  const framing = async (path: string) => {
    const { headers } = await gateway.fetch(new Request(`http://localhost:4600${path}`, { headers: { host: 'localhost:4600' } }))
    return [/frame-ancestors '(\w+)'/.exec(headers.get('content-security-policy') ?? '')?.[1], headers.get('x-frame-options')]
  }
  expect(await framing(TEST_RUNNER)).toEqual(['self', 'SAMEORIGIN'])
  for (const path of ['/', '/index.html', '/self-test/', `${TEST_RUNNER}/`, `/x${TEST_RUNNER}`, '/health', '/api/providers'])
    expect(await framing(path)).toEqual(['none', 'DENY'])
  await gateway.close()
})
