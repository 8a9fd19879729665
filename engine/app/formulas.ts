/**
 * Author text made ready to run, once (B22): each distinct text of an app is parsed and compiled a
 * single time, however many nodes and rows use it. A text that does not parse gives null; that it
 * does not parse has been said by the check.
 */

import type { Expression } from '../../schema/formula/expression.ts'
import { parseFormula, parseLambda } from '../../schema/formula/parse.ts'
import { parseText } from '../../schema/formula/text.ts'
import { compileFormula, compileText } from '../formula/compile.ts'
import type { ElementOrigin, Evaluate, ListOrigin, OriginEnv } from '../formula/contract.ts'
import { compileElementOrigin, compileListOrigin } from '../formula/origin.ts'
import { evaluateIn } from './env.ts'

export interface Formula {
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
  /** A plain slot's text: the text itself where nothing in it computes. */
  text(text: string): string | Evaluate
}

export function createFormulas(): Formulas {
  const formulas = new Map<string, Formula>()
  const lambdas = new Map<string, Lambda | null>()
  const texts = new Map<string, string | Evaluate>()

  function compile(text: string): Formula {
    const parsed = parseFormula(bare(text))
    if (!parsed.ok) return { evaluate: giveNull, tree: null, listOrigin: giveNull, elementOrigin: giveNull }
    const { tree } = parsed
    let list: ((env: OriginEnv) => ListOrigin | null) | null | undefined
    let element: ((env: OriginEnv) => ElementOrigin | null) | null | undefined
    return {
      evaluate: compileFormula(tree),
      tree,
      listOrigin(env) {
        if (list === undefined) list = compileListOrigin(tree)
        return list ? evaluateIn(env, list) : null
      },
      elementOrigin(env) {
        if (element === undefined) element = compileElementOrigin(tree)
        return element ? evaluateIn(env, element) : null
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
        const parsed = parseLambda(bare(text))
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
        made = template.parts.every(part => typeof part === 'string') ? template.parts.join('') : compileText(template)
        texts.set(text, made)
      }
      return made
    },
  }
}

/** `${x}` → `x`: a formula slot takes both (B21). */
function bare(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.startsWith('${') || !trimmed.endsWith('}')) return text
  const template = parseText(trimmed)
  return template.whole ? trimmed.slice(2, -1) : text
}
