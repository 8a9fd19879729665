/** What is missing, told from what is there: a tool by its arguments, a label by what it stands for. */
import type { SlotTable } from '../catalog.ts'
import type { JsonObject } from '../json/json.ts'
import { isRecord, isText, own } from './kinds.ts'

/** Whether a record with these keys may be what a table describes. */
export function fitsKeys(keys: readonly string[], table: SlotTable): boolean {
  return keys.every(key => Object.hasOwn(table, key)) && Object.entries(table).every(([key, slot]) => !slot.required || keys.includes(key))
}

/** Words that say what a component is, from what it edits, does or shows; undefined where it says nothing of the kind. */
export function guessLabel(node: JsonObject): string | undefined {
  const bind = own(node, 'bind')
  if (isText(bind)) {
    const last = /([\p{ID_Start}_][\p{ID_Continue}]*)(?:\[[^\]]*\])?$/u.exec(bind)?.[1]
    if (last !== undefined) return asWords(last)
  }
  const press = own(node, 'onPress')
  const action = isText(press) ? press : isRecord(press) ? own(press, 'action') : undefined
  if (isText(action)) return asWords(action)
  const placeholder = own(node, 'placeholder')
  if (isText(placeholder) && !placeholder.includes('${')) return placeholder
  const icon = own(node, 'icon')
  // One letter or a number says nothing: "x", "trash-2".
  return isText(icon) && /^[a-z]{3,}(?:-[a-z]{2,})*$/.test(icon) ? asWords(icon) : undefined
}

/** `dueDate` as `Due date`. */
function asWords(name: string): string {
  const words = name
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
    .trim()
    .toLowerCase()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
