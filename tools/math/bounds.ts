/**
 * What the mathematics of an app may cost. Everything is bounded before it is computed, so that no call takes long
 * or much memory; the worker's clock (`shell/math`) stands behind these as the second line.
 */
export const MATH_BOUNDS = {
  /** Of an expression that somebody typed. */
  expressionCharacters: 1000,
  expressionNodes: 250,
  expressionDepth: 40,
  /** Of an expression that is worked on as an expression, where each step may double it. */
  algebraNodes: 100,
  algebraDepth: 12,
  /** Of the exponents of numbers that stand in each other, multiplied: `(x^2)^3` is 6. */
  algebraExponent: 200,
  /** Single operations on numbers that one expression may lead to. */
  evaluationWork: 200_000,
  /** Numbers of a list or of a matrix. */
  elements: 10_000,
  /** Rows and columns of a matrix that is multiplied, solved or inverted. */
  matrixSide: 40,
  /** Of one whose eigenvalues are looked for. */
  eigenSide: 25,
  matrixPower: 1000,
  polynomialDegree: 12,
  /** Digits of a decimal number, asked for or given. */
  digits: 500,
  /** Of the exponent of a decimal number: 1e5000. */
  decimalExponent: 5000,
  /** Digits of a numerator, a denominator or a whole number. */
  wholeDigits: 500,
  /** Of a number that is taken apart into primes. */
  factorDigits: 18,
  factorial: 1000,
  unitPower: 12,
  unitParts: 12,
  /** Points of a table, throws of chance. */
  samples: 10_000,
} as const
