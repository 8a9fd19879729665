/** The corpora of hostile text that this folder's tests read. Each list is empty, with a printed reason, where its corpus is missing. */
import { readdirSync, readFileSync } from 'node:fs'
import { corpus } from '../corpus.ts'

const lines = (text: string) => text.split(/\r?\n/).filter(line => line.trim() !== '')
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** Markup that runs code in a page that pastes text into HTML: every distinct line of the collections. */
export function markupPayloads(): readonly string[] {
  const folder = corpus('xss')
  if (folder === null) return []
  const texts = readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .flatMap(name => lines(readFileSync(`${folder}/${name}`, 'utf8')))
  const files = readdirSync(`${folder}/patt-files`).map(name => readFileSync(`${folder}/patt-files/${name}`, 'latin1'))
  const sanitised = (json(`${folder}/dompurify-expect.json`) as { payload: string }[]).map(({ payload }) => payload)
  return [...new Set([...texts, ...files, ...sanitised])]
}

/** Addresses that run code, or hide where they lead. */
export function addressPayloads(): readonly string[] {
  const own = corpus('own')
  const safevalues = corpus('safevalues')
  const inputs = (path: string) => Object.values(json(path) as Record<string, { input: string }[]>).flatMap(list => list.map(({ input }) => input))
  return [
    ...new Set([
      ...(own === null ? [] : (json(`${own}/url-scheme-vectors.json`) as { vectors: { input: string }[] }).vectors.map(({ input }) => input)),
      ...(safevalues === null ? [] : [...inputs(`${safevalues}/url_test_vectors.json`), ...inputs(`${safevalues}/javascript_url_sanitizer_test_vectors.json`)]),
    ]),
  ]
}

/** Every example of CommonMark and of GitHub's flavour, and texts that made another reader hang. */
export function markdownPayloads(): readonly string[] {
  const folder = corpus('markdown')
  if (folder === null) return []
  const examples = ['commonmark.0.31.2.json', 'gfm.0.29.json'].flatMap(name =>
    (json(`${folder}/${name}`) as { markdown?: string }[]).flatMap(({ markdown }) => (markdown === undefined ? [] : [markdown])),
  )
  return [
    ...examples,
    ...readdirSync(`${folder}/marked-redos`)
      .filter(name => name.endsWith('.md'))
      .map(name => readFileSync(`${folder}/marked-redos/${name}`, 'utf8')),
  ]
}

/** The names of attributes that a browser gives a meaning, of the global contracts. */
export function attributeNames(): readonly string[] {
  const folder = corpus('safevalues')
  if (folder === null) return []
  const { GLOBAL_ATTRIBUTE_CONTRACTS: contracts } = json(`${folder}/attribute_contracts_test_vectors.json`) as {
    GLOBAL_ATTRIBUTE_CONTRACTS: { attributeName: string }[]
  }
  return contracts.map(({ attributeName }) => attributeName)
}

export interface ObjectVectors {
  readonly keys: readonly string[]
  readonly paths: readonly string[]
  readonly json: readonly string[]
}

/** Names and documents that reach for the prototype. */
export function objectVectors(): ObjectVectors {
  const folder = corpus('prototype-pollution')
  return folder === null ? { keys: [], paths: [], json: [] } : (json(`${folder}/own-pp-vectors.json`) as ObjectVectors)
}

export function naughtyStrings(): readonly string[] {
  const folder = corpus('naughty-strings')
  return folder === null ? [] : (json(`${folder}/blns.json`) as string[])
}

/** Every nth of a list, so that at most `most` remain, evenly. */
export function sample<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list
  return Array.from({ length: most }, (_, index) => list[Math.floor((index * list.length) / most)] as T)
}
