import type { Clock } from '../../engine/ports.ts'
import type { Gateway } from '../services/gateway.ts'
import type { Workspace } from './workspace.ts'

const opened = new WeakMap<Gateway, Promise<Workspace>>()

/** The one workspace of this page; what it takes is loaded when it is first used. */
export function workspaceOf(gateway: Gateway, clock: Clock): Promise<Workspace> {
  const known = opened.get(gateway)
  if (known) return known
  const opening = import('./workspace.ts').then(({ openWorkspace }) => openWorkspace(gateway, () => clock.now()))
  // Its part of the page may be away for a moment; the next call tries again.
  opening.catch(() => opened.delete(gateway))
  opened.set(gateway, opening)
  return opening
}
