/**
 * `npm run bench:shift`: streams every shipped app and every recording in a real browser and prints how much of it was
 * pushed about. Exits 1 where one is above the bar. `-- NAME…` chooses; `--why` names what moved.
 */
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { findBrowser } from '../browser.ts'
import { BAR, measureShift, STEP } from './measure-shift.ts'
import { openStage } from './open-stage.ts'
import { appScenes, recordingScenes } from './scenes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { why: { type: 'boolean', default: false }, step: { type: 'string', default: String(STEP) } },
})
const { executablePath, args } = await findBrowser()
const browser = await chromium.launch({ executablePath, args: [...args] })
const stage = await openStage(browser)
const { page } = await stage.page({ viewport: { width: 720, height: 640 } })
const chosen = [...appScenes(), ...recordingScenes()].filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const rows: { readonly name: string; readonly sum: number }[] = []
for (const { name, document } of chosen) {
  const { sum, worst } = await measureShift(page, JSON.stringify(document), Number(values.step))
  rows.push({ name, sum })
  console.log(`${sum > BAR ? '✗' : ' '} ${sum.toFixed(3)}  ${name}`)
  if (values.why)
    for (const { at, value, moved } of worst.filter(shift => shift.value > 0.005))
      console.log(`    ${value.toFixed(3)} after ${at} characters: ${moved.join(' · ')}`)
}
const over = rows.filter(({ sum }) => sum > BAR)
console.log(`\n${rows.length} apps, ${over.length} above ${BAR}; the worst ${Math.max(...rows.map(({ sum }) => sum)).toFixed(3)}.`)
await stage.close()
await browser.close()
process.exitCode = over.length === 0 ? 0 : 1
