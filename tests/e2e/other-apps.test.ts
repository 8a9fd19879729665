import { describe, expect, it } from 'vitest'
import { openDesktop, reaches, windowIn } from './desktop.ts'
import { allowAll, allowOnce, makeSystemApp, openShipped } from './permit.ts'

const window = { width: 420, height: 460 }
const fails = { do: 'set', path: 'said', value: '${error.code}' }

/** What it installs: an app that would like to reach the network. */
const made = {
  blueprint: 1,
  app: { name: 'Made thing', icon: 'box', about: 'Was made by another app.', window },
  capabilities: [{ use: 'net:https://made.example.com', why: 'Reads.' }],
  view: { type: 'Button', label: 'Read', onPress: { do: 'http.get', url: 'https://made.example.com/' } },
}

/** Has a button for each tool over other apps. */
const manager = JSON.stringify({
  blueprint: 1,
  app: { name: 'Manager', icon: 'layers', about: 'Manages the other apps.', window },
  capabilities: ['apps', 'apps.list', 'apps.manage'].map(use => ({ use, why: 'That is what it is for.' })),
  constants: { made },
  state: { which: 'Days', said: '' },
  view: {
    type: 'Stack',
    children: [
      { type: 'TextField', label: 'Which', bind: 'which' },
      ...[
        ['Open', { do: 'app.open', app: '${which}' }],
        ['Open at', { do: 'app.open', app: '${which}', params: { day: '2026-03-01' } }],
        ['Open wrongly', { do: 'app.open', app: '${which}', params: { day: 'soon' } }],
        ['Close it', { do: 'app.close', app: '${which}' }],
        ['Focus it', { do: 'app.focus', app: '${which}' }],
        ['Install made', { do: 'app.install', document: '${made}' }],
        ['Install shipped', { do: 'app.install', app: '${which}' }],
      ].map(([label, step]) => ({ type: 'Button', label, onPress: { ...(step as object), catch: [fails] } })),
      {
        type: 'Button',
        label: 'List',
        onPress: [
          { do: 'app.list', out: 'apps' },
          { do: 'set', path: 'said', value: "${join(apps.map(a => a.name + (a.open ? ' open' : '')), ', ')}" },
        ],
      },
      { type: 'Text', text: 'Said: ${said}' },
    ],
  },
})

/** Shows the day that it is opened at. */
const days = JSON.stringify({
  blueprint: 1,
  app: { name: 'Days', icon: 'calendar', about: 'Shows a day.', window },
  pages: { day: { title: 'Day', params: { day: 'date?' }, view: { type: 'Text', text: "Day: ${day ?? 'none'}" } } },
})

describe('the other apps of the desktop', () => {
  it('[B69] opens one by its name, asks which where several have it, and takes one that comes with the desktop by its id', async () => {
    const desktop = await openDesktop({ provider: { reply: (_, index) => [manager, days, days][index] ?? 'no' } })
    const { page } = desktop
    await desktop.ask('manage')
    await allowAll(page, 'Manager')
    const own = desktop.window('Manager')
    await reaches(own, 'running')
    const which = own.getByRole('textbox', { name: 'Which' })
    const press = (name: string) => own.getByRole('button', { name, exact: true }).click()

    await press('Open')
    await own.getByText('Said: no-app').waitFor()
    await which.fill('world-clock')
    await press('Open')
    await reaches(desktop.window('World clock'), 'running')

    await desktop.ask('days')
    await reaches(desktop.window('Days'), 'running')
    await which.fill(' days ')
    await press('Open')
    await expect.poll(() => desktop.window('Days').getAttribute('data-focused')).toBe('')
    await press('Close it')
    await allowOnce(page, 'Manager')
    await expect.poll(() => desktop.window('Days').count()).toBe(0)
    await press('Focus it')
    await allowOnce(page, 'Manager')
    await own.getByText('Said: no-app').waitFor()

    await desktop.ask('days again')
    await reaches(desktop.window('Days'), 'running')
    await press('Open')
    const question = page.getByRole('dialog', { name: 'Which app does Manager mean?' })
    await question.waitFor()
    expect(await question.getByRole('radio').count()).toBe(2)
    await question.getByRole('button', { name: 'Cancel' }).click()
    await own.getByText('Said: cancelled').waitFor()

    await press('List')
    await own
      .getByText('Said: Days open, Days, Manager open, World clock open')
      .or(own.getByText('Said: Days, Days open, Manager open, World clock open'))
      .waitFor()
  })

  it('[S59] parameters are held to their types and handed over with a yes that names both apps', async () => {
    const desktop = await openDesktop({ provider: { reply: (_, index) => [manager, days][index] ?? 'no' } })
    const { page } = desktop
    await desktop.ask('manage')
    await allowAll(page, 'Manager')
    const own = desktop.window('Manager')
    await desktop.ask('days')
    const shown = desktop.window('Days')
    await reaches(shown, 'running')
    await own.getByRole('button', { name: 'Open wrongly' }).click()
    await own.getByText('Said: wrong-data').waitFor()
    await own.getByRole('button', { name: 'Open at' }).click()
    const dialog = page.getByRole('dialog', { name: 'Let Manager open Days with this?' })
    await dialog.getByText('2026-03-01').waitFor()
    await dialog.getByText('It can show it, and send it nowhere.').waitFor()
    await dialog.getByRole('button', { name: "Don't allow" }).click()
    await own.getByText('Said: denied').waitFor()
    await shown.getByText('Day: none').waitFor()
    await own.getByRole('button', { name: 'Open at' }).click()
    await page.waitForTimeout(900)
    await dialog.getByRole('button', { name: 'Allow', exact: true }).click()
    await shown.getByText('Day: 2026-03-01').waitFor()
    await own.getByRole('textbox', { name: 'Which' }).fill('calculator')
    await own.getByRole('button', { name: 'Open at' }).click()
    await own.getByText('Said: no-params').waitFor()
  })

  it('[S59][S64] what an app installs is drawn and inert, with a sheet of its own, and was granted nothing', async () => {
    const desktop = await openDesktop({ provider: { reply: () => manager } })
    const { page } = desktop
    await desktop.ask('manage')
    await allowAll(page, 'Manager')
    const own = desktop.window('Manager')
    await reaches(own, 'running')
    await own.getByRole('button', { name: 'Install made' }).click()
    const once = page.getByRole('dialog', { name: 'Allow Manager once?' })
    await once.getByText('Show a new app, “Made thing”').waitFor()
    await allowOnce(page, 'Manager')
    const sheet = page.getByRole('dialog', { name: 'Allow Made thing?' })
    await sheet.getByText('From another app').waitFor()
    await sheet.getByRole('button', { name: "Don't allow" }).click()
    await reaches(desktop.window('Made thing'), 'review')
    // Nobody answered for it, so that it is not on the desktop and nothing can be sent to it or opened.
    await own.getByRole('button', { name: 'List' }).click()
    await own.getByText('Said: Manager open').waitFor()
    await desktop.window('Made thing').getByText('From another app').waitFor()
  })
})

describe('the System Monitor', () => {
  it('[S59] sees nothing until its person makes it a system app and switches each thing on, and nothing again after that is taken back', async () => {
    const desktop = await openDesktop()
    const { page } = desktop
    await openShipped(page, 'Todos')
    await reaches(desktop.window('Todos'), 'running')
    await openShipped(page, 'System Monitor')
    const monitor = desktop.window('System Monitor')
    await reaches(monitor, 'running')
    await monitor.getByText('It may not look yet').waitFor()

    await makeSystemApp(page, 'System Monitor')
    await monitor
      .getByRole('cell', { name: 'Todos' })
      .or(monitor.getByRole('rowheader', { name: 'Todos' }))
      .waitFor()
    await monitor.getByRole('row', { name: /Todos/ }).getByRole('button', { name: /Stop/ }).click()
    const once = page.getByRole('dialog', { name: 'Allow System Monitor once?' })
    await once.getByText('Stop “Todos”. What was entered in it is kept.').waitFor()
    await allowOnce(page, 'System Monitor')
    await reaches(desktop.window('Todos'), 'stopped')
    await windowIn(page, 'Todos').getByText('It was stopped by System Monitor').waitFor()
    const dock = (name: string) =>
      page
        .getByRole('navigation', { name: 'Dock' })
        .getByRole('button', { name: new RegExp(name) })
        .click()
    await dock('Todos')
    await desktop.window('Todos').getByRole('button', { name: 'Run it again' }).click()
    await reaches(desktop.window('Todos'), 'running')
    await dock('System Monitor')
    await reaches(desktop.window('Todos'), 'running')

    await monitor.getByRole('button', { name: 'Details' }).click()
    const details = page.getByRole('dialog', { name: 'About System Monitor' })
    await details.getByRole('tab', { name: 'Permissions' }).click()
    await details.getByRole('switch', { name: /Make it a system app/ }).click()
    await page.keyboard.press('Escape')
    await monitor.getByText('It may not look yet').waitFor()
  })
})
