import { describe, expect, it } from 'vitest'
import { explainProviderError, readRetryAfter } from './explain.ts'

const KEY = 'sk-canary-0123456789abcdef'
const NOW = Date.parse('2026-11-20T10:00:00Z')
const explain = (error: unknown) => explainProviderError(error, 'Anthropic', 'claude-x', [KEY], NOW)
const network = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) })

describe('explainProviderError', () => {
  it.each([
    [network('ECONNREFUSED'), 'unreachable', 'person'],
    [network('ENOTFOUND'), 'unreachable', 'person'],
    [network('UND_ERR_HEADERS_TIMEOUT'), 'timeout', 'auto'],
    [network('ECONNRESET'), 'cut-off', 'auto'],
    [new SyntaxError('Unexpected token'), 'garbled', 'auto'],
    [{ status: 503, message: 'x' }, 'provider-error', 'auto'],
    [{ status: 403, type: 'permission_error', errorCode: 'contract_spend_limit_reached' }, 'spend-limit', 'person'],
    ['a text', 'cut-off', 'auto'],
    [null, 'cut-off', 'auto'],
    [undefined, 'cut-off', 'auto'],
  ])('%j is %s', (error, code, again) => {
    expect(explain(error)).toMatchObject({ code, again })
  })

  it('[S47] quotes what the provider said without the key, without control characters, and briefly', () => {
    const failure = explain(Object.assign(new Error(`400 bad value ${KEY}\u001b[2J\r\n${'x'.repeat(5_000)}`), { status: 400 }))
    expect(failure.message).not.toContain(KEY)
    expect(failure.message).toContain('[redacted]')
    expect(failure.message).not.toMatch(/\p{Cc}/u)
    expect(failure.message.length).toBeLessThan(400)
  })

  it('quotes no web page', () => {
    expect(explain(Object.assign(new Error('400 <html><h1>Bad</h1>'), { status: 400 })).message).not.toContain('<')
  })
})

describe('readRetryAfter', () => {
  it.each([
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after-ms': '250', 'retry-after': '3' }, 250],
    [{ 'retry-after': 'Fri, 20 Nov 2026 10:00:05 GMT' }, 5_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('%j is %s ms', (headers, expected) => {
    expect(readRetryAfter(new Headers(headers as Record<string, string>), NOW)).toBe(expected)
  })
})
