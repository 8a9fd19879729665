import type { Issue } from '../../schema/issue.ts'

/**
 * What is wrong with a document that was refused, in the words of the check that knows what was meant. Most people never
 * need that check: it is loaded here, and where it cannot be had `known` stands.
 */
export async function explainRefusal(input: unknown, trusted: boolean, known: readonly Issue[]): Promise<readonly Issue[]> {
  const check = await import('../../schema/check/load-blueprint.ts').catch(() => null)
  if (check === null) return known
  const errors = check.loadBlueprint(input, { trusted }).issues.filter(({ severity }) => severity === 'error')
  return errors.length > 0 ? errors : known
}
