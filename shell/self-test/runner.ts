/** The page in the hidden frame in which an app's own tests run: its realm is made still before anything else is loaded. */
import type { RunReport, RunRequest } from './messages.ts'
import { makeRealmStill } from './still-realm.ts'

makeRealmStill(window)

addEventListener('message', async ({ source, origin, data, ports: [port] }: MessageEvent<RunRequest>) => {
  if (window.parent === window || source !== window.parent || origin !== location.origin || !port) return
  const report = (message: RunReport) => port.postMessage(message)
  try {
    const { runTestsHere } = await import('./run-tests-here.ts')
    await runTestsHere(data.run, report)
    report({ end: 'all' })
  } catch (cause) {
    report({ end: 'fault', message: cause instanceof Error ? cause.message : String(cause) })
  }
})
