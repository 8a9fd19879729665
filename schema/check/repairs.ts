/** The repairs that most issues offer: the nearest name in place of the wrong one. */
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import type { Near } from './nearest.ts'
import type { Extra } from './report.ts'

/** The value at `at` is a name: the nearest in its place, where no other is as near. */
export function changeTo(at: Path, near: Near | undefined): Extra {
  if (near === undefined) return {}
  return { suggestion: near.name, ...(near.sure && setTo(at, near.name)) }
}

/** The key at `at` is a name: the nearest in its place, where no other is as near and `holder`, the record of the key, does not have it already. */
export function renameTo(at: Path, near: Near | undefined, holder?: JsonObject): Extra {
  if (near === undefined) return {}
  const free = holder === undefined || !Object.hasOwn(holder, near.name)
  return {
    suggestion: near.name,
    fix: near.sure && free ? { title: `Rename to ${near.name}`, edits: [{ rename: formatPointer(at), to: near.name }] } : undefined,
  }
}

/** Another value at `at`. */
export function setTo(at: Path, value: Json | undefined, title?: string): Extra {
  if (value === undefined) return {}
  return {
    fix: {
      title: title ?? `Change to ${typeof value === 'string' && isWord(value) ? value : brief(value)}`,
      edits: [{ set: formatPointer(at), value }],
    },
  }
}

/** Takes away what stands at `at`. */
export function removeAt(at: Path): Extra {
  return { fix: { title: `Remove "${String(at.at(-1))}"`, edits: [{ remove: formatPointer(at) }] } }
}

/** The end of a message: `: did you mean "x"?`, else what is said instead. */
export function orElse(near: Near | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `: did you mean "${near.name}"?`
}

/** Whether a text can be shown without quotes and still be taken for a text. */
const isWord = (text: string): boolean => /^[a-z#][\w.:#/-]*$/i.test(text) && !/^(?:true|false|null)$/.test(text)

function brief(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57).toWellFormed()}…` : text
}
