/** What is said of a text that is no JSON: the place a person would look at, the reason, the repair. */
import type { Fix } from '../../issue.ts'
import { type JsonFault, nameMember, quote, showCharacter } from '../fault.ts'
import { formatPointer } from '../pointer.ts'
import { faultCode, pathTo, type Scan, type Token } from '../scan.ts'
import type { Candidate } from './candidates.ts'
import { findMend, type Language } from './mend.ts'

export interface StructureFault {
  readonly code: string
  readonly message: string
  /** JSON Pointer. */
  readonly at: string
  readonly offset: number
  readonly fix?: Fix
}

/**
 * The first fault in the structure of a text: a comma, colon, quote or bracket too few or too many.
 *
 * @param scan of the text, which has stopped
 * @param fault what the parser says of it, for what has no clear repair
 */
export function explainStructure(text: string, scan: Scan, fault: JsonFault, language: Language): StructureFault {
  const stop = scan.stop as Token
  const candidate = findMend(text, scan, language)
  if (candidate === null) {
    return { code: faultCode(stop), message: fault.message, at: fault.pointer, offset: stop.start }
  }
  const tokens = [...scan.tokens, stop]
  const token = tokens[candidate.token] as Token
  const isKey = token.expected === 'key' || token.expected === 'first-key'
  const isBracket = /^(mismatched-bracket|extra-bracket|unclosed-list|unclosed-record)$/.test(candidate.code)
  const path = pathTo(token.frame, isKey || isBracket ? null : token.member)
  return {
    code: candidate.code,
    message: messageOf(text, candidate, token, tokens[candidate.token - 1]),
    at: formatPointer(path),
    // What is missing at the end is looked for there, also where something before it goes.
    offset: candidate.code === 'unexpected-end' ? stop.start : candidate.offset,
    fix: { title: candidate.title, edits: [{ offset: candidate.offset, delete: candidate.delete, insert: candidate.insert }] },
  }
}

function messageOf(text: string, candidate: Candidate, token: Token, before: Token | undefined): string {
  const written =
    token.end === token.start + 1 ? showCharacter(text.charCodeAt(token.start)) : text.slice(token.start, Math.min(token.end, token.start + 40)).toWellFormed()
  const frame = token.frame
  const what =
    frame === null || frame.key === null ? (frame?.isList ? 'The list' : 'The document') : `The ${frame.isList ? 'list' : 'record'} ${nameFrame(frame.key)}`
  switch (candidate.code) {
    case 'missing-comma':
      return candidate.delete > 0
        ? `A comma belongs after ${nameMember(token.member)}, not ${written}.`
        : `A comma is missing after ${nameMember(token.member)}: write one.`
    case 'missing-colon':
      return candidate.delete > 0
        ? `A colon belongs after the key ${quote(token.member)}, not ${written}.`
        : `A colon is missing after the key ${quote(token.member)}: write one.`
    case 'extra-comma':
      return 'There is a comma too many here: remove it.'
    case 'extra-colon':
      return 'There is a colon too many here: remove it.'
    case 'unclosed-list':
    case 'unclosed-record':
      return `${what} is not closed: write ${candidate.insert} here.`
    case 'unclosed-text':
      return candidate.offset <= token.start
        ? `This text lacks the quotation mark that opens it: write " here.`
        : `This text lacks the quotation mark that closes it: write " here.`
    case 'missing-quotes':
      return `Texts and keys stand in double quotes: write ${quote(text.slice(candidate.offset, candidate.offset + candidate.delete))}.`
    case 'unescaped-quote':
      return 'A quotation mark inside of a text is written \\": write that.'
    case 'ellipsis':
      return 'Dots stand here for something that is not written: write it, or remove them.'
    case 'not-a-json-word':
      return `JSON has no ${written}: write null.`
    case 'mismatched-bracket':
      return `This ${written} closes a ${frame?.isList ? 'list' : 'record'}, which ends with ${candidate.insert}: write that.`
    case 'extra-bracket':
      return `This ${written} closes too much, or nothing: remove it.`
    case 'missing-bracket':
      return `${candidate.insert === '{' ? 'A record' : 'A list'} begins here without its bracket: write ${candidate.insert}.`
    case 'unexpected-end':
      return before === undefined
        ? 'The text is empty: a JSON document is expected.'
        : `The text ends too early: ${candidate.insert} would close what is open, and what was to come is missing.`
    default:
      return `${showCharacter(text.charCodeAt(candidate.offset))} cannot stand here: remove it.`
  }
}

const nameFrame = (key: string | number): string => (typeof key === 'number' ? `that is element ${key + 1}` : quote(key))
