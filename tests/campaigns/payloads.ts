/** Every hostile text of the corpora in every slot of every component, in a browser under the desktop's own policy. */
import { chromium } from 'playwright'
import { openStage } from '../behaviour/open-stage.ts'
import { drawPayloads, hostilePayloads } from '../behaviour/payload-rounds.ts'
import { findBrowser } from '../browser.ts'
import { createChance } from '../diagnostics/chance.ts'
import type { Campaign } from './campaign.ts'

/** So often each text is placed when it has been in every slot about once. */
const SLOTS = 1_000

export const payloadsInBrowser: Campaign = {
  name: 'payloads',
  async run({ seed, seconds }) {
    const payloads = hostilePayloads()
    if (payloads.length === 0) return { counts: { payload: 0 }, failures: [] }
    const { executablePath, args } = await findBrowser()
    const browser = await chromium.launch({ executablePath, args: [...args] })
    try {
      const stage = await openStage(browser)
      const end = performance.now() + seconds * 1000
      const opened = await stage.page()
      const { counts, failures } = await drawPayloads(opened, payloads, {
        from: createChance(seed).below(payloads.length),
        times: SLOTS,
        isOver: () => performance.now() > end,
      })
      await stage.close()
      return { counts: { 'payload in a slot': counts.placed, page: counts.pages, press: counts.pressed }, failures }
    } finally {
      await browser.close()
    }
  },
}
