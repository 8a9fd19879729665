import type { Json, JsonObject } from '../../schema/json/json.ts'
import { guarded } from './expression/evaluate-expression.ts'
import { complexText, tidy } from './expression/to-json.ts'
import { badNumber, finite, noResult } from './failures.ts'
import { math } from './mathjs.ts'
import type { MathTable } from './operation.ts'
import { numberAt } from './read-arguments.ts'

interface Complex {
  readonly re: number
  readonly im: number
}

const NUMBER = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?`
/** `2 + 3i`, `-i`, `4`. */
const WRITTEN = new RegExp(`^([+-]?${NUMBER})?(?:([+-]?)(${NUMBER})?\\*?i)?$`, 'i')

function complexAt(args: JsonObject, name: string): Complex {
  const given = args[name]
  if (typeof given === 'number') return { re: given, im: 0 }
  const text = String(given ?? '')
    .replace(/\s/g, '')
    .replace('−', '-')
  const [whole, real, sign, size] = text.length > 80 || text === '' ? [] : (WRITTEN.exec(text) ?? [])
  if (whole === undefined) throw badNumber(`${name} has to be a complex number such as "2 + 3i", or a number.`)
  if (!/i$/i.test(text)) return { re: Number(real), im: 0 }
  // `3i` alone: what looks like the real part is how many i there are.
  if (real !== undefined && sign === '' && size === undefined) return { re: 0, im: Number(real) }
  return { re: Number(real ?? 0), im: (sign === '-' ? -1 : 1) * Number(size ?? 1) }
}

function complexJson(value: unknown): Json {
  const { re, im } = typeof value === 'number' ? { re: value, im: 0 } : (value as Complex)
  const [real, imaginary] = [tidy(finite(re, 'The number')), tidy(finite(im, 'The number'))]
  return { re: real, im: imaginary, text: complexText({ re: real, im: imaginary }) }
}

type Run = (a: Complex, b: Complex) => unknown
const api = math as unknown as Readonly<Record<'add' | 'subtract' | 'multiply' | 'divide' | 'pow' | 'sqrt' | 'conj', (...args: unknown[]) => unknown>>
const made = ({ re, im }: Complex): unknown => math.complex(re, im)

function two(name: string, run: Run): (args: JsonObject) => Json {
  return args => complexJson(guarded(name, () => run(complexAt(args, 'a'), complexAt(args, 'b'))))
}

function divided(a: Complex, b: Complex): unknown {
  if (b.re === 0 && b.im === 0) throw noResult('Nothing can be divided by 0.')
  return api.divide(made(a), made(b))
}

export const complexNumbers: MathTable = [
  ['complex.add', two('add', (a, b) => api.add(made(a), made(b)))],
  ['complex.subtract', two('subtract', (a, b) => api.subtract(made(a), made(b)))],
  ['complex.multiply', two('multiply', (a, b) => api.multiply(made(a), made(b)))],
  ['complex.divide', two('divide', divided)],
  ['complex.pow', two('pow', (a, b) => api.pow(made(a), made(b)))],
  ['complex.sqrt', args => complexJson(guarded('sqrt', () => api.sqrt(made(complexAt(args, 'x')))))],
  ['complex.conjugate', args => complexJson(api.conj(made(complexAt(args, 'x'))))],
  [
    'complex.polar',
    args => {
      const { re, im } = complexAt(args, 'x')
      const angle = Math.atan2(im, re)
      return { length: finite(Math.hypot(re, im), 'The length'), angle, degrees: tidy((angle * 180) / Math.PI) }
    },
  ],
  [
    'complex.fromPolar',
    args => {
      const [length, angle] = [numberAt(args, 'length'), numberAt(args, 'angle')]
      // A quarter turn is i, and not 6e-17 + i.
      const part = (share: number): number => (Math.abs(share) < 1e-15 ? 0 : length * share)
      return complexJson({ re: part(Math.cos(angle)), im: part(Math.sin(angle)) })
    },
  ],
]
