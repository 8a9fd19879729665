/** Apps with parts whose names are few, so that those of uses, repeats, parameters and the document often meet. */
import fc from 'fast-check'
import type { Json, JsonObject } from '../../schema/json/json.ts'

const names = fc.constantFrom('item', 'one', 'title', 'todos', 'n')
const state: JsonObject = {
  todos: {
    type: [{ id: 'text', title: 'text' }],
    init: [
      { id: 'a', title: 'Milk' },
      { id: 'b', title: 'Bread' },
    ],
  },
  title: 'Shop',
  n: 3,
}

/** Formulas that are good for any value: what is in scope by accident is read as it is. */
const formula = fc.oneof(
  { weight: 3, arbitrary: names },
  fc.constantFrom(
    'index',
    'count(todos)',
    "todos.map(one => one.title + n).join(' ')",
    'todos.filter(item => item.title != text(title)).length',
    '1 + 2',
    "'${'",
  ),
  fc.tuple(names, names).map(([a, b]) => `[${a}, ${b}].map(item => text(item ?? '')).join(' ')`),
)
const text = fc.oneof(
  formula.map(inner => `\${${inner}}`),
  fc.tuple(formula, formula).map(([a, b]) => `a \${${a}} b \${text(${b})} $\${c}`),
  fc.constantFrom('plain', '$', 'a ${1}'),
)
const lists = fc.constantFrom('${todos}', '${todos.filter(item => item.id != text(title))}', '${range(2)}')

const node: fc.Memo<Json> = fc.memo(depth => {
  const shown = fc.option(formula, { nil: undefined })
  const leaf: fc.Arbitrary<Json> = fc.oneof(
    text,
    fc.tuple(text, shown).map(([inner, show]): Json => ({ type: 'Text', text: inner, ...(show !== undefined && { show: `\${${show}}` }) })),
    text.map((label): Json => ({ type: 'Badge', text: label })),
  )
  if (depth <= 1) return leaf
  const children = fc.array(node(depth - 1), { maxLength: 3 })
  return fc.oneof(
    leaf,
    children.map((inner): Json => ({ type: 'Stack', children: inner })),
    fc
      .tuple(lists, fc.option(names, { nil: undefined }), children)
      .map(([each, as, inner]): Json => ({ type: 'Stack', each, ...(as !== undefined && { as }), children: inner })),
    fc
      .tuple(fc.constantFrom('Inner', 'Outer'), text, text, children, shown)
      .map(([type, title, one, inner, show]): Json => ({ type, title, one, ...(show !== undefined && { show: `\${${show}}` }), children: inner })),
    fc.constant<Json>({ type: 'Slot' }),
  )
})

/** Leaves out the uses of parts that may not stand there: none in the inner part, only the inner one in the outer. */
function without(value: Json, types: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.filter(child => !isOneOf(child, types)).map(child => without(child, types))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, key === 'children' ? without(child, types) : child]))
}
const isOneOf = (value: Json, types: ReadonlySet<string>): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && types.has(String((value as JsonObject).type))

const root = (types: readonly string[]): fc.Arbitrary<Json> =>
  fc.array(node(3), { minLength: 1, maxLength: 3 }).map(children => without({ type: 'Stack', children }, new Set(types)))

const params = { title: 'any', one: 'any' }

export const partsArbitrary: fc.Arbitrary<JsonObject> = fc.record({ view: root(['Slot']), outer: root(['Outer']), inner: root(['Outer', 'Inner']) }).map(
  ({ view, outer, inner }): JsonObject => ({
    blueprint: 1,
    app: { name: 'Parts' },
    state,
    view,
    parts: { Outer: { params, view: outer }, Inner: { params, view: inner } },
  }),
)
