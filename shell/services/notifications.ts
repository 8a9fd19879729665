import type { Clock } from '../../engine/ports.ts'
import { ToolFailure } from '../../engine/ports.ts'
import type { ToolWorld } from '../../tools/index.ts'

/** Notifications of one app: its name before each, scheduled ones while the page is open, one per id. */
export function createNotifications(clock: Clock, appName: () => string): ToolWorld['notifications'] {
  const waiting = new Map<string, () => void>()

  const show = (title: string, text: string, id: string | null) => {
    const shown = new Notification(`${appName()}: ${title}`.slice(0, 120), { body: text.slice(0, 400), ...(id === null ? {} : { tag: `${appName()}/${id}` }) })
    shown.onclick = () => {
      window.focus()
      shown.close()
    }
  }
  return {
    async show({ title, text, at, id }) {
      if (typeof Notification === 'undefined') throw new ToolFailure('unavailable', 'This browser cannot show notifications.')
      const answer = Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission
      if (answer !== 'granted')
        throw new ToolFailure('refused', 'The browser does not let this page show notifications. It can be changed in the browser’s settings for this page.')
      if (id !== null) waiting.get(id)?.()
      const wait = at === null ? 0 : at - clock.now()
      if (wait <= 0) return show(title, text, id)
      const cancel = clock.after(wait, () => {
        if (id !== null) waiting.delete(id)
        show(title, text, id)
      })
      if (id !== null) waiting.set(id, cancel)
    },
    cancel(id) {
      waiting.get(id)?.()
      waiting.delete(id)
    },
  }
}
