import type { JsonObject } from '../../schema/json/json.ts'
import { finite, noResult } from './failures.ts'
import type { MathTable } from './operation.ts'
import { numberAt } from './read-arguments.ts'

/** How many of an angle's unit make a full turn. */
const TURNS: ReadonlyMap<string, number> = new Map([
  ['rad', 2 * Math.PI],
  ['deg', 360],
  ['grad', 400],
  ['turn', 1],
])

function turnOf(args: JsonObject): number {
  return TURNS.get(String(args.unit ?? 'rad')) ?? 2 * Math.PI
}

/** Sines and cosines of twelfths of a turn that a double would miss: sin 30° is 0.5, cos 90° is 0. */
function ofAngle(run: (x: number) => number): (args: JsonObject) => number {
  return args => {
    const x = numberAt(args, 'x')
    const full = turnOf(args)
    if (full === 2 * Math.PI) return finite(run(x), 'This angle')
    const turns = (x / full) % 1
    const value = run(turns * 2 * Math.PI)
    const twelfths = turns * 24
    if (Math.abs(twelfths - Math.round(twelfths)) > 1e-12) return finite(value, 'This angle')
    const near = Math.round(value * 2) / 2
    if (Math.abs(value) > 1e15) throw noResult('The tangent of a quarter turn does not exist.')
    return finite(Math.abs(value - near) < 1e-12 ? near : value, 'This angle')
  }
}

function toAngle(what: string, run: (x: number) => number): (args: JsonObject) => number {
  return args => inUnit(finite(run(numberAt(args, 'x')), what), turnOf(args))
}

/** Rounded where the unit's own whole numbers are: asin 0.5 is 30°, not 30.000000000000004°. */
function inUnit(radians: number, full: number): number {
  return full === 2 * Math.PI ? radians : Number(((radians / (2 * Math.PI)) * full).toPrecision(15))
}

function of(what: string, run: (x: number) => number): (args: JsonObject) => number {
  return args => finite(run(numberAt(args, 'x')), what)
}

export const trigonometry: MathTable = [
  ['sin', ofAngle(Math.sin)],
  ['cos', ofAngle(Math.cos)],
  ['tan', ofAngle(Math.tan)],
  ['asin', toAngle('The arc sine of a number below -1 or above 1', Math.asin)],
  ['acos', toAngle('The arc cosine of a number below -1 or above 1', Math.acos)],
  ['atan', toAngle('The arc tangent', Math.atan)],
  ['sinh', of('The hyperbolic sine', Math.sinh)],
  ['cosh', of('The hyperbolic cosine', Math.cosh)],
  ['tanh', of('The hyperbolic tangent', Math.tanh)],
  ['asinh', of('The inverse hyperbolic sine', Math.asinh)],
  ['acosh', of('The inverse hyperbolic cosine of a number below 1', Math.acosh)],
  ['atanh', of('The inverse hyperbolic tangent of a number that is not between -1 and 1', Math.atanh)],
  ['atan2', args => inUnit(Math.atan2(numberAt(args, 'y'), numberAt(args, 'x')), turnOf(args))],
]
