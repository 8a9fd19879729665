/**
 * Each tool of the registry, once, in a real browser under the desktop's own policy: an app made of the examples in their
 * schemas, with all that it asks for allowed. `TOOL_TABLE=1` prints what each gave, or the refusal of the platform.
 */
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { tools } from '../../schema/generated/catalog.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { scopedCapability } from '../../tools/scoped-capability.ts'
import { exampleCalls } from '../security/tool-examples.ts'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { allowAll, makeSystemApp } from './permit.ts'
import { startWebServer, type WebServer, webOf } from './web-server.ts'

const APP = 'Every tool'
const closing: WebServer[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map(server => server.close()))
})

/** What a test browser without a screen, a voice or a microphone may answer; everything else has to work. */
const REFUSALS: Readonly<Record<string, string>> = {
  'speech.say': 'unavailable',
  'speech.listen': 'refused',
  // The app of this test is larger than a QR code takes.
  'share.qr': 'too-large',
  // There is no app of that name open, and no such process.
  'app.close': 'no-app',
  'app.focus': 'no-app',
  'system.kill': 'no-app',
}

const steps = (name: string, args: JsonObject): JsonObject[] => {
  const gives = tools.get(name)?.result !== 'null'
  return [
    {
      do: name,
      ...args,
      ...(gives && { out: 'got' }),
      catch: [{ do: 'add', to: 'seen', item: `\${"${name} refused " + error.code + ": " + error.message}` }, { do: 'stop' }],
    },
    { do: 'add', to: 'seen', item: gives ? `\${"${name} gave " + slice(text(got), 0, 60)}` : `${name} done` },
  ]
}

function everyTool(origin: string): string {
  const calls = exampleCalls.map(({ spec, args }) => ({
    spec,
    args: spec.capability?.name === 'net' ? { ...args, url: `${origin}/rates` } : args,
  }))
  const capabilities = new Set(calls.flatMap(({ spec, args }) => (spec.capability ? [scopedCapability(spec, args)] : [])))
  const button = ({ spec, args }: (typeof calls)[number]) => ({ type: 'Button', label: spec.name, size: 's', onPress: steps(spec.name, args) })
  return JSON.stringify({
    blueprint: 1,
    app: { name: APP, icon: 'wrench', about: 'Calls each tool once.', window: { width: 720, height: 620 } },
    capabilities: [...capabilities].map(use => ({ use, why: 'To call each tool.' })),
    state: { seen: { type: ['text'], init: [] } },
    view: {
      type: 'Stack',
      pad: 's',
      children: [
        { type: 'Text', id: 'invoice', text: 'What the tools gave' },
        { type: 'Row', wrap: true, gap: 's', children: calls.map(button) },
        { type: 'Stack', each: 'seen', as: 'line', children: [{ type: 'Text', text: '${line}' }] },
      ],
    },
  })
}

it('each tool gives what it says under the policy, or the platform’s own refusal in words', async () => {
  const server = await startWebServer(() => ({ body: { rate: 1 } }))
  closing.push(server)
  const origin = `http://api.test:${server.port}`
  const desktop = await openDesktop({
    provider: {
      bytes: 20_000,
      piece: 20_000,
      reply: ({ messages }) =>
        messages.some(({ content }) => /<request-[0-9a-f]{24}>/.test(content)) ? '{"value":{"title":"Short","points":["one"]}}' : everyTool(origin),
    },
    gateway: webOf(server),
    speed: 1,
    context: { permissions: ['clipboard-read', 'clipboard-write', 'geolocation', 'notifications'], geolocation: { latitude: 43.26, longitude: -2.93 } },
  })
  const { page } = desktop
  await page.evaluate(() => {
    window.print = () => {}
  })
  page.on('filechooser', chooser => void chooser.setFiles([{ name: 'expenses.csv', mimeType: 'text/csv', buffer: Buffer.from('name,price\nTea,2') }]))
  await desktop.ask('call each tool')
  await allowAll(page, APP)
  const app = desktop.window(APP)
  await reaches(app, 'running')
  await makeSystemApp(page, APP)

  const lines = async () => (await app.locator('.session-app').innerText()).split('\n')
  const said = async (name: string) =>
    (await lines()).find(line => line.startsWith(`${name} gave`) || line === `${name} done` || line.startsWith(`${name} refused `))
  const press = (name: string) => app.getByRole('button', { name, exact: true }).click({ timeout: 10_000 })
  const table = new Map<string, string>()
  const take = async (name: string) => {
    await expect.poll(() => said(name), { timeout: 12_000, message: name }).toBeTruthy()
    table.set(name, (await said(name)) ?? '')
  }

  // Pure ones need no person: one press each, without looking between them.
  const quiet = exampleCalls.filter(({ spec }) => !spec.capability && !spec.gesture).map(({ spec }) => spec.name)
  await app.locator('.session-app').evaluate((element, names) => {
    for (const button of element.querySelectorAll('button')) if (names.includes(button.textContent ?? '')) button.click()
  }, quiet)
  for (const name of quiet) await take(name)

  const first = ['fs.mkdir', 'fs.write', 'storage.set', 'clipboard.copy', 'fs.watch']
  const last = ['fs.copy', 'fs.move', 'fs.write again', 'fs.remove', 'app.open', 'app.install']
  const others = exampleCalls.map(({ spec }) => spec.name).filter(name => !quiet.includes(name) && !first.includes(name) && !last.includes(name))
  for (const each of [...first, ...others, ...last]) {
    const name = each.replace(' again', '')
    await press(name)
    if (name === 'fs.watch') continue
    await answer(page, name)
    if (each === name) await take(name)
    await clear(page, app)
  }
  await take('fs.watch')

  if (process.env.TOOL_TABLE) console.info([...table].map(([name, line]) => line.padEnd(name.length)).join('\n'))
  expect([...table.keys()].sort()).toEqual(exampleCalls.map(({ spec }) => spec.name).sort())
  const refused = [...table].filter(([, line]) => / refused /.test(line))
  expect(refused.filter(([name, line]) => !line.startsWith(`${name} refused ${REFUSALS[name]}:`))).toEqual([])
  expect(server.asked.map(({ method }) => method).sort()).toEqual(['DELETE', 'GET', 'PATCH', 'POST', 'PUT'])
}, 240_000)

/** Says yes to what the desktop asks, where it asks. */
async function answer(page: Page, name: string): Promise<void> {
  if (name === 'app.send') {
    const question = page.getByRole('dialog', { name: `Let ${APP} send this` })
    await question.getByRole('radio').first().check()
    await page.waitForTimeout(800)
    return question.getByRole('button', { name: 'Allow', exact: true }).click()
  }
  if (tools.get(name)?.capability?.grade !== 'sensitive') return
  const dialog = page.getByRole('dialog', { name: `Allow ${APP} once?` })
  const yes = dialog.getByRole('button', { name: 'Allow once' })
  await yes.waitFor({ timeout: 3_000 }).catch(() => {})
  if (!(await yes.isVisible())) return
  await page.waitForTimeout(800)
  await yes.click()
}

/** Closes what the desktop shows in front of the app, and comes back to it. */
async function clear(page: Page, app: ReturnType<Desktop['window']>): Promise<void> {
  while ((await page.getByRole('dialog').count()) > 0) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(50)
  }
  if ((await app.getAttribute('data-focused')) === null)
    await app
      .locator('.title-bar')
      .first()
      .click({ position: { x: 120, y: 8 } })
}
