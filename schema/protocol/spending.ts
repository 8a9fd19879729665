/** What a person's own requests to models came to, for `GET /api/spending`; `POST /api/spending` `{ limit }` sets the limit and gives it back. */
export interface SpendingStatus {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string
  readonly requests: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly seconds: number
  /** Tokens a day, in and out; null for none. */
  readonly limit: number | null
}
