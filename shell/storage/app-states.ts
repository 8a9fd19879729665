/** What reads and writes the state of apps. Loaded with the first that is opened, exported or removed. */
export { exportEverything } from './export-everything.ts'
export { keysOf } from './log-record.ts'
export { readState } from './read-state.ts'
export { openStateLog } from './state-log.ts'
