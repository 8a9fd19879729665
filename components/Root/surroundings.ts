import type { Attachments, Locale } from '../../engine/ports.ts'

/** Surroundings for a root outside an engine (tests, the catalog's stories): a neutral locale, and no files. */
export const surroundings: { readonly locale: Locale; readonly attachments: Attachments } = {
  locale: { language: 'en-US', timeZone: 'UTC', currency: 'USD' },
  attachments: {
    url: () => null,
    load: () => Promise.resolve(),
    put: () => Promise.reject(new Error('No files can be kept here.')),
  },
}
