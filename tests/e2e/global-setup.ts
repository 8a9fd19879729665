import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import type { TestProject } from 'vitest/node'
import { buildIfStale } from '../../cli/start/build-shell.ts'
import { findBrowser } from '../browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of the whole run is spoken to. */
    browserEndpoint: string
  }
}

/** Builds the desktop once, if what is built is stale, and starts one browser for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildIfStale(fileURLToPath(new URL('../..', import.meta.url)), line => console.log(line))
  const { executablePath, args } = await findBrowser()
  const server = await chromium.launchServer({ executablePath, args: [...args] })
  project.provide('browserEndpoint', server.wsEndpoint())
  return () => server.close()
}
