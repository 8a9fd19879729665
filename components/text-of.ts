/** What a value says where text is expected: texts and numbers as they are, null and whatever is no text as nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return ''
}
