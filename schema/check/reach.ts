/** What a blueprint can reach (B67): the capabilities and tools that it uses, against those that it asks for. */

import type { Grade } from '../catalog.ts'
import { readFrameAddress } from '../frame-address.ts'
import { components, tools } from '../generated/catalog.ts'
import { intentNameMessage, isIntentName } from '../intents.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import { pickedOrigin } from '../picked-origin.ts'
import { isSecretName, secretNameWords } from '../secret-name.ts'
import { folderFault } from '../workspace/path.ts'
import type { Facts } from './facts.ts'
import { entriesOf, isList, isRecord, isText, own, recordOf, shown } from './kinds.ts'
import type { Near } from './nearest.ts'
import { readOrigin } from './origin.ts'
import { changeTo, orElse } from './repairs.ts'
import type { Report } from './report.ts'

export interface ReachedCapability {
  /** With its scope: `storage`, `net:https://api.example.com`. */
  readonly capability: string
  readonly grade: Grade
  readonly tools: readonly string[]
  /** The app's own words. */
  readonly why: string | null
}

export interface Reach {
  readonly capabilities: readonly ReachedCapability[]
  /** Every tool that some step or data entry names, in the order of the document. */
  readonly tools: readonly string[]
}

export const emptyReach: Reach = { capabilities: [], tools: [] }

interface Need {
  readonly grade: Grade
  readonly tools: Set<string>
  readonly components: Set<string>
  /** Where it is first needed. */
  readonly at: Path
}

/**
 * Computes the reach and holds the document's `capabilities` to it. With `drop`, the document that
 * is given back is without the entries that nothing uses.
 */
export function checkReach(document: JsonObject, facts: Facts, report: Report, drop: boolean): { readonly document: JsonObject; readonly reach: Reach } {
  const needs = collectNeeds(document, facts, report)
  const asked = own(document, 'capabilities')
  const entries = isList(asked) ? asked : []
  const whys = new Map<string, string>()
  const others: { readonly use: string; readonly at: Path }[] = []
  entries.forEach((entry, index) => {
    const use = isRecord(entry) ? own(entry, 'use') : undefined
    if (!isText(use)) return
    const at: Path = ['capabilities', index]
    const capability = canonical(use)
    if (!needs.has(capability)) {
      others.push({ use, at })
      return
    }
    const why = isRecord(entry) ? own(entry, 'why') : undefined
    if (whys.has(capability))
      report.note('repeated-capability', at, `"${use}" is asked for twice.`, { fix: { title: 'Remove it', edits: [{ remove: formatPointer(at) }] } })
    whys.set(capability, isText(why) ? why : '')
  })
  const missing = new Set([...needs.keys()].filter(capability => !whys.has(capability)))
  const unused = others.filter(({ use, at }) => {
    const meant = report.advice?.nearest(use, missing)
    if (!meant?.sure) return reportUnused(use, at, report)
    missing.delete(meant.name)
    reportMisspelt(use, meant, at, report)
    return false
  })
  for (const [capability, need] of needs) if (missing.has(capability)) reportMissing(capability, need, isList(asked), report)
  const reach: Reach = {
    capabilities: [...needs].map(([capability, { grade, tools: by }]) => ({ capability, grade, tools: [...by], why: whys.get(capability) || null })),
    tools: [...new Set(facts.toolUses.map(use => use.tool))],
  }
  // With errors the document does not run, and the places of its issues must stay.
  if (!drop || unused.length === 0 || report.hasErrors) return { document, reach }
  const dropped = new Set(unused.map(({ at }) => at.at(-1)))
  const kept = entries.filter((_, index) => !dropped.has(index))
  return { document: recordOf(entriesOf(document).map(([key, value]) => [key, key === 'capabilities' ? (kept as Json) : value])), reach }
}

function collectNeeds(document: JsonObject, facts: Facts, report: Report): Map<string, Need> {
  const needs = new Map<string, Need>()
  const constants = own(document, 'constants')
  const need = (capability: string, grade: Grade, tool: string | null, at: Path): Need => {
    const known = needs.get(capability) ?? { grade, tools: new Set<string>(), components: new Set<string>(), at }
    if (tool !== null) known.tools.add(tool)
    needs.set(capability, known)
    return known
  }
  for (const [name, entry] of entriesOf(own(document, 'state')))
    if (isRecord(entry) && own(entry, 'persist') === true) need('storage', 'quiet', null, ['state', name])
  for (const use of facts.toolUses) {
    const rule = tools.get(use.tool)?.capability
    if (!rule) continue
    if (rule.also && use.also !== undefined) {
      if (isText(use.also) && isSecretName(use.also)) need(`${rule.also.name}:${use.also}`, rule.also.grade, use.tool, use.at)
      // That it is not computed is said where it stands.
      else if (!isText(use.also) || !use.also.includes('${'))
        report.error('wrong-value', use.alsoAt, `${shown(use.also)} names no key: write ${secretNameWords}.`)
    }
    if (rule.name === 'intent') {
      if (isText(use.scope) && isIntentName(use.scope)) need(`${rule.name}:${use.scope}`, rule.grade, use.tool, use.at)
      else if (use.scope !== undefined && !String(use.scope).includes('${'))
        report.error('wrong-value', use.scopeAt, intentNameMessage(isText(use.scope) ? use.scope : shown(use.scope)))
    } else if (rule.scope?.kind === 'folder') {
      const fault = isText(use.scope) ? folderFault(use.scope) : 'it is no text'
      // One that was to be computed was reported where it stands.
      if (isText(use.scope) && use.scope.includes('${')) continue
      if (fault === null) need(`${rule.name}:${use.scope}`, rule.grade, use.tool, use.at)
      else if (use.scope !== undefined)
        report.error(
          'wrong-value',
          use.scopeAt,
          `${shown(use.scope)} is no folder of the workspace: ${fault}. Write the name of one folder, as in "Notes"; "path" says what is in it.`,
        )
    } else if (rule.scope?.kind !== 'origin') need(rule.name, rule.grade, use.tool, use.at)
    else if (isText(use.scope)) {
      const reading = readOrigin(use.scope, isRecord(constants) ? constants : {}, true)
      if (reading.ok) need(`${rule.name}:${reading.origin}`, rule.grade, use.tool, use.at)
      else report.error('unreadable-origin', use.scopeAt, originMessages[reading.why])
    }
  }
  for (const use of facts.componentUses) {
    const rule = components.get(use.component)?.capability
    // A property that cannot be read was reported where it stands.
    const reading = isText(use.scope) ? readFrameAddress(use.scope) : null
    if (rule && reading?.ok) need(`${rule.name}:${reading.origin}`, rule.grade, null, use.at).components.add(use.component)
  }
  for (const source of facts.sources) {
    const reading = readOrigin(source.value, isRecord(constants) ? constants : {})
    if (reading.ok) need(`net:${reading.origin}`, 'ask', null, source.at)
  }
  return needs
}

const originMessages = {
  unknown:
    'Which server this goes to must be readable from the blueprint: begin it with a literal or constant address up to the slash after the host, as in https://api.example.com/${city}. For a server that the person chooses, begin it with a name: ?server/${city}.',
  scheme: 'This is no web address: it begins with https://.',
  invalid: 'This is no valid web address: write https://, a host and a path, without a user name.',
} as const

/** `net:HTTPS://Api.example/` as the capability of the origin that it means. */
function canonical(use: string): string {
  const [name = ''] = use.split(':', 1)
  if (!originCapabilities.has(name)) return use
  const reading = readOrigin(use.slice(name.length + 1), {}, true)
  return reading.ok ? `${name}:${reading.origin}` : use
}

function reportMissing(capability: string, need: Need, hasList: boolean, report: Report): void {
  const entry = { use: capability }
  const users = [...need.tools, ...need.components]
  const by = users.length > 0 ? users.join(', ') : capability === 'storage' ? '"persist"' : 'An image'
  report.error(
    'missing-capability',
    hasList ? ['capabilities'] : need.at,
    `${by} needs the capability "${capability}": add { "use": "${capability}", "why": "…" } to "capabilities".`,
    {
      suggestion: capability,
      fix: { title: `Ask for ${capability}`, edits: [{ set: '/capabilities/-', value: entry }] },
    },
  )
}

/** An entry that is nearly what the app needs: the app does not get to do it, and nobody asked for what it says. */
function reportMisspelt(use: string, meant: Near, at: Path, report: Report): void {
  const useAt = [...at, 'use']
  if (knownCapabilities.has(use.split(':')[0] ?? ''))
    report.error('missing-capability', useAt, `Nothing in the app uses "${use}"; what it needs is "${meant.name}".`, changeTo(useAt, meant))
  else report.error('unknown-capability', useAt, `There is no capability "${use}"${orElse(meant, '.')}`, changeTo(useAt, meant))
}

/** True where the entry can be dropped: a capability of the language that nothing uses. */
function reportUnused(use: string, at: Path, report: Report): boolean {
  const name = use.split(':')[0] ?? use
  const useAt = [...at, 'use']
  if (originCapabilities.has(name) && !use.includes('://') && pickedOrigin(use.slice(name.length + 1)) === null) {
    report.error(
      'bad-capability',
      useAt,
      `A network capability names one origin: "${name}:https://api.example.com", or "net:?server" for one that the person writes; this is ${shown(use)}.`,
    )
    return false
  }
  if (knownCapabilities.has(name)) {
    report.note('unused-capability', at, `Nothing in the app uses "${use}": it is not asked for.`, {
      fix: { title: 'Remove it', edits: [{ remove: formatPointer(at) }] },
    })
    return true
  }
  const near = report.advice?.nearest(use, knownCapabilities)
  report.error('unknown-capability', useAt, `There is no capability "${use}"${orElse(near, '.')}`, changeTo(useAt, near))
  return false
}

const rules = [...tools.values(), ...components.values()].flatMap(spec => spec.capability ?? [])
const knownCapabilities: ReadonlySet<string> = new Set(rules.flatMap(rule => (rule.also ? [rule.name, rule.also.name] : [rule.name])))
/** Those that name one origin. */
const originCapabilities: ReadonlySet<string> = new Set(rules.flatMap(rule => (rule.scope?.kind === 'origin' ? [rule.name] : [])))
