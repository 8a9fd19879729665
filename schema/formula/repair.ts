/**
 * Mends a formula that does not parse: of all texts one small change away, the one that parses and passes the check best.
 */
import type { FormulaFault } from './expression.ts'
import { type Candidate, candidatesFor } from './repair-candidates.ts'

/** What the check says of a text in its slot. */
export interface Judgement {
  /** Places where it does not parse; such a text has no meaning. */
  readonly faults: number
  readonly errors: number
  readonly notes: number
  /** Texts with the same meaning are the same repair. */
  readonly meaning: string
}

export type Judge = (text: string) => Judgement

export interface Mending {
  /** The one repair that is clearly right. */
  readonly repair: Candidate | null
  /** Where several are: the best of them. */
  readonly choices: readonly Candidate[]
}

/** Candidates are checked as to their types up to this many; those further down are no likelier. */
const MOST_JUDGED = 400

/** The repair of `text`, which does not parse; `open` is where the formula at fault begins in it. */
export function mend(text: string, fault: FormulaFault, open: number, judge: Judge): Mending {
  const found = candidatesFor(text, fault, open).toSorted((a, b) => a.rank - b.rank)
  const before = judge(text).faults
  const judged: { readonly candidate: Candidate; readonly judgement: Judgement }[] = []
  for (const candidate of found.slice(0, MOST_JUDGED)) {
    const judgement = judge(candidate.text)
    if (judgement.faults < before) judged.push({ candidate, judgement })
  }
  const cost = ({ faults, errors, notes }: Judgement) => faults * 1_000 + errors * 10 + notes
  judged.sort((a, b) => cost(a.judgement) - cost(b.judgement) || a.candidate.rank - b.candidate.rank)
  const [best] = judged
  if (best === undefined) return { repair: null, choices: [] }
  const rivals = judged.filter(
    one =>
      cost(one.judgement) === cost(best.judgement) && one.judgement.meaning !== best.judgement.meaning && one.candidate.rank - best.candidate.rank < MARGIN,
  )
  // What is still wrong may be another slip, or the repair may be none: only a change of words is plain enough then.
  const plain = best.judgement.errors === 0 || best.candidate.rank < WORDS
  return rivals.length === 0 && plain
    ? { repair: best.candidate, choices: [] }
    : { repair: null, choices: [best, ...rivals].slice(0, 3).map(one => one.candidate) }
}

/** Candidates that only write in the language of formulas what another writes otherwise rank below this. */
const WORDS = 1

/** Repairs whose ranks differ by less are equally likely. */
const MARGIN = 0.001
