import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentBase, accentNames, accentScale } from './accent.ts'
import { type Greys, greysOf, groundsOf } from './greys.ts'
import { contrast, hexToOklch, type Oklch } from './oklch.ts'
import { presets } from './presets.ts'

const modes = ['light', 'dark'] as const
type Mode = (typeof modes)[number]

/** Every preset in every mode, with what is read on in it. */
const looks: readonly { readonly name: string; readonly mode: Mode; readonly greys: Greys; readonly grounds: readonly Oklch[] }[] = [...presets].flatMap(
  ([name, preset]) =>
    modes.map(mode => {
      const greys = greysOf(preset, mode)
      return { name: `${name} ${mode}`, mode, greys, grounds: groundsOf(greys) }
    }),
)

function expectRatio(what: string, color: Oklch, grounds: readonly Oklch[], ratio: number): void {
  // What is rounded to sixteen bits of a colour may lose a hundredth.
  for (const ground of grounds) expect(contrast(color, ground), what).toBeGreaterThanOrEqual(ratio - 0.01)
}

function expectReadable(base: Oklch): void {
  for (const { name, mode, greys, grounds } of looks) {
    const { fill, on, soft, text } = accentScale(base, mode, grounds)
    expectRatio(`text on the accent, ${name}`, on, [fill], 4.5)
    expectRatio(`the accent as text, ${name}`, text, [...grounds, soft], 4.5)
    expectRatio(`the accent as a line, ${name}`, fill, grounds, 3)
    expectRatio(`text on the accent's tint, ${name}`, greys.text, [soft], 7)
    expectRatio(`lesser text on the accent's tint, ${name}`, greys.text2, [soft], 4.5)
    expectRatio(`lines on the accent's tint, ${name}`, greys.lineStrong, [soft], 3)
  }
}

/** Colours of a style sheet of ours, as `light-dark(oklch(…), oklch(…))` or one `oklch(…)` for both. */
function colorsOf(file: string): ReadonlyMap<string, Readonly<Record<Mode, Oklch>>> {
  const css = readFileSync(join(import.meta.dirname, file), 'utf8')
  const found = new Map<string, Record<Mode, Oklch>>()
  const color = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
  for (const [, name, l, c, h, dl, dc, dh] of css.matchAll(new RegExp(`(--[\\w-]+): (?:light-dark\\()?${color}(?:, ${color}\\))?;`, 'g'))) {
    const light = { l: Number(l), c: Number(c), h: Number(h) }
    found.set(name!, { light, dark: dl === undefined ? light : { l: Number(dl), c: Number(dc), h: Number(dh) } })
  }
  return found
}

describe('contrast', () => {
  it('[B48] reads at 4.5:1 on every ground of every preset in both modes, whatever accent was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), number => {
        expectReadable(hexToOklch(`#${number.toString(16).padStart(6, '0')}`)!)
      }),
    )
  })

  it('[B48] does so for every name of the palette and for the accent of each preset', () => {
    for (const name of accentNames) expectReadable(accentBase(name)!)
    for (const { accent, accentDark } of presets.values()) {
      expectReadable(accent)
      if (accentDark) expectReadable(accentDark)
    }
  })

  it('[B48] has text at 4.5:1 and lines that mean something at 3:1 in every preset', () => {
    for (const { name, greys, grounds } of looks) {
      expectRatio(`text, ${name}`, greys.text, grounds, 7)
      expectRatio(`lesser text, ${name}`, greys.text2, grounds, 4.5)
      expectRatio(`lines, ${name}`, greys.lineStrong, grounds, 3)
    }
  })

  it('[B48] has every tone as text at 4.5:1 on every ground and its tint, and as a mark at 3:1', () => {
    const colors = colorsOf('tokens.css')
    for (const tone of ['info', 'good', 'warn', 'bad', 'neutral']) {
      for (const { name, mode, grounds } of looks) {
        const of = (token: string): Oklch => colors.get(token)![mode]
        expectRatio(`${tone} as text, ${name}`, of(`--${tone}-text`), [...grounds, of(`--${tone}-soft`)], 4.5)
        expectRatio(`text on ${tone}, ${name}`, of(`--on-${tone}`), [of(`--${tone}`)], 4.5)
        expectRatio(`${tone}, ${name}`, of(`--${tone}`), grounds, 3)
      }
    }
  })

  it('[B48] has every colour of the palette that an app may name at 3:1, but white and black', () => {
    for (const [token, color] of colorsOf('palette.css')) {
      if (token === '--palette-white' || token === '--palette-black') continue
      for (const { name, mode, grounds } of looks) expectRatio(`${token}, ${name}`, color[mode], grounds, 3)
    }
  })
})
