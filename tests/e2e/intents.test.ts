import type { Locator } from 'playwright'
import { describe, expect, it } from 'vitest'
import { type Desktop, openDesktop, reaches, windowIn } from './desktop.ts'
import { allowAll, openShipped } from './permit.ts'

/** Sends what stands in its field, and says what became of it. */
const mail = (name = 'Mail') =>
  JSON.stringify({
    blueprint: 1,
    app: { name, icon: 'mail', about: 'Makes tasks of letters.', window: { width: 420, height: 420 } },
    capabilities: [
      { use: 'storage', why: 'Keeps what became of it.' },
      { use: 'intent:add-task', why: 'Makes a task of a letter.' },
    ],
    state: { title: 'Answer Ada', said: { type: ['text'], init: [], persist: true } },
    view: {
      type: 'Stack',
      pad: 'm',
      children: [
        { type: 'TextField', label: 'Letter', bind: 'title' },
        { type: 'Button', label: 'Make a task', onPress: 'send' },
        { type: 'Button', label: 'Send nonsense', onPress: { do: 'app.send', intent: 'add-task', data: { subject: 1 } } },
        { type: 'Text', text: 'Said: ${last(said)}' },
      ],
    },
    actions: {
      send: [
        {
          do: 'app.send',
          intent: 'add-task',
          data: { title: '${title}' },
          out: 'sent',
          catch: [{ do: 'add', to: 'said', item: '${error.code}' }],
        },
        { do: 'add', to: 'said', item: 'to ${sent.app}' },
      ],
    },
  })

/** Takes tasks, and would do with them what it was allowed. */
const board = JSON.stringify({
  blueprint: 1,
  app: { name: 'Board', icon: 'square-kanban', about: 'Takes tasks.', window: { width: 420, height: 420 } },
  capabilities: [
    { use: 'storage', why: 'Keeps them.' },
    { use: 'clipboard.write', why: 'Copies them.' },
    { use: 'net:https://board.example.com', why: 'Shares them.' },
  ],
  state: { tasks: { type: ['text'], init: [], persist: true }, failed: '' },
  view: {
    type: 'Stack',
    children: [
      { type: 'Text', text: 'Tasks: ${join(tasks, ", ")}' },
      { type: 'Text', text: 'Failed: ${failed}' },
      {
        type: 'Button',
        label: 'Share',
        onPress: { do: 'http.post', url: 'https://board.example.com/tasks', body: '${tasks}', catch: [{ do: 'set', path: 'failed', value: '${error.code}' }] },
      },
    ],
  },
  actions: {
    take: [
      { do: 'add', to: 'tasks', item: '${event.data.title} of ${event.from}' },
      { do: 'clipboard.copy', text: 'x', catch: [{ do: 'set', path: 'failed', value: '${error.code}' }] },
    ],
  },
  effects: { take: { on: 'intent', intent: 'add-task', type: { title: 'text' }, do: 'take' } },
})

async function openMail(...replies: readonly string[]): Promise<{ readonly desktop: Desktop; readonly window: Locator }> {
  const desktop = await openDesktop({ provider: { reply: (_, index) => [mail(), ...replies][index] ?? 'no' } })
  await desktop.ask('tasks of letters')
  await allowAll(desktop.page, 'Mail')
  const window = desktop.window('Mail')
  await reaches(window, 'running')
  return { desktop, window }
}

const allow = async (dialog: Locator) => {
  await dialog.page().waitForTimeout(800)
  await dialog.getByRole('button', { name: 'Allow', exact: true }).click()
}

const pick = (dialog: Locator, name: string) => dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).check()

describe('one app sends to another', () => {
  it('[S59][B69] names who sends, who receives and what that can do; a no sends nothing, a yes holds until it is taken back', async () => {
    const { desktop, window } = await openMail()
    const { page } = desktop
    const dialog = page.getByRole('dialog', { name: /^Let Mail send this/ })

    await window.getByRole('button', { name: 'Make a task' }).click()
    await dialog.waitFor()
    const words = await dialog.innerText()
    for (const part of ['Answer Ada', 'add-task', 'Todos', 'Kanban', 'keep its data on this device', 'Comes with Cyanotype and will be added'])
      expect(words).toContain(part)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Don't allow")
    // Several take it: none is picked for the person, and without a pick there is no yes.
    expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0)
    await page.waitForTimeout(800)
    await dialog.getByRole('button', { name: 'Allow', exact: true }).click({ force: true })
    expect(await dialog.isVisible()).toBe(true)
    await dialog.getByRole('button', { name: "Don't allow" }).click()
    await window.getByText('Said: denied').waitFor()
    expect(await desktop.window().count()).toBe(1)

    await window.getByRole('button', { name: 'Make a task' }).click()
    await pick(dialog, 'Todos')
    await allow(dialog)
    await window.getByText('Said: to Todos').waitFor()
    const todos = desktop.window('Todos')
    await todos.getByText('Answer Ada').waitFor()
    await page.getByRole('status').getByText('sent “add-task” to Todos').waitFor()

    // The receiver is closed: it opens behind the app that sends, and nobody is asked again.
    await todos.getByRole('button', { name: 'Close' }).first().click()
    await expect.poll(() => desktop.window().count()).toBe(1)
    await window.getByRole('textbox', { name: 'Letter' }).fill('Thank Grace')
    await window.getByRole('button', { name: 'Make a task' }).click()
    await todos.getByText('Thank Grace').waitFor()
    await todos.getByText('Answer Ada').waitFor()
    expect(await dialog.count()).toBe(0)

    expect(await window.getAttribute('data-focused')).toBe('')

    await window.getByRole('button', { name: 'Send nonsense' }).click()
    await page.getByRole('status').getByText('takes { title: text').waitFor()

    await window.getByRole('button', { name: 'Details' }).click()
    const details = page.getByRole('dialog', { name: 'About Mail' })
    await details.getByRole('tab', { name: 'Permissions' }).click()
    await details.getByRole('button', { name: /Take back.*Todos/ }).click()
    await page.keyboard.press('Escape')
    await window.getByRole('button', { name: 'Make a task' }).click()
    await dialog.waitFor()
  })

  it('[S59][S25] a receiver acts with what it was allowed itself, never with a gesture; more reach asks again', async () => {
    const { desktop, window } = await openMail(board)
    const { page } = desktop
    await desktop.ask('a board')
    // It may not reach its server: the question says so by leaving it out.
    await page.getByRole('dialog', { name: 'Allow Board?' }).waitFor()
    await page.waitForTimeout(800)
    await page
      .getByRole('dialog', { name: 'Allow Board?' })
      .getByRole('switch', { name: /Exchange data/ })
      .click()
    await page.getByRole('dialog', { name: 'Allow Board?' }).getByRole('button', { name: 'Allow', exact: true }).click()
    const receiver = desktop.window('Board')
    await reaches(receiver, 'running')

    const dialog = page.getByRole('dialog', { name: /^Let Mail send this/ })
    await window.getByRole('button', { name: 'Make a task' }).click()
    await pick(dialog, 'Board')
    expect(await dialog.innerText()).not.toContain('board.example.com')
    await allow(dialog)
    await receiver.getByText('Tasks: Answer Ada of Mail').waitFor()
    await receiver.getByText('Failed: needs-press').waitFor()

    await receiver.getByRole('button', { name: 'Details' }).click()
    const details = page.getByRole('dialog', { name: 'About Board' })
    await details.getByRole('tab', { name: 'Permissions' }).click()
    await details.getByRole('switch', { name: /Exchange data/ }).click()
    await page.keyboard.press('Escape')
    await window.getByRole('button', { name: 'Make a task' }).click()
    await dialog.getByRole('radio', { name: /^Board/ }).waitFor()
    expect(await dialog.innerText()).toContain('board.example.com')
  })

  it('[S26] what is taken back while the question stands open is not sent, whatever is answered then', async () => {
    const { desktop, window } = await openMail()
    const { page } = desktop
    await openShipped(page, 'Todos')
    await reaches(desktop.window('Todos'), 'running')
    await window.getByRole('button', { name: 'Make a task' }).click()
    const dialog = page.getByRole('dialog', { name: /^Let Mail send this/ })
    await dialog.waitFor()

    const other = await desktop.newPage()
    await other.getByRole('button', { name: 'Settings' }).first().click()
    const settings = other.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('switch', { name: /Send “add-task”/ }).click()
    await page.waitForTimeout(500)
    if (await dialog.isVisible()) {
      await pick(dialog, 'Todos')
      await allow(dialog)
    }
    await window.getByText(/Said: (denied|stopped)/).waitFor()
    expect(await desktop.window('Todos').innerText()).not.toContain('Answer Ada')
  })

  it('[B69] an app that still waits for its yes receives nothing', async () => {
    const desktop = await openDesktop({ provider: { reply: (_, index) => [mail(), board, 'no'][index] ?? 'no' } })
    const { page } = desktop
    await desktop.ask('tasks of letters')
    await allowAll(page, 'Mail')
    const window = desktop.window('Mail')
    await reaches(window, 'running')
    await desktop.ask('a board')
    const sheet = page.getByRole('dialog', { name: 'Allow Board?' })
    await sheet.getByRole('button', { name: "Don't allow" }).click()
    await reaches(desktop.window('Board'), 'review')

    await window.getByRole('button', { name: 'Make a task' }).click()
    const dialog = page.getByRole('dialog', { name: /^Let Mail send this/ })
    await pick(dialog, 'Board')
    await allow(dialog)
    await window.getByText('Said: not-running').waitFor()
    expect(await windowIn(page, 'Board').innerText()).not.toContain('Answer Ada')
  })

  it('[B69][S7] an app that still streams is no receiver', async () => {
    const half = board.replaceAll('Board', 'Half')
    const desktop = await openDesktop({
      provider: {
        reply: (_, index) => [mail(), half][index] ?? 'no',
        fault: (_, index) => (index === 1 ? { kind: 'stall', after: 0.9 } : null),
      },
    })
    const { page } = desktop
    await desktop.ask('tasks of letters')
    await allowAll(page, 'Mail')
    const window = desktop.window('Mail')
    await reaches(window, 'running')
    await desktop.ask('half an app')
    await reaches(desktop.window('Half'), 'streaming')
    await page.getByRole('navigation', { name: 'Dock' }).getByRole('button', { name: /Mail/ }).click()
    await window.getByRole('button', { name: 'Make a task' }).click()
    const dialog = page.getByRole('dialog', { name: /^Let Mail send this/ })
    await dialog.getByRole('radio', { name: /^Todos/ }).waitFor()
    expect(await dialog.getByRole('radio', { name: /^Half/ }).count()).toBe(0)
  })
})
