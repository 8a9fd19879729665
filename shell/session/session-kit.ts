/**
 * What it takes to open an app: the engine, the checker, the tools. The desktop stands without it, so
 * that it is painted first; this is loaded right behind it.
 */

export { isEdit } from '../../schema/edit/is-edit.ts'
export { LIMITS } from '../../schema/limits.ts'
export { openFromFile, openLinked } from '../link/open-linked.ts'
export { runSelfTest } from '../self-test/run-self-test.ts'
export { createAppCalls } from '../services/app-calls.ts'
export { createPorts } from '../services/app-ports.ts'
export { openPlatform } from '../services/page-platform.ts'
export { openGlance, openStill } from './open-still.ts'
export { planEdit } from './plan-edit.ts'
export { createSession } from './session.ts'
