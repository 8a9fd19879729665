import { greysOf, groundsOf } from './greys.ts'
import { contrast, hexToOklch, type Oklch, oklchToCss, toGamut, withContrast } from './oklch.ts'
import type { Preset } from './presets.ts'

/** The palette's names and the colour that each stands for before it is fitted to a ground. */
const palette: ReadonlyMap<string, Oklch> = new Map([
  ['red', { l: 0.58, c: 0.2, h: 26 }],
  ['orange', { l: 0.66, c: 0.18, h: 48 }],
  ['amber', { l: 0.76, c: 0.16, h: 75 }],
  ['yellow', { l: 0.83, c: 0.16, h: 95 }],
  ['lime', { l: 0.76, c: 0.19, h: 128 }],
  ['green', { l: 0.56, c: 0.15, h: 150 }],
  ['teal', { l: 0.56, c: 0.11, h: 184 }],
  ['cyan', { l: 0.6, c: 0.12, h: 212 }],
  ['blue', { l: 0.52, c: 0.17, h: 256 }],
  ['indigo', { l: 0.5, c: 0.19, h: 275 }],
  ['violet', { l: 0.53, c: 0.21, h: 293 }],
  ['purple', { l: 0.54, c: 0.21, h: 308 }],
  ['pink', { l: 0.62, c: 0.21, h: 352 }],
  ['rose', { l: 0.59, c: 0.2, h: 12 }],
  ['brown', { l: 0.5, c: 0.08, h: 55 }],
  ['slate', { l: 0.46, c: 0.035, h: 257 }],
  ['gray', { l: 0.45, c: 0.006, h: 265 }],
])

export const accentNames: readonly string[] = [...palette.keys()]

/** How one accent looks in one mode. */
export interface AccentScale {
  /** Fills: a primary button, a selected day. At least 3:1 against each ground. */
  readonly fill: Oklch
  /** Text on `fill`, at least 4.5:1. */
  readonly on: Oklch
  /** A tint behind text. */
  readonly soft: Oklch
  /** Text on each ground and on `soft`, at least 4.5:1. */
  readonly text: Oklch
}

const white: Oklch = { l: 1, c: 0, h: 0 }
const black: Oklch = { l: 0, c: 0, h: 0 }

/** A palette name or `#rrggbb` as a colour; null for anything else. */
export function accentBase(name: unknown): Oklch | null {
  if (typeof name !== 'string') return null
  return palette.get(name) ?? hexToOklch(name)
}

/**
 * Fits a colour to the grounds of a mode so that the ratios of `AccentScale` hold on each of them, whatever the colour.
 * A grey, which has no hue to be known by, becomes nearly white in dark mode.
 */
export function accentScale(base: Oklch, mode: 'light' | 'dark', grounds: readonly Oklch[]): AccentScale {
  const light = mode === 'light'
  const toward = light ? -1 : 1
  // What reads on the darkest ground of a light mode, or the lightest of a dark one, reads on the others.
  const far = light ? white : black
  const hardest = grounds.reduce((one, other) => (contrast(other, far) > contrast(one, far) ? other : one))
  const soft = toGamut(light ? { l: 0.95, c: Math.min(base.c, 0.18) * 0.2, h: base.h } : { l: 0.31, c: Math.min(base.c, 0.18) * 0.26, h: base.h })
  const start = light ? base : { ...base, l: Math.max(base.l, base.c < 0.05 ? 0.9 : 0.69) }
  const ink: Oklch = { l: 0.2, c: Math.min(base.c, 0.04), h: base.h }
  // White on a colour that is not light by nature, even where ink would read as well without darkening it.
  const wantsWhite = light && base.l < 0.68
  let fill = withContrast(start, [hardest], 3, toward)
  if (wantsWhite) fill = withContrast(fill, [white], 4.5, toward)
  let on = contrast(fill, white) >= 4.5 ? white : ink
  if (contrast(fill, on) < 4.5) {
    // Neither white nor ink reads on it: in light mode it is darkened for white, in dark mode lightened for ink.
    on = light ? white : ink
    fill = withContrast(fill, [on], 4.5, toward)
  }
  return { fill, on, soft, text: withContrast(start, [hardest, soft], 4.5, toward) }
}

/**
 * The custom properties of an accent on a preset's grounds in both modes: `--accent`, `--on-accent`, `--accent-soft`, `--accent-text`.
 * `own` is the accent that the app asked for, null where it takes the preset's.
 */
export function accentProperties(own: Oklch | null, preset: Preset): Record<string, string> {
  const light = accentScale(own ?? preset.accent, 'light', groundsOf(greysOf(preset, 'light')))
  const dark = accentScale(own ?? preset.accentDark ?? preset.accent, 'dark', groundsOf(greysOf(preset, 'dark')))
  const pair = (part: keyof AccentScale): string => `light-dark(${oklchToCss(light[part])}, ${oklchToCss(dark[part])})`
  return { '--accent': pair('fill'), '--on-accent': pair('on'), '--accent-soft': pair('soft'), '--accent-text': pair('text') }
}
