import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkBaseUrl, createSettings } from './settings.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cyanotype-settings-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

it('keeps what was set, in a file that only its owner can read', () => {
  createSettings(home, {}).change('anthropic', { key: 'sk-1', model: 'claude-x' })
  expect(createSettings(home, {}).provider('anthropic')).toMatchObject({ key: 'sk-1', model: 'claude-x' })
  expect(statSync(join(home, 'settings.json')).mode & 0o777).toBe(0o600)
})

it('lets the environment win', () => {
  createSettings(home, {}).change('anthropic', { key: 'from-file' })
  expect(createSettings(home, { ANTHROPIC_API_KEY: 'from-env' }).provider('anthropic').key).toBe('from-env')
})

it('takes an empty variable for none', () => {
  expect(createSettings(home, { ANTHROPIC_API_KEY: ' ', PRIMARY_PROVIDER: '' })).toMatchObject({ primary: null })
  expect(createSettings(home, { ANTHROPIC_API_KEY: ' ' }).provider('anthropic').key).toBe(null)
})

it('[S48] sends a key only to the host that it was given for', () => {
  const settings = createSettings(home, {})
  settings.change('openai', { key: 'sk-1' })
  settings.change('openai', { baseUrl: 'https://evil.example/v1' })
  expect(settings.provider('openai').key).toBe(null)
  settings.change('openai', { baseUrl: null })
  expect(settings.provider('openai').key).toBe(null)
  expect(readFileSync(join(home, 'settings.json'), 'utf8')).not.toContain('sk-1')
})

it('[S48] sends a key of the environment only to the host that the environment names', () => {
  const settings = createSettings(home, { OPENAI_API_KEY: 'sk-env' })
  expect(settings.provider('openai').key).toBe('sk-env')
  settings.change('openai', { baseUrl: 'https://evil.example/v1' })
  expect(settings.provider('openai')).toMatchObject({ baseUrl: 'https://evil.example/v1', key: null, keyElsewhere: true })
  const both = createSettings(home, { OPENAI_API_KEY: 'sk-env', OPENAI_BASE_URL: 'https://openrouter.ai/api/v1' })
  expect(both.provider('openai')).toMatchObject({ baseUrl: 'https://openrouter.ai/api/v1', key: 'sk-env' })
})

it('keeps the key when the path on the same host changes', () => {
  const settings = createSettings(home, {})
  settings.change('openai', { baseUrl: 'https://api.groq.com/v1', key: 'sk-1' })
  settings.change('openai', { baseUrl: 'https://api.groq.com/openai/v1' })
  expect(settings.provider('openai').key).toBe('sk-1')
})

it('gives MODEL to the provider that is asked first', () => {
  const env = { MODEL: 'm', ANTHROPIC_API_KEY: 'k' }
  expect(createSettings(home, env).provider('anthropic').model).toBe('m')
  expect(createSettings(home, env).provider('ollama').model).toBe(null)
  expect(createSettings(home, { ...env, PRIMARY_PROVIDER: 'ollama' }).provider('ollama').model).toBe('m')
  expect(createSettings(home, { MODEL: 'm' }).provider('ollama').model).toBe('m')
})

it.each([
  ['0.0.0.0', 'http://127.0.0.1:11434'],
  ['0.0.0.0:1234', 'http://127.0.0.1:1234'],
  [':1234', 'http://127.0.0.1:1234'],
  ['nas.local', 'http://nas.local:11434'],
  ['https://ollama.example/', 'https://ollama.example'],
])('reads OLLAMA_HOST=%s as the server writes it', (host, url) => {
  expect(createSettings(home, { OLLAMA_HOST: host }).provider('ollama').baseUrl).toBe(url)
})

it('puts a file aside that it cannot read, and says so', () => {
  writeFileSync(join(home, 'settings.json'), '{ broken')
  const settings = createSettings(home, {})
  expect(settings.warnings).toHaveLength(1)
  expect(existsSync(join(home, 'settings.json.unreadable'))).toBe(true)
  settings.change('ollama', { model: 'x' })
  expect(createSettings(home, {}).provider('ollama').model).toBe('x')
})

it('refuses a provider that does not exist, by name', () => {
  expect(() => createSettings(home, { PRIMARY_PROVIDER: 'gpt' })).toThrow(/PRIMARY_PROVIDER is “gpt”/)
  expect(() => createSettings(home, { FALLBACK_PROVIDER: '__proto__' })).toThrow(/FALLBACK_PROVIDER/)
})

it.each(['ftp://x.example', 'https://u:p@x.example', 'https://x.example/?a=1', 'http://x.example/v1', 'http://8.8.8.8/v1', 'x.example', 'javascript:alert(1)'])(
  'refuses the base URL %s',
  url => {
    expect(() => checkBaseUrl(url)).toThrow()
  },
)

it.each(['https://x.example/v1/', 'http://localhost:1234/v1', 'http://192.168.1.9:8000', 'http://nas.local/v1', 'http://[::1]:1/v1'])(
  'takes the base URL %s',
  url => {
    expect(checkBaseUrl(url)).toBe(url.replace(/\/$/, ''))
  },
)
