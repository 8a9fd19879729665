import { useEffect, useState } from 'react'
import type { JsonObject } from '../../schema/json/json.ts'
import { prettyDocument } from '../../schema/json/pretty-text.ts'

/** A blueprint's text as `cyanotype fmt` writes it. The order of keys is loaded when it is wanted; where it cannot be, they keep theirs. */
export async function documentText(document: JsonObject): Promise<string> {
  const format = await import('../../schema/layout/format.ts').catch(() => null)
  return format ? format.formatDocument(document) : `${prettyDocument(document)}\n`
}

/** The same for what is shown; null until it is there. */
export function useDocumentText(document: JsonObject | null): string | null {
  const [written, setWritten] = useState<{ readonly document: JsonObject; readonly text: string } | null>(null)
  useEffect(() => {
    let wanted = document !== null
    if (document) void documentText(document).then(text => wanted && setWritten({ document, text }))
    return () => {
      wanted = false
    }
  }, [document])
  return written && written.document === document ? written.text : null
}
