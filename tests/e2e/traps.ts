import type { BrowserContext, ConsoleMessage } from 'playwright'

/** What must not happen on any page of any test. */
export interface Traps {
  /** A line for each thing that did since this was last asked. */
  take(): string[]
  /** A test that provokes something says which line it expects; only that is let through. */
  expect(pattern: RegExp): void
}

/**
 * Watches every page of `context`, also those that open later, for violations of the policy, errors
 * (thrown, rejected, or written to the console), dialogs of the browser, and requests to another origin than `own`.
 */
export async function setTraps(context: BrowserContext, own: string): Promise<Traps> {
  const caught: string[] = []
  const expected: RegExp[] = []
  const put = (line: string) => {
    if (!expected.some(pattern => pattern.test(line))) caught.push(line)
  }
  await context.exposeBinding('tellViolation', (_, line: string) => put(`policy: ${line}`))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      const tell = (window as unknown as { tellViolation: (line: string) => void }).tellViolation
      tell(`${event.violatedDirective} blocked ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`)
    })
  })
  context.on('weberror', event => put(`error: ${event.error().stack ?? event.error().message}`))
  context.on('console', message => {
    if (message.type() === 'error') put(`console: ${message.text()} (${placeOf(message)})`)
  })
  context.on('dialog', dialog => {
    put(`dialog: ${dialog.type()} ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', request => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== own) put(`request to another origin: ${request.url()}`)
  })
  return { take: () => caught.splice(0), expect: pattern => void expected.push(pattern) }
}

function placeOf(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location()
  return `${url}:${lineNumber}`
}
