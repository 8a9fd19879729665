/** What the tools need from the world; the shell supplies it, tests supply another. */
import type { Chance } from '../engine/ports.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'

/** Small values that an app keeps under keys of its own, apart from its state. */
export interface KeyValueStore {
  get(key: string): Promise<Json | undefined>
  set(key: string, value: Json): Promise<void>
  remove(key: string): Promise<void>
  list(): Promise<readonly string[]>
  clear(): Promise<void>
}

export interface OpenedFile {
  readonly name: string
  readonly type: string
  readonly size: number
  text(): Promise<string>
  /** Keeps the bytes beside the state; gives the record that stands for them (B11). */
  attach(): Promise<JsonObject>
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly query?: JsonObject
  readonly headers?: JsonObject
  readonly body?: Json
  readonly read?: string
}

/** Each method that the platform lacks or refuses throws a `ToolFailure` that says why and what can be done. */
export interface ToolWorld {
  readonly chance: Chance
  readonly storage: KeyValueStore
  readonly clipboard: { write(text: string): Promise<void>; read(): Promise<string> }
  readonly files: {
    /** The person picks; null where they changed their mind. */
    open(accept: readonly string[]): Promise<OpenedFile | null>
    save(name: string, content: string, type: string): Promise<void>
  }
  readonly http: { send(request: HttpRequest, signal: AbortSignal): Promise<JsonObject> }
  readonly notifications: {
    show(notification: { readonly title: string; readonly text: string; readonly at: number | null; readonly id: string | null }): Promise<void>
    cancel(id: string): void
  }
  readonly sound: {
    play(name: string, volume: number): void
    tone(frequency: number, ms: number, volume: number): void
  }
  /** Opens the print dialog for the app as it is drawn by then, or for the component with this id. */
  print(target: string | null): Promise<void>
  readonly speech: {
    /** Says a text after what is being said; aborting the signal ends it. `lang` is a BCP 47 tag, null for the person's own language. */
    say(text: string, lang: string | null, signal: AbortSignal): Promise<void>
  }
  celebrate(): void
  /** What happened in the apps of this desktop (`engine/observe`), oldest first. */
  readonly events: { find(query: { readonly after: number; readonly kind: string | null; readonly most: number }): readonly Json[] }
}
