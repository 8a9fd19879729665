/** What a person waits for in the product itself: with its components, its apps, its broker. */
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { catalog } from '../../../components/index.ts'
import type { Runtime } from '../../../engine/app/runtime.ts'
import { createApp } from '../../../engine/index.ts'
import { BlueprintView } from '../../../engine/react/index.ts'
import type { JsonObject } from '../../../schema/json/json.ts'
import { createBroker } from '../../../tools/index.ts'
import { createTestWorld } from '../../../tools/test-world.ts'
import { ports } from './ports.ts'

const documents = import.meta.glob<JsonObject>('../../../blueprints/apps/*.json', { eager: true, import: 'default' })

function start(document: JsonObject): Runtime {
  const app = createApp({
    document,
    ports: { ...ports, tools: createBroker({ isGranted: () => true, approve: async () => true, world: createTestWorld() }) },
  }) as Runtime
  app.start()
  return app
}

/** Milliseconds from the call to the first frame that shows the app, for each shipped app, its document at hand. */
async function launch(): Promise<readonly number[]> {
  const times: number[] = []
  for (const document of Object.values(documents)) {
    const place = window.document.body.appendChild(window.document.createElement('main'))
    const root = createRoot(place)
    const before = performance.now()
    const app = start(document)
    root.render(<BlueprintView app={app} catalog={catalog} />)
    // The message comes after the frame's paint.
    await new Promise<void>(resolve => requestAnimationFrame(() => afterPaint(resolve)))
    times.push(performance.now() - before)
    root.unmount()
    app.dispose()
    place.remove()
  }
  return times
}

function afterPaint(run: () => void): void {
  const channel = new MessageChannel()
  channel.port1.onmessage = run
  channel.port2.postMessage(null)
}

/** Milliseconds from an event whose step calls a local tool to its result in the state and on the screen. */
async function call(): Promise<readonly number[]> {
  const app = start({
    blueprint: 1,
    app: { name: 'Call' },
    state: { text: '{"n":1}', read: { type: 'any', init: null } },
    view: { type: 'Text', text: '${read.n}' },
  })
  const place = document.body.appendChild(document.createElement('main'))
  flushSync(() => createRoot(place).render(<BlueprintView app={app} catalog={catalog} />))
  const steps = [
    { do: 'json.parse', text: '${text}', out: 'got' },
    { do: 'set', path: 'read', value: '${got}' },
  ]
  const times: number[] = []
  for (let round = 0; round < 300; round++) {
    app.write(['text'], `{"n":${round}}`)
    await new Promise(resolve => setTimeout(resolve))
    const before = performance.now()
    app.run(steps, app.names, { gesture: true })
    while ((app.state().read as JsonObject | null)?.n !== round) {
      if (performance.now() - before > 1000) throw new Error(`The tool did not answer: ${app.failure.value?.message ?? 'no failure was told'}.`)
      await Promise.resolve()
    }
    if (round >= 50) times.push(performance.now() - before)
  }
  return times
}

const product = { launch, call }
window.product = product

declare global {
  interface Window {
    product: typeof product
  }
}
