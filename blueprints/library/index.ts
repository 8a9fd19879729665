/**
 * The provider that needs no model: it answers a prompt with the nearest shipped app, or composes an app
 * for a list of things from parts. Pure and quick; what it gives always passes the check.
 */
import { composeApp } from './compose.ts'
import { MEANT, NAMED, nearShipped } from './find-shipped.ts'
import { headOf, readRequest } from './read-request.ts'

export interface NearApp {
  readonly id: string
  readonly name: string
  readonly about: string
}

export type LibraryAnswer =
  | {
      readonly kind: 'app'
      /** The blueprint, as JSON. */
      readonly text: string
      /** What the window says about where it comes from. */
      readonly label: string
      /** `habits`, the shipped app's id, or `composed`. */
      readonly source: string
    }
  | { readonly kind: 'nothing-near'; readonly nearest: readonly NearApp[] }

const LABEL = 'From the library, no model'

/** Never throws, whatever it is given. Work is linear in the prompt, of which the first 4,000 characters count. */
export function answerFromLibrary(prompt: string): LibraryAnswer {
  const request = readRequest(prompt)
  // The fields of a list are no names of apps: "contacts with notes" asks for no notes.
  const near = nearShipped(request ? headOf(prompt) : prompt)
  const [best] = near
  if (best && best.score >= NAMED) return { kind: 'app', text: JSON.stringify(best.app.document), label: LABEL, source: best.app.id }
  if (request) return { kind: 'app', text: JSON.stringify(composeApp(request)), label: LABEL, source: 'composed' }
  if (best && best.score >= MEANT) return { kind: 'app', text: JSON.stringify(best.app.document), label: LABEL, source: best.app.id }
  return { kind: 'nothing-near', nearest: near.slice(0, 3).map(({ app: { id, name, about } }) => ({ id, name, about })) }
}
