/** Runs a blueprint's own tests outside of a browser: the real renderer in jsdom. Loaded through Vite, which knows TSX and style sheets. */
import { JSDOM } from 'jsdom'
import type { JsonObject } from '../../schema/json/json.ts'
import { fillDomGaps } from '../dom-gaps.ts'

/** `document` has passed the check. */
export async function runBlueprintTests(document: JsonObject) {
  const dom = new JSDOM('<!doctype html><html lang="en"><body></body></html>', { pretendToBeVisual: true, url: 'http://localhost/' })
  const window = dom.window as unknown as Window & typeof globalThis
  fillDomGaps(window)
  for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) Reflect.set(globalThis, name, Reflect.get(window, name))
  // Node has its own of these, which know nothing of the document.
  for (const name of ['navigator', 'Event', 'CustomEvent', 'EventTarget', 'MessageEvent'])
    Object.defineProperty(globalThis, name, { value: Reflect.get(window, name), configurable: true, writable: true })
  // React looks for a document when it is loaded, so it is loaded after there is one.
  const [{ runBlueprintTests: run }, { catalog }, { createPureTools }] = await Promise.all([
    import('../../engine/react/test-run/run-tests.tsx'),
    import('../../components/index.ts'),
    import('./pure-tools.ts'),
  ])
  const container = window.document.body.appendChild(window.document.createElement('div'))
  const verdicts = await run({ document, catalog, pure: createPureTools(), container })
  dom.window.close()
  return verdicts
}
