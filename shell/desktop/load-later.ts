import { type ReadonlySignal, signal } from '@preact/signals-core'

/** A part of the page that no first paint shows. */
export interface Later<T> {
  /** Null until it is there. Once it is, it is drawn in the same turn: React's own `lazy` would wait 300 ms between the two. */
  readonly part: ReadonlySignal<T | null>
  /** The last try failed: its server is away, or serves another version by now. */
  readonly missing: ReadonlySignal<boolean>
  /** Loads it once; after a failure the next call tries again. */
  load(): Promise<T>
}

function later<T>(fetch: () => Promise<T>): Later<T> {
  const part = signal<T | null>(null)
  const missing = signal(false)
  let loading: Promise<T> | null = null
  return {
    part,
    missing,
    load() {
      if (loading === null) missing.value = false
      loading ??= fetch().then(
        loaded => {
          part.value = loaded
          missing.value = false
          return loaded
        },
        cause => {
          loading = null
          missing.value = true
          throw cause
        },
      )
      return loading
    },
  }
}

/** The pictures of the icons that apps use most. */
export const iconParts = later(() => import('../../components/Icon/Icon.tsx'))
export const windowParts = later(() => import('../windows/WindowFrame.tsx'))
export const panelParts = later(() => import('./Panels.tsx'))
export const fileParts = later(() => import('../workspace/FilesPanel.tsx'))
export const inspectorParts = later(() => import('../inspector/Inspector.tsx'))
/** What draws apps: the whole catalog of components. */
export const appParts = later(() => import('../session/AppView.tsx'))
/** The list of what apps did. */
export const auditParts = later(() => import('../audit/AuditList.tsx'))
/** What is here already of what is being asked for. */
export const nearParts = later(() => import('../prompt/NearApps.tsx'))
/** Where an app is changed by asking. */
export const changeParts = later(() => import('../change/ChangeBar.tsx'))
