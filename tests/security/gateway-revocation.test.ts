/** Each door of the gateway that an app reaches for its files and its model, with the yes taken back at each turn of the loop while the call is under way. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { fileActions } from '../../schema/protocol/files.ts'
import { startFakeProvider } from '../fake-providers/fake-provider.ts'
import { type AppName, type GatewayPage, openGatewayPage } from './gateway-page.ts'

const app: AppName = { instance: 'app-1', hash: 'a'.repeat(64) }
const home = realpathSync(mkdtempSync(join(tmpdir(), 'cyanotype-revoked-')))
const pages: GatewayPage[] = []
afterEach(async () => {
  await Promise.all(pages.splice(0).map(({ gateway }) => gateway.close()))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const turnOfTheLoop = () => new Promise<void>(resolve => setImmediate(resolve))

/** Calls, takes back after so many turns, and says whether the answer came when the taking was long over. */
async function takenBack(page: GatewayPage, capability: string, tool: string, path: string, body: object, turns: number) {
  await page.grant(app, [capability])
  const token = await page.token(app, tool)
  let turn = 0
  let [answeredAt, takenAt] = [0, 0]
  const call = page.ask('POST', path, { ...app, ...body }, { 'x-cyanotype-token': token }).then(answer => {
    answeredAt = turn
    return answer
  })
  for (; turn < turns; turn++) await turnOfTheLoop()
  const before = answeredAt > 0 || turns === 0 ? answeredAt : 0
  const taking = page.grant(app, []).then(() => {
    takenAt = turn
  })
  const done = Promise.all([call, taking])
  let over = false
  void done.then(() => {
    over = true
  })
  while (!over && turn < 5_000) {
    turn++
    await turnOfTheLoop()
  }
  const [{ status, text }] = await done
  return { status, text, wasOver: before > 0, late: answeredAt > takenAt + 1 }
}

it('[S26] a folder of the machine: what is answered after the yes was taken back gives nothing', async () => {
  const folder = join(home, 'Notes')
  mkdirSync(folder)
  const page = await openGatewayPage({ home: join(home, 'home') })
  pages.push(page)
  const { id } = (await page.ask('POST', '/api/folders/connect', { path: folder })).body as { id: string }
  const wrong: string[] = []
  let refused = 0
  for (const action of fileActions.filter(each => each !== 'room')) {
    for (let turns = 0; turns < 12; turns++) {
      for (const name of ['a.md', 'b.md', 'c.md']) writeFileSync(join(folder, name), 'private')
      const body = {
        do: action,
        folder: id,
        path: action === 'list' || action === 'search' ? '' : 'a.md',
        to: `to-${turns}.md`,
        text: 'private',
        since: '0',
        base64: 'eA==',
      }
      const tool = action === 'version' ? 'fs.watch' : `fs.${action}`
      const { status, text, wasOver, late } = await takenBack(page, `fs:${id}`, tool, '/api/fs', body, turns)
      if (wasOver) break
      if (status === 200 && late) wrong.push(`${action} after ${turns} turns: ${text.slice(0, 100)}`)
      if (status !== 200) refused++
      if (status !== 200 && /cHJpdmF0ZQ|private"/.test(text)) wrong.push(`${action} after ${turns} turns says ${text}`)
    }
  }
  expect(wrong).toEqual([])
  expect(refused).toBeGreaterThan(fileActions.length)
}, 60_000)

it('[S26] a model: the question ends, and nothing of the answer is given', async () => {
  const provider = await startFakeProvider({ protocol: 'anthropic', reply: () => '{"value":"private"}', piece: 4, bytes: 40, pace: 5 })
  const page = await openGatewayPage({
    home: join(home, 'model'),
    env: { ANTHROPIC_API_KEY: 'k-1', ANTHROPIC_BASE_URL: provider.url, PRIMARY_PROVIDER: 'anthropic' },
  })
  pages.push(page)
  const wrong: string[] = []
  let refused = 0
  for (let turns = 0; turns < 400; turns += 20) {
    const { status, text, wasOver, late } = await takenBack(page, 'llm', 'llm.ask', '/api/llm', { prompt: 'Hello' }, turns)
    if (wasOver) break
    if (status === 200 && late) wrong.push(`after ${turns} turns: ${text}`)
    if (status !== 200) refused++
    if (status !== 200 && text.includes('private')) wrong.push(`after ${turns} turns: ${text}`)
  }
  await provider.close()
  expect(wrong).toEqual([])
  expect(refused).toBeGreaterThan(3)
}, 60_000)
