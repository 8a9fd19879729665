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

/** The colour of the `index`th series or slice; begins again after ten. An app's theme may order them otherwise (`seriesProperties`). */
export function seriesColor(index: number): string {
  const place = index % seriesOrder.length
  const own = cssColor(seriesOrder[place]!)!
  return place === 0 ? own : `var(--series-${place + 1}, ${own})`
}

/** Hues of the names in `seriesOrder`, as `palette.css` has them. */
const hues: ReadonlyMap<string, number> = new Map([
  ['amber', 70],
  ['teal', 182],
  ['rose', 12],
  ['indigo', 275],
  ['lime', 128],
  ['cyan', 215],
  ['brown', 55],
  ['violet', 292],
  ['slate', 255],
])

/** The custom properties of the series' colours beside an accent of the given hue: what looks like it comes last. */
export function seriesProperties(hue: number): Record<string, string> {
  const near = (name: string): boolean => {
    const turn = Math.abs((hues.get(name) ?? 0) - hue) % 360
    return name !== 'slate' && Math.min(turn, 360 - turn) < 36
  }
  const names = seriesOrder.slice(1)
  const ordered = [...names.filter(name => !near(name)), ...names.filter(near)]
  return Object.fromEntries(ordered.map((name, index) => [`--series-${index + 2}`, cssColor(name)!]))
}
