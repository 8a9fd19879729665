/**
 * The expression tree (B32): what a formula becomes when it is loaded, and all that is ever evaluated.
 *
 * A tree is plain JSON; its shape is also written down in `schema/expression.schema.json`. Names of
 * functions and names of values stay as the author wrote them. Parentheses leave no node.
 */

/** Offsets into the text that the node was parsed from; absent in a tree that never was a text. */
export interface Span {
  readonly from?: number
  readonly to?: number
}

export interface Literal extends Span {
  readonly kind: 'literal'
  readonly value: null | boolean | number | string
}
/** A free name, or the parameter of a lambda round it. */
export interface Name extends Span {
  readonly kind: 'name'
  readonly name: string
}
/** `object.key`; `.length` of a list or a text is its count. */
export interface Member extends Span {
  readonly kind: 'member'
  readonly object: Expression
  readonly key: string
  readonly optional?: true
}
/** `object[index]`. */
export interface Index extends Span {
  readonly kind: 'index'
  readonly object: Expression
  readonly index: Expression
  readonly optional?: true
}
export interface Spread extends Span {
  readonly kind: 'spread'
  readonly value: Expression
}
export interface ListLiteral extends Span {
  readonly kind: 'list'
  readonly items: readonly (Expression | Spread)[]
}
export interface Entry extends Span {
  readonly kind: 'entry'
  /** A constant key, or the expression in `[key]: value`. */
  readonly key: string | Expression
  readonly value: Expression
}
export interface RecordLiteral extends Span {
  readonly kind: 'record'
  readonly entries: readonly (Entry | Spread)[]
}
export interface Unary extends Span {
  readonly kind: 'unary'
  readonly op: '!' | '-'
  readonly value: Expression
}
export type BinaryOp = '*' | '/' | '%' | '+' | '-' | '<' | '<=' | '>' | '>=' | 'in' | '==' | '!='
/** `===` and `!==` are `==` and `!=` (B25) and are not told apart in the tree. */
export interface Binary extends Span {
  readonly kind: 'binary'
  readonly op: BinaryOp
  readonly left: Expression
  readonly right: Expression
}
export type LogicalOp = '&&' | '||' | '??'
export interface Logical extends Span {
  readonly kind: 'logical'
  readonly op: LogicalOp
  readonly left: Expression
  readonly right: Expression
}
export interface Conditional extends Span {
  readonly kind: 'conditional'
  readonly test: Expression
  readonly then: Expression
  readonly else: Expression
}
export interface TemplateLiteral extends Span {
  readonly kind: 'template'
  readonly parts: readonly (string | Expression)[]
}
/** `name(…args)`; `x.f(a)` is `f(x, a)` with `method`, and `x?.f(a)` is `optional` too. */
export interface Call extends Span {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Argument[]
  readonly method?: true
  readonly optional?: true
}
/** Stands only as an argument of a call, or alone in a slot that wants one. */
export interface Lambda extends Span {
  readonly kind: 'lambda'
  readonly params: readonly string[]
  readonly body: Expression
}

export type Expression = Literal | Name | Member | Index | ListLiteral | RecordLiteral | Unary | Binary | Logical | Conditional | TemplateLiteral | Call
export type Argument = Expression | Lambda
export type ExpressionNode = Expression | Lambda | Spread | Entry

/** What is wrong with a formula's text, at offsets into it. */
export interface FormulaFault {
  /** `syntax`, `too-long`, `too-deep`, `not-in-language`. */
  readonly code: string
  readonly message: string
  readonly from: number
  readonly to: number
  /** In a text with holes, where the formula begins. */
  readonly open?: number
}

/** The nodes directly inside `node`, in the order of the text. */
export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return []
    case 'member':
      return [node.object]
    case 'index':
      return [node.object, node.index]
    case 'spread':
    case 'unary':
      return [node.value]
    case 'list':
      return node.items
    case 'record':
      return node.entries
    case 'entry':
      return typeof node.key === 'string' ? [node.value] : [node.key, node.value]
    case 'binary':
    case 'logical':
      return [node.left, node.right]
    case 'conditional':
      return [node.test, node.then, node.else]
    case 'template':
      return node.parts.filter(part => typeof part !== 'string')
    case 'call':
      return node.args
    case 'lambda':
      return [node.body]
  }
}

/** A copy of the tree without offsets: two formulas that differ in spacing alone give the same one. */
export function stripOffsets<N extends ExpressionNode>(node: N): N {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'from' && key !== 'to')
        .map(([key, inner]) => [key, strip(inner)]),
    )
  }
  // Only the optional `from` and `to` are left out, so the shape is still N.
  return strip(node) as N
}
