import { checkBlueprint } from '../../schema/check/load-blueprint.ts'
import { hashBlueprint } from '../../schema/identity/hash.ts'
import type { Issue } from '../../schema/issue.ts'
import { createChance, seedOf } from './chance.ts'
import { declarationMutators } from './declaration-mutators.ts'
import { formMutators } from './form-mutators.ts'
import { formulaMutators } from './formula-mutators.ts'
import type { Mutant, Mutator } from './mutant.ts'
import { nameMutators } from './name-mutators.ts'
import { repair } from './repair.ts'
import { issueKey, type Sample } from './samples.ts'
import { syntaxMutators } from './syntax-mutators.ts'
import { valueMutators } from './value-mutators.ts'

export const mutators: readonly Mutator[] = [...nameMutators, ...declarationMutators, ...valueMutators, ...formMutators, ...formulaMutators, ...syntaxMutators]

export interface Finding {
  readonly mutator: string
  readonly sample: string
  readonly mutant: Mutant
  /** The issues that the sample did not have. */
  readonly issues: readonly Issue[]
  readonly caught: boolean
  readonly placed: boolean
  readonly restored: boolean
}

/**
 * Breaks one sample in one way and looks at what the check makes of it.
 *
 * - caught: there is an error, or a note with a fix, that the sample did not have;
 * - placed: one of these stands at the value (or key) that was broken, or where something is missing at
 *   what it is missing from; for a break of the text, on the line of the token before the break, of the break or of the token after it;
 * - restored: the fixes that the issues carry, applied one after the other, give a document with the
 *   sample's own hash.
 *
 * Null where the sample cannot be broken so, or where what came out means the same to the check.
 */
export async function measure(sample: Sample, mutator: Mutator, seed: number): Promise<Finding | null> {
  const mutant = mutator.make(sample, createChance(seedOf(`${sample.name} ${mutator.name}`, seed)))
  if (mutant === null || mutant.text === sample.text) return null
  const issues = checkBlueprint(mutant.text).filter(issue => !sample.known.has(issueKey(issue)))
  const { document } = repair(mutant.text)
  const restored = document !== null && (await hashBlueprint(document)) === sample.hash
  if (issues.length === 0 && restored) return null
  return {
    mutator: mutator.name,
    sample: sample.name,
    mutant,
    issues,
    caught: issues.some(isFinding),
    placed: isPlaced(mutant, issues.filter(isFinding)),
    restored,
  }
}

const isFinding = ({ severity, fix }: Issue): boolean => severity === 'error' || fix !== undefined

function isPlaced({ text, place }: Mutant, issues: readonly Issue[]): boolean {
  if ('pointers' in place) return issues.some(issue => place.pointers.includes(issue.at))
  // A break lies between two tokens: the one before it and the one after.
  const first = lineOf(text, text.slice(0, place.offset).trimEnd().length)
  const rest = text.slice(place.offset)
  const last = lineOf(text, place.offset + (rest.length - rest.trimStart().length))
  return issues.some(issue => issue.line >= first && issue.line <= last)
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

export interface Row {
  readonly name: string
  readonly count: number
  readonly caught: number
  readonly placed: number
  readonly restored: number
}

/** The findings counted, a row for each mutator in the order of the list. */
export function countByMutator(findings: readonly Finding[]): readonly Row[] {
  return mutators
    .map(({ name }) =>
      countAll(
        name,
        findings.filter(finding => finding.mutator === name),
      ),
    )
    .filter(row => row.count > 0)
}

export function countAll(name: string, findings: readonly Finding[]): Row {
  const count = (test: (finding: Finding) => boolean): number => findings.filter(test).length
  return {
    name,
    count: findings.length,
    caught: count(({ caught }) => caught),
    placed: count(({ placed }) => placed),
    restored: count(({ restored }) => restored),
  }
}
