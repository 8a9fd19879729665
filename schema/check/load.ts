/** Loading a blueprint: read, held to its shape, put right, walked, and its reach computed. */
import { ANY, BOOL, NULL, NUMBER, nullable, recordOf, TEXT, TIME, type Type, typeOfValue } from '../formula/types.ts'
import { tools } from '../generated/catalog.ts'
import type { Issue } from '../issue.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import { LIMITS } from '../limits.ts'
import { findCycles } from './cycles.ts'
import { readDerived, typeIn } from './derived.ts'
import { createFacts, type Facts } from './facts.ts'
import { entriesOf, isRecord, isText, own } from './kinds.ts'
import { checkNamespace } from './names.ts'
import { checkNode } from './nodes.ts'
import { normalise } from './normalise.ts'
import { toPlainJson } from './plain.ts'
import { checkReach, emptyReach, type Reach } from './reach.ts'
import { createReport, placeFindings, type Report, textOf } from './report.ts'
import { type Binding, createScope } from './scope.ts'
import { readParams, readState, walkInits, walkSections } from './sections.ts'
import { checkShape } from './shape.ts'
import { checkExpansion, checkSizes } from './size.ts'
import { checkSlot } from './slots.ts'
import { checkSteps, resultType } from './steps.ts'
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
 * Reads and checks a blueprint, given as text or as a value. Never throws, whatever it is given.
 * A document whose issues hold an `error` must not run.
 */
export function loadBlueprint(input: unknown, options: LoadOptions = {}): LoadedBlueprint {
  const report = createReport()
  const read = readInput(input, report)
  const { value } = read
  const done = (document: JsonObject | null, reach: Reach): LoadedBlueprint => ({
    document,
    issues: placeFindings(report.findings, read.text ?? (value === undefined ? '' : textOf(value))),
    reach,
  })
  if (value === undefined) {
    const issues = read.issue === undefined ? done(null, emptyReach).issues : [read.issue]
    return { document: null, issues, reach: emptyReach }
  }
  if (!isRecord(value)) {
    checkShape(value, report)
    return done(null, emptyReach)
  }
  const trusted = options.trusted ?? true
  const document = trusted ? normalise(value, report) : value
  checkShape(document, report)
  if (!checkSizes(document, report)) return done(document, emptyReach)
  const walked = walkDocument(document, report)
  const { document: kept, reach } = checkReach(document, walked, report, trusted)
  return done(kept, reach)
}

/** The issues of a blueprint, given as text or as a value; see `loadBlueprint`. */
export function checkBlueprint(input: unknown): readonly Issue[] {
  return loadBlueprint(input).issues
}

function readInput(input: unknown, report: Report): { readonly value: Json | undefined; readonly text?: string; readonly issue?: Issue } {
  if (typeof input !== 'string') {
    const { value, findings } = toPlainJson(input)
    report.take(findings)
    return { value }
  }
  if (input.length > LIMITS.documentCharacters) {
    report.error('too-long', [], `A blueprint has at most ${LIMITS.documentCharacters} characters; this has ${input.length}.`)
    return { value: undefined, text: '' }
  }
  const { value, fault } = parseJson(input)
  if (fault === null) return { value, text: input }
  const { code, message, line, column, pointer } = fault
  return { value: undefined, text: input, issue: { code, severity: 'error', at: pointer, line, column, message } }
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
    typeOf: (tree, scope) => (pending ? ANY : typeIn(tree, scope)),
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
  return { actions: params('actions'), pages: params('pages'), parts: params('parts'), data: new Set(entriesOf(own(document, 'data')).map(([name]) => name)) }
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
