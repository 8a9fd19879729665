import { cleanText } from './clean-text.ts'
import { skeleton } from './skeleton.ts'

/** Names that an app must not go by: the desktop's own, and those whose owner people trust. */
const RESERVED: readonly string[] = (
  'Cyanotype Desktop System Settings Setting Permissions Permission Security Approval Approve Allow Admin Administrator Installer Update Updates Launcher ' +
  'Login Password Passwords Account Wallet Bank Anthropic Claude Apple Google Microsoft OpenAI ChatGPT Ollama PayPal Windows Chrome'
).split(' ')

/** Words that change nothing about who a name claims to be. */
const QUALIFIERS: readonly string[] =
  'a an and app apps approved by certified from is of official real safe secure support team the this trusted user verified your center centre'.split(' ')

const reservedBySkeleton: ReadonlyMap<string, string> = new Map(RESERVED.map(name => [skeleton(name), name]))
const qualifierSkeletons: ReadonlySet<string> = new Set(QUALIFIERS.map(skeleton))

/**
 * The reserved name that a name passes itself off as, or null. It does so where nothing is left of it
 * but reserved names, words like "official" or "by", and signs: `Sуstem`, `System (verified ✓)`, but
 * not `Solar System`.
 */
export function imitates(name: string): string | null {
  const readings = /[\u202A-\u202E\u2066-\u2069\u200F]/.test(name) ? [name, [...name].reverse().join('')] : [name]
  for (const reading of readings) {
    const found = findReserved(reading)
    if (found !== null) return found
  }
  return null
}

/** Whether the desktop's own name is a word of it, whatever else it says: `Cyanotype Helper`. */
export function namesTheDesktop(name: string): boolean {
  return [name, [...name].reverse().join('')].some(reading => wordsOf(reading).includes(skeleton('Cyanotype')))
}

/** The words of a name as they look. Signs are told from letters before `1`, `$` or `|` are taken for the letters that they look like. */
function wordsOf(name: string): readonly string[] {
  return cleanText(name)
    .text.split(/[\s\p{P}\p{So}\p{Sk}]+/u)
    .map(skeleton)
    .filter(word => word !== '')
}

function findReserved(name: string): string | null {
  const words = wordsOf(name)
  let found: string | null = null
  for (const word of words) {
    const reserved = reservedBySkeleton.get(word)
    if (reserved !== undefined) found ??= reserved
    else if (!qualifierSkeletons.has(word)) return reservedBySkeleton.get(skeleton(name.replace(/[\s\p{P}\p{S}]+/gu, ''))) ?? null
  }
  return found
}
