/** Why an edit of an earlier version is refused: what became of the same place here, and what the edit would have made of it. */
export function conflictWords({ here, there }: { readonly here: readonly string[]; readonly there: readonly string[] }): string {
  const few = (lines: readonly string[]) => `${lines.slice(0, 3).join('; ')}${lines.length > 3 ? `; and ${lines.length - 3} more` : ''}`
  return `It was made for an earlier version, and both changed the same place. Here: ${few(here)}. The edit: ${few(there)}. Ask for it anew.`
}
