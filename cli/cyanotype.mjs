#!/usr/bin/env node
// The `cyanotype` command. It is plain JavaScript, so that a Node that cannot read the TypeScript of
// the rest still gets here: it goes on under the Node that `npm ci` installed beside the project, or
// says what is needed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ownNode = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))

if (process.features.typescript) {
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else if (!process.env.CYANOTYPE_OWN_NODE && existsSync(ownNode)) {
  const child = spawnSync(ownNode, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, CYANOTYPE_OWN_NODE: '1' } })
  if (child.error) fail(`its own Node could not be started (${child.error.message})`)
  else if (child.signal) process.kill(process.pid, child.signal)
  else process.exitCode = child.status ?? 2
} else fail('there is no newer one in node_modules')

/** @param {string} why the own Node is not used */
function fail(why) {
  process.stderr.write(
    `cyanotype needs Node 22.18 or newer: this is ${process.version}, and ${why}.\n` +
      'Run "npm ci" in the repository, which brings one on Linux, or install a newer Node from https://nodejs.org.\n',
  )
  process.exitCode = 2
}
