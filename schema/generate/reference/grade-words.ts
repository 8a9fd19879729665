/** How a capability of each grade is come by, in the reference. */
export const grades = { quiet: 'granted with the app', ask: 'asked for', sensitive: 'asked for each time' } as const
