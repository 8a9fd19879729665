/** What was typed or pasted, as tags: split at commas, semicolons and line ends, trimmed, empty ones left out. */
export function splitTags(text: string): readonly string[] {
  return text
    .split(/[,;\n\t]/)
    .map(tag => tag.trim())
    .filter(tag => tag !== '')
}

/** `tags` with `added` after them, each once, whatever its case. */
export function addTags(tags: readonly string[], added: readonly string[]): readonly string[] {
  const seen = new Set(tags.map(tag => tag.toLocaleLowerCase()))
  const next = [...tags]
  for (const tag of added) {
    const name = tag.toLocaleLowerCase()
    if (seen.has(name)) continue
    seen.add(name)
    next.push(tag)
  }
  return next
}
