import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** What Markdown's reader decodes `&copy;` with; in a browser it asks `innerHTML`, elsewhere a table. */
const DECODER = 'decode-named-character-reference'

/** Takes the table also in the browser: the policy's Trusted Types refuse the other, so that a text with a character reference would not be drawn at all. */
export function decodeWithoutHtml(): Plugin {
  return {
    name: 'decode-without-html',
    // Resolved as Node does.
    config: () => ({ resolve: { alias: { [DECODER]: fileURLToPath(import.meta.resolve(DECODER)) } } }),
  }
}
