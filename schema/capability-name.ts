/** The parts of a capability's name, `net:https://api.example.com`. */

/** The kind of a capability: what stands before its scope. */
export const kindOf = (capability: string): string => capability.split(':', 1)[0] ?? ''

/** What stands behind the kind, whole; empty where there is no scope. */
export const scopeOf = (capability: string): string => capability.slice(kindOf(capability).length + 1)

/** The name of an origin that the person picks (`net:?server` gives `server`), else null. */
export const pickedName = (capability: string): string | null => (scopeOf(capability).startsWith('?') ? scopeOf(capability).slice(1) : null)
