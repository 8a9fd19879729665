/**
 * How much apps are trusted, for people who do not want to think of each capability: one for the whole desktop, and one for
 * a single app where that is to be different. A level never gives an app what it does not ask for. From the narrowest to the widest.
 */
export const levelNames = ['minimal', 'readonly', 'sandboxed', 'standard'] as const
export type Level = (typeof levelNames)[number]

export const isLevel = (value: unknown): value is Level => levelNames.includes(value as Level)
