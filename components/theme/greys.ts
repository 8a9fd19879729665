import { type Oklch, oklchToCss, toGamut, withContrast } from './oklch.ts'
import type { Ground, Preset } from './presets.ts'

/** The colours of one mode that carry no accent. */
export interface Greys {
  readonly ground: Oklch
  /** Cards and tables. */
  readonly surface: Oklch
  /** What lies over others: fields, sheets, menus. */
  readonly raised: Oklch
  readonly sunken: Oklch
  /** Text at 4.5:1 and more on all four. */
  readonly text: Oklch
  readonly text2: Oklch
  /** Lines that a control is recognised by, 3:1 on all four. */
  readonly lineStrong: Oklch
}

/** A little lighter than any accent's tint in dark mode, which is the ground of a wash; in light mode the sunken ground is the darker. */
const lightestTint: Oklch = { l: 0.318, c: 0, h: 0 }

/** The greys of a preset in a mode. */
export function greysOf(preset: Preset, mode: 'light' | 'dark'): Greys {
  return mode === 'light' ? lightGreys(preset.light) : darkGreys(preset.dark)
}

function lightGreys({ l, hue, tint }: Ground): Greys {
  const grey = (lightness: number, chroma: number, h = hue): Oklch => toGamut({ l: Math.min(1, lightness), c: chroma * tint, h })
  const grounds = { ground: grey(l, 0.006), surface: grey(0.998, 0.001), raised: grey(1, 0), sunken: grey(Math.max(0.945, l - 0.026), 0.008) }
  const all = Object.values(grounds)
  return {
    ...grounds,
    text: grey(0.24, 0.012),
    text2: withContrast(grey(0.47, 0.014), all, 4.5, -1),
    lineStrong: withContrast(grey(0.62, 0.012), all, 3, -1),
  }
}

function darkGreys({ l, hue, tint }: Ground): Greys {
  const grey = (lightness: number, chroma: number): Oklch => toGamut({ l: lightness, c: chroma * tint, h: hue })
  const grounds = { ground: grey(l, 0.014), surface: grey(l + 0.036, 0.015), raised: grey(l + 0.066, 0.016), sunken: grey(l - 0.03, 0.012) }
  const all = [...Object.values(grounds), lightestTint]
  return {
    ...grounds,
    text: grey(0.945, 0.006),
    text2: withContrast(grey(0.745, 0.012), all, 4.5, 1),
    lineStrong: withContrast(grey(0.54, 0.016), all, 3, 1),
  }
}

/** The four that something is read on. */
export function groundsOf({ ground, surface, raised, sunken }: Greys): readonly Oklch[] {
  return [ground, surface, raised, sunken]
}

const names = [
  ['--ground', 'ground'],
  ['--surface', 'surface'],
  ['--raised', 'raised'],
  ['--sunken', 'sunken'],
  ['--text', 'text'],
  ['--text-2', 'text2'],
  ['--line-strong', 'lineStrong'],
] as const

/** The custom properties of a preset's greys in both modes. */
export function greyProperties(preset: Preset): Record<string, string> {
  const light = greysOf(preset, 'light')
  const dark = greysOf(preset, 'dark')
  return Object.fromEntries(names.map(([name, part]) => [name, `light-dark(${oklchToCss(light[part])}, ${oklchToCss(dark[part])})`]))
}
