import { type ToolCallContext, ToolFailure } from '../../engine/ports.ts'
import { describeType, fits } from '../../schema/formula/types.ts'
import { loadToRun } from '../../schema/index.ts'
import { intentsOf, startPage } from '../../schema/intents.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { OtherApps } from '../../tools/ports.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import type { Desk } from '../desktop/desk.ts'
import { needsSystem } from '../permissions/system-apps.ts'
import { createRate } from '../services/rate.ts'
import type { ShippedApp } from '../services/shipped-apps.ts'
import type { Session } from '../session/session.ts'
import { grantFor, holds, type InstalledApp, isForeign } from '../storage/installed-app.ts'
import { askHandover } from './ask-handover.ts'
import { installedNamed, shippedNamed } from './find-apps.ts'
import { type HandoverQuestion, handoverFor, type Receiver, withHandover } from './handover.ts'
import { untilRunning } from './until-running.ts'

/** How many messages one app may send within ten seconds, and how many apps it may open or show without a press. */
const mostMessages = 20
const mostOpened = 5
const perTime = 10_000
/** After so many noes to the same message it is a no for the session (S19). */
const noesThatSettle = 3

export interface OtherAppsOptions {
  readonly instance: string
  readonly desk: Desk
  readonly isGranted: (capability: string) => boolean
}

/** Whom something may go to: an installed app, or one that comes with the desktop and is installed by being picked. */
type Candidate = { readonly receiver: Receiver; readonly document: JsonObject } & (
  | { readonly app: InstalledApp; readonly shipped: null }
  | { readonly app: null; readonly shipped: ShippedApp }
)

/** The other apps, as one app reaches them. */
export function createOtherApps({ instance, desk, isGranted }: OtherAppsOptions): OtherApps {
  const now = () => desk.services.clock.now()
  const messages = createRate(mostMessages, perTime, now)
  const opened = createRate(mostOpened, perTime, now)
  const noes = new Map<string, number>()

  const sender = (): Session => {
    const session = desk.sessions.peek().get(instance)
    if (!session) throw new ToolFailure('stopped', 'The app was stopped.')
    return session
  }
  const self = () => {
    const session = sender()
    return { name: nameOf(session), icon: session.app.peek()?.info.peek().icon ?? null }
  }
  const others = () => desk.apps.peek().filter(app => app.instance !== instance)

  function slowDown(rate: ReturnType<typeof createRate>): void {
    if (!rate.take()) throw new ToolFailure('too-often', 'This app has turned to other apps very often just now. Wait a moment.')
  }

  /** Of several apps with that name the person says which. */
  async function which(found: readonly InstalledApp[], signal: AbortSignal): Promise<InstalledApp | null> {
    if (found.length < 2) return found[0] ?? null
    const receivers = found.map(app => ({ id: app.instance, name: appNameForPeople(app.name), icon: app.icon, reach: [] }))
    const picked = await askHandover(desk, { from: self(), what: null, receivers }, signal)
    const app = found.find(other => other.instance === picked)
    if (!app) throw new ToolFailure('cancelled', 'No app was picked.')
    return app
  }

  const noApp = (name: string) => new ToolFailure('no-app', `There is no app “${name}” on this desktop.`)

  async function documentOf(app: InstalledApp): Promise<JsonObject | null> {
    return desk.sessions.peek().get(app.instance)?.app.peek()?.document.peek() ?? (await desk.services.store.document(app.hash).catch(() => null))
  }

  /** What it can do with what it gets: all that its person has not refused it. */
  function receiverOf(id: string, name: string, icon: string | null, document: JsonObject, app: InstalledApp | null): Receiver {
    const { reach } = loadToRun(document, { trusted: app === null || !isForeign(app.origin) })
    const refused = (capability: string) => {
      const grant = app && grantFor(app, capability)
      return grant ? !holds(grant, now()) : needsSystem(capability) && app?.system !== true
    }
    const may = reach.capabilities.filter(({ capability }) => !refused(capability))
    return { id, name, icon, reach: may.map(({ capability }) => capability) }
  }

  const installedCandidate = (app: InstalledApp, document: JsonObject): Candidate => ({
    receiver: receiverOf(app.instance, appNameForPeople(app.name), app.icon, document, app),
    document,
    app,
    shipped: null,
  })
  const shippedCandidate = (shipped: ShippedApp): Candidate => ({
    receiver: receiverOf(`shipped:${shipped.id}`, shipped.name, shipped.icon, shipped.document, null),
    document: shipped.document,
    app: null,
    shipped,
  })

  /** Every app that declares this intent. One that comes with the desktop stands there unless one of its name is installed. */
  async function receiversOf(intent: string, to: string | null): Promise<readonly Candidate[]> {
    const answers = (document: JsonObject) => intentsOf(document).some(({ name }) => name === intent)
    const installed = to === null ? others() : installedNamed(to, others())
    const read = await Promise.all(installed.map(async app => ({ app, document: await documentOf(app) })))
    const found = read.flatMap(({ app, document }) => (document !== null && answers(document) ? [installedCandidate(app, document)] : []))
    const list = await shippedList()
    const wanted = to === null ? list : [shippedNamed(to, list)].filter(app => app !== null)
    const more = wanted.filter(app => answers(app.document) && installedNamed(app.name, others()).length === 0)
    if (found.length === 0 && more.length === 0 && to !== null && installed.length === 0 && wanted.length === 0) throw noApp(to)
    return [...found, ...more.map(shippedCandidate)]
  }

  const shippedList = () => desk.services.shipped().catch(() => [])

  /** Asks unless the person has said yes to just this before; remembers a yes. Gives whom it goes to. */
  async function consent(intent: string | null, data: Json, candidates: readonly Candidate[], signal: AbortSignal): Promise<Candidate> {
    const record = sender().installed.peek()
    const known = candidates
      .flatMap(candidate => {
        const handover = record ? handoverFor(record, intent, candidate.receiver) : undefined
        return handover ? [{ candidate, at: handover.lastUsedAt ?? handover.at }] : []
      })
      .sort((a, b) => b.at - a.at)[0]
    if (known) return known.candidate
    const no = new ToolFailure('denied', `You did not let this app hand ${intent === null ? 'anything' : `“${intent}”`} to another one.`)
    const key = JSON.stringify([intent, candidates.map(({ receiver }) => receiver.id).sort()])
    if ((noes.get(key) ?? 0) >= noesThatSettle) throw no
    const question: HandoverQuestion = { from: self(), what: { intent, data }, receivers: candidates.map(({ receiver }) => receiver) }
    const answer = await askHandover(desk, question, signal)
    const chosen = candidates.find(({ receiver }) => receiver.id === answer)
    if (!chosen) {
      noes.set(key, (noes.get(key) ?? 0) + 1)
      note('refuse', intent, null)
      throw no
    }
    noes.delete(key)
    return chosen
  }

  /** Opens it where it is closed, behind the app that sends, and waits until it runs. Gives its session. */
  async function reach(candidate: Candidate, signal: AbortSignal, inFront: boolean): Promise<Session> {
    const id = candidate.app ? candidate.app.instance : desk.openDocument(candidate.shipped.document, 'shipped')
    if (candidate.app) {
      const open = desk.sessions.peek().has(id)
      if (!open || inFront) desk.openApp(id)
      if (!open && !inFront) desk.arrange({ do: 'focus', id: instance })
    } else if (!inFront) desk.arrange({ do: 'focus', id: instance })
    return untilRunning(desk, id, candidate.receiver.name, signal)
  }

  function remember(intent: string | null, to: string, reach: readonly string[], first: boolean): void {
    sender().amend(app => {
      const before = app.handovers?.find(other => other.intent === intent && other.to === to)
      if (!first && !before) return app
      const kept = first ? undefined : before
      return withHandover(app, { intent, to, reach: kept?.reach ?? reach, at: kept?.at ?? now(), lastUsedAt: now() })
    })
  }

  const note = (kind: 'grant' | 'refuse', intent: string | null, detail: string | null) =>
    desk.audit({ at: now(), app: instance, name: self().name, kind, what: '', capability: capabilityOf(intent), code: null, detail })

  async function handOver(intent: string | null, data: Json, candidates: readonly Candidate[], context: ToolCallContext, take: (to: Session) => boolean) {
    const { signal } = context
    const chosen = await consent(intent, data, candidates, signal)
    const known = () => {
      const record = sender().installed.peek()
      return record !== null && handoverFor(record, intent, chosen.receiver) !== undefined
    }
    const first = !known()
    const session = await reach(chosen, signal, intent === null)
    // What was taken back while the other app opened is not done (S26).
    if (signal.aborted) throw new ToolFailure('stopped', 'The app was stopped.')
    if (!isGranted(capabilityOf(intent)) || (!first && !known())) throw new ToolFailure('denied', 'You took this back.')
    const { receiver } = chosen
    const document = session.app.peek()?.document.peek() ?? chosen.document
    const present = receiverOf(session.id, receiver.name, receiver.icon, document, session.installed.peek())
    if (!present.reach.every(capability => receiver.reach.includes(capability)))
      throw new ToolFailure('denied', `“${receiver.name}” can do more by now than when you were asked. Send it again.`)
    if (!take(session)) throw new ToolFailure('wrong-data', `“${chosen.receiver.name}” did not take this.`)
    remember(intent, session.id, present.reach, first)
    if (first) note('grant', intent, `to ${chosen.receiver.name}`)
    return chosen.receiver.name
  }

  return {
    async open(wanted, params, context) {
      if (!context.gesture) slowDown(opened)
      const app = await which(installedNamed(wanted, desk.apps.peek()), context.signal)
      const shipped = app ? null : shippedNamed(wanted, await shippedList())
      if (!app && !shipped) throw noApp(wanted)
      if (params === null || Object.keys(params).length === 0) {
        if (app) desk.openApp(app.instance)
        else if (shipped) {
          // What adds an app to the desktop begins with a press.
          if (!context.gesture) throw new ToolFailure('needs-press', `“${shipped.name}” is added to your apps only when you have just pressed something.`)
          desk.openDocument(shipped.document, 'shipped')
        }
        return
      }
      const document = app ? await documentOf(app) : (shipped?.document ?? null)
      if (document === null) throw noApp(wanted)
      const start = startPage(document)
      if (start?.params.kind !== 'record' || start.params.fields.size === 0)
        throw new ToolFailure('no-params', `The start page of “${wanted}” takes no parameters.`)
      if (!fits(params, start.params))
        throw new ToolFailure('wrong-data', `The start page of “${wanted}” takes ${describeType(start.params)}; what was given is not that.`)
      if (app?.instance === instance) {
        sender().app.peek()?.visit(params, { app: instance })
        return
      }
      const candidate = app ? installedCandidate(app, document) : shippedCandidate(shipped!)
      await handOver(null, params, [candidate], context, session => session.app.peek()?.visit(params, { app: instance }) ?? false)
    },
    list() {
      const open = desk.sessions.peek()
      return desk.apps
        .peek()
        .map(({ name, icon, about, instance }) => ({ name: appNameForPeople(name), icon, about, open: open.has(instance) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    async close(wanted) {
      const open = installedNamed(wanted, desk.apps.peek()).filter(app => desk.sessions.peek().has(app.instance))
      const app = await which(open, new AbortController().signal)
      if (!app) throw noApp(wanted)
      desk.closeWindow(app.instance)
      await desk.closed(app.instance)
    },
    async focus(wanted) {
      const open = installedNamed(wanted, desk.apps.peek()).filter(app => desk.sessions.peek().has(app.instance))
      const app = await which(open, new AbortController().signal)
      if (!app) throw noApp(wanted)
      desk.arrange({ do: 'focus', id: app.instance })
    },
    async install(what) {
      slowDown(opened)
      if ('app' in what) {
        const shipped = shippedNamed(what.app, await shippedList())
        if (!shipped) throw noApp(what.app)
        const own = desk.apps.peek().find(app => app.hash === shipped.hash)
        if (own) desk.openApp(own.instance)
        else desk.openDocument(shipped.document, 'shipped')
        return
      }
      const { document, issues } = loadToRun(what.document, { trusted: false })
      const [problem] = issues.filter(({ severity }) => severity === 'error')
      if (document === null || problem)
        throw new ToolFailure('bad-app', `This is no app that can be installed: ${problem ? `${problem.at} ${problem.message}` : 'it cannot be read.'}`)
      desk.openDocument(what.document, 'app')
    },
    async send({ to, intent, data }, context) {
      const { hops = 0, signal } = context
      if (hops >= LIMITS.effectCascade) throw new ToolFailure('cascade', `This came over ${hops} apps, one after the other, and goes no further.`)
      slowDown(messages)
      const all = await receiversOf(intent, to)
      if (signal.aborted) throw new ToolFailure('stopped', 'The app was stopped.')
      const [example] = all
      if (!example) throw new ToolFailure('no-receiver', to === null ? `No app on this desktop takes “${intent}”.` : `“${to}” does not take “${intent}”.`)
      const fitting = all.filter(({ document }) => intentsOf(document).some(({ name, type }) => name === intent && fits(data, type)))
      if (fitting.length === 0) {
        const types = intentsOf(example.document).flatMap(({ name, type }) => (name === intent ? [describeType(type)] : []))
        throw new ToolFailure('wrong-data', `“${example.receiver.name}” takes ${types.join(' or ')} for “${intent}”; what was sent is not that.`)
      }
      const from = self().name
      const message = { name: intent, data, from, origin: { app: instance }, hops: hops + 1 }
      const name = await handOver(intent, data, fitting, context, session => session.app.peek()?.intent(message) ?? false)
      desk.say({ from, text: `sent “${intent}” to ${name}.`, tone: 'info', undo: null })
      return { app: name }
    },
  }
}

const capabilityOf = (intent: string | null) => (intent === null ? 'apps' : `intent:${intent}`)

function nameOf(session: Session): string {
  return appNameForPeople(session.app.peek()?.info.peek().name ?? session.installed.peek()?.name ?? null)
}
