/**
 * What it takes to open an app: the engine, the checker, the tools. The desktop stands without it, so
 * that it is painted first; this is loaded right behind it.
 */

export { openFromFile, openLinked } from '../link/open-linked.ts'
export { runSelfTest } from '../self-test/run-self-test.ts'
export { createPorts } from '../services/app-ports.ts'
export { createSession } from './session.ts'
