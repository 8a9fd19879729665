/** Mathematics in its real worker, under the real policy. */
import type { BrowserContext, Page } from 'playwright'
import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'

/** Shows what some calls give, and what went wrong with others. */
const desk = JSON.stringify({
  blueprint: 1,
  app: { name: 'Sums', icon: 'sigma', about: 'Works things out.', window: { width: 460, height: 420 } },
  state: { entry: '1/3 + 1/6', x: 5, failed: '', gamma: 0 },
  data: { answer: { do: 'math.evaluate', expression: '${entry}' }, length: { do: 'math.unit.convert', quantity: '3 inch', to: 'cm' } },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'TextField', label: 'Entry', bind: 'entry' },
      { type: 'Text', text: 'Answer: ${json(answer.value)} ${answer.error}' },
      { type: 'Text', text: 'Length: ${length.value.text}' },
      { type: 'NumberField', label: 'x', bind: 'x' },
      {
        type: 'Button',
        label: 'Gamma',
        onPress: [
          { do: 'math.gamma', x: '${x}', out: 'result', catch: [{ do: 'set', path: 'failed', value: '${error.code}: ${error.message}' }] },
          { do: 'set', path: 'gamma', value: '${result}' },
        ],
      },
      { type: 'Text', text: 'Gamma: ${gamma} ${failed}' },
    ],
  },
})

async function open(before?: (context: BrowserContext) => Promise<unknown>) {
  const desktop = await openDesktop({
    provider: { reply: () => desk },
    ...(before && {
      before: async (page: Page) => {
        await before(page.context())
      },
    }),
  })
  await desktop.ask('something that works things out')
  const app = desktop.window('Sums')
  await reaches(app, 'running')
  return { ...desktop, app }
}

it('works expressions and units out, and says where an expression is wrong', async () => {
  const { app, page, traps } = await open()
  await app.getByText('Answer: 0.5').waitFor()
  await app.getByText('Length: 7.62 cm').waitFor()
  await app.getByRole('textbox', { name: 'Entry' }).fill('2 * (3 +')
  await app.getByText('Column 9').waitFor()
  await app.getByRole('textbox', { name: 'Entry' }).fill('sqrt(-4) * i')
  await app.getByText('Answer: -2').waitFor()
  // One frame, with one page and one worker, whatever asks.
  expect(page.frames().filter(frame => frame.url().endsWith('/math/host.html'))).toHaveLength(1)
  expect(
    page
      .frames()
      .find(frame => frame.url().endsWith('/math/host.html'))
      ?.page(),
  ).toBe(page)
  expect(traps.take()).toEqual([])
})

/** The real worker, which goes on for ever when it is asked for one number. */
async function withTrap(context: BrowserContext): Promise<void> {
  await context.route(/math-worker-[^/]*\.js$/, async route => {
    const answer = await route.fetch()
    const hook = `
      const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
      Object.defineProperty(MessagePort.prototype, 'onmessage', { set(run) { set.call(this, event => { if (event.data?.call?.args?.x === 4711) for (;;); run(event) }) } })
    `
    await route.fulfill({ response: answer, body: `${hook};\n${await answer.text()}` })
  })
}

it('[S36] a call that does not end is ended after two seconds, alone; the desktop stays at its pace meanwhile, and the next call is answered', async () => {
  const { app, page } = await open(withTrap)
  const press = app.getByRole('button', { name: 'Gamma' })
  await press.click()
  await app.getByText('Gamma: 24').waitFor()

  await app.getByRole('textbox', { name: 'x' }).fill('4711')
  await app.getByRole('textbox', { name: 'x' }).press('Tab')
  await page.evaluate(() => {
    const gaps: number[] = []
    Object.assign(window, { frameGaps: gaps })
    let last = performance.now()
    const look = (now: number) => {
      gaps.push(now - last)
      last = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const began = Date.now()
  await press.click()
  await app.getByText('too-slow').waitFor()
  expect(Date.now() - began).toBeGreaterThan(1500)
  const gaps = await page.evaluate(() => (window as unknown as { frameGaps: number[] }).frameGaps)
  // The machine of the tests is shared and has no graphics: what counts is that nothing stood still for long.
  expect(gaps.length).toBeGreaterThan(40)
  expect(gaps.filter(gap => gap > 500)).toEqual([])

  await app.getByRole('textbox', { name: 'x' }).fill('4')
  await app.getByRole('textbox', { name: 'x' }).press('Tab')
  await press.click()
  await app.getByText('Gamma: 6').waitFor()
  expect(page.frames().filter(frame => frame.url().endsWith('/math/host.html'))).toHaveLength(1)
})

it('a worker that cannot be loaded is told, with words', async () => {
  const { app } = await open(context => context.route(/math-worker-[^/]*\.js$/, route => route.fulfill({ body: 'export {', contentType: 'text/javascript' })))
  await app.getByText('could not be loaded').waitFor()
})

it('the page that has the worker is framed by the desktop alone, and no text becomes the address of another', async () => {
  const { page, url, traps } = await open()
  traps.expect(/^policy: require-trusted-types-for|^console: .*(TrustedScriptURL|Trusted Type)/)
  const refused = await page.evaluate(() => {
    try {
      new Worker('/anything.js')
      return 'made'
    } catch (error) {
      return (error as Error).name
    }
  })
  expect(refused).toBe('TypeError')
  const answer = await fetch(`${new URL(url).origin}/math/host.html`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).toContain('trusted-types math-worker')
  expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN')
})
