import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { ProviderId } from '../schema/protocol/generate.ts'
import { GatewayFailure } from './failure.ts'
import { isPublicAddress } from './http-proxy/address.ts'

export type ModelProviderId = Exclude<ProviderId, 'library'>

export type Environment = { readonly [name: string]: string | undefined }

/** How one provider is reached, as it stands now. */
export interface ProviderSettings {
  readonly baseUrl: string
  /** Null where none was chosen: the provider's default. */
  readonly model: string | null
  /** Only where it belongs to the host of `baseUrl`. */
  readonly key: string | null
  /** A key is there, but for another host than that of `baseUrl`. */
  readonly keyElsewhere: boolean
}

export interface ProviderChange {
  /** `null` goes back to the default. */
  readonly baseUrl?: string | null
  readonly model?: string | null
  readonly key?: string | null
}

/** What the person set, in one file that only they can read; the environment wins over it. */
export interface Settings {
  provider(id: ModelProviderId): ProviderSettings
  change(id: ModelProviderId, change: ProviderChange): void
  readonly primary: ProviderId | null
  readonly fallback: ProviderId | null
  /** Every key that the gateway knows, for redaction. */
  secrets(): readonly string[]
  /** What was wrong with the file when it was read. */
  readonly warnings: readonly string[]
}

interface Stored {
  baseUrl?: string
  model?: string
  key?: string
  /** The host that the key was given for: it is sent nowhere else (S48). */
  keyHost?: string
}

export const PROVIDER_IDS: readonly ModelProviderId[] = ['anthropic', 'openai', 'ollama']

const DEFAULT_BASE = new Map<ModelProviderId, string>([
  ['anthropic', 'https://api.anthropic.com'],
  ['openai', 'https://api.openai.com/v1'],
  ['ollama', 'http://127.0.0.1:11434'],
])
const KEY_VARIABLE = new Map<ModelProviderId, string>([
  ['anthropic', 'ANTHROPIC_API_KEY'],
  ['openai', 'OPENAI_API_KEY'],
])
const BASE_VARIABLE = new Map<ModelProviderId, string>([
  ['anthropic', 'ANTHROPIC_BASE_URL'],
  ['openai', 'OPENAI_BASE_URL'],
  ['ollama', 'OLLAMA_HOST'],
])

/** Where the gateway keeps its file: `CYANOTYPE_HOME`, else `~/.cyanotype`. */
export function homeFolder(env: Environment): string {
  return env.CYANOTYPE_HOME || join(homedir(), '.cyanotype')
}

/**
 * Reads the settings of `home`. A file that cannot be read as settings is put aside, not overwritten, and
 * said in `warnings`. Throws `GatewayFailure` where the environment names a provider that does not exist.
 */
export function createSettings(home: string, env: Environment): Settings {
  const file = join(home, 'settings.json')
  const warnings: string[] = []
  const storedById = readStored(file, message => warnings.push(message))
  const fromEnv = (variable: string | undefined) => (variable === undefined ? null : env[variable]?.trim() || null)
  const primary = providerNamed(fromEnv('PRIMARY_PROVIDER'), 'PRIMARY_PROVIDER')
  const fallback = providerNamed(fromEnv('FALLBACK_PROVIDER'), 'FALLBACK_PROVIDER')
  const envBase = (id: ModelProviderId) => {
    const text = fromEnv(BASE_VARIABLE.get(id))
    return text === null ? null : checkBaseUrl(id === 'ollama' ? ollamaAddress(text) : text)
  }
  const settings: Settings = {
    primary,
    fallback,
    warnings,
    provider(id) {
      const stored = storedById.get(id) ?? {}
      const standard = envBase(id) ?? DEFAULT_BASE.get(id) ?? ''
      const baseUrl = envBase(id) ?? stored.baseUrl ?? standard
      const keys: { key: string; host: string }[] = []
      const envKey = fromEnv(KEY_VARIABLE.get(id))
      if (envKey !== null) keys.push({ key: envKey, host: hostOf(standard) })
      if (stored.key !== undefined) keys.push({ key: stored.key, host: stored.keyHost ?? '' })
      const fitting = keys.find(({ host }) => host === hostOf(baseUrl))
      return { baseUrl, model: modelOf(id, stored), key: fitting?.key ?? null, keyElsewhere: fitting === undefined && keys.length > 0 }
    },
    change(id, change) {
      const stored: Stored = { ...storedById.get(id) }
      if (change.baseUrl === null) delete stored.baseUrl
      else if (change.baseUrl !== undefined) stored.baseUrl = checkBaseUrl(change.baseUrl)
      if (change.model === null) delete stored.model
      else if (change.model !== undefined) stored.model = change.model
      const host = hostOf(envBase(id) ?? stored.baseUrl ?? DEFAULT_BASE.get(id) ?? '')
      if (change.key === null || (change.key === undefined && stored.key !== undefined && stored.keyHost !== host)) {
        // The old key belongs to the old host; it is not kept for a host that it was not given for.
        delete stored.key
        delete stored.keyHost
      } else if (change.key !== undefined) {
        stored.key = change.key
        stored.keyHost = host
      }
      const next = new Map(storedById).set(id, stored)
      writeStored(home, file, next)
      storedById.set(id, stored)
    },
    secrets() {
      const keys = PROVIDER_IDS.flatMap(id => [fromEnv(KEY_VARIABLE.get(id)), storedById.get(id)?.key ?? null])
      return keys.filter(key => key !== null)
    },
  }
  /** `MODEL` is meant for the provider that is asked first. */
  const modelOf = (id: ModelProviderId, stored: Stored): string | null => {
    const first =
      primary ??
      PROVIDER_IDS.find(one => fromEnv(KEY_VARIABLE.get(one)) !== null || storedById.get(one)?.key !== undefined || envBase(one) !== null) ??
      'ollama'
    return (first === id ? fromEnv('MODEL') : null) ?? stored.model ?? null
  }
  for (const id of PROVIDER_IDS) settings.provider(id)
  return settings
}

/**
 * A base URL fit to be used: http or https, nothing but host and path. Plain http only to this machine or a
 * private network, since a key would travel in it readable.
 */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (
    url === null ||
    (url.protocol !== 'https:' && url.protocol !== 'http:') ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== ''
  )
    throw new GatewayFailure('base-url', 'The base URL must be an address like https://api.example.com/v1, without a user name or parameters.')
  if (url.protocol === 'http:' && !isNearHost(url.hostname))
    throw new GatewayFailure('base-url', 'Use https:// for a base URL that is not on this machine or in your own network: the key would travel readable.')
  return url.href.replace(/\/+$/, '')
}

function isNearHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (/^[\d.]+$/.test(bare) || bare.includes(':')) return !isPublicAddress(bare)
  return !bare.includes('.') || /\.(?:localhost|local|lan|internal|home\.arpa)$/.test(bare)
}

/** `OLLAMA_HOST` is also what the server listens on: a bare host, or an address that means "all". */
function ollamaAddress(text: string): string {
  const withScheme = text.includes('://') ? text : `http://${text.startsWith(':') ? `127.0.0.1${text}` : text}`
  if (!URL.canParse(withScheme)) return text
  const url = new URL(withScheme)
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]') url.hostname = '127.0.0.1'
  if (url.port === '' && !text.includes('://')) url.port = '11434'
  return url.href
}

function providerNamed(text: string | null, variable: string): ProviderId | null {
  if (text === null) return null
  const ids: readonly string[] = [...PROVIDER_IDS, 'library']
  const id = text.toLowerCase()
  if (!ids.includes(id)) throw new GatewayFailure('settings', `${variable} is “${text}”, which is no provider. Use one of: ${ids.join(', ')}.`)
  return id as ProviderId
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}

function readStored(file: string, warn: (message: string) => void): Map<ModelProviderId, Stored> {
  const storedById = new Map<ModelProviderId, Stored>()
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return storedById
    throw new GatewayFailure('settings', `The settings in ${file} cannot be read. Check who may read that file.`, { cause: error })
  }
  try {
    const value = JSON.parse(text) as { providers?: Record<string, Record<string, unknown>> }
    for (const id of PROVIDER_IDS) {
      const found = value.providers && Object.hasOwn(value.providers, id) ? value.providers[id] : undefined
      if (found === undefined) continue
      const stored: Stored = {}
      for (const name of ['baseUrl', 'model', 'key', 'keyHost'] as const) if (typeof found[name] === 'string') stored[name] = found[name]
      if (stored.baseUrl !== undefined) stored.baseUrl = checkBaseUrl(stored.baseUrl)
      storedById.set(id, stored)
    }
    chmodSync(file, 0o600)
  } catch (error) {
    const aside = `${file}.unreadable`
    renameSync(file, aside)
    warn(`The settings could not be read and were put aside as ${aside}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return storedById
}

function writeStored(home: string, file: string, storedById: ReadonlyMap<ModelProviderId, Stored>): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const temporary = `${file}.${process.pid}.new`
    writeFileSync(temporary, `${JSON.stringify({ providers: Object.fromEntries(storedById) }, null, 2)}\n`, { mode: 0o600 })
    renameSync(temporary, file)
  } catch (error) {
    throw new GatewayFailure('settings-not-saved', `The settings could not be saved in ${home}. Check that this folder can be written to.`, {
      status: 500,
      cause: error,
    })
  }
}
