/** What a composed app is made of, decided before anything is written. */
import type { Field, FieldKind } from './fields.ts'
import { guessFields } from './fields.ts'
import { isDiary, type ListRequest } from './read-request.ts'
import { describeSubject } from './subjects.ts'
import { capitalize } from './words.ts'

export interface Plan {
  readonly title: string
  readonly one: string
  readonly many: string
  readonly icon: string
  readonly accent: string
  readonly category: string
  readonly fields: readonly Field[]
  /** The field that a row is called by. */
  readonly name: Field
  /** The first of its kind, where there is one. */
  readonly date: Field | undefined
  readonly money: Field | undefined
  readonly number: Field | undefined
  readonly rating: Field | undefined
  readonly done: Field | undefined
  /** A choice to filter by. */
  readonly group: Field | undefined
  readonly photo: Field | undefined
  /** Fields that are searched. */
  readonly searched: readonly Field[]
  readonly shape: 'checklist' | 'cards' | 'table'
}

const nameKinds: readonly FieldKind[] = ['text', 'choice', 'email', 'url', 'phone']
const searchedKinds: ReadonlySet<FieldKind> = new Set(['text', 'long', 'choice', 'fixed', 'email', 'phone', 'url'])

export function planApp(request: ListRequest): Plan {
  const subject = describeSubject(request.subject, request.container)
  const asked = guessFields(request.fields.length > 0 ? request.fields : subject.fields)
  const text = nameField(asked)
  const byDay = isDiary(request.container) || request.one === 'entry' ? asked.find(field => field.kind === 'date') : undefined
  const given = text ?? byDay ?? asked.find(field => field.kind === 'long')
  const name = given ?? withUnusedId(nameField(guessFields(subject.fields)) ?? { id: 'name', label: 'Name', kind: 'text' }, asked)
  const fields = given ? asked : [name, ...asked]
  const first = (...kinds: FieldKind[]) => fields.find(field => kinds.includes(field.kind) && field !== name)
  const photo = first('photo')
  const done = first('bool')
  const small = fields.length <= 4 && fields.every(field => field.kind !== 'long')
  return {
    title: request.title,
    one: request.one,
    many: request.many,
    icon: subject.icon,
    accent: subject.accent,
    category: subject.category,
    fields,
    name,
    date: fields.find(field => field.kind === 'date'),
    money: first('money'),
    number: first('number'),
    rating: first('rating'),
    done,
    group: first('fixed') ?? first('choice'),
    photo,
    searched: fields.filter(field => searchedKinds.has(field.kind)),
    shape: photo ? 'cards' : done && small && name.kind === 'text' ? 'checklist' : 'table',
  }
}

function nameField(fields: readonly Field[]): Field | undefined {
  return nameKinds.flatMap(kind => fields.find(field => field.kind === kind) ?? [])[0]
}

function withUnusedId(field: Field, others: readonly Field[]): Field {
  let { id } = field
  while (others.some(other => other.id === id)) id += 'Text'
  return { ...field, id }
}

/** `Add book` */
export function addLabel(plan: Plan): string {
  return `Add ${plan.one}`
}

export function manyLabel(plan: Plan): string {
  return capitalize(plan.many)
}
