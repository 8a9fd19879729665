import type { AppPorts, Chance, Clock, Locale } from '../../engine/ports.ts'
import { createBroker } from '../../tools/index.ts'
import type { PortsRequest } from '../session/session.ts'
import type { AppStore } from '../storage/app-store.ts'
import { createAttachments } from './attachments.ts'
import type { Gateway } from './gateway.ts'
import { pageObserver } from './page-observer.ts'
import { createToolWorld } from './tool-world.ts'

export interface PortsOptions {
  readonly store: AppStore
  readonly gateway: Gateway
  readonly clock: Clock
  readonly chance: Chance
  readonly locale: Locale
}

/** The real ports of one app: this browser, this device, this gateway. */
export function createPorts(options: PortsOptions, request: PortsRequest): AppPorts {
  const { store, gateway, clock, chance, locale } = options
  const { instance, hash, appName, onCopied } = request
  const observe = pageObserver.forApp(instance)
  const attachments = createAttachments(store, instance)
  const world = createToolWorld({
    instance,
    hash,
    appName,
    store,
    gateway,
    clock,
    chance,
    attachments,
    language: locale.language,
    observer: pageObserver,
    onCopied,
  })
  return {
    clock,
    locale,
    chance,
    attachments,
    tools: createBroker({ isGranted: request.isGranted, approve: request.approve, world, observe }),
    reportFailure: request.onFailure,
    observe,
  }
}
