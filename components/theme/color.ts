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

/** Hues of the palette's names, as `palette.css` has them; what is nearly grey is near to none. */
const hues: ReadonlyMap<string, number> = new Map([
  ['red', 25],
  ['orange', 48],
  ['amber', 70],
  ['yellow', 95],
  ['lime', 128],
  ['green', 150],
  ['teal', 182],
  ['cyan', 215],
  ['blue', 257],
  ['indigo', 275],
  ['violet', 292],
  ['purple', 305],
  ['pink', 350],
  ['rose', 12],
  ['brown', 55],
])

/**
 * The custom properties of the series' colours after the first, which is an accent of the given hue: palette
 * names in the order that a preset gives them, but what looks like the accent comes last.
 */
export function seriesProperties(hue: number, names: readonly string[] = seriesOrder.slice(1)): Record<string, string> {
  const near = (name: string): boolean => {
    const own = hues.get(name)
    if (own === undefined) return false
    const turn = Math.abs(own - hue) % 360
    return Math.min(turn, 360 - turn) < 36
  }
  const ordered = [...names.filter(name => !near(name)), ...names.filter(near)]
  return Object.fromEntries(ordered.map((name, index) => [`--series-${index + 2}`, cssColor(name)!]))
}
