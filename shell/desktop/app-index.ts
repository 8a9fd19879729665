/** Finding apps by their names, by what they say that they do, and by the requests that made them. */
import MiniSearch from 'minisearch'
import { stem } from '../../blueprints/library/words.ts'
import type { ShippedApp } from '../services/shipped-apps.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { appNameForPeople } from './app-name.ts'
import type { Desk } from './desk.ts'

interface FoundApp {
  readonly key: string
  readonly name: string
  readonly icon: string | null
  readonly about: string | null
}
export type Found = FoundApp & ({ readonly kind: 'own'; readonly instance: string } | { readonly kind: 'shipped'; readonly app: ShippedApp })

/** Opens an app of this desktop, or puts one that comes with it there. */
export function openFound(desk: Pick<Desk, 'openApp' | 'openDocument'>, found: Found): void {
  if (found.kind === 'own') desk.openApp(found.instance)
  else desk.openDocument(found.app.document, 'shipped')
}

export interface FoundApps {
  readonly own: readonly Found[]
  readonly shipped: readonly Found[]
  /** What Enter opens: of equally good ones that of this desktop. */
  readonly best: Found | null
}

export interface AppIndex {
  /** Each word has to begin a word of the app, a slip of the keyboard aside; all apps for no words. Best first. */
  find(query: string): FoundApps
  /** Apps that may already be what a request for a new one describes, at most three, nearest first. */
  near(request: string): readonly Found[]
}

/** Lower case, without accents: what is typed and what is found are compared so. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** What a request says of any app. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  'a an and app application are build can could create do for from give i in is it keep like make me my need of on our please simple small that the this to tool track tracker us want we where which with you your'.split(
    ' ',
  ),
)
const NEAREST = 3

export function createAppIndex(own: readonly InstalledApp[], shipped: readonly ShippedApp[]): AppIndex {
  const all: readonly (readonly [Found, string])[] = [
    ...own.map(
      app =>
        [
          { kind: 'own', key: app.instance, instance: app.instance, name: appNameForPeople(app.name), icon: app.icon, about: app.about },
          app.versions.map(version => version.lineage.prompt ?? '').join(' '),
        ] as const,
    ),
    ...shipped.map(app => [{ kind: 'shipped', key: app.id, app, name: app.name, icon: app.icon, about: app.about }, app.category ?? ''] as const),
  ]
  const index = new MiniSearch<{ id: number; name: string; about: string; made: string }>({
    fields: ['name', 'about', 'made'],
    // A word as it stands, which what is typed begins, and its stem, which other forms of it share.
    processTerm: term => [...new Set([plain(term), stem(plain(term))])].filter(Boolean),
    searchOptions: { boost: { name: 4, about: 2 }, processTerm: plain },
  })
  index.addAll(all.map(([{ name, about }, made], id) => ({ id, name, about: about ?? '', made })))
  const foundAt = (id: number): Found => (all[id] as readonly [Found, string])[0]

  return {
    find(query) {
      const ids =
        query.trim() === ''
          ? all.map((_, id) => id)
          : index
              .search(query, { combineWith: 'AND', prefix: true, fuzzy: term => (term.length > 4 ? 0.2 : false) })
              // The sort is stable, and those of this desktop stand first.
              .sort((a, b) => b.score - a.score || a.id - b.id)
              .map(({ id }) => id as number)
      const found = ids.map(foundAt)
      return { own: found.filter(({ kind }) => kind === 'own'), shipped: found.filter(({ kind }) => kind === 'shipped'), best: found[0] ?? null }
    },
    near(request) {
      const words = (plain(request).match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !SAYS_NOTHING.has(word)).slice(0, 50)
      return index
        .search([...new Set(words.map(stem))].join(' '), { combineWith: 'OR' })
        .filter(({ match, queryTerms }) => {
          const named = Object.values(match).some(fields => fields.includes('name'))
          // Two of many words may stand in anything.
          return named || (queryTerms.length > 1 && queryTerms.length / words.length >= 0.5)
        })
        .slice(0, NEAREST)
        .map(({ id }) => foundAt(id as number))
    },
  }
}
