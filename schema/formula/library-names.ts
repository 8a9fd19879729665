/** JavaScript's names for functions of the library (B24), and two that people write for the same. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['includes', 'has'],
  ['some', 'any'],
  ['every', 'all'],
  ['length', 'count'],
  ['flat', 'flatMap'],
  ['toUpperCase', 'upper'],
  ['toLowerCase', 'lower'],
  ['replaceAll', 'replace'],
  ['padStart', 'pad'],
  ['toString', 'text'],
  ['String', 'text'],
  ['Number', 'number'],
  ['log', 'ln'],
])

export const libraryAliases = ALIASES

/** The library's own name for a function; a name that is no alias is given back as it is. */
export function libraryName(name: string): string {
  return ALIASES.get(name) ?? name
}
