/**
 * Colour names that an app may write → CSS.
 *
 * A name stands for a token and a hex text for itself; whatever else was written gives null, so that no text of an
 * app ever reaches a style sheet or an attribute as CSS.
 */

const tones: ReadonlyMap<string, string> = new Map([
  ['neutral', 'var(--neutral)'],
  ['info', 'var(--info)'],
  ['good', 'var(--good)'],
  ['warn', 'var(--warn)'],
  ['bad', 'var(--bad)'],
  ['accent', 'var(--accent)'],
])

/** The names of the palette, as `palette.css` defines them (`--palette-<name>`). */
export const paletteNames = [
  'red',
  'orange',
  'amber',
  'yellow',
  'lime',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'violet',
  'purple',
  'pink',
  'rose',
  'brown',
  'slate',
  'gray',
  'white',
  'black',
] as const

const palette: ReadonlyMap<string, string> = new Map(paletteNames.map(name => [name, `var(--palette-${name})`]))

/** Spellings of the same thing. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['grey', 'gray'],
  ['magenta', 'pink'],
])

const hex = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

/** The CSS of a tone, a palette name, `#rgb` or `#rrggbb`; null for anything else. */
export function cssColor(name: unknown): string | null {
  if (typeof name !== 'string') return null
  const text = name.trim().toLowerCase()
  if (hex.test(text)) return text
  return tones.get(text) ?? palette.get(aliases.get(text) ?? text) ?? null
}

/** Colours of series that nobody coloured: the accent first, then palette names that stay apart for most eyes. */
const seriesOrder = ['accent', 'amber', 'teal', 'rose', 'indigo', 'lime', 'cyan', 'brown', 'violet', 'slate'] as const

/** The colour of the `index`th series or slice; begins again after ten. */
export function seriesColor(index: number): string {
  return cssColor(seriesOrder[index % seriesOrder.length]!)!
}
