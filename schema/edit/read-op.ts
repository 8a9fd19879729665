/** The shape of an edit document and of its operations, held to `schema/edit.schema.json`. */
import { isList, isRecord, isText, kindText, listed, own, shown } from '../check/kinds.ts'
import editSchema from '../edit.schema.json' with { type: 'json' }
import { didYouMean } from '../formula/did-you-mean.ts'
import type { Json, JsonObject } from '../json/json.ts'
import type { OpForm, Refusal } from './edit.ts'

interface Form {
  readonly keys: readonly string[]
  readonly required: readonly string[]
  /** The kind of value under a key: a name of the schema's `$defs`. */
  readonly kinds: ReadonlyMap<string, string>
}

const names: readonly OpForm[] = ['put', 'drop', 'change', 'replace', 'remove', 'before', 'after', 'into']
const forms: ReadonlyMap<OpForm, Form> = new Map(
  names.map(name => {
    const { properties, required } = editSchema.$defs[name]
    const kinds = Object.entries(properties).flatMap(([key, written]: [string, object]) =>
      '$ref' in written ? [[key, String(written.$ref).slice('#/$defs/'.length)] as const] : [],
    )
    return [name, { keys: Object.keys(properties), required, kinds: new Map(kinds) }]
  }),
)
/** In the order in which they are looked for: what an operation does is the first of these that it says. */
const telling = ['put', 'drop', 'replace', 'remove', 'before', 'after', 'into'] as const
export const MOST_OPS = editSchema.properties.ops.maxItems
const mostSaid = editSchema.properties.say.maxLength

const isIndex = (value: Json | undefined): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0
const isNode = (value: Json): boolean => isText(value) || isRecord(value)
const holds: ReadonlyMap<string, (value: Json) => boolean> = new Map<string, (value: Json) => boolean>([
  ['path', value => (isText(value) ? value !== '' : isList(value) && value.length > 0 && value.every(part => isText(part) || isIndex(part)))],
  ['target', value => (isText(value) ? value !== '' : isRecord(value) && Object.keys(value).length > 0)],
  ['properties', value => isRecord(value) && Object.keys(value).length > 0],
  ['names', value => isList(value) && value.length > 0 && value.every(isText)],
  ['node', isNode],
  ['nodes', value => isNode(value) || (isList(value) && value.length > 0 && value.every(isNode))],
  ['index', isIndex],
])
const descriptionOf = (kind: string): string => {
  const definitions: Readonly<Record<string, { readonly description?: string }>> = editSchema.$defs
  return definitions[kind]?.description ?? ''
}

/** What an operation does, or what is wrong with its shape. */
export function readOp(op: Json): { readonly form: OpForm; readonly op: JsonObject } | Refusal {
  if (!isRecord(op)) return { code: 'wrong-type', at: [], message: `An operation is a record, { "put": …, "value": … }; this is ${kindText(op)}.` }
  const told = telling.find(name => Object.hasOwn(op, name))
  const form = told ?? (Object.hasOwn(op, 'node') ? 'change' : null)
  if (form === null) return unknownOp(op)
  const { keys, required, kinds } = forms.get(form) as Form
  for (const key of Object.keys(op)) {
    if (keys.includes(key)) continue
    const suggestion = didYouMean(key, keys)
    const more = telling.includes(key as 'put') ? 'An operation does one thing: make two of it.' : `It has ${listed(keys)}.`
    const message = `There is no "${key}" in an operation with "${form === 'change' ? 'node' : form}"${suggestion ? `: did you mean "${suggestion}"?` : `. ${more}`}`
    return { code: 'unknown-property', at: [key], message, suggestion }
  }
  for (const key of required)
    if (!Object.hasOwn(op, key)) return { code: 'missing-property', at: [], message: `This operation needs "${key}".${describe(kinds.get(key))}` }
  if (form === 'change' && !Object.hasOwn(op, 'set') && !Object.hasOwn(op, 'unset'))
    return {
      code: 'missing-property',
      at: [],
      message: 'This operation says which component, but not what to do: "set", "unset", "replace", "remove", "before", "after" or "into".',
    }
  for (const [key, kind] of kinds) {
    const value = own(op, key)
    if (value !== undefined && holds.get(kind)?.(value) !== true)
      return { code: 'wrong-type', at: [key], message: `"${key}" cannot be ${shown(value)}.${describe(kind)}` }
  }
  if (form === 'remove' && op.remove !== true) return { code: 'wrong-value', at: ['remove'], message: '"remove" is true; without it, leave the operation out.' }
  return { form, op }
}

function unknownOp(op: JsonObject): Refusal {
  const [key] = Object.keys(op)
  const suggestion = key === undefined ? undefined : didYouMean(key, [...telling, 'node'])
  const message = `An operation says what it changes: "put" and "value", "drop", or "node"${suggestion ? `. Did you mean "${suggestion}"?` : '.'}`
  return { code: 'unknown-op', at: key === undefined ? [] : [key], message, suggestion }
}

const describe = (kind: string | undefined): string => {
  const text = kind === undefined ? '' : descriptionOf(kind)
  return text === '' ? '' : ` Expected: ${text}`
}

/** What is wrong with the members of an edit other than its operations; `hash` is that of the document which it changes. */
export function readHead(edit: Json, hash: string | null): readonly Refusal[] {
  if (!isRecord(edit))
    return [{ code: 'not-an-edit', at: [], message: `An edit is a record, { "edit": 1, "base": …, "ops": [...] }; this is ${kindText(edit)}.` }]
  const refusals: Refusal[] = []
  const known = Object.keys(editSchema.properties)
  for (const key of Object.keys(edit)) {
    if (known.includes(key)) continue
    const suggestion = didYouMean(key, known)
    refusals.push({
      code: 'unknown-property',
      at: [key],
      message: `There is no "${key}" in an edit${suggestion ? `: did you mean "${suggestion}"?` : `. It has ${listed(known)}.`}`,
      suggestion,
    })
  }
  const version = own(edit, 'edit')
  if (version !== 1)
    refusals.push({
      code: 'not-an-edit',
      at: version === undefined ? [] : ['edit'],
      message: 'An edit begins with "edit": 1, the version of its notation.',
      instead: version === undefined ? undefined : 1,
    })
  refusals.push(...readBase(own(edit, 'base'), hash))
  const say = own(edit, 'say')
  if (say !== undefined && (!isText(say) || [...say].length > mostSaid))
    refusals.push({ code: 'wrong-type', at: ['say'], message: `"say" is a text of at most ${mostSaid} characters.` })
  const ops = own(edit, 'ops')
  if (!isList(ops)) refusals.push({ code: 'missing-property', at: ops === undefined ? [] : ['ops'], message: 'An edit has "ops", the list of its operations.' })
  else if (ops.length > MOST_OPS)
    refusals.push({ code: 'too-many', at: ['ops'], message: `An edit has at most ${MOST_OPS} operations; this has ${ops.length}. Write the app anew.` })
  return refusals
}

function readBase(base: Json | undefined, hash: string | null): readonly Refusal[] {
  if (base === undefined)
    return [{ code: 'missing-property', at: [], message: `An edit names the app that it changes: "base" is its hash${hash === null ? '' : `, here ${hash}`}.` }]
  if (!isText(base) || !/^[0-9a-f]{64}$/.test(base))
    return [{ code: 'wrong-type', at: ['base'], message: `"base" is the hash of the app that is changed, 64 digits of 0-9 and a-f; this is ${shown(base)}.` }]
  if (hash === null || base === hash) return []
  return [
    {
      code: 'edit-base',
      at: ['base'],
      message: `This edit was made for another version of the app: its hash was ${base}, and is now ${hash}. Make the edit anew against the app as it is.`,
      suggestion: hash,
    },
  ]
}
