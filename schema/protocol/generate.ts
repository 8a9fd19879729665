/**
 * What travels between the page and the gateway for one request to a model:
 * `POST /api/generate` with a `GenerateRequest`, answered by server-sent events, each a `GenerateEvent`
 * under its `type` as the event's name and the rest as its JSON data.
 */
import type { Failure, Issue } from '../issue.ts'
import type { JsonObject, Path } from '../json/json.ts'

export interface GenerateRequest {
  /** What the person wrote; at most 100,000 characters. */
  readonly prompt: string
  /** A configured provider's id; left out, the gateway chooses (`PRIMARY_PROVIDER`, `FALLBACK_PROVIDER`, what is configured). */
  readonly provider?: ProviderId
  /** Text that an interrupted reply had given: the model is asked to go on from there. */
  readonly resume?: string
  /** Pictures that the prompt speaks of; at most four. */
  readonly pictures?: readonly Picture[]
  /** An app is to be changed: the reply is an edit document (B80) instead of a blueprint. */
  readonly change?: ChangedApp
}

/** A screenshot, a sketch, a photo. */
export interface Picture {
  readonly type: PictureType
  /** At most 4 MB of bytes. */
  readonly base64: string
}

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'

/** What is said of an app that is to be changed. Nothing of what its user entered, unless the user added it. */
export interface ChangedApp {
  /** The blueprint as it is. */
  readonly document: JsonObject
  /** Its hash, the edit's `base`. */
  readonly hash: string
  /** What was asked for before, the first one first. */
  readonly before?: readonly string[]
  /** What is wrong with it, in words: checks that fail, faults at run time. */
  readonly problems?: readonly string[]
  /** The component that the person pointed at, by its place in the document. */
  readonly pointed?: Path
  /** What the person let it see of their data. */
  readonly data?: string
}

export type ProviderId = 'anthropic' | 'openai' | 'ollama' | 'library'

export type GenerateEvent =
  /** Always first. `label` is for the person: "claude-sonnet-4-5", "From the library, no model". */
  | {
      readonly type: 'start'
      readonly request: string
      readonly provider: ProviderId
      readonly model: string | null
      readonly label: string
    }
  /** The next piece of the reply: JSON text of one document, fences and prose already taken off. */
  | { readonly type: 'text'; readonly text: string }
  /**
   * The reply so far failed the check and is asked for anew (at most twice) or a provider is tried again: what came before is void.
   * `provider` and `model` say who writes from here on, where that is another (`fallback`).
   */
  | {
      readonly type: 'restart'
      readonly why: 'repair' | 'retry' | 'fallback'
      readonly attempt: number
      readonly issues: readonly Issue[]
      readonly label: string
      readonly provider?: ProviderId
      readonly model?: string | null
    }
  /** The library has nothing near: the nearest shipped apps, and that no model is connected. */
  | { readonly type: 'nothing-near'; readonly nearest: readonly { readonly id: string; readonly name: string; readonly about: string }[] }
  /** The library does not understand the change: why, and requests that it would understand. */
  | { readonly type: 'cannot'; readonly why: string; readonly examples: readonly string[] }
  | { readonly type: 'usage'; readonly inputTokens: number; readonly outputTokens: number; readonly seconds: number }
  /** Always last, with `error` the only other end. `issues` is what still stands after the last repair. */
  | { readonly type: 'done'; readonly complete: boolean; readonly issues: readonly Issue[] }
  | { readonly type: 'error'; readonly failure: Failure; readonly retry: boolean }

export interface ProviderStatus {
  readonly id: ProviderId
  readonly name: string
  readonly configured: boolean
  /** `set` or `unset`; a key itself never leaves the gateway. */
  readonly key: 'set' | 'unset' | 'none-needed'
  readonly baseUrl: string | null
  readonly model: string | null
  readonly models: readonly string[]
  /** What was found out about it, in plain words: "Running, 3 models", "No key set". */
  readonly note: string
}
