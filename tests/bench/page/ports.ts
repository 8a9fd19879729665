import type { AppPorts } from '../../../engine/index.ts'

/** A page's own clock and chance, and nothing else of the world. */
export const ports: AppPorts = {
  clock: {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  },
  locale: { language: 'en-US', timeZone: 'UTC', currency: 'USD' },
  chance: { id: () => crypto.randomUUID(), random: Math.random },
  tools: { call: tool => Promise.reject(new Error(`No tool is measured here, and ${tool} was called.`)) },
  attachments: { url: () => null, load: async () => {}, put: () => Promise.reject(new Error('No files are measured here.')) },
  reportFailure(failure) {
    throw new Error(failure.message)
  },
}
