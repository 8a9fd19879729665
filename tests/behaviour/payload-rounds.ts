/**
 * Hostile text in every slot of every component, drawn in a browser under the desktop's own policy. A page holds many
 * components at once, and each slot the next payload of the list; the next time over, each slot gets another one.
 */
import type { Page } from 'playwright'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { addressPayloads, markdownPayloads, markupPayloads, naughtyStrings } from '../dom/payloads.ts'
import { filledNode, standaloneComponents } from '../dom/slot-documents.ts'
import type { Traps } from '../e2e/traps.ts'

export interface PayloadCounts {
  /** Payloads times slots. */
  placed: number
  pages: number
  pressed: number
}

/** Where a payload stands in the document: as it is, or in the state, from where a formula takes it. */
type Way = 'literal' | 'state'

/** All hostile texts of the corpora, each once; empty where there is none. */
export function hostilePayloads(): readonly string[] {
  return [...new Set([...markupPayloads(), ...addressPayloads(), ...markdownPayloads(), ...naughtyStrings()])].map(text => text.slice(0, 2_000))
}

/** Components that cover the others while they are open stand on a page of their own. */
const COVERING = new Set(['Dialog', 'Drawer'])
const AT_ONCE = 12

const groups: readonly (typeof standaloneComponents)[] = (() => {
  const among = standaloneComponents.filter(({ name }) => !COVERING.has(name))
  const together = Array.from({ length: Math.ceil(among.length / AT_ONCE) }, (_, index) => among.slice(index * AT_ONCE, (index + 1) * AT_ONCE))
  return [...together, ...standaloneComponents.filter(({ name }) => COVERING.has(name)).map(spec => [spec])]
})()

/**
 * Draws pages until `isOver`, or until each of `payloads` has been placed at least `times` times, beginning at the one with number
 * `from`; gives what went wrong, in words.
 */
export async function drawPayloads(
  { page, traps }: { readonly page: Page; readonly traps: Traps },
  payloads: readonly string[],
  { from, times, isOver }: { readonly from: number; readonly times: number; readonly isOver: () => boolean },
): Promise<{ readonly counts: PayloadCounts; readonly failures: readonly string[] }> {
  const counts: PayloadCounts = { placed: 0, pages: 0, pressed: 0 }
  const failures: string[] = []
  const opened: string[] = []
  page.context().on('page', other => opened.push(`a window opened: ${other.url()}`))
  page.on('framenavigated', frame => opened.push(`the page went to ${frame.url()}`))
  let next = from
  const nextText = (): string => payloads[next++ % payloads.length] ?? ''
  while (!isOver() && counts.placed < payloads.length * times && failures.length < 10) {
    for (const [place, specs] of groups.entries()) {
      const way: Way = (counts.pages + place) % 2 === 0 ? 'literal' : 'state'
      const evil: Json[] = []
      const text = (): string => {
        counts.placed++
        const payload = nextText()
        return way === 'literal' ? payload.replaceAll('${', '$${') : `\${evil[${evil.push(payload) - 1}]}`
      }
      const started = next
      const view: JsonObject = { type: 'Stack', children: specs.map(spec => filledNode(spec, text)) }
      const document: JsonObject = { ...(way === 'state' ? { state: { evil: { type: ['text'], persist: true, init: [] } } } : {}), view }
      const persisted: JsonObject = way === 'state' ? { evil } : {}
      // Every third page is used, too: whatever opens when it is pressed is looked at.
      const press = counts.pages % 3 === 0
      const { found, pressed } = await page.evaluate(async json => {
        const given = JSON.parse(json)
        const complaints = await window.stage.show(given.document, { persisted: given.persisted })
        const pressed: number = given.press ? await window.stage.pressEverything() : 0
        return { found: [...complaints, ...window.stage.findings()], pressed }
      }, JSON.stringify({ document, persisted, press }))
      counts.pages++
      counts.pressed += pressed
      const wrong = [...found, ...traps.take(), ...opened.splice(0)]
      if (wrong.length > 0)
        failures.push(
          `${specs.map(({ name }) => name).join(' ')}, payloads ${started % payloads.length} and on (${way}): ${wrong.slice(0, 3).join(' · ').slice(0, 800)}`,
        )
      if (isOver() && counts.pages > groups.length) break
    }
  }
  return { counts, failures }
}
