import type { Json } from '../../schema/json/json.ts'
import type { MathCall } from '../../tools/ports.ts'

export interface MathRequest {
  readonly id: number
  readonly call: MathCall
}

/** What comes back from the worker. */
export type MathReply =
  | { readonly ready: true }
  | { readonly id: number; readonly result: Json }
  | { readonly id: number; readonly code: string; readonly message: string }
  | { readonly failed: 'start' }
