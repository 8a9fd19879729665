/** Library functions on texts. Lengths and places count UTF-16 units, as JavaScript's do. */
import { type Argument, type Frame, fault, makeList, makeText, type Native, spend, spendOnText } from '../frame.ts'
import { textValue } from '../metered.ts'
import { listArgument, shown, textArgument, valueArgument, wholeArgument } from './arguments.ts'
import { patterns } from './patterns.ts'

/** The first argument as a text that is about to be read through. */
function read(frame: Frame, arg: Argument | undefined): string {
  const text = textArgument(frame, arg)
  spendOnText(frame, text.length)
  return text
}

/** A text of the same length is made. */
const rewritten =
  (rewrite: (text: string) => string): Native =>
  (frame, [of]) => {
    const text = read(frame, of)
    makeText(frame, text.length)
    return rewrite(text)
  }

/** A text held against another, unit by unit. */
const compared =
  (holds: (text: string, part: string) => boolean): Native =>
  (frame, [of, other]) => {
    const part = textArgument(frame, other)
    spend(frame, part.length >> 8)
    return holds(textArgument(frame, of), part)
  }

const replace: Native = (frame, [of, part, by]) => {
  const text = read(frame, of)
  const [wanted, other] = [textArgument(frame, part), textArgument(frame, by)]
  if (wanted === '') return text
  const pieces = text.split(wanted)
  makeText(frame, text.length + (pieces.length - 1) * Math.max(0, other.length - wanted.length))
  return pieces.join(other)
}

const split: Native = (frame, [of, separator]) => {
  const text = read(frame, of)
  if (separator === undefined || separator === null) return [text]
  return pieces(frame, text.split(textArgument(frame, separator)))
}

function pieces(frame: Frame, found: readonly string[]): readonly string[] {
  makeList(frame, found.length)
  return found
}

const join: Native = (frame, [of, separator]) => {
  const list = listArgument(frame, of)
  if (list === null) return null
  const between = textArgument(frame, separator, ',')
  const texts = list.map(element => textValue(frame, element))
  makeText(
    frame,
    texts.reduce((length, text) => length + text.length + between.length, 0),
  )
  return texts.join(between)
}

const pad: Native = (frame, [of, width, fill]) => {
  const text = textArgument(frame, of)
  const length = wholeArgument(width)
  if (length > text.length) makeText(frame, length)
  return text.padStart(length, textArgument(frame, fill, '0'))
}

const repeat: Native = (frame, [of, times]) => {
  const text = textArgument(frame, of)
  const count = Math.max(0, wholeArgument(times))
  makeText(frame, text.length * count)
  return text.repeat(text === '' ? 0 : count)
}

const matches: Native = (frame, [of, name]) => {
  const pattern = patterns.get(textArgument(frame, name))
  if (pattern === undefined)
    return fault(frame, 'wrong-value', `${shown(textArgument(frame, name))} is no pattern: there are ${[...patterns.keys()].join(', ')}.`)
  return pattern(read(frame, of))
}

const text: Native = (frame, [of]) => textValue(frame, valueArgument(of))

export const texts: readonly (readonly [string, Native])[] = [
  ['upper', rewritten(text => text.toUpperCase())],
  ['lower', rewritten(text => text.toLowerCase())],
  ['capitalize', rewritten(text => text.replace(/^./u, first => first.toUpperCase()))],
  ['trim', (frame, [of]) => read(frame, of).trim()],
  ['startsWith', compared((text, part) => text.startsWith(part))],
  ['endsWith', compared((text, part) => text.endsWith(part))],
  ['replace', replace],
  ['split', split],
  ['join', join],
  ['pad', pad],
  ['repeat', repeat],
  ['text', text],
  ['lines', (frame, [of]) => pieces(frame, read(frame, of).split(/\r\n|[\n\r]/))],
  [
    'words',
    (frame, [of]) =>
      pieces(
        frame,
        read(frame, of)
          .split(/\s+/)
          .filter(word => word !== ''),
      ),
  ],
  ['matches', matches],
]
