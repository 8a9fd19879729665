import { LIMITS } from '../limits.ts'
import { type Expected, explainCharacter, explainControl, explainEnd, type JsonFault, quote, showCharacter } from './fault.ts'
import type { Json } from './json.ts'
import type { Frame, JsonEvents, JsonParser } from './json-events.ts'
import { explainNumber, isLeadingZero, isWholeNumber, NUMBER_NONE, startNumber, stepNumber } from './number-states.ts'
import { setOwn } from './own.ts'
import { formatPointer } from './pointer.ts'
import { ESCAPES, hexValue, LITERALS } from './tokens.ts'

export type { Frame, JsonEvents, JsonParser } from './json-events.ts'

const VALUE = 0
const FIRST_VALUE = 1
const KEY = 2
const FIRST_KEY = 3
const COLON = 4
const MORE = 5
const NOTHING = 6
const EXPECTED: readonly Expected[] = ['value', 'first-value', 'key', 'first-key', 'colon', 'more', 'nothing']
const STRING = 7
const ESCAPE = 8
const UNICODE = 9
const NUMBER = 10
const LITERAL = 11

/**
 * A parser for JSON that arrives in pieces.
 *
 * - It accepts what RFC 8259 does, less what no document of ours may hold: the same key twice in a
 *   record (B4), nesting and length beyond `LIMITS`, half a surrogate pair, a number beyond a double.
 *   So whatever it accepts has a canonical form and a hash.
 * - Every character is read once, and the result does not depend on how the text was cut.
 * - A list or record is in its parent from its opening bracket on and is the same object to the end,
 *   so at any time `root` is the document as far as it has been read.
 * - A scalar is in its parent once it has closed.
 * - `__proto__` is an own property like any other.
 * - After a fault all that was read stays, and further pushes do nothing but give the fault again.
 */
export function createJsonParser(events: JsonEvents = {}): JsonParser {
  let fault: JsonFault | null = null
  let root: Json | undefined
  let ended = false
  let state = VALUE
  /** Characters before the current chunk, and the offset that `offset` shows. */
  let before = 0
  let position = 0
  let line = 1
  let lineStart = 0

  /** The innermost open container, and its value by kind: one of the two is set. */
  let frame: Frame | null = null
  let record: Record<string, Json> | null = null
  let list: Json[] | null = null
  let depth = 0
  /** The member of it that is being read, or was read last. */
  let key: string | number | null = null

  /** The string, number or literal that is being read. */
  let text = ''
  let isKey = false
  let tokenStart = 0
  let reported = 0
  let highSurrogate = 0
  let hex = 0
  let hexDigits = 0
  let number = NUMBER_NONE
  let literal = LITERALS.get(0x6e)!

  function fail(code: JsonFault['code'], message: string, at: number): false {
    position = at
    fault = { code, message, offset: at, line, column: at - lineStart + 1, pointer: pointerHere() }
    return false
  }

  /** To the member that is being read or expected, else to the container. */
  function pointerHere(): string {
    const path: (string | number)[] = []
    const inToken = state >= STRING && !isKey
    if (frame !== null && (inToken || state === COLON || state === VALUE)) path.push(list ? list.length : key!)
    for (let up = frame; up !== null && up.key !== null; up = up.parent) path.push(up.key)
    return formatPointer(path.reverse())
  }

  function failCharacter(code: number, at: number): false {
    return fail('syntax', explainCharacter(code, EXPECTED[state]!, list !== null, key), at)
  }

  function attach(value: Json): void {
    if (list) list.push(value)
    else if (record) setOwn(record, key as string, value)
    else root = value
  }

  function closeScalar(value: Json, at: number): void {
    if (list) key = list.length
    attach(value)
    state = frame ? MORE : NOTHING
    position = at
    if (frame) events.value?.(frame, key!, value)
  }

  function openContainer(isList: boolean, at: number): boolean {
    if (depth >= LIMITS.jsonDepth) return fail('too-deep', `Lists and records may stand at most ${LIMITS.jsonDepth} deep in each other: flatten this part.`, at)
    depth++
    if (list) key = list.length
    const value: Record<string, Json> | Json[] = isList ? [] : {}
    attach(value)
    enter({ value, parent: frame, key: frame ? key : null, start: at })
    state = isList ? FIRST_VALUE : FIRST_KEY
    position = at + 1
    events.open?.(frame!)
    return true
  }

  function closeContainer(at: number): void {
    const closed = frame!
    depth--
    enter(closed.parent)
    key = closed.key
    state = frame ? MORE : NOTHING
    position = at
    events.close?.(closed)
    if (frame) events.value?.(frame, key!, closed.value)
  }

  function enter(next: Frame | null): void {
    frame = next
    list = null
    record = null
    if (next === null) return
    if (Array.isArray(next.value)) list = next.value
    else record = next.value as Record<string, Json> // made by openContainer, and only grown here
  }

  function beginValue(code: number, at: number): boolean {
    if (code === 0x22) {
      beginString(false, at)
      return true
    }
    if (code === 0x7b || code === 0x5b) return openContainer(code === 0x5b, at)
    number = startNumber(code)
    if (number !== NUMBER_NONE) {
      state = NUMBER
      isKey = false
      text = String.fromCharCode(code)
      return true
    }
    const found = LITERALS.get(code)
    if (found === undefined) return failCharacter(code, at)
    literal = found
    state = LITERAL
    isKey = false
    text = String.fromCharCode(code)
    return true
  }

  function beginString(forKey: boolean, at: number): void {
    state = STRING
    isKey = forKey
    text = ''
    tokenStart = at
    reported = 0
  }

  function closeString(at: number): boolean {
    if (highSurrogate !== 0) return failSurrogate(highSurrogate, at - 1)
    if (!isKey) {
      closeScalar(text, at)
      return true
    }
    isKey = false
    if (Object.hasOwn(record!, text)) {
      key = text
      state = COLON
      return fail('duplicate-key', `The key ${quote(text)} stands twice in this record: remove or rename one.`, tokenStart)
    }
    key = text
    state = COLON
    return true
  }

  /** One UTF-16 unit that is, or may be, half a pair; or that an escape gave. */
  function addUnit(unit: number, at: number): boolean {
    const isLow = (unit & 0xfc00) === 0xdc00
    if ((highSurrogate !== 0) !== isLow) return failSurrogate(highSurrogate || unit, at)
    if (isLow) {
      text += String.fromCharCode(highSurrogate, unit)
      highSurrogate = 0
    } else if ((unit & 0xfc00) === 0xd800) highSurrogate = unit
    else text += String.fromCharCode(unit)
    return true
  }

  function failSurrogate(unit: number, at: number): false {
    return fail('syntax', `${showCharacter(unit)} is half of a character: write both halves of the pair, or leave it out.`, at)
  }

  function readEscape(code: number, at: number): boolean {
    if (code === 0x75) {
      state = UNICODE
      hex = 0
      hexDigits = 0
      return true
    }
    const decoded = ESCAPES.get(code)
    if (decoded === undefined) return fail('syntax', `A backslash before this ${showCharacter(code)} means nothing: write \\\\ for a backslash itself.`, at)
    if (highSurrogate !== 0) return failSurrogate(highSurrogate, at)
    text += decoded
    state = STRING
    return true
  }

  function readHex(code: number, at: number): boolean {
    const digit = hexValue(code)
    if (digit < 0) return fail('syntax', 'Four hexadecimal digits are expected after \\u.', at)
    hex = hex * 16 + digit
    if (++hexDigits < 4) return true
    state = STRING
    return addUnit(hex, at)
  }

  function closeNumber(next: number, at: number): boolean {
    if (!isWholeNumber(number) || isLeadingZero(number, next)) return fail('syntax', explainNumber(number), at)
    const value = Number(text)
    if (!Number.isFinite(value)) return fail('syntax', 'This number is too large for any computer to count with: write a smaller one.', at)
    closeScalar(value, at)
    return true
  }

  function readLiteral(code: number, at: number): boolean {
    const { word, value } = literal
    if (code !== word.charCodeAt(text.length))
      return fail('syntax', `${quote(text)} and then ${showCharacter(code)} is no value: write ${word}, or a text in double quotes.`, at)
    text += String.fromCharCode(code)
    if (text.length === word.length) closeScalar(value, at + 1)
    return true
  }

  /** One character outside of a string, number or literal. */
  function readStructure(code: number, at: number): boolean {
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      if (code === 0x0a) {
        line++
        lineStart = at + 1
      }
      return true
    }
    switch (state) {
      case FIRST_VALUE:
        if (code !== 0x5d) return beginValue(code, at)
        closeContainer(at + 1)
        return true
      case VALUE:
        return beginValue(code, at)
      case FIRST_KEY:
      case KEY:
        if (code === 0x22) beginString(true, at)
        else if (code === 0x7d && state === FIRST_KEY) closeContainer(at + 1)
        else return failCharacter(code, at)
        return true
      case COLON:
        if (code !== 0x3a) return failCharacter(code, at)
        state = VALUE
        return true
      case MORE:
        if (code === 0x2c) state = list ? VALUE : KEY
        else if (code === (list ? 0x5d : 0x7d)) closeContainer(at + 1)
        else return failCharacter(code, at)
        return true
      default:
        return failCharacter(code, at)
    }
  }

  function readOne(code: number, at: number): boolean {
    if (state === ESCAPE) return readEscape(code, at)
    if (state === UNICODE) return readHex(code, at)
    if (state === LITERAL) return readLiteral(code, at)
    return readStructure(code, at)
  }

  /** Reads on from `from` inside a string; gives the place after what it read, or -1 after a fault. */
  function readString(chunk: string, from: number): number {
    const length = chunk.length
    let code = 0
    let i = from
    for (; i < length; i++) {
      code = chunk.charCodeAt(i)
      if (code === 0x22 || code === 0x5c || code < 0x20 || (code & 0xf800) === 0xd800) break
    }
    if (i > from) {
      if (highSurrogate !== 0) return failSurrogate(highSurrogate, before + from) || -1
      text += chunk.slice(from, i)
    }
    if (i === length) return i
    const at = before + i
    if (code === 0x22) return closeString(at + 1) ? i + 1 : -1
    if (code === 0x5c) {
      state = ESCAPE
      return i + 1
    }
    if (code >= 0x20) return addUnit(code, at) ? i + 1 : -1
    return fail('syntax', explainControl(code), at) || -1
  }

  /** Reads on inside a number. The character that ends it belongs to what follows, and is read as that. */
  function readNumber(chunk: string, from: number): number {
    const length = chunk.length
    let i = from
    for (; i < length; i++) {
      const code = chunk.charCodeAt(i)
      const next = stepNumber(number, code)
      if (next !== NUMBER_NONE) {
        number = next
        continue
      }
      text += chunk.slice(from, i)
      return closeNumber(code, before + i) && readStructure(code, before + i) ? i + 1 : -1
    }
    text += chunk.slice(from, i)
    return i
  }

  function read(chunk: string): void {
    const length = chunk.length
    let i = 0
    while (i < length) {
      if (state === STRING) i = readString(chunk, i)
      else if (state === NUMBER) i = readNumber(chunk, i)
      else if (readOne(chunk.charCodeAt(i), before + i)) i++
      else return
      if (i < 0) return
    }
    before += length
    position = before
  }

  function failEnd(): void {
    let closers = ''
    for (let up = frame; up !== null; up = up.parent) closers += Array.isArray(up.value) ? ']' : '}'
    const where = isOpenString() ? 'string' : state < STRING ? EXPECTED[state]! : isWholeNumber(number) ? 'more' : 'token'
    fail('unexpected-end', explainEnd(where, closers, key), before)
  }

  function isOpenString(): boolean {
    return state === STRING || state === ESCAPE || state === UNICODE
  }

  return {
    push(chunk) {
      if (fault) return fault
      if (ended) throw new RangeError('push() after end(): make a new parser for a new text')
      const room = LIMITS.documentCharacters - before
      read(chunk.length > room ? chunk.slice(0, room) : chunk)
      if (!fault && chunk.length > room) fail('too-long', `The document is longer than ${LIMITS.documentCharacters} characters: make it shorter.`, before)
      if (!fault && frame && !isKey && isOpenString() && text.length > reported) {
        reported = text.length
        events.text?.(frame, list ? list.length : key!, text)
      }
      return fault
    },
    end() {
      if (fault || ended) return fault
      ended = true
      if (state === NUMBER && frame === null && isWholeNumber(number)) closeNumber(0, before)
      if (!fault && state !== NOTHING) failEnd()
      return fault
    },
    get fault() {
      return fault
    },
    get root() {
      return root
    },
    get complete() {
      return state === NOTHING && fault === null
    },
    get offset() {
      return position
    },
  }
}
