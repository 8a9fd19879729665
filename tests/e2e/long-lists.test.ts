import type { Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import { openDesktop, reaches, shareDesktop } from './desktop.ts'

/** Ten thousand records, of which every fifth takes more than one line. */
const records =
  "range(10000).map(i => ({ id: 'r' + i, title: 'Row ' + i, note: i % 5 == 0 ? 'A longer note, which goes over more than one line where there is little room for it' : 'Short', amount: i * 7919 % 10007, status: i % 2 == 0 ? 'todo' : 'done' }))"
const options = "range(10000).map(i => ({ value: i, label: 'Row ' + i }))"

const kinds: Readonly<Record<string, JsonObject>> = {
  List: {
    type: 'List',
    each: '${records}',
    as: 'record',
    divided: true,
    children: [
      { type: 'Text', text: '${record.title}' },
      { type: 'Text', text: '${record.note}' },
    ],
  },
  Selectable: {
    type: 'List',
    each: '${records}',
    as: 'record',
    selectable: true,
    bind: 'chosen',
    children: [{ type: 'Text', text: '${record.title} ${record.note}' }],
  },
  Table: { type: 'Table', rows: '${records}', search: true, columns: [{ field: 'title' }, { field: 'note' }, { field: 'amount', format: 'money' }] },
  SortableList: { type: 'SortableList', items: 'kept', as: 'record', children: [{ type: 'Text', text: '${record.title}' }] },
  Tree: { type: 'Tree', items: '${groups}', label: 'title', nested: 'rows' },
  Board: {
    type: 'Board',
    items: 'kept',
    as: 'record',
    groupBy: 'status',
    columns: ['todo', 'done'],
    children: [{ type: 'Card', title: '${record.title}', children: [{ type: 'Text', text: '${record.note}' }] }],
  },
  Select: { type: 'Select', label: 'Thing', options: `\${${options}}`, bind: 'chosen' },
  ComboBox: { type: 'ComboBox', label: 'Thing', options: `\${${options}}`, bind: 'chosen' },
  Menu: { type: 'Menu', label: 'Things', options: `\${${options}}`, onChoose: { do: 'set', path: 'chosen', value: '${event.value}' } },
}

function longApp(kind: string): string {
  const stored = kind === 'SortableList' || kind === 'Board'
  const numbers = ['Select', 'ComboBox', 'Menu'].includes(kind)
  return JSON.stringify({
    blueprint: 1,
    app: { name: kind, icon: 'rows-3', about: 'Shows ten thousand of something.', window: { width: 900, height: 640 } },
    state: {
      chosen: numbers ? { type: 'number?', init: null } : { type: 'text?', init: null },
      ...(stored ? { kept: { type: [{ id: 'text', title: 'text', note: 'text', amount: 'number', status: 'text' }], init: [] } } : {}),
    },
    derived: {
      ...(stored ? {} : { records: `\${${records}}` }),
      ...(kind === 'Tree' ? { groups: "${range(100).map(g => ({ id: 'g' + g, title: 'Group ' + g, rows: records.slice(g * 90, g * 90 + 90) }))}" } : {}),
    },
    ...(stored ? { effects: { fill: { on: 'launch', do: { do: 'set', path: 'kept', value: `\${${records}}` } } } } : {}),
    view: { type: 'Stack', pad: 'm', children: [{ type: 'Heading', text: kind }, kinds[kind]!, { type: 'Text', text: 'Chosen: ${chosen}' }] },
  })
}

/** The kind that a prompt asks for. */
function kindIn(prompt: string): string {
  return /ten thousand in a (\w+)/.exec(prompt)?.[1] ?? 'List'
}

interface Scrolled {
  readonly frames: number
  /** Of those, the ones without a leap; slow and longest are of these. */
  readonly steady: number
  readonly slow: number
  readonly longest: number
  /** The most rows that were there at once. */
  readonly rows: number
  /** Places in the view where there was nothing, though rows belong there. */
  readonly blank: number
}

/** Scrolls by whatever scrolls around the rows, 100 pixels a frame and then in leaps to the end. */
function scroll(rows: Locator): Promise<Scrolled> {
  return rows.first().evaluate(async first => {
    const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
    let scroller = first.parentElement!
    while (scroller.scrollHeight <= scroller.clientHeight + 1 || getComputedStyle(scroller).overflowY === 'visible') scroller = scroller.parentElement!
    const list = first.parentElement!
    const seen = { frames: 0, steady: 0, slow: 0, longest: 0, rows: 0, blank: 0 }
    let last = await frame()
    for (let step = 0; step < 90; step++) {
      scroller.scrollTop += step < 60 ? 100 : (scroller.scrollHeight - scroller.scrollTop) / 4
      const now = await frame()
      seen.frames++
      if (step < 60) {
        seen.steady++
        if (now - last > 50) seen.slow++
        seen.longest = Math.max(seen.longest, Math.round(now - last))
      }
      last = now
      seen.rows = Math.max(seen.rows, document.querySelectorAll('.session-app [data-key]').length)
      const view = scroller.getBoundingClientRect()
      const box = list.getBoundingClientRect()
      for (const share of [0.2, 0.5, 0.8]) {
        const y = view.top + view.height * share
        if (y > box.top + 10 && y < box.bottom - 10 && document.elementFromPoint(box.left + box.width / 2, y)?.closest('[data-space]')) seen.blank++
      }
    }
    return seen
  })
}

describe('10,000 rows', () => {
  const desktop = shareDesktop({
    provider: { reply: request => longApp(kindIn(request.messages.at(-1)!.content)), piece: 400 },
    speed: 100,
  })

  it.each(Object.keys(kinds))('of a %s scroll, and few of them are drawn', async kind => {
    const { page, ask, window } = desktop()
    await ask(`ten thousand in a ${kind}`)
    const app = window(kind)
    await reaches(app, 'running')
    const rows = page.locator('.session-app [data-key]')
    if (['Select', 'ComboBox', 'Menu'].includes(kind)) await app.locator('.session-app button').last().click()
    await rows.first().waitFor()
    if (kind === 'Tree') await openAll(page)
    const work = await mainThread(page)
    const scrolled = await scroll(rows)
    const each = (await work()) / scrolled.frames
    console.info(
      `${kind}: ${each.toFixed(1)} ms of work a frame, ${scrolled.slow} of ${scrolled.steady} steady frames over 50 ms, the longest ${scrolled.longest} ms; ${scrolled.rows} rows at once`,
    )
    expect(scrolled.rows).toBeLessThan(200)
    expect(scrolled.blank).toBe(0)
    if (kind !== 'Tree') await expect.poll(() => rows.last().innerText()).toContain('Row 999')
    await page.keyboard.press('Escape')
  })
})

/** Gives what tells how long the page's main thread has worked since, in milliseconds of its own time: a busy machine does not count. */
async function mainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  const before = await worked()
  return async () => (await worked()) - before
}

/** Each branch that is there at the start. */
async function openAll(page: Page): Promise<void> {
  await page.locator('.session-app [data-key]').first().focus()
  for (let branch = 0; branch < 5; branch++) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
  }
}

describe('10,000 rows that are not all drawn', () => {
  const desktop = shareDesktop({ provider: { reply: request => longApp(kindIn(request.messages.at(-1)!.content)), piece: 400 }, speed: 100 })
  const opened = async (kind: string) => {
    const { page, ask, window } = desktop()
    await ask(`ten thousand in a ${kind}`)
    const app = window(kind)
    await reaches(app, 'running')
    const rows = app.locator('.session-app [data-key]')
    await rows.first().waitFor()
    return { page, app, rows }
  }
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex') ?? null)

  it('are reached by the keys, and the one with the focus stays when it scrolls away', async () => {
    const { page, rows } = await opened('Selectable')
    await rows.first().click()
    await page.keyboard.press('End')
    await expect.poll(() => focused(page)).toBe('10000')
    await expect.poll(() => rows.last().isVisible()).toBe(true)
    await page.keyboard.press('PageUp')
    await expect.poll(() => focused(page)).toMatch(/^99[789]\d$/)
    await page.keyboard.press('Home')
    await expect.poll(() => focused(page)).toBe('1')
    await rows.first().hover()
    await page.mouse.wheel(0, 30_000)
    await expect.poll(() => rows.nth(5).getAttribute('aria-rowindex').then(Number), { timeout: 5_000 }).toBeGreaterThan(300)
    expect(await focused(page)).toBe('1')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused(page)).toBe('2')
    await expect.poll(() => rows.nth(1).evaluate(row => row.getBoundingClientRect().top)).toBeGreaterThan(0)
  })

  it('do not move under the eyes of who scrolls back to where nothing was measured yet', async () => {
    const { rows } = await opened('List')
    const moved = await rows.first().evaluate(async first => {
      const frames = () => new Promise<number>(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const scroller = first.closest('.cy-app-view')!
      scroller.scrollTop = scroller.scrollHeight / 2
      await frames()
      await frames()
      const view = scroller.getBoundingClientRect()
      let most = 0
      for (let step = 0; step < 30; step++) {
        const row = document.elementFromPoint(view.left + view.width / 2, view.top + view.height / 2)?.closest('[data-key]')
        const before = row?.getBoundingClientRect().top ?? 0
        scroller.scrollTop -= 60
        await frames()
        if (row?.isConnected) most = Math.max(most, Math.abs(row.getBoundingClientRect().top - before - 60))
      }
      return most
    })
    expect(moved).toBeLessThan(2)
  })

  it('are all printed', async () => {
    const { page, rows } = await opened('List')
    await page.evaluate(() => addEventListener('beforeprint', () => Object.assign(window, { printed: document.querySelectorAll('[data-key]').length })))
    await page.pdf()
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(10_000)
    await expect.poll(() => rows.count()).toBeLessThan(200)
  })

  it('[B43] are dragged beyond what is drawn', async () => {
    const { page, app, rows } = await opened('SortableList')
    const view = (await app.locator('.cy-app-view').boundingBox())!
    const row = (await rows.nth(1).boundingBox())!
    await page.mouse.move(row.x + 200, row.y + 15)
    await page.mouse.down()
    await page.mouse.move(row.x + 210, row.y + 60, { steps: 4 })
    const firstThere = () => rows.nth(10).getAttribute('aria-rowindex').then(Number)
    // Near the edge it scrolls.
    let moves = 0
    const scrolled = async () => {
      await page.mouse.move(row.x + 210 + (moves++ % 3), view.y + view.height - 8)
      return firstThere()
    }
    await expect.poll(scrolled, { timeout: 15_000 }).toBeGreaterThan(30)
    await page.mouse.move(row.x + 210, view.y + view.height / 2, { steps: 4 })
    await page.mouse.up()
    await app.locator('.cy-app-view').evaluate(scroller => scroller.scrollTo(0, 0))
    await expect.poll(() => rows.nth(1).innerText()).toBe('Row 2')
  })
})

it('[B70] the tests of an app see all rows of a long list', async () => {
  const app = { ...(JSON.parse(longApp('List')) as JsonObject), derived: { records: "${range(300).map(i => ({ id: 'r' + i, title: 'Row ' + i, note: '' }))}" } }
  const tests = [{ name: 'Sees the last', steps: [{ sees: 'Row 299' }, { notSees: 'Row 300' }] }]
  const { ask, window } = await openDesktop({ provider: { reply: () => JSON.stringify({ ...app, tests }) } })
  await ask('a long list')
  await reaches(window('List'), 'running')
  await expect.poll(() => window('List').locator('.checks-bar').innerText(), { timeout: 20_000 }).toContain('1 of 1 check passed')
})

it('a table of 10,000 rows is sorted and searched', async () => {
  const { page, ask, window } = await openDesktop({ provider: { reply: () => longApp('Table'), piece: 400 }, speed: 100 })
  await ask('a long table')
  const app = window('Table')
  await reaches(app, 'running')
  const first = app.getByRole('rowheader').first()
  await first.waitFor()
  const timed = async (what: string, act: () => Promise<void>, shows: string) => {
    await page.evaluate(() => {
      const watched = window as unknown as { longest: number }
      watched.longest = 0
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) watched.longest = Math.max(watched.longest, entry.duration)
      }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    })
    await act()
    await expect.poll(() => first.innerText()).toBe(shows)
    console.info(`${what}: event to next paint ${await page.evaluate(() => (window as unknown as { longest: number }).longest)} ms`)
  }
  await timed('sort by amount', () => app.getByRole('button', { name: 'Amount' }).click(), 'Row 0')
  await timed('sort down', () => app.getByRole('button', { name: 'Amount' }).click(), 'Row 1040')
  await timed('sort by title', () => app.getByRole('button', { name: 'Title' }).click(), 'Row 0')
  await timed('search', () => app.getByRole('searchbox').fill('9,999.00'), 'Row 8320')
  expect(await app.getByRole('rowheader').count()).toBeLessThan(200)
})
