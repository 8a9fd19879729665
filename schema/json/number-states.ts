/**
 * The grammar of a JSON number (RFC 8259, section 6) as a table of states, so that a number can be
 * cut anywhere. A number ends at the first character that has no state to go to.
 */
export const NUMBER_NONE = 0
const MINUS = 1
const ZERO = 2
const WHOLE = 3
const POINT = 4
const FRACTION = 5
const EXPONENT_MARK = 6
const EXPONENT_SIGN = 7
const EXPONENT = 8

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const isExponentMark = (code: number): boolean => code === 0x65 || code === 0x45

/** The state of a number that starts with `code`, or `NUMBER_NONE`. */
export function startNumber(code: number): number {
  if (code === 0x2d) return MINUS
  if (code === 0x30) return ZERO
  return isDigit(code) ? WHOLE : NUMBER_NONE
}

/** The state after one more character, or `NUMBER_NONE` where the number cannot go on with it. */
export function stepNumber(state: number, code: number): number {
  switch (state) {
    case MINUS:
      return code === 0x30 ? ZERO : isDigit(code) ? WHOLE : NUMBER_NONE
    case ZERO:
    case WHOLE:
      if (state === WHOLE && isDigit(code)) return WHOLE
      return code === 0x2e ? POINT : isExponentMark(code) ? EXPONENT_MARK : NUMBER_NONE
    case POINT:
      return isDigit(code) ? FRACTION : NUMBER_NONE
    case FRACTION:
      return isDigit(code) ? FRACTION : isExponentMark(code) ? EXPONENT_MARK : NUMBER_NONE
    case EXPONENT_MARK:
      if (code === 0x2b || code === 0x2d) return EXPONENT_SIGN
      return isDigit(code) ? EXPONENT : NUMBER_NONE
    case EXPONENT_SIGN:
    case EXPONENT:
      return isDigit(code) ? EXPONENT : NUMBER_NONE
    default:
      return NUMBER_NONE
  }
}

/** May a number end in this state? */
export function isWholeNumber(state: number): boolean {
  return state === ZERO || state === WHOLE || state === FRACTION || state === EXPONENT
}

/** What a number that stops in `state` lacks, or what is wrong with the digit that follows a zero. */
export function explainNumber(state: number): string {
  if (state === MINUS) return 'A digit is missing after the minus sign.'
  if (state === POINT) return 'A digit is missing after the point of this number.'
  if (state === ZERO) return 'A number has no leading zero: remove it.'
  return 'The exponent of this number has no digits.'
}
export const isLeadingZero = (state: number, code: number): boolean => state === ZERO && isDigit(code)
