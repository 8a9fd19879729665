/** How the labels of one app are kept and gathered (`labels.ts`). An app into which nothing came from outside does none of this work. */
import type { SlotSpec, SlotTable } from '../../schema/catalog.ts'
import { parseFormula, parseLambda } from '../../schema/formula/parse.ts'
import { parseText } from '../../schema/formula/text.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Draft } from '../store/draft.ts'
import { usesOf } from './derived-order.ts'
import { bareFormula } from './formulas.ts'
import { KEPT_LABELS, keptLabels, type LabelBook, type LabelledApp, type LabelSink, type Labels, labelsIn, NO_LABELS, STORAGE_ENTRY } from './labels.ts'
import type { Scope } from './scope.ts'

/** As `KEPT_LABELS`, of the entries that are gone with the app. */
const PASSING_LABELS = '#here'

export function createLabelBook(app: LabelledApp): LabelBook {
  let isClean = true
  const seen = new Set<string>()
  /** All that an entry ever had since the app went live: undo brings values back. */
  const ever = new Map<string, Set<string>>()
  const names = new Map<string, readonly string[]>()
  const failures = new WeakMap<object, Labels>()
  let failed: Labels = NO_LABELS
  const placeOf = (name: string) => (name === STORAGE_ENTRY || app.isKept(name) ? KEPT_LABELS : PASSING_LABELS)

  function put(draft: Draft, name: string, labels: Labels): void {
    const place = placeOf(name)
    const had = labelsIn(draft.at([place, name]))
    if (labels.length === had.length && labels.every(label => had.includes(label))) return
    const known = ever.get(name) ?? new Set()
    ever.set(name, known)
    for (const label of [...had, ...labels]) known.add(label)
    for (const label of labels) seen.add(label)
    isClean = false
    if (draft.at([place]) === undefined) draft.set([place], {})
    if (labels.length > 0) draft.set([place, name], labels)
    else draft.remove([place, name])
  }

  /** The names that a text reads where it stands as a formula, or in its holes. */
  function namesIn(text: string, isFormula: boolean): readonly string[] {
    const key = isFormula ? `=${text}` : text
    let found = names.get(key)
    if (!found) {
      found = readNames(text, isFormula)
      names.set(key, found)
    }
    return found
  }

  class Gathering implements LabelSink {
    readonly found: Set<string>
    readonly #past: boolean
    readonly #seen = new Set<unknown>()

    constructor(found: Set<string>, past: boolean) {
      this.found = found
      this.#past = past
    }

    add(labels: Iterable<string>): void {
      for (const label of labels) this.found.add(label)
    }

    entry(name: string): void {
      this.add(labelsIn(ownOf(ownOf(app.state(), placeOf(name)), name)))
      if (this.#past) this.add(ever.get(name) ?? NO_LABELS)
    }

    written(raw: Json | undefined, isFormula: boolean, scope: Scope): void {
      if (typeof raw === 'string') for (const name of namesIn(raw, isFormula)) this.#name(name, scope)
      else if (raw !== null && typeof raw === 'object') for (const inner of Object.values(raw)) this.written(inner as Json, isFormula, scope)
    }

    past(raw: Json | undefined, scope: Scope): void {
      this.#withPast().written(raw, true, scope)
    }

    slots(slots: SlotTable, written: JsonObject, scope: Scope): void {
      for (const [name, slot] of Object.entries(slots)) {
        const raw = Object.hasOwn(written, name) ? written[name] : undefined
        if (raw === undefined || !COMPUTED.has(slot.kind)) continue
        const { fields } = slot
        if (!fields || raw === null || typeof raw !== 'object') this.written(raw, slot.kind !== 'plain', scope)
        else
          for (const record of Array.isArray(raw) ? (raw as readonly Json[]) : [raw])
            if (isRecord(record)) this.slots(fields, record, scope)
            else this.written(record, false, scope)
      }
    }

    node(node: Json | undefined, scope: Scope): void {
      this.#withPast().#node(node, scope)
    }

    #node(node: Json | undefined, scope: Scope): void {
      if (Array.isArray(node)) for (const each of node as readonly Json[]) this.#node(each, scope)
      if (!isRecord(node)) return
      const spec = app.isComponent(String(node.type))
      if (!spec) {
        this.written(node, true, scope)
        return
      }
      this.slots(spec.slots, node, scope)
      this.written(node.each, true, scope)
      // It may speak of what stands in it too.
      this.#node(node.children, scope)
    }

    /** What was looked at before is looked at again, with its past. */
    #withPast(): Gathering {
      return this.#past ? this : new Gathering(this.found, true)
    }

    #name(name: string, scope: Scope): void {
      const binding = scope.find(name)
      if (!binding || this.#seen.has(binding)) return
      this.#seen.add(binding)
      binding.labels?.(this)
    }
  }

  return {
    of(gather) {
      if (isClean) return NO_LABELS
      const sink = new Gathering(new Set(), false)
      gather(sink)
      return sink.found.size === 0 ? NO_LABELS : [...sink.found]
    },
    arrive(labels) {
      for (const label of labels) seen.add(label)
      isClean = seen.size === 0
      return labels
    },
    seen: () => [...seen],
    union,
    fail(error, labels) {
      if (labels.length === 0) return
      isClean = false
      if (error.code !== 'denied') for (const label of labels) seen.add(label)
      failures.set(error, labels)
      failed = union(failed, labels)
    },
    failed: error => (error ? (failures.get(error) ?? NO_LABELS) : failed),
    write(draft, path, labels, instead = false) {
      if (isClean && labels.length === 0) return
      const name = String(path[0])
      put(draft, name, instead && path.length === 1 ? labels : union(labelsIn(draft.at([placeOf(name), name])), labels))
    },
    putBack(draft, entries) {
      if (!isClean) for (const name of entries) put(draft, name, [...(ever.get(name) ?? NO_LABELS)])
    },
    take: (draft, name, kept) => put(draft, name, keptLabels(kept, name)),
  }
}

const COMPUTED: ReadonlySet<SlotSpec['kind']> = new Set(['plain', 'formula', 'lambda', 'path', 'data'])

function union(a: Labels, b: Labels): Labels {
  return b.every(label => a.includes(label)) ? a : [...new Set([...a, ...b])]
}

function readNames(text: string, isFormula: boolean): readonly string[] {
  for (const parse of isFormula ? [parseFormula, parseLambda] : []) {
    const parsed = parse(bareFormula(text))
    if (parsed.ok) return [...usesOf(parsed.tree)]
  }
  return text.includes('${') ? parseText(text).parts.flatMap(part => (typeof part === 'string' ? [] : [...usesOf(part)])) : []
}

function isRecord(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function ownOf(value: Json | undefined, name: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}
