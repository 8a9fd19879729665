import type { BrowserContext, Locator, Page } from 'playwright'
import { type Desktop, reaches } from './desktop.ts'

/** An app that does each thing that reaches the device, by a button each. */
export function deviceApp(name: string, capabilities: readonly string[], more: object = {}): string {
  return JSON.stringify({
    blueprint: 1,
    app: { name, icon: 'smartphone', about: 'Tries what a device can do.', window: { width: 460, height: 640 } },
    capabilities: capabilities.map(use => ({ use, why: 'To try it.' })),
    state: {
      result: { type: 'text', init: 'nothing yet', ...(capabilities.includes('storage') && { persist: true }) },
      ...(more as { state?: object }).state,
    },
    view: {
      type: 'Stack',
      pad: 'm',
      gap: 's',
      children: [{ type: 'Heading', text: name }, { type: 'Text', text: 'Result: ${result}' }, ...((more as { children?: object[] }).children ?? [])],
    },
    ...(more as { rest?: object }).rest,
  })
}

/** A button that does a step and writes what it gives, or why it does not. */
export function tryButton(label: string, step: object, shown = '${text(got)}'): object {
  return {
    type: 'Button',
    label,
    onPress: [
      {
        ...step,
        ...(shown.includes('got') && { out: 'got' }),
        catch: [{ do: 'set', path: 'result', value: '${error.code + ": " + error.message}' }, { do: 'stop' }],
      },
      { do: 'set', path: 'result', value: shown },
    ],
  }
}

/** Says yes to the sheet that comes up for the app. */
export async function allow(desktop: Desktop, name: string): Promise<void> {
  const sheet = desktop.page.getByRole('dialog', { name: `Allow ${name}?` })
  await sheet.waitFor()
  const yes = sheet.getByRole('button', { name: 'Allow', exact: true })
  await waitUntilLive(yes)
  await yes.click()
  await reaches(desktop.window(name), 'running')
}

/** Answers the question that comes up for one use of something sensitive. */
export async function answerOnce(page: Page, name: string, yes: boolean): Promise<void> {
  const dialog = page.getByRole('dialog', { name: `Allow ${name} once?` })
  await dialog.waitFor()
  if (!yes) return dialog.getByRole('button', { name: "Don't allow" }).click()
  const button = dialog.getByRole('button', { name: 'Allow once' })
  await waitUntilLive(button)
  await button.click()
}

async function waitUntilLive(button: Locator): Promise<void> {
  await button.and(button.page().locator(':not([aria-disabled="true"])')).waitFor()
}

/** Writes down each notification of the page, which a browser without a screen shows nowhere. */
export async function recordNotifications(context: BrowserContext, permission: NotificationPermission): Promise<void> {
  await context.addInitScript(given => {
    const shown: string[] = []
    class Recorded {
      static permission = given
      static async requestPermission() {
        shown.push('asked')
        return Recorded.permission
      }
      onclick: unknown = null
      constructor(title: string, options?: NotificationOptions) {
        shown.push([title, options?.body].filter(Boolean).join(' | '))
      }
      close() {}
    }
    Object.defineProperty(window, 'Notification', { value: Recorded, configurable: true, writable: true })
    Object.assign(window, { shownNotifications: shown })
  }, permission)
}

export const notificationsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { shownNotifications: string[] }).shownNotifications)
