/** The limits on a document (section 9), counted after its parts are put in (S34). */
import type { Json, Path } from '../json/json.ts'
import { LIMITS } from '../limits.ts'
import type { Facts } from './facts.ts'
import { isList, isRecord } from './kinds.ts'
import type { Report } from './report.ts'

/** Keys of a record, characters of a text, elements of a list, anywhere in the document. False where it holds too much to be looked at further. */
export function checkSizes(document: Json, report: Report): boolean {
  let few = true
  const tooMuch = (code: string, at: Path, message: string): void => {
    few = false
    report.error(code, at, message)
  }
  // One path that grows and shrinks: every value of the document is passed, and hardly ever one is told of.
  const at: (string | number)[] = []
  const inside = (key: string | number, value: Json): void => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'string')) return
    at.push(key)
    visit(value)
    at.pop()
  }
  const visit = (value: Json): void => {
    if (typeof value === 'string') {
      if (value.length > LIMITS.authorTextCharacters)
        tooMuch('too-long', at, `A text has at most ${LIMITS.authorTextCharacters} characters; this has ${value.length}.`)
    } else if (isList(value)) {
      if (value.length > LIMITS.listElements) tooMuch('too-many', at, `A list has at most ${LIMITS.listElements} elements; this has ${value.length}.`)
      for (let index = 0; index < value.length; index++) inside(index, value[index] as Json)
    } else if (isRecord(value)) {
      const keys = Object.keys(value)
      if (keys.length > LIMITS.recordKeys) tooMuch('too-many', at, `A record has at most ${LIMITS.recordKeys} keys; this has ${keys.length}.`)
      for (const key of keys) inside(key, value[key] as Json)
    }
  }
  visit(document)
  return few
}

/** Components and their nesting once every use of a part is replaced by the part. Parts must be free of circles. */
export function checkExpansion(facts: Facts, report: Report): void {
  const totals = new Map<string, { readonly nodes: number; readonly depth: number }>()
  const total = (owner: string): { readonly nodes: number; readonly depth: number } => {
    const known = totals.get(owner)
    if (known) return known
    // The document itself is the owner without a name: a part of that name would stand in itself.
    totals.set(owner, { nodes: 0, depth: 0 })
    let nodes = facts.nodeCounts.get(owner) ?? 0
    let depth = facts.depths.get(owner) ?? 0
    for (const use of facts.partUses.get(owner) ?? []) {
      const inner = total(use.name)
      nodes = Math.min(nodes + inner.nodes, Number.MAX_SAFE_INTEGER)
      depth = Math.max(depth, use.depth + inner.depth)
    }
    totals.set(owner, { nodes, depth })
    return { nodes, depth }
  }
  const { nodes, depth } = total('')
  if (nodes > LIMITS.documentNodes)
    report.error(
      'too-many-components',
      ['view'],
      `An app has at most ${LIMITS.documentNodes} components once its parts are put in; this has ${nodes}. Use "each" for what repeats.`,
    )
  if (depth > LIMITS.componentDepth)
    report.error('too-deep', ['view'], `Components are nested at most ${LIMITS.componentDepth} deep once parts are put in; these are ${depth}.`)
}
