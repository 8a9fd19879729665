import { catalog } from 'cyanotype/components'
import { createApp, ToolFailure } from 'cyanotype/engine'
import { BlueprintView } from 'cyanotype/react'
import { loadBlueprint } from 'cyanotype/schema'
import { createRoot } from 'react-dom/client'

/** Shows a blueprint without the desktop; it may do nothing but change its own state. */
export function embed(text: string, place: Element) {
  const { document, issues } = loadBlueprint(text)
  if (!document || issues.some(issue => issue.severity === 'error')) return issues
  const refuse = (what: string) => new ToolFailure('denied', `This page does not offer ${what}.`)
  const app = createApp({
    document,
    ports: {
      clock: { now: Date.now, after: (ms, run) => clearTimeout.bind(null, setTimeout(run, ms)) },
      locale: { language: navigator.language, timeZone: 'UTC', currency: 'EUR' },
      chance: { id: () => crypto.randomUUID(), random: Math.random },
      tools: { call: tool => Promise.reject(refuse(tool)) },
      attachments: { url: () => null, load: async () => {}, put: () => Promise.reject(refuse('files')) },
      reportFailure: failure => console.warn(failure.message),
    },
  })
  app.start()
  createRoot(place).render(<BlueprintView app={app} catalog={catalog} />)
  return issues
}
