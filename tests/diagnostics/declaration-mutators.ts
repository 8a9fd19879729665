/** Names that are declared otherwise than they are used. */
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { formatPointer } from '../../schema/json/pointer.ts'
import type { Chance } from './chance.ts'
import { keysOf } from './changes.ts'
import { misspell } from './misspell.ts'
import { edited, isRecord, type Mutant, type Mutator } from './mutant.ts'
import type { Sample } from './samples.ts'

/** Renames a declaration and leaves its uses as they are. */
function renameDeclaration(sample: Sample, section: string, change: (word: string, chance: Chance) => string, chance: Chance): Mutant | null {
  const used = keysOf(sample.document[section]).filter(name => usesOf(sample.document, section, name).length > 0)
  const name = chance.pick(used)
  if (name === null) return null
  const next = change(name, chance)
  if (next === name || Object.keys(sample.document).some(key => keysOf(sample.document[key]).includes(next))) return null
  return edited(sample, [{ rename: formatPointer([section, name]), to: next }], [[section, next], ...usesOf(sample.document, section, name)])
}

function usesOf(document: JsonObject, section: string, name: string): readonly Path[] {
  const uses: Path[] = []
  const word = new RegExp(`(?<![\\p{ID_Continue}$.])${name}(?![\\p{ID_Continue}$])`, 'u')
  const visit = (value: Json, at: Path): void => {
    if (typeof value === 'string') {
      if (word.test(value) && (value.includes('${') || value === name || at.at(-1) === 'where' || /^[\w.[\]]+$/.test(value))) uses.push(at)
    } else if (Array.isArray(value)) for (const [index, element] of value.entries()) visit(element, [...at, index])
    else if (isRecord(value))
      for (const [key, inner] of Object.entries(value)) {
        if (section === 'state' && key === name && at[0] === 'tests' && at.at(-1) === 'state') uses.push([...at, key])
        visit(inner, [...at, key])
      }
  }
  visit(document, [])
  return uses
}

/** Another word for the same thing, as a model writes it that has forgotten what it called it. */
const otherName = (name: string, chance: Chance): string =>
  chance.pick([
    `${name}List`,
    `my${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    `${name}Value`,
    `current${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
  ]) ?? name

export const declarationMutators: readonly Mutator[] = [
  { name: 'renamed state', make: (sample, chance) => renameDeclaration(sample, 'state', chance.below(2) === 0 ? misspell : otherName, chance) },
  { name: 'renamed derived value', make: (sample, chance) => renameDeclaration(sample, 'derived', chance.below(2) === 0 ? misspell : otherName, chance) },
  { name: 'renamed action', make: (sample, chance) => renameDeclaration(sample, 'actions', chance.below(2) === 0 ? misspell : otherName, chance) },
  { name: 'renamed part', make: (sample, chance) => renameDeclaration(sample, 'parts', misspell, chance) },
  { name: 'renamed page', make: (sample, chance) => renameDeclaration(sample, 'pages', misspell, chance) },
]
