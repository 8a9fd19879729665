/** Faults of syntax with their repairs. Apart from `readText`, as a page that only runs apps has no use for it. */
import { explainContent } from '../json/mend/content-fault.ts'
import type { Language } from '../json/mend/mend.ts'
import { explainStructure } from '../json/mend/structure-fault.ts'
import type { SyntaxFault, Unreadable } from './read-text.ts'

/** @param language tells where a missing bracket belongs: where the document makes sense */
export function explainFault({ written, scan, text, fault, isInside, toWritten }: Unreadable, language: Language): SyntaxFault {
  if (!isInside) return explainStructure(written, scan, fault, language)
  const { code, message, offset, fix } = explainContent(text, fault, language)
  const found = { code, message, at: fault.pointer, offset: toWritten(offset) }
  if (fix === undefined) return found
  const from = toWritten(fix.edit.offset)
  const to = toWritten(fix.edit.offset + fix.edit.delete)
  return { ...found, fix: { title: fix.title, edits: [{ offset: from, delete: to - from, insert: fix.edit.insert }] } }
}
