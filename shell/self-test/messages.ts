/** What the page and the frame in which an app's tests run say to each other. */
import type { TestVerdict } from '../../engine/react/test-run/test-verdict.ts'
import type { JsonObject } from '../../schema/json/json.ts'

/** To the frame, with the port on which it answers. */
export interface RunRequest {
  readonly run: JsonObject
}

/** From the frame. After the last of them it is taken away. */
export type RunReport = { readonly verdict: TestVerdict } | { readonly end: 'all' } | { readonly end: 'fault'; readonly message: string }
