/** What the tools need from the world; the shell supplies it, tests supply another. */
import type { Chance, ToolCallContext } from '../engine/ports.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import type { FileTree } from '../schema/workspace/file-tree.ts'

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
  /** Name of a key that the gateway adds; its value is never in the page. */
  readonly secret?: string
}

/** A notification: at once, or at a time in milliseconds since 1970. The same `id` replaces the one before. */
export interface Notice {
  readonly title: string
  readonly text: string
  readonly at: number | null
  readonly id: string | null
}

export interface Copied {
  readonly text: string
  /** The name of the app that copied it. */
  readonly app: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Degrees, and within how many metres they hold. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
  readonly accuracy: number
}

/** The other apps of this desktop, as one app may reach them (B69). A name that nobody has, and a no, throw a `ToolFailure`. */
export interface OtherApps {
  /** With `params`, the person is asked first, and its start page takes them. */
  open(app: string, params: JsonObject | null, context: ToolCallContext): Promise<void>
  list(): Json
  close(app: string): Promise<void>
  focus(app: string): Promise<void>
  /** Shows it, inert, with a sheet of its own. */
  install(what: { readonly app: string } | { readonly document: JsonObject }): Promise<void>
  /** Gives the name of the app that took it. */
  send(message: { readonly to: string | null; readonly intent: string; readonly data: Json }, context: ToolCallContext): Promise<JsonObject>
}

/** What is known of the desktop itself. Where a gateway knows more of the machine, that is a method more. */
export interface SystemPort {
  info(): Json | Promise<Json>
  metrics(): Json | Promise<Json>
  processes(): Json | Promise<Json>
  kill(id: string): Promise<void>
  log(most: number): Json | Promise<Json>
  settings(): Json | Promise<Json>
  look(mode: string): Promise<void>
  permissions(): Json | Promise<Json>
}

/** The folders that the person lets apps use, each under the name that the app has for it. Rejects with a `FileFailure` too. */
export interface WorkspaceFiles {
  open(folder: string): Promise<FileTree>
  /** Resolves at the next change, or at once where there was one since the last time; gives when, in milliseconds since 1970. */
  change(folder: string, path: string, signal: AbortSignal): Promise<number>
  /** Keeps the bytes beside the state; gives the record that stands for them (B11). */
  attach(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<JsonObject>
  /** The bytes behind such a record; null where they are not kept any more. */
  attachment(ref: string): Promise<Uint8Array<ArrayBuffer> | null>
}

/** One call of a `math.` tool; `seed` is where its chance begins. */
export interface MathCall {
  readonly tool: string
  readonly args: JsonObject
  readonly seed: readonly [number, number, number, number]
}

/** Works out a call within the time and the memory that it has; what takes longer is ended and fails with `too-slow`. */
export interface MathPort {
  run(call: MathCall, signal: AbortSignal): Json | Promise<Json>
}

/** Each method that the platform lacks or refuses throws a `ToolFailure` that says why and what can be done. */
export interface ToolWorld {
  readonly chance: Chance
  readonly storage: KeyValueStore
  readonly clipboard: {
    write(text: string): Promise<void>
    read(): Promise<string>
    /** What the apps of this desktop copied, newest first; never what other programs did. */
    history(): Promise<readonly Copied[]>
  }
  readonly files: {
    /** The person picks; null where they changed their mind. */
    open(accept: readonly string[]): Promise<OpenedFile | null>
    save(name: string, content: string, type: string): Promise<void>
  }
  readonly workspace: WorkspaceFiles
  readonly http: { send(request: HttpRequest, signal: AbortSignal): Promise<JsonObject> }
  readonly notifications: {
    /** `gesture`: a person has just pressed something, so that the browser may be asked for its permission. */
    show(notification: Notice, gesture: boolean): Promise<void>
    cancel(id: string): Promise<void>
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
    /** Listens until the person stops speaking, or presses Stop; what they said. */
    listen(lang: string | null, signal: AbortSignal): Promise<string>
  }
  /** Where this device is, as exactly as the person allows. */
  readonly place: { here(signal: AbortSignal): Promise<Place> }
  /** Offers the person a link that carries the app and nothing of its state (S63). */
  readonly share: {
    /** Gives the link too. */
    link(): Promise<string>
    qr(): Promise<void>
  }
  readonly math: MathPort
  /** One question to the model that is set up, which sees nothing else: its answer, of the type that was asked for. */
  readonly llm: { ask(question: { readonly prompt: string; readonly about: Json; readonly type: Json }, signal: AbortSignal): Promise<Json> }
  celebrate(): void
  readonly apps: OtherApps
  readonly system: SystemPort
  /** What happened in the apps of this desktop (`engine/observe`), oldest first. */
  readonly events: { find(query: { readonly after: number; readonly kind: string | null; readonly most: number }): readonly Json[] }
}
