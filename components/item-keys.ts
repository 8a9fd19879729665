import { readField } from './read-field.ts'

/** A key for each element of a list, by a field (`id` where none is named); unique also where elements share one or have none. */
export function itemKeys(items: readonly unknown[], field: string | undefined): readonly string[] {
  const seen = new Set<string>()
  return items.map((item, place) => {
    const value = typeof item === 'string' || typeof item === 'number' ? item : readField(item, field ?? 'id')
    let key = typeof value === 'string' || typeof value === 'number' ? `${typeof value}:${value}` : `#${place}`
    if (seen.has(key)) key = `#${place}`
    seen.add(key)
    return key
  })
}

/** What an element is called where it is spoken of: itself, or the first of its record's texts that can be a name. */
export function itemName(item: unknown, missing = 'Item'): string {
  if (typeof item === 'string' || typeof item === 'number') return String(item) || missing
  for (const field of ['title', 'name', 'label', 'text', 'id']) {
    const value = readField(item, field)
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value)
  }
  return missing
}
