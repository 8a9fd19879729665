import { createLabelBook } from '../../engine/index.ts'
import type { AppPorts, Chance, Clock, Locale } from '../../engine/ports.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { createBroker, originsOf } from '../../tools/index.ts'
import { noOtherApps, noSystem } from '../apps/no-desktop.ts'
import { createOtherApps } from '../apps/other-apps.ts'
import { createSystemPort } from '../apps/system-port.ts'
import { auditCalls } from '../audit/audit-calls.ts'
import type { AuditNote } from '../audit/audit-record.ts'
import type { Desk } from '../desktop/desk.ts'
import type { PortsRequest } from '../session/session.ts'
import type { AppStore } from '../storage/app-store.ts'
import { createAppFiles } from '../workspace/app-files.ts'
import { workspaceOf } from '../workspace/page-workspace.ts'
import { createAttachments } from './attachments.ts'
import type { Gateway } from './gateway.ts'
import { pageObserver } from './page-observer.ts'
import type { PagePlatform } from './page-platform.ts'
import { createToolWorld } from './tool-world.ts'

const nothing = (): void => {}

export interface PortsOptions {
  readonly store: AppStore
  readonly gateway: Gateway
  readonly clock: Clock
  readonly chance: Chance
  readonly locale: Locale
  readonly platform: PagePlatform
  /** Left out where an app is shown by itself. */
  readonly desk?: Desk
  /** Writes down what the app did; left out, nothing is kept of it. */
  readonly audit?: (note: AuditNote) => void
}

/** The real ports of one app: this browser, this device, this gateway. */
export function createPorts(options: PortsOptions, request: PortsRequest): AppPorts {
  const { store, gateway, clock, chance, locale, platform, desk } = options
  const { instance, hash, appName, onCopied } = request
  const observe = auditCalls(pageObserver.forApp(instance), { instance, name: appName, now: () => clock.now(), note: options.audit ?? nothing })
  let coarse = true
  /** How exact a place may be is said with the yes to the very call that asks for it. */
  const approve = async (capability: string, tool: string, args: JsonObject): Promise<boolean> => {
    const answer = await request.approve(capability, tool, args)
    if (capability === 'location') coarse = answer !== true
    return answer !== false
  }
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
    platform,
    workspace: createAppFiles({
      instance,
      hash,
      workspace: () => workspaceOf(gateway, clock),
      choiceFor: capability => request.choiceFor?.(capability) ?? null,
      store,
      attachments,
    }),
    document: request.document,
    onShare: request.onShare,
    coarsePlace: () => coarse,
    apps: desk ? createOtherApps({ instance, desk, isGranted: request.isGranted }) : noOtherApps,
    system: desk ? createSystemPort({ desk, observer: pageObserver, locale, appName }) : noSystem,
  })
  return {
    clock,
    locale,
    chance,
    attachments,
    tools: createBroker({ ...request, approve, world, observe }),
    labels: { createBook: createLabelBook, origins: (tool, args) => originsOf(tool, args, capability => request.choiceFor?.(capability) ?? null) },
    reportFailure: request.onFailure,
    observe,
  }
}
