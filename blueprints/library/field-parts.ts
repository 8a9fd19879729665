/** What each kind of field is in a document: its type, its first value, its input, its column, a value for tests. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Field } from './fields.ts'
import { literal, quoted } from './literal.ts'

/** In the notation of types (B11). */
export function fieldType(field: Field): Json {
  switch (field.kind) {
    case 'money':
    case 'number':
    case 'rating':
      return 'number?'
    case 'date':
      return 'date?'
    case 'bool':
      return 'bool'
    case 'photo':
      return 'file?'
    case 'tags':
      return ['text']
    case 'choice':
    case 'time':
      return 'text?'
    default:
      return 'text'
  }
}

export function firstValue(field: Field): Json {
  switch (field.kind) {
    case 'bool':
      return false
    case 'tags':
      return []
    case 'fixed':
      return literal(field.choices?.[0] ?? '')
    case 'text':
    case 'long':
    case 'email':
    case 'phone':
    case 'url':
      return ''
    default:
      return null
  }
}

/** Where the fields of a form are written, and the list whose values they suggest. */
export interface FormPlace {
  readonly draft: string
  readonly list: string
}

/** Of a composed app. */
const COMPOSED: FormPlace = { draft: 'draft', list: 'items' }

/** The field in the form. */
export function inputNode(field: Field, required: boolean, { draft, list }: FormPlace = COMPOSED): JsonObject {
  const common = { label: literal(field.label), bind: `${draft}.${field.id}`, ...(required ? { required: true } : {}) }
  switch (field.kind) {
    case 'long':
      return { type: 'TextArea', ...common, rows: 4 }
    case 'money':
      return { type: 'NumberField', ...common, format: 'money' }
    case 'number':
      return { type: 'NumberField', ...common, ...(field.unit ? { unit: field.unit } : {}) }
    case 'rating':
      return { type: 'Rating', ...common }
    case 'date':
      return { type: 'DateField', ...common }
    case 'time':
      return { type: 'TimeField', ...common }
    case 'bool':
      return { type: 'Switch', label: common.label, bind: common.bind }
    case 'choice':
      return { type: 'ComboBox', ...common, options: `\${${usedValues(field, list)}}`, custom: true, placeholder: 'Choose or type a new one' }
    case 'fixed': {
      const options = (field.choices ?? []).map(literal)
      return { type: options.length <= 4 ? 'Segmented' : 'Select', ...common, options }
    }
    case 'email':
    case 'phone':
    case 'url':
      return { type: 'TextField', ...common, kind: field.kind }
    case 'photo':
      return { type: 'FileField', ...common, accept: ['image/*'] }
    case 'tags':
      return { type: 'TagField', ...common, suggestions: `\${sort(uniq(${list}.flatMap(x => x.${field.id})))}` }
    default:
      return { type: 'TextField', ...common, maxLength: 200 }
  }
}

/** A formula: the values that a field has in the list, each once. */
export function usedValues(field: Field, list: string = COMPOSED.list): string {
  return `sort(uniq(${list}.map(x => x.${field.id})).filter(v => !empty(v)))`
}

/** A formula: the field of `row` as text. */
export function shownText(field: Field, row: string): string {
  const value = `${row}.${field.id}`
  switch (field.kind) {
    case 'money':
      return `(${value} == null ? '' : money(${value}))`
    case 'number':
      return `(${value} == null ? '' : format(${value})${field.unit ? ` + ${quoted(` ${field.unit}`)}` : ''})`
    case 'rating':
      return `repeat('★', ${value} ?? 0)`
    case 'date':
      return `(${value} == null ? '' : format(${value}, 'medium'))`
    case 'tags':
      return `join(${value}, ', ')`
    case 'bool':
      return `(${value} ? 'Yes' : 'No')`
    default:
      return `(${value} ?? '')`
  }
}

/** The field in a table; null for what does not fit into one. */
export function column(field: Field): JsonObject | null {
  const common = { field: field.id, label: literal(field.unit && !field.label.includes(field.unit) ? `${field.label} (${field.unit})` : field.label) }
  switch (field.kind) {
    case 'long':
    case 'photo':
      return null
    case 'money':
      return { ...common, format: 'money', align: 'end' }
    case 'number':
      return { ...common, format: 'number', align: 'end' }
    case 'date':
      return { ...common, format: 'date' }
    case 'bool':
      return { ...common, format: 'bool' }
    case 'fixed':
      return { ...common, format: 'badge' }
    case 'url':
      return { ...common, format: 'link' }
    case 'rating':
    case 'tags':
      return { ...common, cell: { type: 'Text', text: `\${${shownText(field, 'row')}}` } }
    default:
      return common
  }
}

/** A value for the app's own tests; `turn` tells one row from another. */
export function sample(field: Field, turn: number): Json {
  switch (field.kind) {
    case 'money':
      return [10, 5.5][turn] ?? 1
    case 'number':
      return [3, 8][turn] ?? 1
    case 'rating':
      return [4, 2][turn] ?? 1
    case 'date':
      return ['2026-01-02', '2026-01-03'][turn] ?? null
    case 'bool':
    case 'tags':
    case 'fixed':
    case 'photo':
      return firstValue(field)
    case 'time':
      return '09:00'
    case 'email':
      return ['alpha@example.com', 'omega@example.com'][turn] ?? ''
    case 'url':
      return ['https://example.com/alpha', 'https://example.com/omega'][turn] ?? ''
    case 'phone':
      return ['555 0100', '555 0199'][turn] ?? ''
    default:
      return ['Alpha', 'Omega'][turn] ?? ''
  }
}
