/** What the page and the gateway say to each other of the questions that apps put to a model. */

/** `GET /api/llm`. */
export interface LlmStatus {
  /** Whom apps ask, by name: "Anthropic"; null where no model is set up. */
  readonly provider: string | null
  readonly model: string | null
  /** A person stopped all questions of apps. */
  readonly stopped: boolean
  /** Tokens of today (UTC), in and out: of all apps, and by installed app. */
  readonly spent: { readonly all: number; readonly apps: Readonly<Record<string, number>> }
  readonly limits: { readonly app: number; readonly all: number }
}
