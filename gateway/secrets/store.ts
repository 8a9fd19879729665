import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SecretInfo, SecretPlace } from '../../schema/protocol/secrets.ts'
import { GatewayFailure } from '../failure.ts'
import { checkSecret, type Secret, spellings } from './secret.ts'

/** The keys that a person keeps for servers, in a file that only they can read. No value leaves but in a call to its own server. */
export interface Secrets {
  /** By name; without values. */
  list(): readonly SecretInfo[]
  /** Keeps a key, in place of one of the same name. Throws `secret` with what is wrong. */
  set(secret: Omit<Secret, 'at'>): void
  remove(name: string): void
  /** The key for a call to this origin. Throws `no-secret` where there is none, or it is for another server. */
  forCall(name: string, origin: string): Secret
  /** Every spelling of every value, for redaction. */
  spellings(): readonly string[]
  /** What was wrong with the file when it was read. */
  readonly warnings: readonly string[]
}

export interface SecretsOptions {
  readonly now: () => number
  /** Servers without encryption are allowed, for tests. */
  readonly plain?: boolean
}

const MOST = 100

export function createSecrets(home: string, { now, plain = false }: SecretsOptions): Secrets {
  const file = join(home, 'secrets.json')
  const warnings: string[] = []
  let byName = readStored(file, plain, message => warnings.push(message))
  const replace = (next: Map<string, Secret>) => {
    writeStored(home, file, [...next.values()])
    byName = next
  }
  return {
    warnings,
    list: () => [...byName.values()].map(({ value: _, ...info }) => info).sort((one, other) => (one.name < other.name ? -1 : 1)),
    set(given) {
      const secret = checkSecret(given, now(), plain)
      if (byName.size >= MOST && !byName.has(secret.name)) throw new GatewayFailure('secret', `At most ${MOST} keys are kept. Remove one first.`)
      replace(new Map(byName).set(secret.name, secret))
    },
    remove(name) {
      const next = new Map(byName)
      if (next.delete(name)) replace(next)
    },
    forCall(name, origin) {
      const secret = byName.get(name)
      if (secret === undefined)
        throw new GatewayFailure('no-secret', `There is no key “${name}” yet. Add it in Settings, under “Keys for servers”, for ${origin}.`, {
          status: 409,
          again: 'person',
        })
      if (secret.origin !== origin)
        throw new GatewayFailure(
          'no-secret',
          `The key “${name}” was kept for another server than ${origin}, and is sent to no other. Change it in Settings, under “Keys for servers”.`,
          {
            status: 409,
            again: 'person',
          },
        )
      return secret
    },
    spellings: () => [...byName.values()].flatMap(spellings),
  }
}

function readStored(file: string, plain: boolean, warn: (message: string) => void): Map<string, Secret> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw new GatewayFailure('secrets', `The keys in ${file} cannot be read. Check who may read that file.`, { cause: error })
  }
  try {
    chmodSync(file, 0o600)
    const { secrets } = JSON.parse(text) as { secrets: readonly Record<string, unknown>[] }
    return new Map(secrets.map(each => readSecret(each, plain)).map(secret => [secret.name, secret]))
  } catch {
    // The cause could quote the file, and so a key.
    const aside = `${file}.unreadable`
    renameSync(file, aside)
    warn(`The keys could not be read and were put aside as ${aside}.`)
    return new Map()
  }
}

const PLACES: readonly SecretPlace[] = ['bearer', 'header', 'query']

function readSecret(stored: Record<string, unknown>, plain: boolean): Secret {
  const text = (name: string): string => {
    const value = Object.hasOwn(stored, name) ? stored[name] : undefined
    if (typeof value !== 'string') throw new GatewayFailure('secret', `“${name}” is missing.`)
    return value
  }
  const place = PLACES.find(each => each === stored.place)
  if (place === undefined || typeof stored.at !== 'number') throw new GatewayFailure('secret', 'A stored key is not as it was written.')
  return checkSecret({ name: text('name'), origin: text('origin'), place, field: text('field'), value: text('value') }, stored.at, plain)
}

function writeStored(home: string, file: string, secrets: readonly Secret[]): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const temporary = `${file}.${process.pid}.new`
    writeFileSync(temporary, `${JSON.stringify({ secrets }, null, 2)}\n`, { mode: 0o600, flush: true })
    renameSync(temporary, file)
  } catch (error) {
    throw new GatewayFailure('secrets-not-saved', `The keys could not be saved in ${home}. Check that this folder can be written to.`, {
      status: 500,
      cause: error,
    })
  }
}
