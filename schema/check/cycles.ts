/** Circles in who uses whom: derived values, parts, actions. */

/**
 * One circle for each group of names that use each other, as a path that ends where it began
 * (`['a', 'b', 'a']`), in the order of `graph`.
 */
export function findCycles(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const done = new Set<string>()
  const cycles: string[][] = []
  const visit = (name: string, trail: string[]): void => {
    const seenAt = trail.indexOf(name)
    if (seenAt >= 0) {
      cycles.push([...trail.slice(seenAt), name])
      return
    }
    if (done.has(name)) return
    trail.push(name)
    for (const next of graph.get(name) ?? []) visit(next, trail)
    trail.pop()
    done.add(name)
  }
  for (const name of graph.keys()) visit(name, [])
  return cycles
}
