import type { ShippedApp } from '../services/shipped-apps.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { appNameForPeople } from './app-name.ts'

interface FoundApp {
  readonly key: string
  readonly name: string
  readonly icon: string | null
  readonly about: string | null
}
export type Found = FoundApp & ({ readonly kind: 'own'; readonly instance: string } | { readonly kind: 'shipped'; readonly app: ShippedApp })

/** Lower case, without accents: what is typed and what is found are compared so. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * How well an app answers to the words: each has to stand somewhere in it. A name that begins with one
 * counts most, then a word of the name, then what it says about itself, then the request that made it.
 * 0 is not at all.
 */
export function matchScore(words: readonly string[], name: string, about: string, made: string): number {
  let score = 1
  for (const word of words) {
    const inName = name.indexOf(word)
    if (inName === 0) score += 8
    else if (inName > 0) score += /\s/.test(name[inName - 1]!) ? 6 : 3
    else if (about.includes(word)) score += 2
    else if (made.includes(word)) score += 1
    else return 0
  }
  return score
}

export interface FoundApps {
  readonly own: readonly Found[]
  readonly shipped: readonly Found[]
  /** What Enter opens: of equally good ones that of this desktop. */
  readonly best: Found | null
}

export function findApps(query: string, own: readonly InstalledApp[], shipped: readonly ShippedApp[]): FoundApps {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const ranked = (apps: readonly (readonly [Found, string])[]) =>
    apps
      .map(([app, made]) => ({ app, score: matchScore(words, plain(app.name), plain(app.about ?? ''), plain(made)) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
  const ownRanked = ranked(
    own.map(app => [
      { kind: 'own', key: app.instance, instance: app.instance, name: appNameForPeople(app.name), icon: app.icon, about: app.about },
      app.versions.map(version => version.lineage.prompt ?? '').join(' '),
    ]),
  )
  const shippedRanked = ranked(
    shipped.map(app => [{ kind: 'shipped', key: app.id, app, name: app.name, icon: app.icon, about: app.about }, app.category ?? '']),
  )
  const [first] = [...ownRanked.slice(0, 1), ...shippedRanked.slice(0, 1)].sort((a, b) => b.score - a.score)
  return { own: ownRanked.map(({ app }) => app), shipped: shippedRanked.map(({ app }) => app), best: first?.app ?? null }
}
