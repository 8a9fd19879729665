import type { Oklch } from './oklch.ts'

/** What of a preset an app may refine by name (B48). */
export const modes = ['auto', 'light', 'dark'] as const
export const densities = ['cozy', 'compact'] as const
export const radii = ['sharp', 'soft', 'round'] as const
export const grounds = ['plain', 'paper', 'dots', 'grid', 'wash'] as const

export interface Preset {
  /** Hue of the greys in light and in dark mode, and how much of it they carry (1 is a breath of it). */
  readonly hue: number
  readonly hueDark: number
  readonly tint: number
  readonly accent: Oklch
  readonly display: 'ui' | 'serif' | 'mono'
  /** Letters of everything that is no title, where they are not the interface's. */
  readonly body?: 'serif' | 'mono'
  readonly mode: (typeof modes)[number]
  readonly radius: (typeof radii)[number]
  readonly ground: (typeof grounds)[number]
}

const preset = (
  accent: readonly [l: number, c: number, h: number],
  greys: readonly [hue: number, hueDark: number, tint: number],
  rest: Partial<Omit<Preset, 'accent' | 'hue' | 'hueDark' | 'tint'>> = {},
): Preset => ({
  accent: { l: accent[0], c: accent[1], h: accent[2] },
  hue: greys[0],
  hueDark: greys[1],
  tint: greys[2],
  display: 'ui',
  mode: 'auto',
  radius: 'soft',
  ground: 'plain',
  ...rest,
})

export const presets: ReadonlyMap<string, Preset> = new Map([
  ['paper', preset([0.52, 0.16, 256], [75, 262, 1])],
  ['ink', preset([0.34, 0.03, 262], [262, 262, 0.4], { display: 'serif', radius: 'sharp' })],
  ['forest', preset([0.47, 0.1, 158], [120, 165, 1.6], { display: 'serif', ground: 'paper' })],
  ['studio', preset([0.52, 0.2, 285], [280, 285, 0.8])],
  ['sunrise', preset([0.63, 0.18, 38], [55, 30, 2], { radius: 'round', ground: 'wash' })],
  ['candy', preset([0.6, 0.2, 352], [345, 320, 1.6], { radius: 'round' })],
  ['terminal', preset([0.78, 0.16, 150], [150, 160, 1], { display: 'mono', body: 'mono', mode: 'dark', radius: 'sharp', ground: 'grid' })],
  ['gallery', preset([0.3, 0.01, 80], [90, 80, 0.3], { display: 'serif' })],
  ['ledger', preset([0.45, 0.09, 195], [95, 210, 1.8], { display: 'serif', radius: 'sharp', ground: 'grid' })],
  ['night', preset([0.72, 0.13, 275], [275, 275, 1.8], { mode: 'dark' })],
  ['sport', preset([0.62, 0.2, 30], [250, 255, 0.5], { radius: 'sharp' })],
  ['calm', preset([0.55, 0.07, 205], [185, 215, 1.4], { radius: 'round' })],
])
