import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import { hashBlueprint } from '../../schema/identity/hash.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { prettyText } from '../../schema/json/pretty-text.ts'

/** A document without a fault, as the check leaves it, in its formatted text. */
export interface Sample {
  readonly name: string
  readonly document: JsonObject
  readonly text: string
  readonly hash: string
  /** What the check says of it: notes, as `issueKey` writes them. */
  readonly known: ReadonlySet<string>
}

const folders = ['tests/fixtures/valid', 'blueprints/apps', 'tests/recordings']

/** The valid fixtures, the shipped apps, and the recordings that pass the check. */
export async function readSamples(): Promise<readonly Sample[]> {
  const samples: Sample[] = []
  for (const folder of folders) {
    const path = join(import.meta.dirname, '../..', folder)
    for (const file of readdirSync(path)) {
      if (!file.endsWith('.json') || file.endsWith('.issues.json')) continue
      const { document, issues } = loadBlueprint(readFileSync(join(path, file), 'utf8'))
      if (document === null || issues.some(issue => issue.severity === 'error')) continue
      const text = prettyText(document)
      const known = new Set(loadBlueprint(text).issues.map(issueKey))
      samples.push({ name: `${folder}/${file}`, document, text, hash: await hashBlueprint(document), known })
    }
  }
  return samples
}

/** Two issues with the same key say the same. */
export function issueKey(issue: { readonly code: string; readonly at: string; readonly message: string }): string {
  return `${issue.code} ${issue.at} ${issue.message}`
}
