/**
 * An app that goes wrong goes wrong in its own window: it shows a tile, or was stopped with a reason, and the app beside
 * it runs on. How many frames took long is printed; what is asserted is what can be counted.
 */
import type { Locator } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { framesDuring, printFrames } from './frames.ts'

/** Moves by itself, and counts how often it was asked to. */
const witness = blueprint('Witness', {
  state: { presses: 0, ticks: 0 },
  timers: { tick: { every: 100, do: { do: 'inc', path: 'ticks' } } },
  view: {
    type: 'Stack',
    children: [
      { type: 'Spinner', label: 'Turns' },
      { type: 'Text', text: 'Pressed ${presses}, ticked ${ticks}' },
      { type: 'Button', label: 'Press', onPress: { do: 'inc', path: 'presses' } },
    ],
  },
})
const inc = (path: string): JsonObject => ({ do: 'inc', path })
const pressed = (label: string, steps: JsonObject | readonly JsonObject[]): JsonObject => ({ type: 'Button', label, onPress: steps as JsonObject })

function blueprint(name: string, sections: JsonObject): string {
  return JSON.stringify({ blueprint: 1, app: { name, about: `${name}.`, window: { width: 400, height: 420 } }, ...sections })
}

/** The witness, and beside it the app that goes wrong. */
async function beside(
  faulty: string,
  before?: (desktop: Desktop) => Promise<void>,
): Promise<Desktop & { readonly faulty: Locator; readonly still: () => Promise<void> }> {
  const desktop = await openDesktop({ provider: { reply: ({ messages }) => (JSON.stringify(messages).includes('make a witness') ? witness : faulty) } })
  await desktop.ask('make a witness')
  await reaches(desktop.window('Witness'), 'running')
  await before?.(desktop)
  await desktop.ask('make what goes wrong')
  const other = desktop.window('Faulty')
  await reaches(other, 'running')
  let presses = 0
  const ticks = async () => Number(/ticked (\d+)/.exec(await desktop.window('Witness').innerText())?.[1])
  return {
    ...desktop,
    faulty: other,
    /** The witness runs on: its timer comes, and it answers. */
    async still() {
      const since = await ticks()
      await expect.poll(ticks).toBeGreaterThan(since + 2)
      await desktop.window('Witness').getByRole('button', { name: 'Press' }).click()
      await desktop.window('Witness').getByText(`Pressed ${++presses},`).waitFor()
      expect(await desktop.window('Witness').getAttribute('data-state')).toBe('running')
    },
  }
}

it('nothing goes wrong: what the machine itself does to the frames', async () => {
  const { page, still } = await beside(blueprint('Faulty', { view: { type: 'Text', text: 'Nothing.' } }))
  printFrames('nothing', await framesDuring(page, async () => {}))
  await still()
})

it('a component that throws is a tile among the others', async () => {
  const chart = { type: 'Chart', kind: 'line', title: 'Figures', data: '${range(9).map(x => ({ x: x, y: x }))}', x: 'x', y: 'y' }
  const { page, faulty, still } = await beside(
    blueprint('Faulty', {
      state: { n: 0, on: false },
      view: {
        type: 'Stack',
        children: [pressed('More', inc('n')), { type: 'Text', text: 'n is ${n}' }, pressed('Show', { do: 'toggle', path: 'on' }), { ...chart, show: '${on}' }],
      },
    }),
    async ({ page, traps }) => {
      traps.expect(/ERR_FAILED|dynamically imported|ChartPlot/)
      await page.route('**/assets/ChartPlot*', route => route.abort())
    },
  )
  printFrames(
    'a component that throws',
    await framesDuring(page, async () => {
      await faulty.getByRole('button', { name: 'Show' }).click()
      await faulty.locator('.cy-fault').waitFor()
    }),
  )
  expect(await faulty.locator('.cy-fault').count()).toBe(1)
  expect(await faulty.locator('.cy-fault').innerText()).toContain('could not be drawn')
  await faulty.getByRole('button', { name: 'More' }).click()
  await faulty.getByText('n is 1').waitFor()
  expect(await faulty.getAttribute('data-state')).toBe('running')
  await still()
})

it('a formula that hits its limit gives nothing, and its app goes on', async () => {
  const { page, faulty, still } = await beside(
    blueprint('Faulty', {
      state: { n: 0 },
      derived: { costly: '${range(9999).map(x => range(9999).filter(y => y == x + n).length).length}' },
      view: { type: 'Stack', children: [pressed('More', inc('n')), { type: 'Text', text: 'n is ${n}' }, { type: 'Text', text: 'costly is ${costly}' }] },
    }),
  )
  printFrames(
    'a formula that hits its limit, five times',
    await framesDuring(page, async () => {
      for (let n = 1; n <= 5; n++) {
        await faulty.getByRole('button', { name: 'More' }).click()
        await faulty.getByText(`n is ${n}`).waitFor()
      }
    }),
  )
  await faulty.getByText('costly is', { exact: true }).waitFor()
  await still()
})

describe('many formulas at once stop their app', () => {
  it.each([
    ['that call as often as they may', 'range(9999).map(x => x + row).length + range(9999).filter(x => x > row).length'],
    ['that take longer than what they count', "join(range(9999), ', ').length + row"],
  ])('%s', async (what, formula) => {
    const { page, faulty, still } = await beside(
      blueprint('Faulty', {
        state: { rows: 0 },
        view: {
          type: 'Stack',
          children: [
            pressed('Draw', { do: 'set', path: 'rows', value: '${5000}' }),
            { type: 'Stack', each: '${range(rows)}', as: 'row', children: [{ type: 'Text', text: `\${${formula}}` }] },
          ],
        },
      }),
    )
    const frames = await framesDuring(page, async () => {
      await faulty.getByRole('button', { name: 'Draw' }).click()
      await reaches(faulty, 'stopped')
    })
    printFrames(`many formulas ${what}`, frames)
    expect(await faulty.getByRole('complementary').innerText()).toMatch(/computed so much/)
    await still()
  })
})

it('effects that set each other off stop their app', async () => {
  const { page, faulty, still } = await beside(
    blueprint('Faulty', {
      state: { a: 0, b: 0 },
      effects: { one: { watch: '${a}', do: inc('b') }, two: { watch: '${b}', do: inc('a') } },
      view: { type: 'Stack', children: [pressed('Go', inc('a')), { type: 'Text', text: '${a} and ${b}' }] },
    }),
  )
  const frames = await framesDuring(page, async () => {
    await faulty.getByRole('button', { name: 'Go' }).click()
    await reaches(faulty, 'stopped')
  })
  printFrames('effects in a circle', frames)
  expect(await faulty.getByRole('complementary').innerText()).toMatch(/set each other off/)
  const [a = 0, b = 0] = [...(await faulty.innerText()).matchAll(/(\d+) and (\d+)/g)].flatMap(([, first, second]) => [Number(first), Number(second)])
  expect(a + b).toBeLessThanOrEqual(12)
  await still()
})

it('a storm of timers comes no faster than timers may, and leaves the others their turn', async () => {
  const storm = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`t${index}`, { every: '${fast}', do: inc('n') }]))
  const { page, faulty, still } = await beside(
    blueprint('Faulty', {
      state: { n: 0, fast: 1 },
      timers: storm,
      derived: { work: '${range(2000).map(x => x * n).length}' },
      view: {
        type: 'Stack',
        children: [
          { type: 'Text', text: 'n is ${n}, ${work}' },
          { type: 'Stack', each: '${range(100)}', as: 'i', children: [{ type: 'Text', text: '${i + n}' }] },
        ],
      },
    }),
  )
  const count = async () => Number(/n is (\d+)/.exec(await faulty.innerText())?.[1])
  let [since, n] = [Date.now(), 0]
  let most = 0
  const frames = await framesDuring(
    page,
    async () => {
      ;[since, n] = [Date.now(), await count()]
      await page.waitForTimeout(2_000)
      const done = (await count()) - n
      most = (16 * (Date.now() - since)) / 16 + 16
      expect(done).toBeGreaterThan(0)
      expect(done).toBeLessThanOrEqual(most)
    },
    0,
  )
  printFrames('a storm of timers', frames)
  await still()
})

it('a state of 5 MB is refused beyond its limit, and what is below it can be worked with', async () => {
  const { page, faulty, still } = await beside(
    blueprint('Faulty', {
      capabilities: [{ use: 'storage', why: 'Keeps it.' }],
      state: { big: { type: ['text'], init: [], persist: true }, n: { type: 'number', init: 0, persist: true } },
      view: {
        type: 'Stack',
        children: [
          pressed('Grow', { do: 'add', to: 'big', item: "${'y'.repeat(240000)}" }),
          pressed('More', inc('n')),
          { type: 'Text', text: 'n is ${n}, big is ${big.length}' },
        ],
      },
    }),
  )
  const frames = await framesDuring(page, async () => {
    for (let time = 1; time <= 24; time++) {
      await faulty.getByRole('button', { name: 'Grow' }).click()
      if (time <= 20) await faulty.getByText(`big is ${time}`, { exact: false }).first().waitFor()
    }
    await page
      .locator('.toasts')
      .getByText(/5 MB|too large|holds/i)
      .first()
      .waitFor()
  })
  printFrames('a state that grows to 5 MB', frames)
  const held = Number(/big is (\d+)/.exec(await faulty.innerText())?.[1])
  expect(held).toBe(20)
  printFrames(
    'ten changes of a state of 5 MB',
    await framesDuring(page, async () => {
      for (let n = 1; n <= 10; n++) {
        await faulty.getByRole('button', { name: 'More' }).click()
        await faulty.getByText(`n is ${n},`).waitFor()
      }
    }),
  )
  await faulty.getByText('Saved', { exact: true }).waitFor()
  expect(await faulty.getAttribute('data-state')).toBe('running')
  await still()
})
