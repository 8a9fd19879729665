import type { AppStore } from '../storage/app-store.ts'

/** Tells the other tabs of this desktop that what is known of an installed app has changed. */
export interface Announcer {
  /** The same store; whatever it saves or removes of an app is told, once it is done. */
  announcing(store: AppStore): AppStore
  onChanged(listener: (instance: string) => void): () => void
}

export function createAnnouncer(): Announcer {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('cyanotype:apps')
  const listeners = new Set<(instance: string) => void>()
  if (channel)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') for (const listener of listeners) listener(data)
    }
  return {
    announcing: store => ({
      ...store,
      async saveApp(app) {
        await store.saveApp(app)
        channel?.postMessage(app.instance)
      },
      async changeApp(instance, change) {
        const changed = await store.changeApp(instance, change)
        if (changed) channel?.postMessage(instance)
        return changed
      },
      async removeApp(instance) {
        await store.removeApp(instance)
        channel?.postMessage(instance)
      },
    }),
    onChanged(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
