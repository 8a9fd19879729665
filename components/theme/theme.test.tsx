import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greyProperties } from './greys.ts'
import { contrast, hexToOklch, oklchToLinear } from './oklch.ts'
import { presets } from './presets.ts'
import { themeAttributes } from './theme.ts'

describe('oklch', () => {
  it('reads hex colours as the standard gives them', () => {
    expect(hexToOklch('#ffffff')!.l).toBeCloseTo(1, 3)
    const red = hexToOklch('#f00')!
    expect([red.l, red.c, red.h].map(part => +part.toFixed(2))).toEqual([0.63, 0.26, 29.23])
    for (const text of ['red', '#ff', '#gggggg', '', '#ff0000ff']) expect(hexToOklch(text)).toBeNull()
  })

  it('has black and white at 21:1, whichever comes first', () => {
    const black = hexToOklch('#000')!
    const white = hexToOklch('#fff')!
    expect(contrast(black, white)).toBeCloseTo(21, 1)
    expect(contrast(white, black)).toBeCloseTo(21, 1)
  })

  it('comes back from linear light to where it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), number => {
        const color = hexToOklch(`#${number.toString(16).padStart(6, '0')}`)!
        for (const part of oklchToLinear(color)) {
          expect(part).toBeGreaterThan(-0.001)
          expect(part).toBeLessThan(1.001)
        }
      }),
    )
  })
})

describe('themeAttributes', () => {
  it('[B48] takes the preset, and what refines it', () => {
    const { attributes } = themeAttributes({ preset: 'forest', density: 'compact', mode: 'dark' })
    expect(attributes).toMatchObject({ 'data-theme': 'forest', 'data-mode': 'dark', 'data-density': 'compact', 'data-radius': 'soft', 'data-ground': 'paper' })
  })

  it('[S30] lets no text of the theme into the style', () => {
    const hostile = 'red; background: url(https://evil.example)'
    const theme = { preset: '__proto__', accent: hostile, mode: hostile, density: 'constructor', radius: 7, ground: hostile }
    expect(themeAttributes(theme)).toEqual(themeAttributes({}))
  })

  it('[B48] gives each preset a look of its own: no two share how their surfaces, fields, buttons and titles are drawn', () => {
    const looks = [...presets.values()].map(({ cards, fields, buttons, titles, radius, ground }) =>
      JSON.stringify({ cards, fields, buttons, titles, radius, ground }),
    )
    expect(new Set(looks).size).toBe(presets.size)
  })

  it('[B48] is the same design on the desktop as in an app that asks for nothing', () => {
    const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
    for (const [name, value] of Object.entries(greyProperties(presets.get('paper')!))) expect(tokens).toContain(`${name}: ${value};`)
  })
})
