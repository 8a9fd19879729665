import type { Oklch } from './oklch.ts'

/** What of a preset an app may refine by name (B48). */
export const modes = ['auto', 'light', 'dark'] as const
export const densities = ['cozy', 'compact'] as const
export const radii = ['sharp', 'soft', 'round'] as const
export const grounds = ['plain', 'paper', 'dots', 'grid', 'wash'] as const

/** The ground of one mode: its lightness, its hue, and how much of that hue the greys carry (1 is a breath of it). */
export interface Ground {
  readonly l: number
  readonly hue: number
  readonly tint: number
}

/** How titles are set, in proportion to the plain ones. */
export interface Titles {
  readonly font: 'ui' | 'serif' | 'mono'
  /** Of the plain weight: 1 is 620 to 680. */
  readonly weight: number
  /** Of the plain size. */
  readonly scale: number
  /** Added to the plain spacing, in em. */
  readonly spacing: number
  readonly capitals: boolean
}

export interface Preset {
  readonly light: Ground
  readonly dark: Ground
  readonly accent: Oklch
  /** The accent of dark mode, where it is not the other made light enough. */
  readonly accentDark?: Oklch
  readonly titles: Titles
  /** Letters of everything that is no title, where they are not the interface's. */
  readonly body?: 'serif' | 'mono'
  /** Small names of columns, figures and groups as spaced capitals. */
  readonly capitalLabels: boolean
  readonly mode: (typeof modes)[number]
  readonly density: (typeof densities)[number]
  readonly radius: (typeof radii)[number]
  readonly ground: (typeof grounds)[number]
  /** What a surface stands off its ground by; `looks.css` draws each. */
  readonly cards: 'edged' | 'raised' | 'flat' | 'outlined' | 'sticker'
  readonly fields: 'boxed' | 'filled' | 'soft' | 'ruled'
  /** The secondary button; the primary one is a fill of the accent everywhere. */
  readonly buttons: 'raised' | 'tonal' | 'outlined' | 'solid' | 'chunky'
  /** How long what moves takes, in proportion to the plain times. */
  readonly pace: number
  /** Palette names of the series after the first, which is the accent. */
  readonly series: readonly string[]
}

const plain: Preset = {
  light: { l: 0.983, hue: 75, tint: 1 },
  dark: { l: 0.205, hue: 262, tint: 1 },
  accent: { l: 0.52, c: 0.16, h: 256 },
  titles: { font: 'ui', weight: 1, scale: 1, spacing: 0, capitals: false },
  capitalLabels: false,
  mode: 'auto',
  density: 'cozy',
  radius: 'soft',
  ground: 'plain',
  cards: 'edged',
  fields: 'boxed',
  buttons: 'raised',
  pace: 1,
  series: ['amber', 'teal', 'rose', 'indigo', 'lime', 'cyan', 'brown', 'violet', 'slate'],
}

type Refined = Partial<Omit<Preset, 'titles'>> & { readonly titles?: Partial<Titles> }

const preset = ({ titles, ...rest }: Refined): Preset => ({ ...plain, ...rest, titles: { ...plain.titles, ...titles } })

export const presets: ReadonlyMap<string, Preset> = new Map([
  // A sheet on a desk: the plain look, from which each of the others departs.
  ['paper', preset({})],
  // A printed page: black lines, serif titles, one red.
  [
    'ink',
    preset({
      light: { l: 0.99, hue: 262, tint: 0.2 },
      dark: { l: 0.17, hue: 262, tint: 0.3 },
      accent: { l: 0.27, c: 0.02, h: 262 },
      titles: { font: 'serif', weight: 0.82, scale: 1.12, spacing: 0.004 },
      capitalLabels: true,
      radius: 'sharp',
      cards: 'outlined',
      fields: 'ruled',
      buttons: 'outlined',
      series: ['rose', 'slate', 'amber', 'teal', 'brown', 'indigo', 'lime', 'cyan', 'violet'],
    }),
  ],
  // Lichen and bark: a tinted ground with pale leaves laid on it.
  [
    'forest',
    preset({
      light: { l: 0.974, hue: 132, tint: 1.5 },
      dark: { l: 0.2, hue: 160, tint: 1.9 },
      accent: { l: 0.45, c: 0.1, h: 155 },
      titles: { font: 'serif', weight: 0.88, scale: 1.06, spacing: 0.004 },
      ground: 'paper',
      cards: 'flat',
      buttons: 'tonal',
      pace: 1.2,
      series: ['amber', 'brown', 'lime', 'teal', 'orange', 'slate', 'cyan', 'rose', 'indigo'],
    }),
  ],
  // A tool for long days: cool greys, soft shadows, no lines.
  [
    'studio',
    preset({
      light: { l: 0.97, hue: 280, tint: 0.7 },
      dark: { l: 0.18, hue: 285, tint: 0.8 },
      accent: { l: 0.5, c: 0.21, h: 280 },
      titles: { weight: 1.04, spacing: -0.006 },
      cards: 'raised',
      fields: 'filled',
      buttons: 'solid',
      pace: 0.85,
      series: ['pink', 'cyan', 'amber', 'green', 'blue', 'orange', 'teal', 'violet', 'slate'],
    }),
  ],
  // The first light from above, on round and warm things.
  [
    'sunrise',
    preset({
      light: { l: 0.982, hue: 58, tint: 2.4 },
      dark: { l: 0.2, hue: 32, tint: 1.6 },
      accent: { l: 0.6, c: 0.18, h: 38 },
      titles: { weight: 1.08, scale: 1.08, spacing: -0.004 },
      radius: 'round',
      ground: 'wash',
      cards: 'raised',
      buttons: 'tonal',
      series: ['purple', 'amber', 'teal', 'rose', 'indigo', 'brown', 'lime', 'cyan', 'slate'],
    }),
  ],
  // Stickers with an edge that asks to be pressed.
  [
    'candy',
    preset({
      light: { l: 0.975, hue: 345, tint: 2.4 },
      dark: { l: 0.2, hue: 320, tint: 2 },
      accent: { l: 0.58, c: 0.21, h: 352 },
      titles: { weight: 1.26, scale: 1.06, spacing: -0.008 },
      radius: 'round',
      cards: 'sticker',
      buttons: 'chunky',
      pace: 0.9,
      series: ['violet', 'cyan', 'amber', 'lime', 'orange', 'blue', 'teal', 'indigo', 'slate'],
    }),
  ],
  // One width of letters, one weight of lines, no fills.
  [
    'terminal',
    preset({
      light: { l: 0.972, hue: 150, tint: 1.2 },
      dark: { l: 0.155, hue: 158, tint: 1 },
      accent: { l: 0.58, c: 0.16, h: 150 },
      accentDark: { l: 0.8, c: 0.19, h: 150 },
      titles: { font: 'mono', weight: 0.94, scale: 0.94, spacing: 0 },
      body: 'mono',
      capitalLabels: true,
      mode: 'dark',
      density: 'compact',
      radius: 'sharp',
      cards: 'outlined',
      fields: 'boxed',
      buttons: 'outlined',
      pace: 0.5,
      series: ['cyan', 'amber', 'pink', 'lime', 'blue', 'orange', 'teal', 'violet', 'slate'],
    }),
  ],
  // A white room: large light letters, and air.
  [
    'gallery',
    preset({
      light: { l: 0.998, hue: 90, tint: 0.3 },
      dark: { l: 0.16, hue: 80, tint: 0.4 },
      accent: { l: 0.25, c: 0.01, h: 80 },
      titles: { font: 'serif', weight: 0.6, scale: 1.3, spacing: -0.008 },
      radius: 'sharp',
      cards: 'flat',
      fields: 'ruled',
      buttons: 'solid',
      pace: 1.5,
      series: ['amber', 'slate', 'brown', 'rose', 'teal', 'indigo', 'lime', 'cyan', 'violet'],
    }),
  ],
  // An account book: ruled, narrow, exact.
  [
    'ledger',
    preset({
      light: { l: 0.98, hue: 95, tint: 2 },
      dark: { l: 0.2, hue: 205, tint: 1.6 },
      accent: { l: 0.44, c: 0.085, h: 195 },
      titles: { font: 'serif', weight: 0.95, scale: 1.04, spacing: 0 },
      capitalLabels: true,
      density: 'compact',
      radius: 'sharp',
      ground: 'grid',
      cards: 'edged',
      fields: 'boxed',
      buttons: 'outlined',
      pace: 0.8,
      series: ['amber', 'brown', 'indigo', 'lime', 'rose', 'slate', 'cyan', 'violet', 'orange'],
    }),
  ],
  // After dark: deep blue that lightens upwards.
  [
    'night',
    preset({
      light: { l: 0.968, hue: 275, tint: 2 },
      dark: { l: 0.175, hue: 272, tint: 2.8 },
      accent: { l: 0.54, c: 0.16, h: 280 },
      accentDark: { l: 0.74, c: 0.13, h: 280 },
      titles: { weight: 0.88, scale: 1.04, spacing: 0.002 },
      mode: 'dark',
      ground: 'wash',
      cards: 'edged',
      fields: 'soft',
      buttons: 'solid',
      pace: 1.2,
      series: ['cyan', 'pink', 'amber', 'lime', 'blue', 'orange', 'teal', 'rose', 'slate'],
    }),
  ],
  // A scoreboard: heavy capitals on white slabs.
  [
    'sport',
    preset({
      light: { l: 0.97, hue: 250, tint: 0.6 },
      dark: { l: 0.155, hue: 255, tint: 0.6 },
      accent: { l: 0.6, c: 0.21, h: 30 },
      titles: { weight: 1.3, scale: 1.04, spacing: 0.006, capitals: true },
      capitalLabels: true,
      radius: 'sharp',
      cards: 'flat',
      fields: 'filled',
      buttons: 'solid',
      pace: 0.6,
      series: ['slate', 'amber', 'cyan', 'lime', 'indigo', 'teal', 'violet', 'brown', 'blue'],
    }),
  ],
  // Still water: no line that need not be there, nothing that hurries.
  [
    'calm',
    preset({
      light: { l: 0.972, hue: 200, tint: 1.8 },
      dark: { l: 0.21, hue: 215, tint: 1.2 },
      accent: { l: 0.52, c: 0.075, h: 215 },
      titles: { weight: 0.8, scale: 1.04, spacing: 0.004 },
      radius: 'round',
      cards: 'flat',
      fields: 'soft',
      buttons: 'tonal',
      pace: 1.6,
      series: ['lime', 'indigo', 'amber', 'rose', 'teal', 'violet', 'brown', 'green', 'slate'],
    }),
  ],
])
