/** Calls of what the library calls otherwise: reported with the rewrite, and inferred as what they would be. */
import type { Argument, Call, Entry, Expression, Spread } from './expression.ts'
import { FOREIGN_FORMS, FOREIGN_FUNCTIONS, FOREIGN_HINTS, FOREIGN_OBJECTS } from './foreign.ts'
import { findLocal, findName, type Inference, inferUsed, type Locals, quietly, report, type Value } from './inference.ts'
import { findLibraryFunction } from './library.ts'
import { parseFormula } from './parse.ts'
import { treeToFormula } from './tree-to-formula.ts'
import { ANY } from './types.ts'

/** What a call of `Math`, `Object` and the like comes to, or null where it is none. */
export function inferForeignObject(inference: Inference, node: Call, locals: Locals | null): Value | null {
  const [first, ...args] = node.args
  if (!node.method || first?.kind !== 'name' || !FOREIGN_OBJECTS.has(first.name)) return null
  if (findLocal(locals, first.name) !== undefined || findName(inference.scope, first.name) !== undefined) return null
  return inferForeign(inference, node, `${first.name}.${node.name}`, args, locals)
}

/** What a call of a function comes to that is called otherwise here, or null where nothing is known of it. */
export function inferForeignCall(inference: Inference, node: Call, locals: Locals | null): Value | null {
  return inferForeign(inference, node, node.name, node.args, locals)
}

function inferForeign(inference: Inference, node: Call, written: string, args: readonly Argument[], locals: Locals | null): Value | null {
  const form = formOf(node.name, args)
  if (form !== null) {
    const given = args as readonly Expression[]
    const filled = fill(form, given)
    const text = treeToFormula(filled)
    const bare = inference.root === node || ['call', 'list', 'member', 'index', 'name'].includes(filled.kind)
    report(inference, node, {
      code: 'unknown-function',
      message: `There is no ${written} here: write ${text}.`,
      suggestion: text,
      fix: { title: `Write ${text}`, text: bare ? text : `(${text})` },
    })
    // Each argument once, however often the form names it: nested forms would take forever.
    const values = new Map(given.map((arg, i) => [`$${i + 1}`, inferUsed(inference, arg, locals)]))
    return { type: inference.infer(quietly(inference), form, { values, parent: null }).type }
  }
  const name = FOREIGN_FUNCTIONS.get(node.name) ?? FOREIGN_FUNCTIONS.get(node.name.toLowerCase()) ?? (written === node.name ? '' : node.name)
  if (findLibraryFunction(name) !== undefined && !FOREIGN_HINTS.has(node.name)) {
    report(inference, node, { code: 'unknown-function', message: `There is no ${written} here: it is called ${name}.`, word: written, suggestion: name })
    const { from, to } = node
    const method = written === node.name && node.method ? { method: true as const } : {}
    return inference.infer(
      inference,
      { kind: 'call', name, args, ...method, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
      locals,
    )
  }
  const hint = FOREIGN_HINTS.get(node.name) ?? FOREIGN_HINTS.get(node.name.toLowerCase())
  if (hint === undefined) return null
  for (const arg of args) if (arg.kind !== 'lambda') inference.infer(inference, arg, locals)
  report(inference, node, { code: 'unknown-function', message: `There is no ${written} here: ${hint}.`, word: written })
  return { type: ANY }
}

/** The expression that a call comes to, with `$1` for its first argument; null where there is none. */
function formOf(name: string, args: readonly Argument[]): Expression | null {
  if (args.some(arg => arg.kind === 'lambda')) return null
  const key = `${name}/${args.length}`
  const form = formByArgument(name, args as readonly Expression[]) ?? FOREIGN_FORMS.get(key) ?? FOREIGN_FORMS.get(key.toLowerCase())
  const parsed = form === undefined ? null : parseFormula(form)
  return parsed?.ok ? parsed.tree : null
}

/** Where what an argument says decides. */
function formByArgument(name: string, [, second]: readonly Expression[]): string | undefined {
  if (second === undefined) return undefined
  const digits = second.kind === 'literal' && typeof second.value === 'number' ? second.value : null
  if (name === 'toFixed' && digits !== null && digits >= 0 && digits <= 20) return `format($1, '${digits === 0 ? '0' : `0.${'0'.repeat(digits)}`}')`
  const isLast = second.kind === 'unary' && second.op === '-' && second.value.kind === 'literal' && second.value.value === 1
  return name === 'at' && isLast ? 'last($1)' : undefined
}

/** The form with the arguments in the places of `$1`, `$2` …, its own nodes without offsets. */
function fill<N extends Expression | Spread | Entry | Argument>(node: N, args: readonly Expression[]): N {
  if (node.kind === 'name') {
    const place = /^\$(\d)$/.exec(node.name)?.[1]
    return (place === undefined ? { kind: 'name', name: node.name } : args[Number(place) - 1]) as N
  }
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inner)
    return typeof value === 'object' && value !== null && 'kind' in value ? fill(value as Expression, args) : value
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'from' && key !== 'to')
      .map(([key, value]) => [key, inner(value)]),
  ) as unknown as N
}
