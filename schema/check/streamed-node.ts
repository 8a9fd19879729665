/** One component of a document that is still being written (B6, S7): checked as it closes, before anything of it counts. */
import type { Issue } from '../issue.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { parsePointer } from '../json/pointer.ts'
import { createFacts } from './facts.ts'
import { createWalk } from './load.ts'
import { checkNode as walkNode } from './nodes.ts'
import { normaliseNode as normaliseIn } from './normalise.ts'
import { createReport, placeFindings, textOf } from './report.ts'
import { createScope } from './scope.ts'
import { checkSlot } from './slots.ts'

export interface NodeContext {
  /** JSON Pointer of the node in its document. */
  readonly at?: string
  /** The component that it is a child of. */
  readonly parent?: string
  /** It stands inside an entry of `parts`. */
  readonly inPart?: boolean
}

const NONE: readonly Issue[] = []

/**
 * The issues of one closed node: its component, its properties, their values, the syntax of its
 * formulas and paths, its steps. Nodes inside it are not looked into, each is checked as it closes;
 * names, parts and actions that are not there yet are no issue. Give it the node as `normaliseNode`
 * gives it, else slips that will be put right count as errors. Lines and columns are those of the
 * node's own pretty-printed text.
 */
export function checkNode(node: Json, context: NodeContext = {}): readonly Issue[] {
  const report = createReport()
  const definitions = { actions: new Map(), pages: new Map(), parts: new Map(), data: new Set<string>() }
  let entered = false
  const walk = {
    ...createWalk(report, createFacts(), definitions, true),
    node(...[value, at, scope, place]: Parameters<ReturnType<typeof createWalk>['node']>): void {
      if (entered) return
      entered = true
      walkNode(walk, value, at, scope, place)
    },
  }
  walk.slot = (value, spec, at, place) => checkSlot(walk, value, spec, at, place)
  walk.node(node, [], createScope(new Map()), {
    owner: context.inPart ? { kind: 'part', name: '' } : { kind: 'document', name: '' },
    depth: 0,
    ...(context.parent !== undefined && { parent: context.parent }),
  })
  if (report.findings.length === 0) return NONE
  const prefix = context.at ?? ''
  return placeFindings(report.findings, textOf(node)).map(issue => ({ ...issue, at: prefix + issue.at }))
}

/**
 * One closed node with its slips put right (B5), as it will stand in the checked document; the same
 * object where there was none. `known` remembers what closed nodes became, so that those inside it are
 * not looked into again.
 */
export function normaliseNode(node: JsonObject, at: string = '', known?: WeakMap<object, JsonObject>): JsonObject {
  const path: Path = parsePointer(at) ?? []
  return normaliseIn(node, path, known)
}
