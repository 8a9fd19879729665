/** The texts of an author with their names put in place of others (B20, B21, B50). What holds none of them stays as it was written. */
import { readFormula } from '../check/formulas.ts'
import { isList, isRecord, isText, recordOf } from '../check/kinds.ts'
import type { Argument, Expression } from '../formula/expression.ts'
import { parseFormula, parseLambda } from '../formula/parse.ts'
import { parseText } from '../formula/text.ts'
import { templateToText, treeToFormula } from '../formula/tree-to-formula.ts'
import type { Json, Path } from '../json/json.ts'
import { ExpandProblem } from './problem.ts'
import type { ExpandScope } from './scope.ts'
import { type FreshName, freeNames, type Meaning, substitute } from './substitute.ts'

export interface Rewriter {
  /** A value in a plain slot: every text in it. */
  plain(value: Json, at: Path, scope: ExpandScope): Json
  /** A value in a formula slot. */
  formula(value: Json, at: Path, scope: ExpandScope): Json
  lambda(text: string, at: Path, scope: ExpandScope): string
  path(text: string, at: Path, scope: ExpandScope): string
  /** A value in a plain slot as the expression that computes it. */
  tree(value: Json | undefined, at: Path, scope: ExpandScope): Expression
  /** The expression in a formula slot. */
  condition(value: Json, at: Path, scope: ExpandScope): Expression
}

/** `name` gives a value of the whole document a name of its own, under "derived". */
export function createRewriter(fresh: FreshName, name: (tree: Expression, like: string) => Expression): Rewriter {
  const put = <T extends Argument>(tree: T, at: Path, scope: ExpandScope): T => {
    const meaning: Meaning = word => {
      const stands = scope.names.get(word)
      if (stands?.lost !== undefined)
        throw new ExpandProblem(at, `"${word}" cannot be written out here: ${stands.lost}. Rename one of the two, or give the value another name outside.`)
      return stands?.tree
    }
    const result = substitute(tree, meaning, fresh)
    if (scope.collect) for (const word of freeNames(result)) scope.collect(word)
    return result
  }
  const broken = (at: Path, text: string): ExpandProblem => new ExpandProblem(at, `This is no formula: ${text}`)

  const text = (written: string, at: Path, scope: ExpandScope): string => {
    const template = parseText(written)
    if (template.faults.length > 0) throw broken(at, written)
    const parts = template.parts.map(part => (typeof part === 'string' ? part : put(part, at, scope)))
    return parts.every((part, index) => part === template.parts[index]) ? written : templateToText({ parts: joined(parts) })
  }
  const plain = (value: Json, at: Path, scope: ExpandScope): Json => {
    if (isText(value)) return text(value, at, scope)
    if (isList(value)) return value.map((element, index) => plain(element, [...at, index], scope))
    return isRecord(value) ? recordOf(Object.keys(value).map(key => [key, plain(value[key] as Json, [...at, key], scope)])) : value
  }
  const tree = (value: Json | undefined, at: Path, scope: ExpandScope): Expression => {
    if (value === undefined) return { kind: 'literal', value: null }
    if (isList(value)) return { kind: 'list', items: value.map((element, index) => tree(element, [...at, index], scope)) }
    if (isRecord(value))
      return { kind: 'record', entries: Object.keys(value).map(key => ({ kind: 'entry', key, value: tree(value[key], [...at, key], scope) })) }
    if (typeof value === 'number' && value < 0) return { kind: 'unary', op: '-', value: { kind: 'literal', value: -value } }
    if (!isText(value)) return { kind: 'literal', value }
    const template = parseText(value)
    if (template.faults.length > 0) throw broken(at, value)
    const parts = joined(template.parts.map(part => (typeof part === 'string' ? part : put(part, at, scope))))
    const [only] = parts
    if (only === undefined) return { kind: 'literal', value: '' }
    if (parts.length > 1) return { kind: 'template', parts }
    return typeof only === 'string' ? { kind: 'literal', value: only } : only
  }
  const condition = (value: Json, at: Path, scope: ExpandScope): Expression => {
    if (!isText(value)) return tree(value, at, scope)
    const formula = readFormula(value)
    if (!formula.ok) throw broken(at, value)
    return put(formula.tree, at, scope)
  }

  return {
    plain,
    tree,
    condition,
    formula(value, at, scope) {
      if (!isText(value)) return plain(value, at, scope)
      const formula = readFormula(value)
      if (!formula.ok) throw broken(at, value)
      const result = put(formula.tree, at, scope)
      return result === formula.tree ? value : `\${${treeToFormula(result)}}`
    },
    lambda(written, at, scope) {
      const parsed = parseLambda(written)
      if (!parsed.ok) throw broken(at, written)
      const result = put(parsed.tree, at, scope)
      return result === parsed.tree ? written : treeToFormula(result)
    },
    path(written, at, scope) {
      const parsed = parseFormula(written)
      if (!parsed.ok) throw broken(at, written)
      const result = put(parsed.tree, at, scope)
      if (result === parsed.tree) return written
      const path = asPath(result, picked => {
        const caught = [...freeNames(picked)].find(word => scope.locals.has(word))
        if (caught !== undefined)
          throw new ExpandProblem(
            at,
            `"${written}" cannot be written out as a path here: what it stands for, ${treeToFormula(picked)}, needs "${caught}" of its use.`,
          )
        return name(picked, written)
      })
      if (path === null) throw new ExpandProblem(at, `"${written}" stands for ${treeToFormula(result)} here, which is no place in the state.`)
      return treeToFormula(path)
    },
  }
}

/** A path whose root is computed, as in `find(…).title`, with a name for that. */
function asPath(tree: Expression, nameOf: (tree: Expression) => Expression): Expression | null {
  if (tree.kind === 'name') return tree
  if (tree.kind === 'call' || tree.kind === 'conditional' || tree.kind === 'logical') return nameOf(tree)
  if (tree.kind !== 'member' && tree.kind !== 'index') return null
  const object = asPath(tree.object, nameOf)
  return object && { ...tree, object }
}

/** Constant texts are written out as text. */
function joined(parts: readonly (string | Expression)[]): (string | Expression)[] {
  const result: (string | Expression)[] = []
  for (const part of parts) {
    const text = typeof part === 'string' ? part : part.kind === 'literal' && typeof part.value === 'string' ? part.value : null
    const last = result.at(-1)
    if (text === null) result.push(part)
    else if (typeof last === 'string') result[result.length - 1] = last + text
    else if (text !== '') result.push(text)
  }
  return result
}
