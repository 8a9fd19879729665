/** The components of a document that is still being written (B6, S7): put right and checked as each closes, before anything of it counts. */
import type { Issue } from '../issue.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { parsePointer } from '../json/pointer.ts'
import { createFacts, forget } from './facts.ts'
import { createWalk } from './load.ts'
import { checkNode as walkNode } from './nodes.ts'
import { createNodeNormaliser } from './normalise.ts'
import { createReport, placeFindings, textOf } from './report.ts'
import { createScope } from './scope.ts'
import { checkSlot } from './slots.ts'
import type { NodePlace, Walk } from './walk.ts'

export interface NodeContext {
  /** JSON Pointer of the node in its document. */
  readonly at?: string | undefined
  /** The component that it is a child of. */
  readonly parent?: string | undefined
  /** It stands inside an entry of `parts`. */
  readonly inPart?: boolean | undefined
}

const NONE: readonly Issue[] = []

const noNames = createScope(new Map())

/** Looks at one node and not at those in it, one node after another. */
function createLook() {
  const report = createReport()
  const definitions = { actions: new Map(), pages: new Map(), parts: new Map(), data: new Set<string>() }
  const facts = createFacts()
  const walk: Walk = {
    ...createWalk(report, facts, definitions, true),
    node() {},
    slot: (value, spec, at, place) => checkSlot(walk, value, spec, at, place),
  }
  return {
    report,
    look(node: Json, place: NodePlace): void {
      walkNode(walk, node, [], noNames, place)
      // What it notes is for a whole document.
      forget(facts)
    },
  }
}

const owners = { document: { kind: 'document', name: '' }, part: { kind: 'part', name: '' } } as const

export type NodeCheck = (node: Json, context?: NodeContext) => readonly Issue[]

/** Gives what `checkNode` is, for many nodes. */
export function createNodeCheck(): NodeCheck {
  let { report, look } = createLook()
  return (node, { at = '', parent, inPart = false } = {}) => {
    look(node, { owner: inPart ? owners.part : owners.document, depth: 0, ...(parent !== undefined && { parent }) })
    const { findings } = report
    if (findings.length === 0) return NONE
    ;({ report, look } = createLook())
    return placeFindings(findings, textOf(node)).map(issue => ({ ...issue, at: at + issue.at }))
  }
}

/**
 * The issues of one closed node: its component, its properties, their values, the syntax of its
 * formulas and paths, its steps. Nodes inside it are not looked into, each is checked as it closes;
 * names, parts and actions that are not there yet are no issue. Give it the node as `normaliseNode`
 * gives it, else slips that will be put right count as errors. Lines and columns are those of the
 * node's own pretty-printed text.
 */
export function checkNode(node: Json, context: NodeContext = {}): readonly Issue[] {
  return createNodeCheck()(node, context)
}

/** One closed node with its slips put right (B5), as it will stand in the checked document; the same object where there was none. */
export function normaliseNode(node: JsonObject, at: string = ''): JsonObject {
  return createNodeNormaliser().node(node, parsePointer(at) ?? [])
}
