/** Runs a blueprint's own tests outside of a browser: the real renderer in jsdom. Loaded through Vite, which knows TSX and style sheets. */
import { JSDOM } from 'jsdom'
import type { Withheld } from '../../engine/react/test-run/stub-ports.ts'
import type { TestVerdict } from '../../engine/react/test-run/test-verdict.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { fillDomGaps } from '../dom-gaps.ts'

export interface TestRunner {
  /** Runs the tests of a document that passed the check; `told` gets each verdict as it comes. `withheld`: what it is not granted. */
  run(document: JsonObject, told: (verdict: TestVerdict) => void, withheld?: Withheld): Promise<readonly TestVerdict[]>
  close(): void
}

/** One for a whole process: the document that it makes is the process's own from then on. */
export async function openTestRunner(): Promise<TestRunner> {
  const dom = new JSDOM('<!doctype html><html lang="en"><body></body></html>', { pretendToBeVisual: true, url: 'http://localhost/' })
  const window = dom.window as unknown as Window & typeof globalThis
  fillDomGaps(window)
  for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) Reflect.set(globalThis, name, Reflect.get(window, name))
  // Node has its own of these, which know nothing of the document.
  for (const name of ['navigator', 'Event', 'CustomEvent', 'EventTarget', 'MessageEvent'])
    Object.defineProperty(globalThis, name, { value: Reflect.get(window, name), configurable: true, writable: true })
  // The component library speaks to those who write components; an author of blueprints hears of labels from the check.
  console.warn = () => {}
  // React looks for a document when it is loaded, so it is loaded after there is one.
  const [{ runBlueprintTests }, { catalog }, { createPureTools }] = await Promise.all([
    import('../../engine/react/test-run/run-tests.tsx'),
    import('../../components/index.ts'),
    import('./pure-tools.ts'),
  ])
  return {
    async run(document, told, withheld) {
      const container = window.document.body.appendChild(window.document.createElement('div'))
      try {
        return await runBlueprintTests({ document, catalog, pure: createPureTools(), container, onVerdict: told, ...(withheld && { withheld }) })
      } finally {
        container.remove()
      }
    },
    close: () => window.close(),
  }
}
