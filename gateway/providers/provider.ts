import type { Picture, ProviderId } from '../../schema/protocol/generate.ts'

/** What is said to a model in one request; the last message is always the user's. */
export interface ModelTurn {
  readonly system: string
  readonly messages: readonly ModelMessage[]
  /** The most tokens that the reply may have; left out, the provider's usual. */
  readonly maxTokens?: number
}

export interface ModelMessage {
  readonly role: 'user' | 'assistant'
  readonly content: string
  /** Shown before the words. */
  readonly pictures?: readonly Picture[]
}

export type ModelPiece =
  | { readonly type: 'text'; readonly text: string }
  /** Something arrived that is not for the page (thinking, a block's end): the provider is alive. */
  | { readonly type: 'activity' }
  /** Totals of this request so far; the last one counts. */
  | { readonly type: 'usage'; readonly inputTokens: number; readonly outputTokens: number }
  /** The provider said that the reply is over. A stream that ends without this was cut. */
  | { readonly type: 'end'; readonly why: 'finished' | 'length' | 'refused' }

/**
 * One way to have a blueprint written. `stream` yields the reply as it comes and throws a
 * `GatewayFailure`, or whatever its SDK throws, which `explainProviderError` turns into one.
 */
export interface ModelProvider {
  readonly id: Exclude<ProviderId, 'library'>
  /** For the person: "Anthropic", "Ollama". */
  readonly name: string
  readonly model: string
  /** Whether it can be shown pictures. */
  canSee(): Promise<boolean>
  stream(turn: ModelTurn, signal: AbortSignal): AsyncIterable<ModelPiece>
}

/** What of a reply exists already, without a model: the shipped apps. */
export type LibraryAnswer =
  | { readonly kind: 'app'; readonly text: string; readonly label: string; readonly source: string }
  | { readonly kind: 'nothing-near'; readonly nearest: readonly { readonly id: string; readonly name: string; readonly about: string }[] }
  /** It understands simple changes, and this is none of them. */
  | { readonly kind: 'cannot'; readonly why: string; readonly examples: readonly string[] }
