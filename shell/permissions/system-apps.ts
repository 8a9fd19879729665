/**
 * What looks at the desktop itself, or acts on it, can be granted to a system app only: one that its person made so, in its
 * details. To any other app it is as if its document did not reach it (B67).
 */
export const needsSystem = (capability: string): boolean => capability.startsWith('system.')
