/** The page of the tests of behaviour: shows one app after another as a window would, and does nothing of its own. */
import { createRoot, type Root } from 'react-dom/client'
import { catalog } from '../../../components/index.ts'
import { createApp } from '../../../engine/app/create-app.ts'
import type { App, Toast } from '../../../engine/contracts.ts'
import type { AppPorts } from '../../../engine/ports.ts'
import { BlueprintView } from '../../../engine/react/index.ts'
import { createBlueprintStream } from '../../../engine/stream/blueprint-stream.ts'
import type { JsonObject } from '../../../schema/json/json.ts'
import { findings } from '../../dom/inert-dom.ts'
import { everythingLoaded } from './everything-loaded.ts'
import { cutOff, type Place, places, smallTargets } from './survey.ts'
import './stage.css'

export interface ShowOptions {
  /** BCP 47; `en-US` where it is left out. */
  readonly language?: string
  readonly persisted?: JsonObject
  /** Drawn and not started, as before it is allowed. */
  readonly inert?: boolean
}

export interface Shift {
  /** All shifts while the app came, each one's share of the window times how far it went (the browser's own measure). */
  readonly sum: number
  readonly worst: readonly { readonly at: number; readonly value: number; readonly moved: readonly string[] }[]
}

/** What the tests call. */
export interface Stage {
  /** Draws `document` as it is, checked or not, and gives what it complained of. */
  show(document: JsonObject, options?: ShowOptions): Promise<readonly string[]>
  /** Streams `text`, `step` characters a frame, and starts it at its end; gives how much was pushed about. */
  stream(text: string, step: number, language?: string): Promise<Shift>
  /** What is wrong with what stands there: `survey.ts` says what each looks for. */
  cutOff(): readonly string[]
  smallTargets(): readonly string[]
  places(): readonly Place[]
  /** Opens the first menus, lists and calendars one after the other; how many did open, and what is wrong while they are. */
  openEach(): Promise<{ readonly opened: number; readonly wrong: readonly string[] }>
  /** What must not be in the page. */
  findings(): readonly string[]
  /** Presses each button, tab, row and box that is there once, and gives how many they were. */
  pressEverything(): Promise<number>
  /** Calls of tools and toasts since the app was shown. */
  calls(): readonly string[]
}

declare global {
  interface Window {
    stage: Stage
  }
}

const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame++) await new Promise<void>(resolve => requestAnimationFrame(() => resolve()))
}

let shown: { readonly app: App; readonly root: Root; readonly place: HTMLElement } | null = null
const complaints: string[] = []
const calls: string[] = []
const { error } = console
console.error = (...said: unknown[]) => {
  complaints.push(said.map(String).join(' '))
  error(...said)
}
addEventListener('error', event => complaints.push(event.message))

function ports(language: string): AppPorts {
  return {
    clock: {
      now: Date.now,
      after: (ms, run) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    chance: { id: () => crypto.randomUUID(), random: Math.random },
    locale: { language, timeZone: 'UTC', currency: 'EUR' },
    attachments: {
      url: () => null,
      load: async () => {},
      put: async file => ({ ref: 'file:1', name: file.name, type: file.type, size: file.size }),
    },
    tools: {
      call(tool) {
        calls.push(tool)
        return null
      },
    },
    reportFailure: failure => void complaints.push(`${failure.code}: ${failure.message}`),
  }
}

function clear(): void {
  shown?.root.unmount()
  shown?.app.dispose()
  shown?.place.remove()
  shown = null
  complaints.length = 0
  calls.length = 0
}

function put(app: App): void {
  const place = document.createElement('div')
  place.className = 'stage'
  document.body.append(place)
  app.onToast((toast: Toast) => void calls.push(`toast ${toast.text}`))
  const root = createRoot(place)
  root.render(<BlueprintView app={app} catalog={catalog} />)
  shown = { app, root, place }
}

window.stage = {
  async show(sections, { language = 'en-US', persisted = {}, inert = false } = {}) {
    await everythingLoaded()
    clear()
    const app = createApp({ document: { blueprint: 1, app: { name: 'Stage' }, ...sections }, ports: ports(language) })
    if (!inert) app.start(persisted)
    put(app)
    await frames(2)
    // What loads when it is first shown comes a moment later, once for the page.
    for (let turn = 0; turn < 100 && document.querySelector('[data-tests-wait]') !== null; turn++) await frames(1)
    return [...complaints]
  },
  async stream(text, step, language = 'en-US') {
    await everythingLoaded()
    await document.fonts.ready
    clear()
    await frames(2)
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports: ports(language) })
    put(app)
    const seen: { at: number; value: number; moved: string[] }[] = []
    let arrived = 0
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries() as unknown as readonly LayoutShift[])
        seen.push({ at: arrived, value: entry.value, moved: entry.sources.map(source => nameOf(source)) })
    })
    observer.observe({ type: 'layout-shift' })
    for (; arrived < text.length; arrived += step) {
      stream.push(text.slice(arrived, arrived + step))
      await frames(1)
    }
    stream.end()
    await frames(3)
    app.start({})
    await new Promise(resolve => setTimeout(resolve, 300))
    observer.disconnect()
    return { sum: seen.reduce((sum, { value }) => sum + value, 0), worst: seen.sort((a, b) => b.value - a.value).slice(0, 6) }
  },
  cutOff,
  smallTargets,
  places,
  async openEach() {
    const openers = () => [...document.querySelectorAll<HTMLElement>('.cy-app-view [aria-haspopup]:not([disabled])')].slice(0, 6)
    const wrong: string[] = []
    let opened = 0
    for (let at = 0; at < openers().length; at++) {
      openers()[at]?.click()
      await frames(4)
      if (document.querySelector('.cy-app-overlays')?.childElementCount) opened++
      wrong.push(...cutOff(), ...smallTargets())
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
      await frames(3)
    }
    return { opened, wrong }
  },
  findings: () => findings(document.body),
  async pressEverything() {
    let pressed = 0
    for (const element of document.body.querySelectorAll<HTMLElement>(
      'button, [role=button], [role=tab], [role=row], [role=option], input[type=checkbox], input[type=radio]',
    )) {
      // A choice of files opens a window of the system.
      if (!(element instanceof HTMLElement) || !element.isConnected || element.closest('.cy-file-field')) continue
      element.click()
      pressed++
    }
    await frames(2)
    return pressed
  },
  calls: () => [...calls],
}

interface LayoutShift {
  readonly value: number
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[]
}

function nameOf({ node, previousRect: from, currentRect: to }: LayoutShift['sources'][number]): string {
  const element = node instanceof Element ? node : node?.parentElement
  const what = element
    ? `${element.localName}.${element.getAttribute('class')?.split(' ')[0] ?? ''} “${(element.textContent ?? '').slice(0, 24)}”`
    : 'what has gone'
  const box = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ')
  return `${what} ${box(from)} → ${box(to)}`
}
