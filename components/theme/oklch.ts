/**
 * Colours in OKLCH: perceived lightness 0 to 1, chroma from 0 (about 0.37 at most in sRGB), hue in degrees.
 * The conversions are Björn Ottosson's; luminance and contrast are those of WCAG 2.
 */
export interface Oklch {
  readonly l: number
  readonly c: number
  readonly h: number
}

type Triple = readonly [number, number, number]

/** Linear sRGB; a component below 0 or above 1 means that no screen of that gamut can show the colour. */
export function oklchToLinear({ l, c, h }: Oklch): Triple {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

function linearToOklch([r, g, b]: Triple): Oklch {
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const bee = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  return { l, c: Math.hypot(a, bee), h: ((Math.atan2(bee, a) * 180) / Math.PI + 360) % 360 }
}

/** Reads `#rgb` and `#rrggbb`; anything else is null. */
export function hexToOklch(text: string): Oklch | null {
  const match = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(text)
  if (!match) return null
  const digits = match[2] ?? [...(match[1] as string)].map(digit => digit + digit).join('')
  const channel = (from: number): number => {
    const value = Number.parseInt(digits.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return linearToOklch([channel(0), channel(2), channel(4)])
}

/** The same lightness and hue with as much of the chroma as sRGB can show. */
export function toGamut(color: Oklch): Oklch {
  const fits = (c: number): boolean => oklchToLinear({ ...color, c }).every(part => part >= -0.0005 && part <= 1.0005)
  if (fits(color.c)) return color
  let low = 0
  let high = color.c
  while (high - low > 0.0005) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  return { ...color, c: low }
}

function luminance(color: Oklch): number {
  const [r, g, b] = oklchToLinear(color).map(part => Math.min(1, Math.max(0, part))) as unknown as Triple
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2 contrast, 1 to 21; the order of the two does not matter. */
export function contrast(one: Oklch, other: Oklch): number {
  const a = luminance(one)
  const b = luminance(other)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const STEP = 0.005

/**
 * Changes the lightness of `color`, darker (`-1`) or lighter (`1`), by the least that gives `ratio` against
 * every one of `grounds`, in steps of 0.005. Where no lightness does, the end of the scale is given.
 * The grounds lie on the other side: the further it goes, the greater the ratio.
 */
export function withContrast(color: Oklch, grounds: readonly Oklch[], ratio: number, direction: 1 | -1): Oklch {
  const after = (steps: number): Oklch => toGamut({ ...color, l: color.l + direction * STEP * steps })
  const reads = (candidate: Oklch): boolean => grounds.every(ground => contrast(candidate, ground) >= ratio)
  let found = after(0)
  if (reads(found)) return found
  found = { l: direction > 0 ? 1 : 0, c: 0, h: color.h }
  let tooFew = 0
  let enough = Math.ceil((direction > 0 ? 1 - color.l : color.l) / STEP)
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    const candidate = after(middle)
    if (reads(candidate)) {
      enough = middle
      found = candidate
    } else tooFew = middle
  }
  return found
}

/** CSS text, `oklch(0.62 0.17 255)`. */
export function oklchToCss({ l, c, h }: Oklch): string {
  return `oklch(${+l.toFixed(4)} ${+c.toFixed(4)} ${+h.toFixed(2)})`
}
