import type { Json } from '../../schema/json/json.ts'
import type { Handover, InstalledApp } from '../storage/installed-app.ts'

/** An app that may receive something, and what it can do with it. */
export interface Receiver {
  /** Of the installed app; of one that comes with the desktop and is not installed yet, `shipped:` and its id. */
  readonly id: string
  readonly name: string
  readonly icon: string | null
  /** The capabilities under which it can act on what it gets. */
  readonly reach: readonly string[]
}

/** Put before the person: may this app hand this to one of those? Their pick is the grant. */
export interface HandoverQuestion {
  readonly from: { readonly name: string; readonly icon: string | null }
  /** Null: it only asks which app is meant; nothing is handed over. */
  readonly what: { readonly intent: string | null; readonly data: Json } | null
  readonly receivers: readonly Receiver[]
}

/**
 * The person's earlier yes to handing this (an intent, or with null the parameters of a start page) to that app, if it
 * still holds: the receiver reaches nothing that it did not reach then (S59).
 */
export function handoverFor(sender: InstalledApp, intent: string | null, { id, reach }: Receiver): Handover | undefined {
  const found = sender.handovers?.find(other => other.intent === intent && other.to === id)
  return found && reach.every(capability => found.reach.includes(capability)) ? found : undefined
}

export function withHandover(app: InstalledApp, handover: Handover): InstalledApp {
  return { ...app, handovers: [...without(app, handover), handover] }
}

export function withoutHandover(app: InstalledApp, handover: Pick<Handover, 'intent' | 'to'>): InstalledApp {
  return { ...app, handovers: without(app, handover) }
}

const without = (app: InstalledApp, { intent, to }: Pick<Handover, 'intent' | 'to'>) =>
  (app.handovers ?? []).filter(other => other.intent !== intent || other.to !== to)
