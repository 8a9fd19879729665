/**
 * Formula text → expression tree (B23, B24).
 *
 * The grammar is a subset of JavaScript's expressions with the same precedence; what it leaves out
 * (assignment, `new`, statements, regular expressions …) is refused with the form to use instead.
 * Work is linear in the text, and recursion is bounded by the limits of section 9.
 */
import { LIMITS } from '../limits.ts'
import type { Argument, Entry, Expression, FormulaFault, Lambda, LogicalOp, Spread } from './expression.ts'
import { ARROW_AHEAD, BINARY, CONSTANTS, FOREIGN, LAMBDA_AHEAD } from './grammar.ts'
import { readEscape, readToken, SyntaxStop, stop, type Token } from './tokens.ts'

type Parsed<T> = { readonly ok: true; readonly tree: T } | { readonly ok: false; readonly faults: readonly FormulaFault[] }
export type ParsedFormula = Parsed<Expression>
export type ParsedLambda = Parsed<Argument>

/**
 * Parses a bare formula, without `${` and `}` round it. Never throws; the first fault ends the parse.
 *
 * Laws: `parseFormula(treeToFormula(tree))` gives `tree` again (offsets aside); offsets are into `text`.
 */
export function parseFormula(text: string): ParsedFormula {
  return attempt(() => {
    const parser = new Parser(text, 0)
    const tree = parser.expression()
    parser.finish()
    return tree
  })
}

/** Parses what a slot for one lambda holds: `t => t.done`, or a bare formula. */
export function parseLambda(text: string): ParsedLambda {
  return attempt(() => {
    const parser = new Parser(text, 0)
    const tree = parser.argument()
    parser.finish()
    return tree
  })
}

/**
 * Parses the formula of a hole that begins at `at`, just after its `${`. Gives the tree and the offset after the `}` that closes it.
 * Where that is, the grammar decides: braces and quotes inside nest.
 */
export function parseHole(text: string, at: number): { ok: true; tree: Expression; end: number } | { ok: false; faults: readonly FormulaFault[] } {
  const parsed = attempt(() => {
    const parser = new Parser(text, at)
    const tree = parser.expression()
    return { tree, end: parser.closeHole(at) }
  })
  return parsed.ok ? { ok: true, ...parsed.tree } : parsed
}

function attempt<T>(parse: () => T): Parsed<T> {
  try {
    return { ok: true, tree: parse() }
  } catch (error) {
    if (error instanceof SyntaxStop) return { ok: false, faults: [error.fault] }
    throw error
  }
}

class Parser {
  readonly #text: string
  readonly #start: number
  #token: Token
  #previousEnd: number
  #depth = 0
  #lambdas = 0
  /** Nodes that stood in parentheses: `??` may be mixed with `||` only so. */
  readonly #parenthesised = new Set<Expression>()

  constructor(text: string, at: number) {
    this.#text = text
    this.#start = at
    this.#previousEnd = at
    this.#token = readToken(text, at)
    if (this.#token.kind === 'end') stop('syntax', 'The formula is empty.', at, text.length)
  }

  finish(): void {
    if (!this.#ended()) this.#unexpected('an operator, or the end of the formula')
  }

  closeHole(open: number): number {
    const { to } = this.#token
    if (this.#ended()) stop('syntax', 'The ${ is not closed: a } is missing.', Math.max(0, open - 2), this.#text.length)
    if (!this.#is('}')) this.#unexpected('an operator, or the } that ends ${')
    return to
  }

  #read(at: number): void {
    this.#previousEnd = at
    this.#token = readToken(this.#text, at)
    // The word itself may be the `}` after the hole, so what counts is where it begins.
    if (this.#token.from - this.#start > LIMITS.formulaCharacters)
      stop('too-long', `A formula has at most ${LIMITS.formulaCharacters} characters: move parts of it into derived entries.`, this.#start, this.#token.from)
  }

  expression(): Expression {
    return this.#nested(() => this.#conditional())
  }

  argument(): Argument {
    const { from } = this.#token
    if (this.#is('...')) {
      stop('not-in-language', 'A call takes no spread: max, min, concat and the like take the list itself, as in max(list).', from, from + 3)
    }
    return this.#lambdaAhead() ? this.#lambda() : this.expression()
  }

  #conditional(): Expression {
    const test = this.#binary(1)
    if (!this.#is('?')) return test
    this.#next()
    const then = this.expression()
    this.#take(':', 'The ? is not finished: it needs a : and what else to give.')
    const other = this.#conditional()
    return { kind: 'conditional', test, then, else: other, ...this.#span(test.from) }
  }

  #binary(level: number): Expression {
    let left = this.#unary()
    for (;;) {
      const word = this.#token.kind === 'punctuator' || this.#token.kind === 'name' ? this.#token.text : ''
      const operator = BINARY.get(word)
      if (operator === undefined || operator.level < level) return left
      const { from, to } = this.#token
      this.#next()
      const right = this.#binary(operator.level + 1)
      const span = this.#span(left.from)
      const { op } = operator
      if (op === '??' || op === '||' || op === '&&') {
        if (this.#mixes(op, left) || this.#mixes(op, right)) stop('syntax', 'Put parentheses where ?? stands beside || or &&: (a ?? b) || c.', from, to)
        left = { kind: 'logical', op, left, right, ...span }
      } else left = { kind: 'binary', op, left, right, ...span }
    }
  }

  #mixes(op: LogicalOp, side: Expression): boolean {
    return side.kind === 'logical' && !this.#parenthesised.has(side) && (op === '??') !== (side.op === '??')
  }

  #unary(): Expression {
    const { from } = this.#token
    if (this.#is('!') || this.#is('-')) {
      const op = this.#is('!') ? '!' : '-'
      this.#next()
      const value = this.#nested(() => this.#unary())
      return { kind: 'unary', op, value, ...this.#span(from) }
    }
    if (this.#is('+')) stop('not-in-language', 'There is no sign +: write number(x) to read a number from a text.', from, from + 1)
    return this.#postfix(this.#primary())
  }

  #postfix(base: Expression): Expression {
    let node = base
    for (;;) {
      const optional = this.#is('?.')
      if (optional) {
        this.#next()
        if (this.#is('(')) this.#uncallable()
      }
      const mark: { optional?: true } = optional ? { optional: true } : {}
      if (this.#is('[')) {
        this.#next()
        const index = this.expression()
        this.#take(']', 'A ] is missing.')
        node = { kind: 'index', object: node, index, ...mark, ...this.#span(base.from) }
      } else if (optional || this.#is('.')) {
        if (!optional) this.#next()
        if (this.#token.kind !== 'name') this.#unexpected('the name of a field')
        const key = (this.#token as { text: string }).text
        this.#next()
        if (this.#is('(')) {
          const args = [node, ...this.#listed('(', ')', () => this.argument())]
          node = { kind: 'call', name: key, args, method: true, ...mark, ...this.#span(base.from) }
        } else node = { kind: 'member', object: node, key, ...mark, ...this.#span(base.from) }
      } else if (this.#is('(')) this.#uncallable()
      else if (this.#is('`')) stop('not-in-language', 'A text in backticks cannot follow a value: put an operator between.', this.#token.from, this.#token.to)
      else return node
    }
  }

  #uncallable(): never {
    return stop('syntax', 'Only functions of the library and of the app can be called, by their names: f(x) or x.f().', this.#token.from, this.#token.to)
  }

  #primary(): Expression {
    const token = this.#token
    const { from, to } = token
    if (token.kind === 'number' || token.kind === 'text') {
      this.#next()
      return { kind: 'literal', value: token.value, from, to }
    }
    if (token.kind === 'name') return this.#name(token.text, from, to)
    if (this.#lambdaAhead()) return stop('not-in-language', FOREIGN.get('=>') as string, from, to)
    if (this.#is('(')) {
      this.#next()
      if (this.#is(')')) this.#unexpected('a value')
      const inner = this.expression()
      this.#take(')', 'A ) is missing.')
      this.#parenthesised.add(inner)
      return inner
    }
    if (this.#is('[')) return this.#list()
    if (this.#is('{')) return this.#record()
    if (this.#is('`')) return this.#template()
    if (this.#is('/')) return stop('not-in-language', "There are no regular expressions: use contains, startsWith, or matches(text, 'email').", from, to)
    return this.#unexpected('a value')
  }

  #name(text: string, from: number, to: number): Expression {
    const foreign = FOREIGN.get(text)
    if (foreign !== undefined) return stop('not-in-language', foreign, from, to)
    if (text === 'in') return this.#unexpected('a value')
    if (this.#lambdaAhead()) return stop('not-in-language', FOREIGN.get('=>') as string, from, to)
    this.#next()
    const constant = CONSTANTS.get(text)
    if (constant !== undefined) return { kind: 'literal', value: constant, from, to }
    if (!this.#is('(')) return { kind: 'name', name: text, from, to }
    const args = this.#listed('(', ')', () => this.argument())
    return { kind: 'call', name: text, args, ...this.#span(from) }
  }

  #list(): Expression {
    const { from } = this.#token
    const items = this.#listed('[', ']', () => (this.#is('...') ? this.#spread() : this.expression()))
    return { kind: 'list', items, ...this.#span(from) }
  }

  #record(): Expression {
    const { from } = this.#token
    const entries = this.#listed('{', '}', () => (this.#is('...') ? this.#spread() : this.#entry()))
    return { kind: 'record', entries, ...this.#span(from) }
  }

  #spread(): Spread {
    const { from } = this.#token
    this.#next()
    const value = this.expression()
    return { kind: 'spread', value, ...this.#span(from) }
  }

  #entry(): Entry {
    const token = this.#token
    const { from, to } = token
    let key: string | Expression
    if (this.#is('[')) {
      this.#next()
      key = this.expression()
      this.#take(']', 'A ] is missing.')
    } else if (token.kind === 'name' || token.kind === 'text' || token.kind === 'number') {
      key = 'text' in token ? token.text : String(token.value)
      this.#next()
      if (token.kind === 'name' && (this.#is(',') || this.#is('}'))) return { kind: 'entry', key, value: { kind: 'name', name: key, from, to }, from, to }
    } else return this.#unexpected('the name of a field')
    this.#take(':', 'A record is written { name: value }: a : is missing.')
    const value = this.expression()
    return { kind: 'entry', key, value, ...this.#span(from) }
  }

  /** What stands between two brackets with commas between; a comma may follow the last. */
  #listed<T>(open: string, close: string, element: () => T): T[] {
    const { from, to } = this.#token
    this.#next()
    const found: T[] = []
    while (!this.#is(close)) {
      if (this.#ended()) stop('syntax', `The ${open} is not closed: a ${close} is missing.`, from, to)
      found.push(element())
      if (this.#is(',')) this.#next()
      else if (!this.#is(close)) {
        if (this.#ended()) stop('syntax', `The ${open} is not closed: a ${close} is missing.`, from, to)
        this.#unexpected(`a comma, or the ${close} that closes ${open}`)
      }
    }
    this.#next()
    return found
  }

  #template(): Expression {
    const { from } = this.#token
    const text = this.#text
    const parts: (string | Expression)[] = []
    let piece = ''
    let at = this.#token.to
    for (;;) {
      const char = text[at]
      if (char === undefined) return stop('syntax', 'This text is not closed: a ` is missing.', from, text.length)
      if (char === '`') break
      if (char === '\\') {
        const escaped = readEscape(text, at)
        piece += escaped.value
        at = escaped.to
      } else if (char === '$' && text[at + 1] === '{') {
        if (piece !== '') parts.push(piece)
        piece = ''
        this.#read(at + 2)
        parts.push(this.expression())
        if (!this.#is('}')) this.#unexpected('an operator, or the } that ends ${')
        at = this.#token.to
      } else {
        piece += char
        at += 1
      }
    }
    if (piece !== '') parts.push(piece)
    this.#read(at + 1)
    return { kind: 'template', parts, ...this.#span(from) }
  }

  #lambdaAhead(): boolean {
    const { from, to } = this.#token
    const named = this.#token.kind === 'name'
    if (!named && !this.#is('(')) return false
    const pattern = named ? ARROW_AHEAD : LAMBDA_AHEAD
    pattern.lastIndex = named ? to : from
    return pattern.test(this.#text)
  }

  #lambda(): Lambda {
    const { from } = this.#token
    const params: string[] = []
    const take = () => {
      const token = this.#token as { text: string; from: number; to: number }
      if (FOREIGN.has(token.text) || CONSTANTS.has(token.text) || token.text === 'in')
        stop('syntax', `${token.text} cannot be the name of a parameter.`, token.from, token.to)
      if (params.includes(token.text)) stop('syntax', `Two parameters are called ${token.text}.`, token.from, token.to)
      params.push(token.text)
      this.#next()
    }
    if (this.#is('(')) this.#listed('(', ')', take)
    else take()
    this.#next()
    if (this.#is('{'))
      stop(
        'syntax',
        'A lambda gives one value and has no statements. For a record put parentheses round it: x => ({ id: x.id }).',
        this.#token.from,
        this.#token.to,
      )
    this.#lambdas += 1
    if (this.#lambdas > LIMITS.lambdaDepth)
      stop('too-deep', `Lambdas nest at most ${LIMITS.lambdaDepth} deep: move the inner ones into a derived function.`, from, this.#token.from)
    const body = this.expression()
    this.#lambdas -= 1
    return { kind: 'lambda', params, body, ...this.#span(from) }
  }

  #nested<T>(parse: () => T): T {
    this.#depth += 1
    // The formula itself is one level.
    if (this.#depth > LIMITS.formulaDepth + 1)
      stop('too-deep', `A formula nests at most ${LIMITS.formulaDepth} deep: move parts of it into derived entries.`, this.#token.from, this.#token.to)
    const result = parse()
    this.#depth -= 1
    return result
  }

  #is(text: string): boolean {
    return this.#token.kind === 'punctuator' && this.#token.text === text
  }

  #ended(): boolean {
    return this.#token.kind === 'end'
  }

  #next(): void {
    this.#read(this.#token.to)
  }

  #take(text: string, message: string): void {
    const { from, to } = this.#token
    if (!this.#is(text)) {
      const foreign = this.#foreign()
      stop(foreign === undefined ? 'syntax' : 'not-in-language', foreign ?? message, from, to)
    }
    this.#next()
  }

  #foreign(): string | undefined {
    const token = this.#token
    if (token.kind !== 'punctuator' && token.kind !== 'name') return undefined
    return FOREIGN.get(token.text) ?? (/[^=!<>]=$/.test(token.text) ? FOREIGN.get('=') : undefined)
  }

  #unexpected(wanted: string): never {
    const { kind, from, to } = this.#token
    if (kind === 'end') return stop('syntax', `The formula ends too early: here should be ${wanted}.`, from, to)
    const foreign = this.#foreign()
    if (foreign !== undefined) return stop('not-in-language', foreign, from, to)
    return stop('syntax', `Here should be ${wanted}, not ${JSON.stringify(this.#text.slice(from, to))}.`, from, to)
  }

  #span(from: number | undefined): { from: number; to: number } {
    return { from: from ?? 0, to: this.#previousEnd }
  }
}
