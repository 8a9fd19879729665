/**
 * The catalog as far as it takes to run an app, in lines: a third of it is left over in the page.
 *
 * - A slot: `kind type flags`, then, each only where it has it, `in` its values, `of` its types, `names` those that it brings,
 *   `with` its fields, and `=` its default as JSON.
 * - A table: the names of the slots, each with the place of its slot among the slots.
 * - A component: `name group children`, what else it has as JSON, `|`, its own slots. A block: the same with all of its slots.
 * - Tools: the names of all that have the same arguments, those of a family together (`http.(get put) print`), `|`, the arguments.
 */
import type { CalledSpec, ChildrenMode, DrawnSpec, SlotKind, SlotSpec, SlotTable, SlotType } from './catalog.ts'

export interface RunCatalog {
  /** Each distinct slot once. */
  readonly slots: readonly SlotSpec[]
  /** Slots of every component. */
  readonly commonSlots: SlotTable
  readonly components: ReadonlyMap<string, DrawnSpec>
  readonly blocks: ReadonlyMap<string, DrawnSpec>
  readonly tools: ReadonlyMap<string, CalledSpec>
}

export type RunLines = { readonly [K in keyof RunCatalog]: string }

const FLAGS = [
  ['!', 'required'],
  ['~', 'grows'],
  ['^', 'engine'],
  ['*', 'each'],
] as const
const SLOT = /^(\w+) (\w+)([!~^*@]*)(?: in (\S+))?(?: of (\S+))?(?: names (\S+))?(?: with ([\w ]+))?(?: =(.*))?$/

/** Slots by their places, and tables of them; `known` are those that come before. */
export function readSlots(lines: string, known: readonly SlotSpec[] = []) {
  const slots: SlotSpec[] = [...known]
  for (const line of lines.split('\n')) slots.push(readSlot(line))

  function readSlot(line: string): SlotSpec {
    const [, kind, type, flags = '', values, types, names, fields, preset] = SLOT.exec(line) ?? []
    return {
      kind: kind as SlotKind,
      type: type as SlotType,
      ...(values && { values: values.split('|') }),
      ...(types && { types: types.split('|') as SlotType[] }),
      ...Object.fromEntries(FLAGS.flatMap(([flag, name]) => (flags.includes(flag) ? [[name, true]] : []))),
      ...(preset && { default: JSON.parse(preset) }),
      ...(names && { names: names.split('|') }),
      ...(fields && { fields: readTable(fields) }),
      ...(flags.includes('@') && { format: 'src' as const }),
    }
  }

  function readTable(words: string): SlotTable {
    return Object.fromEntries([...words.matchAll(/(\w+) (\d+)/g)].map(([, name, place]) => [name, slots[Number(place)] as SlotSpec]))
  }

  return { slots, readTable }
}

export function readRunCatalog(lines: RunLines): RunCatalog {
  const { slots, readTable } = readSlots(lines.slots)
  const commonSlots = readTable(lines.commonSlots)
  const readLines = <T extends { name: string }>(text: string, read: (head: string, table: SlotTable) => T): ReadonlyMap<string, T> =>
    new Map(
      text.split('\n').map(line => {
        const [head = '', words = ''] = line.split('|')
        const spec = read(head, readTable(words))
        return [spec.name, spec]
      }),
    )
  const readDrawn = (text: string, shared: SlotTable): ReadonlyMap<string, DrawnSpec> =>
    readLines(text, (head, own) => {
      const [, name = '', group = '', children, more] = /^(\w+) (\w+) (\w+)(.*)$/.exec(head) ?? []
      return { name, group, children: children as ChildrenMode, ...(more && JSON.parse(more)), slots: { ...shared, ...own } }
    })
  return {
    slots,
    commonSlots,
    components: readDrawn(lines.components, commonSlots),
    blocks: readDrawn(lines.blocks, {}),
    tools: new Map(
      lines.tools
        .split('\n')
        .flatMap(line => {
          const [names = '', words = ''] = line.split('|')
          const table = readTable(words)
          return readNames(names).map(name => [name, { name, arguments: table }] as const)
        })
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }
}

/** A slot as a line; `table` writes its fields. */
export function writeSlot(slot: SlotSpec, table: (slots: SlotTable) => string): string {
  const { kind, type, values, types, names, fields, format } = slot
  return [
    `${kind} ${type}${FLAGS.map(([flag, name]) => (slot[name] ? flag : '')).join('')}${format === 'src' ? '@' : ''}`,
    ...(values ? [`in ${values.join('|')}`] : []),
    ...(types ? [`of ${types.join('|')}`] : []),
    ...(names ? [`names ${names.join('|')}`] : []),
    ...(fields ? [`with ${table(fields)}`] : []),
    ...(slot.default === undefined ? [] : [`=${JSON.stringify(slot.default)}`]),
  ].join(' ')
}

/** `http.(get put) print`, as the prompt writes names too. */
export function readNames(text: string): readonly string[] {
  return [...text.matchAll(/([\w.]+\.)\(([^)]*)\)|(\S+)/g)].flatMap(([, family = '', members, name]) =>
    members === undefined ? [name as string] : members.split(' ').map(member => family + member),
  )
}

/** Of two or more of one family only the last part of the name, in brackets. */
export function writeNames(names: readonly string[]): string {
  const families = new Map<string, string[]>()
  for (const name of names) {
    const dot = name.lastIndexOf('.') + 1
    const family = name.slice(0, dot)
    families.set(family, [...(families.get(family) ?? []), name.slice(dot)])
  }
  return [...families]
    .map(([family, last]) => (family !== '' && last.length > 1 ? `${family}(${last.join(' ')})` : last.map(name => family + name).join(' ')))
    .join(' ')
}
