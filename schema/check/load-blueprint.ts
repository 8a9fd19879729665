/** Loading with all that can be said of what is wrong, for whoever writes a blueprint or repairs one. */
import { documentSchema } from '../generated/document-schema.ts'
import type { Issue } from '../issue.ts'
import type { Language } from '../json/mend/mend.ts'
import type { Advice } from './advice.ts'
import { explainFault } from './explain-fault.ts'
import { fullAdvice } from './full-advice.ts'
import { checkValue, type LoadedBlueprint, type LoadOptions, load } from './load.ts'
import { createReport } from './report.ts'

const advice: Advice = { ...fullAdvice, explainFault: unreadable => explainFault(unreadable, language) }

/** By which the best reading of a text is found whose syntax is broken. */
const language: Language = {
  sections: new Set(Object.keys(documentSchema.properties ?? {})),
  judge(value) {
    const report = createReport({ advice })
    checkValue(value, true, report)
    return report.findings
  },
}

/**
 * Reads and checks a blueprint, given as text or as a value. Never throws, whatever it is given.
 * A document whose issues hold an `error` must not run.
 */
export function loadBlueprint(input: unknown, options: LoadOptions = {}): LoadedBlueprint {
  return load(input, options, advice)
}

/** The issues of a blueprint, given as text or as a value; see `loadBlueprint`. */
export function checkBlueprint(input: unknown): readonly Issue[] {
  return loadBlueprint(input).issues
}
