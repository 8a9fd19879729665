/**
 * Author text made ready to run, once (B22): each distinct text of an app is parsed and compiled a
 * single time, however many nodes and rows use it. A text that does not parse gives null; that it
 * does not parse has been said by the check.
 */

import type { Expression } from '../../schema/formula/expression.ts'
import { parseFormula, parseLambda } from '../../schema/formula/parse.ts'
import { parseText } from '../../schema/formula/text.ts'
import type { Json } from '../../schema/json/json.ts'
import { compileFormula, compileText, constantPath, noSlots } from '../formula/compile.ts'
import type { ElementOrigin, Evaluate, ListOrigin, OriginEnv } from '../formula/contract.ts'
import { compileElementOrigin, compileListOrigin } from '../formula/origin.ts'
import { evaluateIn } from './env.ts'

export interface Formula {
  /** One evaluation (B28). */
  value(env: OriginEnv): Json
  /** As a part of another evaluation, whose meter `env` has. */
  readonly evaluate: Evaluate
  readonly tree: Expression | null
  /** Where its value stands in the state, if anywhere (B43). */
  listOrigin(env: OriginEnv): ListOrigin | null
  elementOrigin(env: OriginEnv): ElementOrigin | null
}

export interface Lambda {
  readonly parameters: readonly string[]
  /** Reads the parameters as free names. */
  readonly body: Evaluate
}

const giveNull = () => null

export interface Formulas {
  /** A formula slot: bare, or wrapped in `${…}`. */
  formula(text: string): Formula
  /** A lambda slot, `t => t.done`; null where the text is no lambda. */
  lambda(text: string): Lambda | null
  /** A plain slot's text: the text itself where nothing in it computes, else what evaluates it. */
  text(text: string): string | ((env: OriginEnv) => Json)
}

export function createFormulas(): Formulas {
  const formulas = new Map<string, Formula>()
  const lambdas = new Map<string, Lambda | null>()
  const texts = new Map<string, string | ((env: OriginEnv) => Json)>()

  function compile(text: string): Formula {
    const parsed = parseFormula(bareFormula(text))
    if (!parsed.ok) return { value: giveNull, evaluate: giveNull, tree: null, listOrigin: giveNull, elementOrigin: giveNull }
    const { tree } = parsed
    const evaluate = compileFormula(tree)
    const constant = constantPath(tree, noSlots())
    let list: ((env: OriginEnv) => ListOrigin | null) | null | undefined
    let element: ((env: OriginEnv) => ElementOrigin | null) | null | undefined
    return {
      value: metered(tree, evaluate),
      evaluate,
      tree,
      listOrigin(env) {
        if (list === undefined) list = compileListOrigin(tree)
        return list ? evaluateIn(env, list) : null
      },
      elementOrigin(env) {
        if (element === undefined) element = compileElementOrigin(tree)
        if (!element) return null
        return constant ? element(env) : evaluateIn(env, element)
      },
    }
  }

  return {
    formula(text) {
      let made = formulas.get(text)
      if (!made) {
        made = compile(text)
        formulas.set(text, made)
      }
      return made
    },
    lambda(text) {
      let made = lambdas.get(text)
      if (made === undefined) {
        const parsed = parseLambda(bareFormula(text))
        made = parsed.ok && parsed.tree.kind === 'lambda' ? { parameters: parsed.tree.params, body: compileFormula(parsed.tree.body) } : null
        lambdas.set(text, made)
      }
      return made
    },
    text(text) {
      if (!text.includes('${')) return text
      let made = texts.get(text)
      if (made === undefined) {
        const template = parseText(text)
        const [only] = template.parts
        if (template.parts.every(part => typeof part === 'string')) made = template.parts.join('')
        else if (template.whole && template.parts.length === 1 && typeof only === 'object') made = metered(only, compileText(template))
        else made = metered(null, compileText(template))
        texts.set(text, made)
      }
      return made
    },
  }
}

/** What evaluates a formula, with a meter of its own; what only reads a name and its constant members has nothing to count. */
function metered(tree: Expression | null, evaluate: Evaluate): (env: OriginEnv) => Json {
  return tree !== null && constantPath(tree, noSlots()) !== null ? evaluate : env => evaluateIn(env, evaluate)
}

/** `${x}` → `x`: a formula slot takes both (B21). */
export function bareFormula(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.startsWith('${') || !trimmed.endsWith('}')) return text
  const template = parseText(trimmed)
  return template.whole ? trimmed.slice(2, -1) : text
}
