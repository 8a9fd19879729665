/** The apps that are measured: one made-up tree, written in whatever form an engine reads. The same for the same size. */

export type Sketch =
  | { readonly kind: 'column'; readonly inside: readonly Sketch[] }
  | { readonly kind: 'card'; readonly title: string; readonly inside: readonly Sketch[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly name: string }
  | { readonly kind: 'button'; readonly label: string }
  | { readonly kind: 'line'; readonly left: string; readonly right: string }

const WORDS =
  'almond birch cedar delta ember flint garnet harbor indigo juniper kelp lichen maple nettle onyx pewter quartz rowan slate thistle umber willow'.split(' ')

/** A small generator of numbers below `limit`: the multiplier and increment are those of Numerical Recipes. */
function createNumbers(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** About `components` components: a column of cards with nine leaves each. */
export function flatApp(components: number): Sketch {
  const cards = Math.max(1, Math.round(components / 10))
  return { kind: 'column', inside: Array.from({ length: cards }, (_, index) => card(index)) }
}

function card(index: number): Sketch {
  const number = createNumbers(index + 1)
  const words = (count: number) => Array.from({ length: count }, () => WORDS[number(WORDS.length)]).join(' ')
  return {
    kind: 'card',
    title: `${index + 1} ${words(3)}`,
    inside: [
      { kind: 'text', text: words(6 + number(10)) },
      { kind: 'text', text: `${words(8)}: “${words(2)}” — it’s ${words(1)}.\t"${words(2)}"` },
      { kind: 'text', text: words(6 + number(10)) },
      { kind: 'field', label: words(2), name: `f${index}` },
      { kind: 'button', label: words(2) },
      ...Array.from({ length: 4 }, (): Sketch => ({ kind: 'line', left: words(4), right: `${number(9000)} kg` })),
    ],
  }
}

/** The same leaves, each ten of them in a nest of `depth` cards. */
export function deepApp(components: number, depth = 28): Sketch {
  const nest = (index: number): Sketch => {
    let inner: Sketch = card(index)
    for (let level = 0; level < depth; level++) inner = { kind: 'card', title: `Level ${depth - level}`, inside: [inner] }
    return inner
  }
  return { kind: 'column', inside: Array.from({ length: Math.max(1, Math.round(components / (depth + 10))) }, (_, index) => nest(index)) }
}

/** One line of JSON a component, parents first, children named by their id: the form that the line reference reads. */
export function toLines(app: Sketch): string {
  const lines: string[] = []
  const write = (sketch: Sketch, id: string): void => {
    if ('inside' in sketch) {
      const children = sketch.inside.map((_, index) => `${id}.${index}`)
      lines.push(JSON.stringify({ id, ...sketch, inside: children }))
      for (const [index, child] of sketch.inside.entries()) write(child, `${id}.${index}`)
    } else lines.push(JSON.stringify({ id, ...sketch }))
  }
  write(app, 'root')
  return `${lines.join('\n')}\n`
}

/** A blueprint of the same app. */
export function toBlueprint(app: Sketch): string {
  return blueprint({ form: { type: 'any', init: {} } }, node(app))
}

/** A blueprint of `count` texts in cards of ten, each bound to a field of the state: ten fields a record, a record a card. */
export function boundLeaves(count: number): string {
  const values = Array.from({ length: count / 10 }, (_, at) =>
    Object.fromEntries(Array.from({ length: 10 }, (_, inner) => [`k${inner}`, `v${at * 10 + inner}`])),
  )
  const cards = Array.from({ length: count / 10 }, (_, at) => ({
    type: 'Card',
    title: `Card ${at}`,
    children: Array.from({ length: 10 }, (_, inner) => ({ type: 'Text', text: `\${values[${at}].k${inner}}` })),
  }))
  return blueprint({ values: { type: 'any', init: values } }, { type: 'Stack', children: cards })
}

/** About `components` components in nests of four parts in each other, as deep as components may stand: 40. */
export function partsApp(components: number): string {
  const parts: Record<string, object> = {}
  let inside = node(card(0))
  for (const [name, depth] of [
    ['D', 10],
    ['C', 9],
    ['B', 9],
    ['A', 9],
  ] as const) {
    for (let level = 0; level < depth; level++) inside = { type: 'Card', title: '${name}', children: [inside] }
    parts[name] = { params: { name: 'text' }, view: inside }
    inside = { type: name, name: '${name}' }
  }
  const nests = Array.from({ length: Math.max(1, Math.round(components / 47)) }, (_, index) => ({ type: 'A', name: `Nest ${index}` }))
  return blueprint({ form: { type: 'any', init: {} } }, { type: 'Stack', children: nests }, { parts })
}

export interface RowRecord {
  readonly id: string
  readonly name: string
  readonly amount: number
  readonly done: boolean
}

export function rowRecords(count: number): RowRecord[] {
  return Array.from({ length: count }, (_, index) => ({ id: `r${index}`, name: WORDS[index % WORDS.length] ?? '', amount: index % 97, done: index % 3 === 0 }))
}

/** A repeat over `count` records, three formulas a row. */
export function repeatedRows(count: number): string {
  return blueprint(
    { rows: { type: [{ id: 'text', name: 'text', amount: 'number', done: 'bool' }], init: rowRecords(count) } },
    {
      type: 'Stack',
      each: 'rows',
      as: 'row',
      children: [
        { type: 'Stat', label: '${row.name} ${index + 1}', value: "${row.amount * 2} kg, ${row.done ? 'done' : 'open'}" },
        { type: 'Text', show: 'row.amount > 90', text: '${row.name.toUpperCase()}' },
      ],
    },
  )
}

/** Thirty derived values over `count` records, each shown. */
export function dashboard(count: number): string {
  const orders = Array.from({ length: count }, (_, index) => ({
    id: `o${index}`,
    region: WORDS[index % 7],
    amount: (index * 37) % 1000,
    paid: index % 4 !== 0,
  }))
  const derived: Record<string, string> = {}
  for (let at = 0; at < 10; at++) {
    derived[`above${at}`] = `\${orders.filter(o => o.amount > ${at * 100})}`
    derived[`sum${at}`] = `\${sum(above${at}, 'amount')}`
    derived[`share${at}`] = `\${round(above${at}.filter(o => o.paid).length / max(1, above${at}.length), 3)}`
  }
  return blueprint(
    { orders: { type: [{ id: 'text', region: 'text', amount: 'number', paid: 'bool' }], init: orders }, note: '' },
    {
      type: 'Stack',
      children: [
        { type: 'TextField', label: 'Note', bind: 'note' },
        ...Array.from({ length: 10 }, (_, at) => ({ type: 'Stat', label: `\${count(above${at})} above ${at * 100}`, value: `\${sum${at}}, \${share${at}}` })),
      ],
    },
    { derived },
  )
}

export function blueprint(state: object, view: object, sections: object = {}): string {
  return JSON.stringify({ blueprint: 1, app: { name: 'Bench' }, state, ...sections, view })
}

function node(sketch: Sketch): object {
  switch (sketch.kind) {
    case 'column':
      return { type: 'Stack', children: sketch.inside.map(node) }
    case 'card':
      return { type: 'Card', title: sketch.title, children: sketch.inside.map(node) }
    case 'text':
      return { type: 'Text', text: sketch.text }
    case 'field':
      return { type: 'TextField', label: sketch.label, bind: `form.${sketch.name}` }
    case 'button':
      return { type: 'Button', label: sketch.label }
    case 'line':
      return { type: 'Stat', label: sketch.left, value: sketch.right }
  }
}
