import { safeHref } from '../../components/safe-url.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'

const address = /(?:https?:\/\/|mailto:|tel:)[^\s<>"'`\\]+/gi

/**
 * The addresses that stand in what a document shows as its author wrote them, as links have them: alone, or inside a text
 * such as Markdown. A text that computes anything has none, whatever else it says.
 */
export function writtenAddresses(document: JsonObject): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (value: Json): void => {
    if (typeof value === 'string') {
      if (value.includes('${')) return
      add(value)
      for (const [text] of value.matchAll(address)) for (const part of readings(text)) add(part)
    } else if (Array.isArray(value)) for (const each of value) look(each)
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) look(each)
  }
  const add = (text: string) => {
    const href = safeHref(text)
    if (href !== null) found.add(href)
  }
  for (const section of ['view', 'pages', 'parts', 'glance']) if (Object.hasOwn(document, section)) look(document[section]!)
  return found
}

/** An address inside a text ends before the signs that close the sentence, or the brackets that it stands in. */
function readings(text: string): readonly string[] {
  const found = [text, /^[^()[\]]*/.exec(text)?.[0] ?? text]
  for (let end = text.length; end > 0 && '.,;:!?*_~)]'.includes(text.charAt(end - 1)); end--) found.push(text.slice(0, end - 1))
  return found
}
