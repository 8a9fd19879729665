/** Names that are used and not declared, beside names that are declared and not used: most likely one was renamed and the other forgotten. */
import { distance } from '../formula/did-you-mean.ts'
import type { Fix } from '../issue.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { formatPointer, getAt } from '../json/pointer.ts'
import { entriesOf, isList, isRecord, isText, own } from './kinds.ts'
import { nameProblem } from './names.ts'
import { nearest } from './nearest.ts'
import type { Finding } from './report.ts'

/** The sections that declare what an issue misses. */
const declaredIn: ReadonlyMap<string, readonly string[]> = new Map([
  ['unknown-name', ['state', 'derived', 'constants', 'data']],
  ['unknown-function', ['derived']],
  ['unknown-action', ['actions']],
  ['unknown-page', ['pages']],
  ['unknown-component', ['parts']],
])

interface Unused {
  readonly section: string
  readonly name: string
}

/**
 * The findings, those of undeclared names with a repair by way of an unused declaration, where exactly one is like it: the declaration gets the
 * name by which it is used several times, or a single misspelt use the name that is declared.
 */
export function offerDeclarations(document: JsonObject, findings: readonly Finding[]): readonly Finding[] {
  const missed = new Map<string, { readonly sections: readonly string[]; readonly name: string; readonly findings: Finding[] }>()
  for (const finding of findings) {
    const sections = declaredIn.get(finding.code)
    const name = sections && nameIn(finding, document)
    if (!sections || name === undefined || name.length < 2) continue
    const key = `${sections[0]} ${name}`
    const group = missed.get(key) ?? { sections, name, findings: [] }
    group.findings.push(finding)
    missed.set(key, group)
  }
  if (missed.size === 0) return findings
  const used = usedWords(document)
  const better = new Map<Finding, Finding>()
  for (const group of missed.values()) {
    const unused = group.sections
      .flatMap(section => entriesOf(own(document, section)).map(([name]) => ({ section, name })))
      .filter(({ name }) => !used.has(name))
    const found = likest(group.name, unused)
    if (found) for (const finding of group.findings) better.set(finding, offer(finding, group.name, found, group.findings.length, document))
  }
  return findings.map(finding => better.get(finding) ?? finding)
}

function nameIn({ within, at }: Finding, document: JsonObject): string | undefined {
  if (within) return within.text.slice(within.from, within.to)
  const value = getAt(document, at)
  return isText(value) ? value : undefined
}

/** The only unused name that is spelt nearly so, or that holds the name or is held by it. */
function likest(name: string, unused: readonly Unused[]): Unused | undefined {
  const near = nearest(
    name,
    unused.map(other => other.name),
  )
  if (near?.sure) return unused.find(other => other.name === near.name)
  const word = name.toLowerCase()
  const holding = unused.filter(other => {
    const entry = other.name.toLowerCase()
    return Math.min(word.length, entry.length) > 2 && (entry.includes(word) || word.includes(entry))
  })
  return holding.length === 1 ? holding[0] : undefined
}

function offer(finding: Finding, name: string, { section, name: declared }: Unused, uses: number, document: JsonObject): Finding {
  const { suggestion } = finding
  const far = (other: string): number => distance(name.toLowerCase(), other.toLowerCase())
  if (uses === 1 && far(declared) <= Math.max(1, Math.floor(name.length / 3))) {
    if (suggestion !== undefined && suggestion !== declared && far(suggestion) <= far(declared)) return finding
    return suggestion === declared && finding.fix ? finding : { ...finding, suggestion: declared, ...changeUse(finding, declared) }
  }
  if (nameProblem(name) !== null || (section === 'parts' && !/^[A-Z]/.test(name))) return finding
  const message = `${finding.message.replace(/: did you mean "[^"]*"\?.*$/s, '.')} "${section}" declares "${declared}", which nothing uses: give it this name.`
  return { ...finding, message, suggestion: declared, fix: renameDeclaration(document, section, declared, name) }
}

function changeUse({ within, at }: Finding, declared: string): { readonly fix: Fix } {
  const value = within ? within.text.slice(0, within.from) + declared + within.text.slice(within.to) : declared
  return { fix: { title: `Change to ${declared}`, edits: [{ set: at, value }] } }
}

/** The declaration, and what tests put into it, under another name. */
function renameDeclaration(document: JsonObject, section: string, from: string, to: string): Fix {
  const tests = own(document, 'tests')
  const inTests = (section === 'state' && isList(tests) ? tests : []).flatMap((test, index) => {
    const state = isRecord(test) ? own(test, 'state') : undefined
    return isRecord(state) && Object.hasOwn(state, from) && !Object.hasOwn(state, to) ? [['tests', index, 'state', from]] : []
  })
  return {
    title: `Rename ${from} to ${to}`,
    edits: [[section, from], ...inTests].map(path => ({ rename: formatPointer(path), to })),
  }
}

/** Every word of a formula or a path, and every text that may be the name of something. Rather too many than too few. */
function usedWords(document: JsonObject): ReadonlySet<string> {
  const used = new Set<string>()
  const visit = (value: Json, inTests: boolean): void => {
    if (isText(value)) {
      if (value.includes('${') || (!inTests && !/\s/.test(value)) || value.includes('=>'))
        for (const [word] of value.matchAll(/[\p{ID_Start}_][\p{ID_Continue}]*/gu)) used.add(word)
    } else if (isList(value)) for (const element of value) visit(element, inTests)
    else for (const [key, inner] of entriesOf(value)) if (key !== 'icon') visit(inner, inTests)
  }
  for (const [section, value] of entriesOf(document)) if (section !== 'app' && section !== 'constants') visit(value, section === 'tests')
  return used
}
