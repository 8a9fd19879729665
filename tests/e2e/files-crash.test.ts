/** The browser's process is killed while an app writes files: what stands there afterwards is one of the versions, whole. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright'
import { expect, it } from 'vitest'
import { createGateway } from '../../gateway/server.ts'
import { findBrowser } from '../browser.ts'
import { reaches, windowIn } from './desktop.ts'

const said = (value: string) => ({ do: 'set', path: 'said', value })
const stormy = {
  blueprint: 1,
  app: { name: 'Stormy', icon: 'zap', about: 'Writes without end.', window: { width: 400, height: 300 } },
  capabilities: [{ use: 'fs:Storm', why: 'Writes.' }],
  state: { said: '' },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      {
        type: 'Button',
        label: 'Write on and on',
        onPress: [
          said('Begun'),
          {
            do: 'each',
            in: '${range(400)}',
            as: 'round',
            steps: [{ do: 'fs.write', folder: 'Storm', path: 'x.txt', content: "${round % 2 == 0 ? repeat('a', 100000) : repeat('b', 60000)}" }],
          },
        ],
      },
      {
        type: 'Button',
        label: 'Look',
        onPress: [
          { do: 'fs.read', folder: 'Storm', path: 'x.txt', out: 'found', catch: [said('${error.code}')] },
          said("${`Found ${count(found)} ${slice(found, 0, 1)}, ${count(replace(found, slice(found, 0, 1), ''))} others`}"),
        ],
      },
      { type: 'Text', text: 'Said: ${said}' },
    ],
  },
}

async function startBrowser(profile: string): Promise<{ readonly process: ChildProcess; readonly page: Page; readonly leave: () => Promise<void> }> {
  const { executablePath, args } = await findBrowser()
  const child = spawn(executablePath, [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    child.stderr.resume()
    const browser = await chromium.connectOverCDP(address)
    const page = await browser.contexts()[0]!.newPage()
    return { process: child, page, leave: () => browser.close().catch(() => undefined) }
  }
  throw new Error('The browser ended before it could be spoken to.')
}

it('[S39] a file is one of its versions, whole, whenever the browser is killed', { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cyanotype-crash-'))
  const gateway = createGateway({ env: { OLLAMA_HOST: 'http://127.0.0.1:9' }, home: join(folder, 'home'), write: () => {} })
  const { url } = await gateway.listen(0)
  await writeFile(join(folder, 'stormy.json'), JSON.stringify(stormy))
  const found: string[] = []
  try {
    for (let round = 0; round < 4; round++) {
      const { process, page, leave } = await startBrowser(join(folder, 'profile'))
      const gone = once(process, 'exit')
      try {
        await page.goto(url)
        const app = windowIn(page, 'Stormy')
        await page.getByRole('button', { name: 'Apps', exact: true }).click()
        if (round === 0) {
          const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Open a file…' }).click()])
          await chooser.setFiles(join(folder, 'stormy.json'))
          const sheet = page.getByRole('dialog', { name: 'Allow Stormy?' })
          await sheet.waitFor()
          await page.waitForTimeout(800)
          await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
        } else
          await page
            .getByRole('dialog', { name: 'Apps' })
            .getByRole('button', { name: /^Stormy/ })
            .click()
        await reaches(app, 'running')
        if (round > 0) {
          await app.getByRole('button', { name: 'Look' }).click()
          found.push((await app.getByText(/^Said: (?!$)/).innerText()).slice(6))
        }
        await app.getByRole('button', { name: 'Write on and on' }).click()
        await app.getByText('Said: Begun').waitFor()
        await page.waitForTimeout(150 + round * 130)
      } finally {
        process.kill('SIGKILL')
        await gone
        await leave()
      }
    }
  } finally {
    await gateway.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  expect(found.filter(each => each !== 'Found 100000 a, 0 others' && each !== 'Found 60000 b, 0 others')).toEqual([])
  expect(found).toHaveLength(3)
})
