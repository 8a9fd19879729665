/** Loading a blueprint: read, held to its shape, put right, walked, and its reach computed. */
import { ANY, BOOL, NULL, NUMBER, nullable, recordOf, TEXT, TIME, type Type, typeOfValue } from '../formula/types.ts'
import { tools } from '../generated/catalog.ts'
import type { Issue } from '../issue.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { LIMITS } from '../limits.ts'
import { resultType } from '../tool-result.ts'
import type { Advice } from './advice.ts'
import { findCycles } from './cycles.ts'
import { readDerived, typeIn } from './derived.ts'
import { createFacts, type Facts } from './facts.ts'
import { entriesOf, isRecord, isText, own } from './kinds.ts'
import { readSections } from './meant-sections.ts'
import { checkNamespace } from './names.ts'
import { checkNode } from './nodes.ts'
import { type NodeNormaliser, normalise } from './normalise.ts'
import { toPlainJson } from './plain.ts'
import { checkReach, emptyReach, type Reach } from './reach.ts'
import { type ReadText, readText } from './read-text.ts'
import { createReport, type Finding, placeFindings, type Report, ReportIsFull, textOf } from './report.ts'
import { type Binding, createScope } from './scope.ts'
import { readParams, readState, walkInits, walkSections } from './sections.ts'
import { checkShape } from './shape.ts'
import { checkExpansion, checkSizes } from './size.ts'
import { checkSlot } from './slots.ts'
import { checkSteps } from './steps.ts'
import { checkTests } from './tests-section.ts'
import type { Definitions, Params, Walk } from './walk.ts'

export interface LoadOptions {
  /**
   * The document was made or edited on this desktop: its slips are put right (B5). False for what
   * arrives by link or registry, which is checked as it is.
   */
  readonly trusted?: boolean
}

export interface LoadedBlueprint {
  /** The document as it counts, its slips put right; null where it cannot be read at all. */
  readonly document: JsonObject | null
  /**
   * In the order of the text. The place and the fix of something that was put right speak of what was
   * written, all others of `document`.
   */
  readonly issues: readonly Issue[]
  readonly reach: Reach
}

/**
 * Reads and checks a blueprint as `loadBlueprint` does, and finds the same document fit to run, but says only what is wrong,
 * not what was meant instead: for a page that runs apps and does not edit them. Never throws, whatever it is given.
 * A document whose issues hold an `error` must not run.
 */
export function loadToRun(input: unknown, options: LoadOptions = {}): LoadedBlueprint {
  return load(input, options, null)
}

/**
 * The same for a text that has been parsed by `createJsonParser`, without a fault, while it arrived.
 *
 * @param known what the nodes in it become, as far as they were put right when they arrived
 */
export function loadParsed(value: Json, text: string, options: LoadOptions = {}, known?: NodeNormaliser['known']): LoadedBlueprint {
  return text.length > LIMITS.documentCharacters ? load(text, options, null) : loadRead({ value, text, ...asItIs }, createReport(), options, known)
}

/** See `loadToRun`, and `loadBlueprint`, which has the advice. */
export function load(input: unknown, options: LoadOptions, advice: Advice | null): LoadedBlueprint {
  const report = createReport({ advice })
  return loadRead(readInput(input, options.trusted ?? true, report), report, options)
}

function loadRead(read: Input, report: Report, options: LoadOptions, known?: NodeNormaliser['known']): LoadedBlueprint {
  const trusted = options.trusted ?? true
  const checked = read.value === undefined ? unread : checkValue(read.value, trusted, report, known)
  const placed = placeFindings(report.findings, read.text ?? (read.value === undefined ? '' : textOf(read.value)))
  return { ...checked, issues: read.issues.length === 0 ? placed : mergeIssues(read.issues, placed.map(read.toWritten)) }
}

const unread = { document: null, reach: emptyReach }

/** Checks what was read; of the whole, only the places in the text are still to be looked up. */
export function checkValue(value: Json, trusted: boolean, report: Report, known?: NodeNormaliser['known']): Omit<LoadedBlueprint, 'issues'> {
  const { advice } = report
  if (!isRecord(value)) {
    checkShape(value, report)
    return unread
  }
  if (!checkSizes(value, report)) return { document: value, reach: emptyReach }
  const { document, toWritten } = trusted ? normalise(value, report, known) : { document: value, toWritten: (pointer: string) => pointer }
  const shape = createReport({ advice })
  checkShape(document, shape)
  const sections = readSections(document, advice)
  const inner = createReport({ stopsWhenFull: true, advice })
  let read = { document, reach: emptyReach }
  try {
    const walked = walkDocument(sections.document, inner)
    const { document: kept, reach } = checkReach(sections.document, walked, inner, trusted && !report.hasErrors && !shape.hasErrors)
    read = { document: sections.document === document ? kept : document, reach }
  } catch (error) {
    if (!(error instanceof ReportIsFull)) throw error
  }
  const found = (advice?.offerDeclarations(sections.document, inner.findings) ?? inner.findings).map(sections.toWritten)
  for (const findings of [shape.findings.filter(notToldAgain(found)), found])
    report.take(findings.map(finding => ({ ...finding, place: toWritten(finding.at) })))
  return read
}

/** Of what the shape says of a component or a step, the walk says more: those findings are left out. */
function notToldAgain(found: readonly Finding[]): (finding: Finding) => boolean {
  const walked = new Set(found.filter(({ code }) => /^(?:missing-type|missing-do|not-a-component|not-a-step)$/.test(code)).map(({ at }) => at))
  return ({ code, at }) => !walked.has(at) || (code !== 'missing-property' && code !== 'wrong-type')
}

type Input = Omit<ReadText, 'text'> & { readonly text?: string }

const asItIs = { issues: [], toWritten: (issue: Issue) => issue }

function readInput(input: unknown, trusted: boolean, report: Report): Input {
  if (typeof input !== 'string') {
    const { value, findings } = toPlainJson(input)
    report.take(findings)
    return { value, ...asItIs }
  }
  if (input.length > LIMITS.documentCharacters) {
    report.error('too-long', [], `A blueprint has at most ${LIMITS.documentCharacters} characters; this has ${input.length}.`)
    return { value: undefined, text: '', ...asItIs }
  }
  return readText(input, trusted, report.advice?.explainFault)
}

function mergeIssues(read: readonly Issue[], found: readonly Issue[]): readonly Issue[] {
  return [...read, ...found].toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function walkDocument(document: JsonObject, report: Report): Facts {
  const facts = createFacts()
  checkNamespace(document, report)
  let origin: Walk['derivedOrigin'] = () => undefined
  const walk: Walk = {
    ...createWalk(report, facts, readDefinitions(document), false),
    derivedOrigin: name => origin(name),
  }
  const constants = entriesOf(own(document, 'constants')).map(([name, value]): [string, Binding] => [name, { kind: 'constant', type: typeOfValue(value) }])
  const derived = readDerived(walk, document, new Map([...constants, ...readState(walk, document), ...dataBindings(document), ...actionBindings(document)]))
  origin = derived.origin
  walkInits(walk, document, createScope(new Map(constants)))
  walkSections(walk, document, derived.scope)
  checkTests(walk, document, derived.scope)
  reportCircles(facts, report)
  return facts
}

/** A walk over nodes, steps and slots; `pending` where the document is still being written (B6). */
export function createWalk(report: Report, facts: Facts, definitions: Definitions, pending: boolean): Walk {
  const walk: Walk = {
    report,
    facts,
    definitions,
    pending,
    derivedOrigin: () => undefined,
    typeOf: (tree, scope) => (pending ? ANY : typeIn(tree, scope, report.advice?.formula ?? null)),
    node(value, at, scope, place) {
      checkNode(this, value, at, scope, place)
    },
    steps(value, at, scope, place) {
      checkSteps(this, value, at, scope, place)
    },
    slot(value, spec, at, place) {
      return checkSlot(this, value, spec, at, place)
    },
  }
  return walk
}

function readDefinitions(document: JsonObject): Definitions {
  // Types of parameters are reported where the sections are walked.
  const quiet = { report: createReport() }
  const params = (section: string): ReadonlyMap<string, Params> =>
    new Map(
      entriesOf(own(document, section)).map(([name, entry]) => [name, { types: new Map(isRecord(entry) ? readParams(quiet, own(entry, 'params'), []) : []) }]),
    )
  const written = own(document, 'parts')
  const parts = new Map(
    [...params('parts')].map(([name, entry]) => {
      const part = isRecord(written) ? own(written, name) : undefined
      return [name, { ...entry, view: (isRecord(part) ? own(part, 'view') : undefined) ?? null }]
    }),
  )
  return { actions: params('actions'), pages: params('pages'), parts, data: new Set(entriesOf(own(document, 'data')).map(([name]) => name)) }
}

function dataBindings(document: JsonObject): [string, Binding][] {
  return entriesOf(own(document, 'data')).map(([name, entry]) => {
    const tool = isRecord(entry) ? own(entry, 'do') : undefined
    const result = isText(tool) ? tools.get(tool) : undefined
    const type = result === undefined ? ANY : resultType(result)
    const value: Type = type.kind === 'record' && type.fields.has('body') ? (type.fields.get('body') as Type) : type
    const fields: [string, Type][] = [
      ['value', value.kind === 'null' ? NULL : value],
      ['status', nullable(NUMBER)],
      ['loading', BOOL],
      ['error', nullable(TEXT)],
      ['at', nullable(TIME)],
    ]
    return [name, { kind: 'data', type: recordOf(fields) }]
  })
}

function actionBindings(document: JsonObject): [string, Binding][] {
  const type = recordOf([
    ['running', BOOL],
    ['error', nullable(TEXT)],
  ])
  return entriesOf(own(document, 'actions')).map(([name]) => [name, { kind: 'action', type }])
}

function reportCircles(facts: Facts, report: Report): void {
  for (const cycle of findCycles(facts.actionCalls))
    report.error('cycle', ['actions', cycle[0] ?? ''], `An action cannot run itself: ${cycle.join(' → ')}. Use a timer or an effect for what goes on and on.`)
  const parts = new Map([...facts.partUses].filter(([name]) => name !== '').map(([name, uses]) => [name, new Set(uses.map(use => use.name))]))
  const cycles = findCycles(parts)
  for (const cycle of cycles) report.error('cycle', ['parts', cycle[0] ?? ''], `A part cannot contain itself: ${cycle.join(' → ')}.`)
  if (cycles.length === 0) checkExpansion(facts, report)
}
